package id.patungan.contributions.paying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.DomainException;
import id.patungan.basics.Money;
import id.patungan.basics.PartyId;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** The division of a charge over units, and what payment lines refuse. */
class LinesTest {

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final LocalDate DAY = LocalDate.of(2006, 1, 1);

    private static PaymentLine line(String unit, @Nullable String weight) {
        return new PaymentLine(
                unit, Route.GRANT, weight == null ? null : new BigDecimal(weight), null, null);
    }

    private static LinesVersion version(List<PaymentLine> lines) {
        return new LinesVersion(
                new PartyId(1),
                "33.02",
                "Banyumas",
                1,
                null,
                DAY,
                null,
                lines,
                null,
                "f",
                Instant.EPOCH);
    }

    private static NewPaymentLines wish(PaymentLine... lines) {
        return new NewPaymentLines("33.02", DAY, null, null, List.of(lines), null);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(call)
                .matches(refusal -> refusal.code().equals("paying." + code), code);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "100000000.00, 60, 40, 60000000.00, 40000000.00",
                "100000000.00, 60, -, 60000000.00, 40000000.00",
                "100000000.00, 1, 2, 33333333.00, 66666667.00",
                "100000001.00, 1, 1, 50000001.00, 50000000.00",
                "1.00, 1, 1, 1.00, 0.00",
                "0.01, 1, 1, 0.01, 0.00",
                "100.01, 50, 50, 50.01, 50.00",
            })
    void anAmountIsDividedToItsLastUnit(
            String amount, String first, @Nullable String second, String expected, String other) {
        var version = version(List.of(line("A", first), line("B", second)));

        var parts = version.divide(Money.of(IDR, new BigDecimal(amount)));

        assertThat(parts.values().stream().reduce(Money::plus).orElseThrow())
                .isEqualTo(Money.of(IDR, new BigDecimal(amount)));
        assertThat(parts.get("A")).isEqualTo(Money.of(IDR, new BigDecimal(expected)));
        assertThat(parts.get("B")).isEqualTo(Money.of(IDR, new BigDecimal(other)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void thePartsAlwaysAddToTheAmountAndFollowTheWeights(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++) {
            var lines = new ArrayList<PaymentLine>();
            for (var at = 0; at < 1 + random.nextInt(7); at++) {
                lines.add(
                        line(
                                "U" + at,
                                BigDecimal.valueOf(1 + random.nextInt(90_000), 3).toString()));
            }
            var amount = new Money(IDR, 1 + Math.abs(random.nextLong() % 1_000_000_000_000L));

            var parts = version(lines).divide(amount);

            assertThat(parts.values().stream().reduce(Money::plus).orElseThrow()).isEqualTo(amount);
            assertThat(parts.values()).allMatch(part -> !part.isNegative());
            assertThat(parts.keySet())
                    .containsExactlyElementsOf(lines.stream().map(PaymentLine::unit).toList());
        }
    }

    @Test
    void theRestIsWhatOthersLeaveOfAHundred() {
        var version = version(List.of(line("A", "37.5"), line("B", null), line("C", "12.25")));

        assertThat(version.percent(version.lines().get(1))).isEqualByComparingTo("50.25");
        assertThat(version(List.of(line("A", "1"), line("B", "2"))).percent(line("A", "1")))
                .isEqualByComparingTo("33.3333");
        assertThat(version(List.of(line("A", null))).divide(new Money(IDR, 700)))
                .containsEntry("A", new Money(IDR, 700));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5.1",
                "5.1.05",
                "5.1.05.05.01",
                "5.1.05.05.01.0001",
                "5.1.0001",
                "6.2.02",
                "5.4.02.1.1"
            })
    void accountCodesHaveTheFormOfTheLists(String code) {
        assertThat(new PayerAccount(code, "Permendagri 90/2019").code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "5.",
                "51.05",
                "5.105",
                "5.1.05.05.01.02",
                "5.1.05.05.01.001",
                "5.1.05.05.01.00001",
                "5.1.05.05.01.0001.1",
                "5,1,05",
                "5.1.05 ",
                "\u0665.1",
                "A.1"
            })
    void otherTextsAreNoAccountCodes(String code) {
        refused("account-code", () -> new PayerAccount(code, "Permendagri 90/2019"));
    }

    @Test
    void codeAndListComeTogetherOrNotAtAll() {
        assertThat(PayerAccount.of(" ", null)).isNull();
        refused("no-nomenclature", () -> PayerAccount.of("5.1.05", ""));
        refused("no-account-code", () -> PayerAccount.of(null, "Permendagri 90/2019"));
    }

    @Test
    void linesThatDoNotAddUpAreRefused() {
        refused("no-lines", () -> wish());
        refused("unit-twice", () -> wish(line("A", "1"), line("A", "2")));
        refused("two-rests", () -> wish(line("A", null), line("B", null)));
        refused("nothing-left", () -> wish(line("A", "100"), line("B", null)));
        refused("no-unit", () -> line(" ", "1"));
        refused("weight", () -> line("A", "0"));
        refused("weight", () -> line("A", "-1"));
        refused("weight", () -> line("A", "0.0000001"));
        refused("weight", () -> line("A", "1000000.1"));
        refused("unknown-route", () -> Route.of("cash"));
        refused(
                "too-many",
                () ->
                        new NewPaymentLines(
                                "33.02",
                                DAY,
                                null,
                                null,
                                Collections.nCopies(21, line("A", "1")),
                                null));
        refused(
                "not-a-day",
                () ->
                        new NewPaymentLines(
                                "33.02",
                                LocalDate.of(1899, 12, 31),
                                null,
                                null,
                                List.of(line("A", "1")),
                                null));
        refused("too-long", () -> new PaymentLine("A", Route.GRANT, null, null, "x".repeat(201)));
    }

    @Test
    void theLaterDayHoldsAndOneForTheFundGoesFirst() {
        var general = version(List.of(line("A", "1")));
        var later = at(2, null, DAY.plusDays(10));
        var fund = at(3, "PROYEK", DAY.plusDays(5));
        var all = List.of(general, later, fund);

        assertThat(PaymentLines.holding(all, "UMUM", DAY.minusDays(1))).isEmpty();
        assertThat(PaymentLines.holding(all, "UMUM", DAY.plusDays(9))).contains(general);
        assertThat(PaymentLines.holding(all, "UMUM", DAY.plusDays(10))).contains(later);
        assertThat(PaymentLines.holding(all, "PROYEK", DAY.plusDays(4))).contains(general);
        assertThat(PaymentLines.holding(all, "PROYEK", DAY.plusDays(20))).contains(fund);
    }

    private static LinesVersion at(int number, @Nullable String fund, LocalDate from) {
        return new LinesVersion(
                new PartyId(1),
                "33.02",
                "Banyumas",
                number,
                fund,
                from,
                null,
                List.of(line("A", "1")),
                null,
                "f",
                Instant.EPOCH);
    }
}
