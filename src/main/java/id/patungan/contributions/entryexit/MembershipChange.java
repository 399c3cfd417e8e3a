package id.patungan.contributions.entryexit;

import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.entryexit.NewSimulation.Kind;
import id.patungan.contributions.entryexit.NewSimulation.Notice;
import id.patungan.contributions.entryexit.Simulation.Way;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A joining, or a notice of leaving, as it was recorded.
 *
 * @param given day of the notice; first day of membership of a joiner
 * @param effective last day of membership of a leaver; first day of a joiner
 * @param paysUntil last day for which a leaver pays; null for a joiner
 * @param way who makes room, as the agreement says
 * @param untilBefore when membership was to end before the notice, that day excluded; null for no
 *     end
 * @param ground agreement and article
 * @param document number of the paper
 * @param withdrawal the counter-record by which it was withdrawn; null while it stands
 */
public record MembershipChange(
        int number,
        Kind kind,
        String party,
        String partyName,
        LocalDate given,
        Notice notice,
        LocalDate effective,
        int liableYears,
        @Nullable LocalDate paysUntil,
        Way way,
        @Nullable LocalDate untilBefore,
        LegalBasis ground,
        String document,
        String reason,
        String by,
        Instant at,
        @Nullable Withdrawal withdrawal) {

    /** Why, by whom and when it was withdrawn. */
    public record Withdrawal(String reason, String by, Instant at) {}

    /** Whether it was not withdrawn. */
    public boolean stands() {
        return withdrawal == null;
    }

    /** The first day on which others pay than before. */
    LocalDate boundary() {
        return paysUntil == null ? effective : paysUntil.plusDays(1);
    }

    /** On how many days of the fiscal year the party pays. */
    int days(int year) {
        var first = LocalDate.of(year, 1, 1);
        var length = first.lengthOfYear();
        if (kind == Kind.JOIN) {
            if (effective.getYear() != year) return effective.getYear() < year ? length : 0;
            return length - effective.getDayOfYear() + 1;
        }
        var until = paysUntil == null ? effective : paysUntil;
        if (until.getYear() != year) return until.getYear() > year ? length : 0;
        return until.getDayOfYear();
    }
}
