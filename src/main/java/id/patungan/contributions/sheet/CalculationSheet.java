package id.patungan.contributions.sheet;

import id.patungan.allocation.Parties;
import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.Shares;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.contributions.IssuedDivision;
import id.patungan.contributions.Sheet;
import id.patungan.documents.PaperBody;
import id.patungan.documents.PaperSignatory;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * The calculation sheet (lembar perhitungan) of an assessment: what every rendering is made of.
 *
 * @param document the rule that was frozen
 * @param parties who shared, with the figures that were frozen
 * @param shares the same division worked out again from what was frozen
 * @param lines of the parties, in the order of the sheet
 * @param before the division of the year before; null if there was none
 * @param signatories head first
 */
public record CalculationSheet(
        PaperBody body,
        IssuedDivision issued,
        RuleDocument document,
        Parties parties,
        Shares shares,
        List<Line> lines,
        @Nullable Before before,
        List<PaperSignatory> signatories) {

    /** Takes copies. */
    public CalculationSheet {
        lines = List.copyOf(lines);
        signatories = List.copyOf(signatories);
    }

    /**
     * A party's line.
     *
     * @param row what was frozen of it
     * @param base its quota before floors and caps; the quota itself where no bound decided
     * @param before its share of the year before; null if it had none
     */
    public record Line(Sheet.Row row, Fraction quota, Fraction base, @Nullable Money before) {

        /** What it pays. */
        public Money share(Currency currency) {
            return Money.of(currency, new BigDecimal(row.share()));
        }
    }

    /**
     * The division of the year before, as it stands now.
     *
     * @param later the later figures by which it stands; null if those stand that were issued
     * @param left who paid then and is no longer charged, so that its shares add to its total
     */
    public record Before(
            String code, int year, Money total, @Nullable String later, List<Left> left) {
        /** Takes a copy. */
        public Before {
            left = List.copyOf(left);
        }
    }

    /** Who paid the year before and is no longer charged. */
    public record Left(String party, String name, Money before) {}

    /** Who paid the year before and is no longer charged; empty if there was no such year. */
    public List<Left> left() {
        return before == null ? List.of() : before.left();
    }

    /** Whether the division worked out again gives the shares that were frozen. */
    public boolean reproduced() {
        var again = new ArrayList<BigDecimal>();
        shares.shares().forEach(share -> again.add(share.share().toDecimal()));
        var frozen = new ArrayList<BigDecimal>();
        lines.forEach(line -> frozen.add(new BigDecimal(line.row().share())));
        return again.equals(frozen);
    }

    /** The sum of the quotas rounded down, in main units. */
    public BigDecimal down() {
        return sum(lines.stream().map(line -> line.row().down()).toList());
    }

    /** What rounding added to all together, in main units. */
    public BigDecimal added() {
        return sum(lines.stream().map(line -> line.row().rounding()).toList());
    }

    /** The sum of the shares, in main units. */
    public BigDecimal sum() {
        return sum(lines.stream().map(line -> line.row().share()).toList());
    }

    /** Whether the shares add to what was divided. */
    public boolean ties() {
        return sum().compareTo(issued.total().toDecimal()) == 0
                && down().add(added()).compareTo(sum()) == 0;
    }

    private static BigDecimal sum(List<String> decimals) {
        return decimals.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
