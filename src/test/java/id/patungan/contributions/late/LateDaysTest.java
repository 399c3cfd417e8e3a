package id.patungan.contributions.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.Money;
import id.patungan.contributions.OpenCharge;
import id.patungan.contributions.late.LateDays.Before;
import id.patungan.contributions.late.LatePolicy.Kind;
import id.patungan.contributions.late.LatePolicy.Terms;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a late charge costs, by hand. */
class LateDaysTest {

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final LocalDate DUE = LocalDate.of(2006, 1, 31);
    private static final LocalDate ISSUED = LocalDate.of(2006, 1, 2);

    private static Money money(long rupiah) {
        return new Money(IDR, rupiah * 100);
    }

    private static OpenCharge charge(long open) {
        return new OpenCharge(
                "AS-2006-0001/34.04",
                "AS-2006-0001",
                "Iuran",
                "34.04",
                "Kabupaten Sleman",
                "UMUM",
                "11300",
                null,
                null,
                "2006",
                ISSUED,
                DUE,
                money(1_000_000),
                money(1_000_000 - open),
                money(open),
                null,
                OpenCharge.Status.OPEN);
    }

    private static Terms interest(Kind kind, String percent, int grace, @Nullable String cap) {
        return new Terms(
                kind,
                new BigDecimal(percent),
                null,
                grace,
                cap == null ? null : new BigDecimal(cap),
                money(1));
    }

    private static Optional<LateProposal> of(
            Map<LocalDate, Long> open, @Nullable Before before, Terms terms, LocalDate through) {
        var days = new TreeMap<LocalDate, Long>();
        open.forEach((day, rupiah) -> days.put(day, rupiah * 100));
        return LateDays.of(charge(0), days, before, terms, LocalDate.of(2006, 1, 1), through);
    }

    private static LocalDate february(int day) {
        return LocalDate.of(2006, 2, day);
    }

    @Test
    void interestIsSimpleOnActualDaysAfterGraceRoundedDownOnce() {
        var terms = interest(Kind.MONTH, "2", 5, null);
        var open = Map.of(ISSUED, 1_000_000L);

        assertThat(of(open, null, terms, february(5))).isEmpty();
        var ten = of(open, null, terms, february(15)).orElseThrow();

        // 1.000.000 × 24 % × 10 / 365 = 6575,34…
        assertThat(ten.amount()).isEqualTo(money(6575));
        assertThat(ten.firstDay()).isEqualTo(february(6));
        assertThat(ten.days()).isEqualTo(10);
        assertThat(ten.late()).isEqualTo(money(1_000_000));
        assertThat(of(open, null, interest(Kind.YEAR, "24", 5, null), february(15)))
                .map(LateProposal::amount)
                .contains(money(6575));
    }

    /** Days before the terms were in force are not charged by them. */
    @Test
    void nothingIsChargedForTheTimeBeforeThePolicy() {
        var terms = interest(Kind.MONTH, "2", 5, null);
        var open = new TreeMap<>(Map.of(ISSUED, 100_000_000L));

        var found =
                LateDays.of(charge(0), open, null, terms, february(11), february(15)).orElseThrow();

        // 1.000.000 × 24 % × 5 / 365 = 3287,67…
        assertThat(found.firstDay()).isEqualTo(february(11));
        assertThat(found.days()).isEqualTo(5);
        assertThat(found.amount()).isEqualTo(money(3287));
    }

    @Test
    void whatIsPaidOnTheWayCostsLessFromItsDayOn() {
        var terms = interest(Kind.MONTH, "2", 5, null);
        var open = Map.of(ISSUED, 1_000_000L, february(11), 500_000L, february(14), 0L);

        var found = of(open, null, terms, february(28)).orElseThrow();

        // (5 × 1.000.000 + 3 × 500.000) × 24 % / 365 = 4273,97…
        assertThat(found.amount()).isEqualTo(money(4273));
        assertThat(found.days()).isEqualTo(8);
        assertThat(found.late()).isEqualTo(money(0));
        assertThat(found.spans())
                .containsExactly(
                        new LateProposal.Span(february(6), february(10), money(1_000_000)),
                        new LateProposal.Span(february(11), february(13), money(500_000)));
        assertThat(found.spans().getFirst().days()).isEqualTo(5);
        assertThat(found.capped()).isFalse();
    }

    @Test
    void noDayIsChargedTwice() {
        var terms = interest(Kind.MONTH, "2", 5, null);
        var open = Map.of(ISSUED, 1_000_000L);
        var before = new Before(february(10), money(3287).minorUnits());

        var rest = of(open, before, terms, february(15)).orElseThrow();

        assertThat(rest.firstDay()).isEqualTo(february(11));
        assertThat(rest.days()).isEqualTo(5);
        assertThat(rest.amount()).isEqualTo(money(3287));
        assertThat(rest.chargedThrough()).isEqualTo(february(10));
        assertThat(of(open, before, terms, february(10))).isEmpty();
    }

    @Test
    void theCapIsOverAllTime() {
        var terms = interest(Kind.MONTH, "2", 5, "0.5");
        var open = Map.of(ISSUED, 1_000_000L);
        assertThat(of(open, null, terms, february(15)).orElseThrow().amount())
                .isEqualTo(money(5_000));
        var before = new Before(february(10), money(3287).minorUnits());
        assertThat(of(open, before, terms, february(15)).orElseThrow().amount())
                .isEqualTo(money(1713));
        var all = new Before(february(10), money(5_000).minorUnits());
        assertThat(of(open, all, terms, february(15))).isEmpty();
    }

    @Test
    void aFixedFineIsChargedOnceAndOnlyWhileSomethingIsLate() {
        var terms = new Terms(Kind.FIXED, null, money(250_000), 0, null, money(1));
        var open = Map.of(ISSUED, 1_000_000L);
        assertThat(of(open, null, terms, february(1)).orElseThrow().amount())
                .isEqualTo(money(250_000));
        var before = new Before(february(1), money(250_000).minorUnits());
        assertThat(of(open, before, terms, february(28))).isEmpty();
        assertThat(of(Map.of(ISSUED, 1_000_000L, DUE, 0L), null, terms, february(28))).isEmpty();
    }

    @Test
    void termsThatCannotBeMeantAreRefused() {
        refused("late.percent", () -> interest(Kind.YEAR, "0", 0, null));
        refused("late.percent", () -> interest(Kind.YEAR, "100.1", 0, null));
        refused("late.percent", () -> interest(Kind.YEAR, "6", 0, "0"));
        refused("late.days", () -> interest(Kind.YEAR, "6", -1, null));
        refused(
                "late.not-positive",
                () -> new Terms(Kind.FIXED, null, money(0), 0, null, money(1)));
        refused(
                "late.not-positive",
                () -> new Terms(Kind.FIXED, null, money(1), 0, null, money(0)));
    }

    private static void refused(
            String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(LateException.class)
                .isThrownBy(call)
                .matches(refusal -> refusal.code().equals(code), code);
    }
}
