package id.patungan.statements;

import id.patungan.contributions.Basis;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.UnitAccounts;
import id.patungan.contributions.arrears.DecidedStep;
import id.patungan.contributions.arrears.Standings;
import id.patungan.contributions.disputes.Confirmation;
import id.patungan.contributions.disputes.Confirmations;
import id.patungan.contributions.disputes.Dispute;
import id.patungan.contributions.disputes.Disputes;
import id.patungan.documents.PaperFrames;
import id.patungan.ledger.Journal;
import id.patungan.ledger.Movement;
import id.patungan.parties.Bodies;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;
import id.patungan.statements.RegionStatement.Confirmed;
import id.patungan.statements.RegionStatement.Decision;
import id.patungan.statements.RegionStatement.Known;
import id.patungan.statements.RegionStatement.Note;
import id.patungan.statements.RegionStatement.Objection;
import id.patungan.statements.RegionStatement.Party;
import id.patungan.statements.RegionStatement.Remarks;
import id.patungan.statements.StatementMaterial.Posted;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;

/**
 * Statements of account per region, for those who may see them: the region's own people, and who
 * reads the whole book. For everybody else there is no such statement.
 */
@Service
public class Statements {

    private final StatementRepository sums;
    private final Journal journal;
    private final Contributions contributions;
    private final UnitAccounts units;
    private final Bodies bodies;
    private final PaperFrames frames;
    private final Disputes disputes;
    private final Confirmations confirmations;
    private final Standings standings;
    private final Transactions transactions;
    private final Clock clock;

    Statements(
            StatementRepository sums,
            Journal journal,
            Contributions contributions,
            UnitAccounts units,
            Bodies bodies,
            PaperFrames frames,
            Disputes disputes,
            Confirmations confirmations,
            Standings standings,
            Transactions transactions,
            Clock clock) {
        this.sums = sums;
        this.journal = journal;
        this.contributions = contributions;
        this.units = units;
        this.bodies = bodies;
        this.frames = frames;
        this.disputes = disputes;
        this.confirmations = confirmations;
        this.standings = standings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A party that has a statement, with its balances in minor units.
     *
     * @param opening before the first day
     * @param closing at the end of the last day
     */
    public record Line(Party party, long opening, long closing) {

        /** What the period changed. */
        public long change() {
            return Math.subtractExact(closing, opening);
        }
    }

    /** Who has a statement, by code: the parties within reach that were ever charged or paid. */
    public List<Line> lines(Access access, StatementPeriod period) {
        access.require(Action.READ_OWN);
        requireOrder(period);
        return transactions.read(() -> lines(access, period, known(access, null)));
    }

    private List<Line> lines(Access access, StatementPeriod period, Known known) {
        return sums.lines(
                access.body(),
                access.reach(),
                period.from(),
                period.until().plusDays(1),
                known.entryNo());
    }

    /** The year of the last movement within reach; the current one if there is none. */
    public StatementPeriod latestYear(Access access) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                StatementPeriod.of(
                        Year.from(
                                sums.lastDay(access.body(), access.reach())
                                        .orElseGet(() -> LocalDate.now(clock)))));
    }

    /**
     * The statement of a party.
     *
     * @param party its code
     * @param knownAt shows the books as they stood at that entry; null for the last one
     * @throws StatementException if it does not tie, or the party is not within reach
     */
    public RegionStatement of(
            Access access, String party, StatementPeriod period, @Nullable Long knownAt) {
        access.require(Action.READ_OWN);
        requireOrder(period);
        return transactions.read(() -> of(access, party, period, known(access, knownAt)));
    }

    private RegionStatement of(Access access, String party, StatementPeriod period, Known known) {
        return StatementAssembly.assemble(
                material(access, party, period.from(), period.until(), known));
    }

    /**
     * The statements of all parties within reach, by code, all as known at the same entry.
     *
     * @throws StatementException if one does not tie; none is returned then
     */
    public List<RegionStatement> all(Access access, StatementPeriod period) {
        access.require(Action.READ_OWN);
        requireOrder(period);
        return transactions.read(() -> {
            var known = known(access, null);
            return lines(access, period, known).stream()
                    .map(line -> of(access, line.party().code(), period, known))
                    .toList();
        });
    }

    private static void requireOrder(StatementPeriod period) {
        if (period.until().isBefore(period.from())) {
            throw StatementException.periodOrder(period.from(), period.until());
        }
    }

    private Known known(Access access, @Nullable Long knownAt) {
        var head = journal.head(access.body());
        if (knownAt == null) {
            return new Known(head.lastNo(), head.hash(), head.lastRecordedAt());
        }
        if (knownAt > head.lastNo()) {
            throw StatementException.notYetKnown(knownAt, head.lastNo());
        }
        return sums.known(access.body(), knownAt)
                .orElseThrow(() -> StatementException.notYetKnown(knownAt, head.lastNo()));
    }

    private StatementMaterial material(
            Access access, String code, LocalDate from, LocalDate until, Known known) {
        var body = access.body();
        var reach = access.reach();
        var charged =
                sums.party(body, code)
                        .filter(found -> reach.everything() || reach.parties().contains(found.id()))
                        .orElseThrow(() -> StatementException.noSuchParty(code));
        var at = known.entryNo();
        var end = until.plusDays(1);
        return new StatementMaterial(
                frames.body(access),
                charged.party(),
                from,
                until,
                known,
                sums.balances(body, charged.id(), from, at),
                sums.balances(body, charged.id(), end, at),
                journal.partyMovements(access, code, from, end, at).stream()
                        .filter(moved -> Contributions.STATEMENT_ACCOUNTS.contains(moved.account()))
                        .map(Statements::posted)
                        .toList(),
                contributions.statementFacts(access, code, from, end, at),
                sums.shares(body, charged.id(), from, end, at),
                sums.legalBases(body, charged.id(), from, end, at),
                notes(access),
                frames.signing(access, until),
                remarks(access, code, until, known),
                contributions.inKind(access, code, from, end, at),
                units.of(access, new UnitAccounts.Asked(code, null, until, at)));
    }

    /** As they stood when the books stood so: until the next entry was recorded. */
    private Remarks remarks(Access access, String party, LocalDate until, Known known) {
        var next =
                sums.known(access.body(), known.entryNo() + 1).map(Known::recordedAt).orElse(null);
        return new Remarks(
                disputes.openOf(access, party, until, known.entryNo(), next).stream()
                        .map(Statements::objection)
                        .toList(),
                confirmations
                        .compared(access, party, until, known.entryNo(), next)
                        .map(Statements::confirmed)
                        .orElse(null),
                standings
                        .decided(access, party, until, known.entryNo(), next)
                        .map(Statements::decision)
                        .orElse(null));
    }

    private static Decision decision(DecidedStep decided) {
        var step = decided.step();
        return new Decision(step.step().code(), step.on(), step.document(), decided.lastDay());
    }

    private static Objection objection(Dispute dispute) {
        var claimed = dispute.claimed();
        var charge = dispute.charge();
        return new Objection(
                dispute.number(),
                dispute.subject().code(),
                dispute.about(),
                dispute.entry(),
                charge == null ? dispute.label() : charge + " " + dispute.label(),
                claimed == null ? null : claimed.minorUnits(),
                dispute.since());
    }

    private static Confirmed confirmed(Confirmation.Compared compared) {
        var one = compared.confirmation();
        return new Confirmed(
                one.asOf(),
                one.balance().minorUnits(),
                one.person(),
                one.capacity(),
                one.at(),
                compared.now().minorUnits());
    }

    private List<Note> notes(Access access) {
        var sample = bodies.get(access).profile().sample();
        return sample == null
                ? List.of()
                : List.of(new Note(Basis.Kind.SAMPLE, sample.note(), sample.noteEn()));
    }

    private static Posted posted(Movement moved) {
        return new Posted(
                moved.entryNo(),
                moved.date(),
                moved.description(),
                moved.documentNo(),
                moved.account().value(),
                moved.amount(),
                moved.unit(),
                moved.period(),
                moved.reverses(),
                moved.reversedBy());
    }

    /** A file's name, the same each time: {@code kartamantul_statement_34.04_…_id.pdf}. */
    public static String fileName(
            RegionStatement statement, StatementFormat format, Locale language) {
        return "%s_statement_%s_%s_%s_%s.%s"
                .formatted(
                        statement.body().code(),
                        statement.party().code(),
                        statement.from(),
                        statement.until(),
                        language.getLanguage(),
                        format.suffix());
    }
}
