package id.patungan.grants.papers;

import id.patungan.grants.AwardLineCode;
import id.patungan.grants.AwardMovement;
import id.patungan.grants.AwardStanding;
import id.patungan.grants.AwardStanding.TrancheState;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Advance and liquidation, as agencies of the United Nations ask for it (FACE), cumulative to the
 * last day, in minor units of the award's currency. Agreements give tranches for the whole award:
 * what a line has of them is by its part of the budget, rounded down cumulatively, so that the
 * lines come to the tranche.
 *
 * @param received tranches that came, less what went back
 * @param next the tranche that is asked for; null if all came, none is agreed, or it is over
 * @param tranches whether the agreement names any
 * @param accepted codes of the reports that the giver has accepted
 */
public record AdvanceReport(
        AwardPaper.Common common,
        LocalDate from,
        LocalDate until,
        List<Line> lines,
        long received,
        @Nullable Next next,
        boolean tranches,
        List<String> accepted)
        implements AwardPaper {

    /** Copies the lists. */
    public AdvanceReport {
        lines = List.copyOf(lines);
        accepted = List.copyOf(accepted);
    }

    /**
     * A line of the budget, one of its activities, or costs without a line.
     *
     * @param code null for costs without a line
     * @param activity whether it is an activity, which has only actual and accepted costs
     * @param authorized A
     * @param actual B
     * @param accepted C: costs in periods of accepted reports
     * @param request E
     * @param granted F
     */
    public record Line(
            @Nullable String code,
            String nameId,
            String nameEn,
            boolean activity,
            long authorized,
            long actual,
            long accepted,
            long request,
            long granted) {

        /** D. */
        public long balance() {
            return authorized - accepted;
        }

        /** G. */
        public long outstanding() {
            return balance() + granted;
        }
    }

    /**
     * The tranche that is asked for.
     *
     * @param ready whether all that must hold before it holds
     */
    public record Next(String tranche, LocalDate expectedOn, long amount, boolean ready) {}

    /** Lines and costs without a line, together. */
    public Line total() {
        var sum = new Line(null, "", "", false, 0, 0, 0, 0, 0);
        for (var one : lines) {
            if (one.activity()) continue;
            sum =
                    new Line(
                            null,
                            "",
                            "",
                            false,
                            sum.authorized + one.authorized,
                            sum.actual + one.actual,
                            sum.accepted + one.accepted,
                            sum.request + one.request,
                            sum.granted + one.granted);
        }
        return sum;
    }

    /**
     * The report at the end of a day.
     *
     * @throws AwardPaperException if it does not tie to the book
     */
    public static AdvanceReport of(Material material, LocalDate from, LocalDate until) {
        var statement = DonorStatement.of(material, from, until);
        return new Assembly(material, statement, AwardStanding.of(material.book(), until)).report();
    }

    private record Assembly(Material material, DonorStatement statement, AwardStanding standing) {

        AdvanceReport report() {
            Ledgers.requireInAward(material.book(), statement.until(), false);
            var received = Ledgers.advanced(material.book(), statement.until());
            var next = next();
            var report =
                    new AdvanceReport(
                            statement.common(),
                            statement.from(),
                            statement.until(),
                            lines(received, next),
                            received,
                            next,
                            !standing.tranches().isEmpty(),
                            standing.reports().stream()
                                    .filter(one -> one.state().equals("accepted"))
                                    .map(one -> one.report().code())
                                    .toList());
            requireTies(report);
            return report;
        }

        private @Nullable Next next() {
            if (statement.until().isAfter(material.book().terms().to())) return null;
            return standing.tranches().stream()
                    .filter(one -> !one.complete())
                    .findFirst()
                    .map(Assembly::asked)
                    .orElse(null);
        }

        private static Next asked(TrancheState one) {
            return new Next(
                    one.tranche().code(),
                    one.tranche().expectedOn(),
                    one.tranche().amount() - one.received(),
                    one.state().equals("ready"));
        }

        private List<Line> lines(long received, @Nullable Next next) {
            var terms = material.book().terms();
            var asked = next == null ? 0 : next.amount();
            var granted = next == null || !next.ready() ? 0 : next.amount();
            var lines = new ArrayList<Line>();
            long before = 0;
            for (var line : terms.lines()) {
                var after = before + line.amount();
                lines.add(
                        new Line(
                                line.code(),
                                line.nameId(),
                                line.nameEn(),
                                false,
                                part(received, before, after),
                                costs(line.code(), null, false),
                                costs(line.code(), null, true),
                                part(asked, before, after),
                                part(granted, before, after)));
                lines.addAll(activities(line.code()));
                before = after;
            }
            var none = statement.unassigned().total();
            if (none != 0 || terms.lines().isEmpty()) {
                var whole = terms.lines().isEmpty() ? 1 : 0;
                lines.add(
                        new Line(
                                null,
                                "",
                                "",
                                false,
                                whole * received,
                                none,
                                costs(null, null, true),
                                whole * asked,
                                whole * granted));
            }
            return lines;
        }

        /** What of an amount falls on the budget from one sum to another. */
        private long part(long amount, long before, long after) {
            return upTo(amount, after) - upTo(amount, before);
        }

        private long upTo(long amount, long budget) {
            return BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(budget))
                    .divide(BigInteger.valueOf(material.book().terms().amount()))
                    .longValueExact();
        }

        private List<Line> activities(String line) {
            return material.book().terms().activities().stream()
                    .map(one ->
                            new Line(
                                    one.code(),
                                    one.nameId(),
                                    one.nameEn(),
                                    true,
                                    0,
                                    costs(line, one.code(), false),
                                    costs(line, one.code(), true),
                                    0,
                                    0))
                    .filter(one -> one.actual() != 0 || one.accepted() != 0)
                    .toList();
        }

        private long costs(@Nullable String line, @Nullable String activity, boolean accepted) {
            var book = material.book();
            return book.costs()
                    .filter(one -> !one.date().isAfter(statement.until()))
                    .filter(one -> is(Ledgers.code(book, one), line, activity))
                    .filter(one -> !accepted || accepted(one))
                    .mapToLong(one -> AwardStanding.inAward(book, one))
                    .sum();
        }

        private boolean is(
                Optional<AwardLineCode> code, @Nullable String line, @Nullable String activity) {
            var named = code.filter(one -> material.book().terms().line(one.line()).isPresent());
            if (line == null) return named.isEmpty();
            return named.filter(one -> one.line().equals(line))
                    .filter(one -> activity == null || activity.equals(one.activity()))
                    .isPresent();
        }

        private boolean accepted(AwardMovement cost) {
            return standing.reports().stream()
                    .filter(one -> one.state().equals("accepted"))
                    .anyMatch(one ->
                            !cost.date().isBefore(one.report().from())
                                    && !cost.date().isAfter(one.report().to()));
        }

        private void requireTies(AdvanceReport made) {
            var award = made.common.award();
            var total = made.total();
            Ledgers.requireEqual(award, "A", total.authorized, made.received);
            var spent =
                    statement.lines().stream().mapToLong(one -> one.spent().total()).sum()
                            + statement.unassigned().total();
            Ledgers.requireEqual(award, "B", total.actual, spent);
        }
    }
}
