package id.patungan.grants.papers;

import id.patungan.grants.AwardMovement;
import id.patungan.grants.AwardTerms.BudgetLine;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Budget against actual as the European Union asks for it: by units, with previous, current and
 * cumulative expenditure and the variation from the budget; with the list of expenditure and where
 * the money was from. Amounts are minor units of the award's currency.
 *
 * @param unassigned expenditure that names no line
 * @param expenditure of the period
 * @param sources in minor units of the book's currency
 */
public record BudgetReport(
        AwardPaper.Common common,
        LocalDate from,
        LocalDate until,
        List<Line> lines,
        DonorStatement.Spent unassigned,
        List<AwardPaper.Cost> expenditure,
        List<Source> sources)
        implements AwardPaper {

    /** Copies the lists. */
    public BudgetReport {
        lines = List.copyOf(lines);
        expenditure = List.copyOf(expenditure);
        sources = List.copyOf(sources);
    }

    /**
     * A line of the budget.
     *
     * @param units how its amount was worked out; null if the agreement does not say
     * @param budget of the agreement
     * @param note why it varies; null if nobody typed one for this period
     */
    public record Line(
            String code,
            String nameId,
            String nameEn,
            @Nullable Units units,
            long budget,
            DonorStatement.Spent spent,
            @Nullable AwardNote note) {

        /** Cumulative less budget. */
        public long variation() {
            return spent.total() - budget;
        }
    }

    /**
     * quantity × unitCost = budget.
     *
     * @param quantity in plain decimals
     */
    public record Units(String quantity, String unit, long unitCost) {}

    /**
     * Where money was from.
     *
     * @param what {@code giver}, {@code interest}, {@code exchange}, or {@code others}: other funds
     *     that bore costs inside the frame
     */
    public record Source(String what, long period, long cumulative) {}

    /**
     * The report of a period.
     *
     * @throws AwardPaperException if it does not tie to the book
     */
    public static BudgetReport of(Material material, LocalDate from, LocalDate until) {
        var statement = DonorStatement.of(material, from, until);
        var report =
                new BudgetReport(
                        statement.common(),
                        from,
                        until,
                        statement.lines().stream().map(one -> line(material, one)).toList(),
                        statement.unassigned(),
                        statement.costs(),
                        sources(material, statement));
        Ledgers.requireEqual(
                report.common.award(),
                "expenditure",
                report.listed(),
                report.lines.stream().mapToLong(one -> one.spent().within()).sum()
                        + report.unassigned.within());
        return report;
    }

    /** What the list of expenditure comes to. */
    public long listed() {
        return expenditure.stream().mapToLong(one -> Ledgers.inAward(common, one)).sum();
    }

    private static Line line(Material material, DonorStatement.Line line) {
        var agreed = material.book().terms().line(line.code());
        return new Line(
                line.code(),
                line.nameId(),
                line.nameEn(),
                agreed.map(BudgetLine::calculation)
                        .filter(Objects::nonNull)
                        .map(one ->
                                new Units(
                                        one.quantity().toPlainString(), one.unit(), one.unitCost()))
                        .orElse(null),
                line.budget(),
                line.spent(),
                line.note());
    }

    private static List<Source> sources(Material material, DonorStatement statement) {
        var period = statement.period();
        var all = statement.cumulative();
        var sources = new ArrayList<Source>();
        sources.add(
                new Source(
                        "giver",
                        period.received() - period.refunded(),
                        all.received() - all.refunded()));
        sources.add(new Source("interest", period.interest(), all.interest()));
        if (all.exchange() != 0) {
            sources.add(new Source("exchange", period.exchange(), all.exchange()));
        }
        var others = Ledgers.shared(material.book()).toList();
        if (!others.isEmpty()) {
            sources.add(
                    new Source(
                            "others",
                            sum(others, statement.from(), statement.until()),
                            sum(others, LocalDate.MIN, statement.until())));
        }
        return sources;
    }

    /** Which funds they are is for those who read the whole book. */
    private static long sum(List<AwardMovement> others, LocalDate from, LocalDate until) {
        return others.stream()
                .filter(Ledgers.within(from, until))
                .mapToLong(AwardMovement::amount)
                .sum();
    }
}
