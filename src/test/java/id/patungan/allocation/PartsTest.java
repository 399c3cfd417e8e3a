package id.patungan.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patungan.allocation.LineShares.Total;
import id.patungan.allocation.RuleDocument.Lines;
import id.patungan.allocation.RuleDocument.Tie;
import id.patungan.basics.Fraction;
import id.patungan.basics.InputException;
import id.patungan.basics.Money;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** What is made from shares: instalments, settlements, lines of a budget. */
class PartsTest {

    private static final Currency IDR = Currency.getInstance("IDR");

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @Test
    void fourHundredMillionInTwentyFourMonthsIsAsTheSourcesWorkItOut() {
        var shares = Allocation.allocate(rupiah(400_000_000), new Rule.Equal(), Parties.of("GTZ"));

        var months = Instalments.of(shares, 24).totals();

        assertThat(months.stream().filter(rupiah(16_666_667)::equals)).hasSize(16);
        assertThat(months.stream().filter(rupiah(16_666_666)::equals)).hasSize(8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyPrefixOfInstalmentsIsWithinAUnitOfExact(int seed) {
        var random = new Random(seed);
        var unit = new String[] {"0.01", "1", "1000"}[random.nextInt(3)];
        var document =
                new RuleDocument(
                        null,
                        null,
                        Tie.CODE,
                        Fraction.parse(unit),
                        new Rule.Fixed(new LinkedHashMap<>(), byFigure(), "P0"));
        var total = new Money(IDR, random.nextLong(-1_000_000_000L, 1_000_000_000L));
        var parties = parties(random, 5);
        var shares = Allocation.allocate(total, document, parties);
        var count = 1 + random.nextInt(24);

        var parts = Instalments.of(shares, count);

        for (var row : parts.rows()) {
            var share = Fraction.of(row.share().toDecimal());
            var paid = Money.zero(IDR);
            for (var part = 1; part <= count; part++) {
                paid = paid.plus(row.amounts().get(part - 1));
                var exact = share.times(Fraction.of(part, count));
                var away = Fraction.of(paid.toDecimal()).minus(exact);
                assertThat(away.max(away.negated())).isLessThan(Fraction.parse(unit));
            }
            assertThat(paid).isEqualTo(row.share());
        }
        assertThat(sum(parts.totals())).isEqualTo(total);
        var refund = Allocation.allocate(total.negated(), document, parties);
        assertThat(Instalments.of(refund, count).totals())
                .extracting(Money::negated)
                .containsExactlyElementsOf(parts.totals());
    }

    @Test
    void noInstalmentsAreRefused() {
        var shares = Allocation.allocate(rupiah(1), new Rule.Equal(), Parties.of("A"));

        assertThatThrownBy(() -> Instalments.of(shares, 0)).hasMessageContaining("1 or more");
    }

    @Test
    void aSettlementIsTheFinalRunLessTheProvisionalRuns() {
        var provisional =
                Allocation.allocate(rupiah(100), new Rule.Equal(), Parties.of("A", "B", "C"));
        var last = Allocation.allocate(rupiah(130), new Rule.Equal(), Parties.of("D", "B", "A"));

        var settled = TrueUp.of(last, List.of(provisional, provisional));

        assertThat(settled.rows())
                .extracting(row -> row.party() + row.difference().minorUnits() / 100)
                // 44, 43, 43 by code less 68, 66 and 66
                .containsExactly("D43", "B-23", "A-24", "C-66");
        assertThat(settled.total()).isEqualTo(rupiah(130 - 200));
        assertThat(sum(settled.rows().stream().map(TrueUp.Row::difference).toList()))
                .isEqualTo(settled.total());
    }

    @Test
    void linesByThemselvesAndLinesControlledDifferByRounding() {
        var lines = List.of(line("a", 100), line("b", 100), line("c", 100));
        var parties = Parties.of("A", "B", "C");

        var alone = Allocation.split(lines, document(Lines.PER_LINE, new Rule.Equal()), parties);
        var together =
                Allocation.split(lines, document(Lines.CONTROLLED, new Rule.Equal()), parties);

        assertThat(alone.totals())
                .extracting(LineShares.PartyTotal::share)
                .containsExactly(rupiah(102), rupiah(99), rupiah(99));
        assertThat(together.totals())
                .extracting(LineShares.PartyTotal::share)
                .containsOnly(rupiah(100));
        assertTied(together, lines);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void controlledLinesTieByRowAndColumnAndStayWithinAUnit(int seed) {
        var random = new Random(seed);
        for (var number = 0; number < 20; number++) {
            var parties = parties(random, 1 + random.nextInt(8));
            var sign = random.nextBoolean() ? 1 : -1;
            var most = random.nextBoolean() ? 12 : 1_000_000;
            var lines =
                    IntStream.range(0, 1 + random.nextInt(8))
                            .mapToObj(at -> line("L" + at, sign * (long) random.nextInt(1, most)))
                            .toList();
            var document = document(Lines.CONTROLLED, byFigure());

            var split = Allocation.split(lines, document, parties);

            assertTied(split, lines);
            var whole = Allocation.allocate(split.total(), document, parties);
            assertThat(split.totals())
                    .extracting(LineShares.PartyTotal::share)
                    .containsExactlyElementsOf(
                            whole.shares().stream().map(Shares.Share::share).toList());
            var otherLines = new ArrayList<>(lines);
            var otherParties = new ArrayList<>(parties.all());
            Collections.shuffle(otherLines, random);
            Collections.shuffle(otherParties, random);
            var other = Allocation.split(otherLines, document, new Parties(otherParties));
            for (var line : split.lines()) {
                assertThat(
                                other.lines().stream()
                                        .filter(same -> same.line().equals(line.line()))
                                        .flatMap(same -> same.shares().stream()))
                        .containsExactlyInAnyOrderElementsOf(line.shares());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyTableIsRoundedToItsRowsAndToItsColumnsRoundedDownOrUp(int seed) {
        var random = new Random(seed);
        for (var number = 0; number < 50; number++) {
            var rows = 1 + random.nextInt(6);
            var columns = 1 + random.nextInt(6);
            var quotas = table(random, rows, columns);
            var rowTotals = new BigInteger[rows];
            var columnSums = new Fraction[columns];
            Arrays.fill(columnSums, Fraction.ZERO);
            for (var row = 0; row < rows; row++) {
                rowTotals[row] = Division.sum(List.of(quotas[row])).numerator();
                for (var column = 0; column < columns; column++) {
                    columnSums[column] = columnSums[column].plus(quotas[row][column]);
                }
            }

            // Wanted totals that may be out of reach: all the units to the first that can take them
            var rounded =
                    new ControlledRounding(quotas, rowTotals, wanted(columnSums, rowTotals))
                            .round();

            for (var row = 0; row < rows; row++) {
                var sum = BigInteger.ZERO;
                for (var column = 0; column < columns; column++) {
                    sum = sum.add(rounded[row][column]);
                    assertRoundedDownOrUp(rounded[row][column], quotas[row][column]);
                }
                assertThat(sum).isEqualTo(rowTotals[row]);
            }
            for (var column = 0; column < columns; column++) {
                var sum = BigInteger.ZERO;
                for (var row = 0; row < rows; row++) {
                    sum = sum.add(rounded[row][column]);
                }
                assertRoundedDownOrUp(sum, columnSums[column]);
            }
        }
    }

    private static Fraction[][] table(Random random, int rows, int columns) {
        var quotas = new Fraction[rows][columns];
        for (var row = 0; row < rows; row++) {
            var left = 0L;
            for (var column = 0; column < columns; column++) {
                var tenths = random.nextInt(3) == 0 ? 0 : random.nextInt(15);
                var last = column == columns - 1;
                quotas[row][column] =
                        last
                                ? Fraction.of((10 - left % 10) % 10 + 10L * random.nextInt(2), 10)
                                : Fraction.of(tenths, 10);
                left += tenths;
            }
        }
        return quotas;
    }

    private static BigInteger[] wanted(Fraction[] columnSums, BigInteger[] rowTotals) {
        var left = BigInteger.ZERO;
        for (var total : rowTotals) {
            left = left.add(total);
        }
        for (var sum : columnSums) {
            left = left.subtract(sum.floor());
        }
        var wanted = new BigInteger[columnSums.length];
        for (var column = 0; column < wanted.length; column++) {
            var more = left.signum() > 0 && !columnSums[column].isInteger();
            wanted[column] =
                    columnSums[column].floor().add(more ? BigInteger.ONE : BigInteger.ZERO);
            left = more ? left.subtract(BigInteger.ONE) : left;
        }
        return wanted;
    }

    private static void assertRoundedDownOrUp(BigInteger rounded, Fraction exact) {
        assertThat(rounded).isIn(exact.floor(), exact.negated().floor().negate());
    }

    @Test
    void amountsFinerThanTheUnitAreSplitInTheSmallestCoin() {
        var lines = List.of(new Total("a", new Money(IDR, 10_050)), line("b", 100));

        var split =
                Allocation.split(
                        lines,
                        document(
                                Lines.CONTROLLED,
                                new Rule.Fixed(new LinkedHashMap<>(), new Rule.Equal(), "A")),
                        Parties.of("A", "B"));

        assertTied(split, lines);
    }

    @Test
    void linesWithoutASumAndPriceListsAreRefused() {
        var parties = Parties.of("A", "B");
        var controlled = document(Lines.CONTROLLED, new Rule.Equal());
        var price = RuleFile.read("r", "rule: {kind: rate, rate: 1, indicators: [w]}").document();

        assertThatThrownBy(() ->
                        Allocation.split(List.of(line("a", 5), line("b", -5)), controlled, parties))
                .hasMessageContaining("lines: per-line");
        assertThatThrownBy(() -> Allocation.split(List.of(line("a", 5)), price, parties))
                .hasMessageContaining("makes its own total");
        assertThatThrownBy(() -> Allocation.split(List.of(), controlled, parties))
                .hasMessageContaining("name the amount");
    }

    @Test
    void filesOfAmountsAreReadWithEveryProblemNamed() {
        assertThat(AmountsFile.totals("t.csv", "line;amount\nSalaries;100\nRent;-2.50\n", IDR))
                .containsExactly(line("Salaries", 100), new Total("Rent", new Money(IDR, -250)));
        assertThat(
                        AmountsFile.shares(
                                "s.csv",
                                "party,name,quota,bound,rounding,share\nA,a,1/3,,0,7.00\n",
                                IDR))
                .containsExactly(Map.entry("A", rupiah(7)));

        var refusal =
                catchThrowableOfType(
                        InputException.class,
                        () ->
                                AmountsFile.totals(
                                        "t.csv", "line,amount\na,1.900.000\na,2\n,3\nb\n", IDR));

        assertThat(refusal.problems())
                .extracting(
                        problem -> problem.line() + ":" + problem.column() + " " + problem.code())
                .containsExactly(
                        "2:2 allocation.not-an-amount",
                        "3:1 allocation.duplicate-name",
                        "4:1 allocation.duplicate-name",
                        "5:0 allocation.columns");
        assertThatThrownBy(() -> AmountsFile.shares("s", "name,share\n", IDR))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> AmountsFile.shares("s", "party,share\n", IDR))
                .isInstanceOf(InputException.class);
    }

    private static void assertTied(LineShares split, List<Total> lines) {
        for (var at = 0; at < lines.size(); at++) {
            var line = split.lines().get(at);
            assertThat(line.line()).isEqualTo(lines.get(at).line());
            assertThat(sum(line.shares().stream().map(Shares.Share::share).toList()))
                    .isEqualTo(lines.get(at).amount());
            for (var share : line.shares()) {
                var away = Fraction.of(share.share().toDecimal()).minus(share.quota());
                assertThat(away.max(away.negated())).isLessThan(Fraction.ONE);
            }
        }
        for (var at = 0; at < split.totals().size(); at++) {
            var place = at;
            assertThat(
                            sum(
                                    split.lines().stream()
                                            .map(line -> line.shares().get(place).share())
                                            .toList()))
                    .isEqualTo(split.totals().get(at).share());
        }
        assertThat(sum(split.totals().stream().map(LineShares.PartyTotal::share).toList()))
                .isEqualTo(split.total());
    }

    private static RuleDocument document(Lines lines, Rule rule) {
        return new RuleDocument(null, null, Tie.CODE, null, lines, rule);
    }

    private static Rule byFigure() {
        return new Rule.ByIndicator("w");
    }

    private static Parties parties(Random random, int count) {
        return new Parties(
                IntStream.range(0, count)
                        .mapToObj(at ->
                                new Parties.Party(
                                        "P" + at,
                                        "",
                                        Map.of("w", Fraction.of(random.nextInt(1, 100))),
                                        Map.of(),
                                        null))
                        .toList());
    }

    private static Total line(String name, long rupiah) {
        return new Total(name, rupiah(rupiah));
    }

    private static Money rupiah(long amount) {
        return new Money(IDR, amount * 100);
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(IDR), Money::plus);
    }
}
