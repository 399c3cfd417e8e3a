package id.patungan.contributions.entryexit;

import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.entryexit.NewSimulation.Kind;
import id.patungan.contributions.entryexit.NewSimulation.Notice;
import id.patungan.contributions.entryexit.Simulation.Way;

import java.time.LocalDate;

/**
 * The wish to record a joining or a notice of leaving; see {@link MembershipChange}.
 *
 * @param day of the notice; first day of membership of a joiner
 * @param liableYears for which a leaver keeps paying, from 0 to {@value NewSimulation#MOST_YEARS}
 * @param way who makes room, as the agreement says
 * @param document number of the paper
 */
public record NewMembershipChange(
        Kind kind,
        String party,
        LocalDate day,
        Notice notice,
        int liableYears,
        Way way,
        LegalBasis ground,
        String document,
        String reason) {

    /** Checks and trims the texts. */
    public NewMembershipChange {
        if (day.getYear() < 1900 || day.getYear() > 2900) {
            throw EntryExitException.day(day);
        }
        if (liableYears < 0 || liableYears > NewSimulation.MOST_YEARS) {
            throw EntryExitException.years(liableYears, NewSimulation.MOST_YEARS);
        }
        document = text("document", document, 120);
        reason = text("reason", reason, 400);
        if (ground.agreement().isBlank() || ground.article().isBlank()) {
            throw EntryExitException.notSaid("ground");
        }
        if (kind == Kind.JOIN) {
            notice = Notice.NONE;
            liableYears = 0;
        }
    }

    static String text(String field, String text, int longest) {
        var said = text.strip();
        if (said.isEmpty()) throw EntryExitException.notSaid(field);
        if (said.codePointCount(0, said.length()) > longest
                || said.codePoints().anyMatch(Character::isISOControl)) {
            throw EntryExitException.tooLong(field, longest);
        }
        return said;
    }

    /** The first day of membership of a joiner; the last of a leaver. */
    LocalDate effective() {
        return kind == Kind.JOIN ? day : notice.lastDay(day);
    }
}
