package id.patungan.grants;

import static id.patungan.grants.Secretariat.day;
import static id.patungan.grants.Secretariat.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.DomainException;
import id.patungan.grants.AwardExchange.Interest;
import id.patungan.grants.AwardExchange.Part;
import id.patungan.grants.AwardExchange.Receipt;
import id.patungan.grants.AwardExchange.Refund;
import id.patungan.grants.AwardExchange.Revaluation;
import id.patungan.grants.AwardExchange.Settlement;
import id.patungan.grants.AwardExchange.Spending;
import id.patungan.grants.AwardTerms.ExchangeBearer;
import id.patungan.grants.AwardTerms.ExchangeMethod;
import id.patungan.grants.rates.ExchangeRates;
import id.patungan.grants.rates.FxCost;
import id.patungan.grants.rates.NewRate;
import id.patungan.grants.rates.RateDate;
import id.patungan.ledger.Books;
import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
import id.patungan.ledger.Entry;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.ledger.Original;
import id.patungan.parties.Bodies;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.testing.DatabaseTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A euro award of three tranches from receipt to refund; the figures are reckoned by hand in {@code
 * ConversionTest}.
 */
@DatabaseTest
class AwardExchangeTest {

    private static final String AWARD = EuroAward.CODE;
    private static final String FUND = EuroAward.FUND;
    private static final LocalDate YEAR_END = day("2006-12-31");
    private static final AtomicInteger KEY = new AtomicInteger();

    private final AwardExchange exchange;
    private final AwardMoney money;
    private final Awards awards;
    private final ExchangeRates rates;
    private final Checks checks;
    private final Ledger ledger;
    private final Secretariat body;
    private final Access finance;

    @Autowired
    AwardExchangeTest(
            AwardExchange exchange,
            AwardMoney money,
            Awards awards,
            ExchangeRates rates,
            Checks checks,
            Ledger ledger,
            Bodies bodies,
            Parties parties,
            Books books) {
        this.exchange = exchange;
        this.money = money;
        this.awards = awards;
        this.rates = rates;
        this.checks = checks;
        this.ledger = ledger;
        this.body = Secretariat.open(bodies, parties, books, awards);
        this.finance = body.finance();
    }

    private void open(ExchangeMethod method, ExchangeBearer bearer, boolean conditional) {
        body.approved(AWARD, EuroAward.terms(method, bearer, conditional));
        for (var rate :
                List.of(
                        "2006-02 17100",
                        "2006-05 17400",
                        "2006-08 18100",
                        "2006-02-10 17050.5",
                        "2006-05-20 17450",
                        "2006-08-05 18050",
                        "2006-06-30 17600")) {
            var text = rate.split(" ", -1);
            rates.record(
                    finance,
                    new NewRate(
                            EuroAward.EUR,
                            RateDate.read(text[0]),
                            NewRate.rate(text[1]),
                            "InforEuro",
                            null,
                            null));
        }
    }

    private Entry receive(String tranche, String on, long original, long rupiah, boolean kept) {
        return exchange.receive(
                finance,
                AWARD,
                new Receipt(
                        day(on),
                        tranche,
                        null,
                        original,
                        rupiah(rupiah),
                        kept,
                        "SWIFT-" + tranche,
                        null),
                "k" + KEY.incrementAndGet());
    }

    private Entry spend(String document, String on, long amount) {
        return exchange.spend(
                finance,
                AWARD,
                new Spending(
                        day(on),
                        document,
                        "Tenaga ahli",
                        "52400",
                        List.of(new Part(FUND, AWARD + "/A", amount))),
                "k" + KEY.incrementAndGet());
    }

    private AwardPosition position() {
        var position = AwardPosition.of(awards.book(finance, AWARD), YEAR_END);
        assertThat(position.ties()).as("%s", position).isTrue();
        return position;
    }

    private ForeignMoney foreign() {
        return new ForeignMoney(awards.book(finance, AWARD));
    }

    private void passes() {
        assertThat(checks.run(finance))
                .filteredOn(one -> !one.check().equals("known-actors"))
                .filteredOn(one -> !one.passed())
                .isEmpty();
    }

    /** The body owes the award something, which is named, and nothing else is wrong. */
    private void owing() {
        assertThat(checks.run(finance))
                .filteredOn(one -> !one.check().equals("known-actors"))
                .filteredOn(one -> !one.passed())
                .extracting(CheckResult::check)
                .containsExactly("restricted-cash-covers");
    }

    @ParameterizedTest
    @EnumSource
    void everythingSpentFromTheEuroAccountLeavesItEmptyUnderEveryMethod(ExchangeMethod method) {
        open(method, ExchangeBearer.AWARD, true);
        receive("T1", "2006-01-15", 10_000_00, 170_000_000, true);
        spend("V-1", "2006-02-10", 5_000_00);
        receive("T2", "2006-04-15", 20_000_00, 350_000_000, true);
        spend("V-2", "2006-05-20", 15_000_00);
        receive("T3", "2006-07-15", 10_000_00, 180_000_000, true);
        spend("V-3", "2006-08-05", 20_000_00);

        var costs =
                switch (method) {
                    case TRANSFER_AVERAGE -> List.of(85_000_000L, 260_000_000L, 350_000_000L);
                    case FIRST_IN -> List.of(85_000_000L, 260_000_000L, 355_000_000L);
                    case MONTH -> List.of(85_500_000L, 261_000_000L, 362_000_000L);
                    case DAY -> List.of(85_252_500L, 261_750_000L, 361_000_000L);
                };
        var whole = costs.stream().mapToLong(Long::longValue).sum();
        assertThat(foreign().costs(exchange.rates(finance, AWARD)))
                .extracting(FxCost::book)
                .containsExactlyElementsOf(costs.stream().map(Secretariat::rupiah).toList());
        var position = position();
        assertThat(position.received()).isEqualTo(rupiah(700_000_000));
        assertThat(position.eligible()).isEqualTo(rupiah(whole));
        assertThat(position.exchange()).isEqualTo(rupiah(whole - 700_000_000));
        assertThat(position.balance()).isZero();
        assertThat(foreign().bank(FUND).original()).isZero();
        assertThat(foreign().bank(FUND).book()).isZero();
        assertThat(foreign().liability(FUND).original()).isZero();
        assertThat(foreign().liability(FUND).book()).isZero();
        passes();
    }

    @Test
    void aCostSaysItsRateAndWhereThatComesFrom() {
        open(ExchangeMethod.TRANSFER_AVERAGE, ExchangeBearer.AWARD, true);
        receive("T1", "2006-01-15", 10_000_00, 170_000_000, true);
        receive("T2", "2006-04-15", 20_000_00, 350_000_000, true);
        spend("V-2", "2006-05-20", 15_000_00);

        assertThat(foreign().costs(exchange.rates(finance, AWARD)))
                .singleElement()
                .satisfies(cost -> {
                    assertThat(cost.original()).isEqualTo(15_000_00);
                    assertThat(cost.parts().getFirst().tranches()).containsExactly("T1", "T2");
                    assertThat(cost.parts().getFirst().from()).isEqualTo("2006-04-15");
                });
    }

    @Test
    void whatTheBankChangedIsSpentInRupiahAndConvertedForTheGiver() {
        open(ExchangeMethod.FIRST_IN, ExchangeBearer.AWARD, true);
        receive("T1", "2006-01-15", 10_000_00, 170_000_000, false);
        spend("V-1", "2006-02-10", rupiah(85_000_000));
        receive("T2", "2006-04-15", 20_000_00, 350_000_000, false);
        spend("V-2", "2006-05-20", rupiah(200_000_000));
        receive("T3", "2006-07-15", 10_000_00, 180_000_000, false);
        spend("V-3", "2006-08-05", rupiah(300_000_000));

        assertThat(foreign().costs(exchange.rates(finance, AWARD)))
                .extracting(FxCost::original)
                .containsExactly(5_000_00L, 11_571_43L, 17_039_68L);
        assertThat(position().balance()).isEqualTo(rupiah(115_000_000));
        assertThat(position().exchange()).isZero();
        assertThat(foreign().kept()).isFalse();
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> receive("T3", "2006-07-16", 1, 1, true))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("grants.account-kept"));
        passes();
    }

    /** 10,000 are carried at 174,000,000 and worth 176,000,000 at 17,600. */
    @ParameterizedTest
    @EnumSource
    void aRevaluationIsBorneByWhomTheTermsSay(ExchangeBearer bearer) {
        open(ExchangeMethod.TRANSFER_AVERAGE, bearer, true);
        receive("T1", "2006-01-15", 10_000_00, 170_000_000, true);
        spend("V-1", "2006-02-10", 5_000_00);
        receive("T2", "2006-04-15", 20_000_00, 350_000_000, true);
        spend("V-2", "2006-05-20", 15_000_00);

        var entry =
                exchange.revalue(
                        finance, AWARD, new Revaluation(day("2006-06-30"), "BA-6"), "revalue");

        assertThat(foreign().bank(FUND).original()).isEqualTo(10_000_00);
        assertThat(foreign().bank(FUND).book()).isEqualTo(rupiah(176_000_000));
        var borne = bearer == ExchangeBearer.AWARD ? 176_000_000 : 174_000_000;
        assertThat(foreign().liability(FUND).book()).isEqualTo(rupiah(borne));
        // the second cost counts 1,000,000 less than its euros came in at, which nobody has lost
        assertThat(position().exchange())
                .isEqualTo(rupiah(bearer == ExchangeBearer.AWARD ? 1_000_000 : -1_000_000));
        assertThat(position().balance()).isEqualTo(rupiah(borne));
        passes();
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() ->
                        exchange.revalue(
                                finance, AWARD, new Revaluation(day("2006-06-30"), null), "again"))
                .satisfies(refused ->
                        assertThat(refused.code()).isEqualTo("grants.nothing-to-revalue"));
        money.undo(finance, AWARD, entry.no(), day("2006-06-30"), "Kurs salah", "undo");
        assertThat(foreign().bank(FUND).book()).isEqualTo(rupiah(174_000_000));
        passes();
    }

    @Test
    void unconditionalMoneyBearsDifferencesInItsFund() {
        open(ExchangeMethod.MONTH, ExchangeBearer.AWARD, false);
        receive("T1", "2006-01-15", 10_000_00, 170_000_000, true);
        spend("V-1", "2006-02-10", 5_000_00);
        receive("T2", "2006-04-15", 20_000_00, 350_000_000, true);
        exchange.revalue(finance, AWARD, new Revaluation(day("2006-06-30"), null), "r");

        // 25,000 at 435,000,000 are worth 440,000,000; 500,000 were realised before
        assertThat(position().exchange()).isEqualTo(rupiah(5_500_000));
        assertThat(position().balance()).isEqualTo(rupiah(440_000_000));
        passes();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLeftGoesBackInItsCurrencyAndNothingStays(ExchangeBearer bearer) {
        open(ExchangeMethod.TRANSFER_AVERAGE, bearer, true);
        receive("T1", "2006-01-15", 10_000_00, 170_000_000, true);
        spend("V-1", "2006-02-10", 5_000_00);
        exchange.revalue(finance, AWARD, new Revaluation(day("2006-06-30"), null), "r");
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> refund(5_000_01, "SWIFT-9"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("rates.not-on-account"));

        refund(5_000_00, "SWIFT-9");

        assertThat(foreign().bank(FUND).original()).isZero();
        assertThat(foreign().bank(FUND).book()).isZero();
        assertThat(foreign().liability(FUND).book()).isZero();
        assertThat(position().balance()).isZero();
        passes();
    }

    /** EUR 100 at 17,500: to the award, so that 5,100 can be refunded; or owed back at once. */
    @ParameterizedTest
    @EnumSource(value = AwardTerms.Interest.class)
    void interestInItsCurrencyBelongsToWhomTheTermsSay(AwardTerms.Interest rule) {
        open(ExchangeMethod.TRANSFER_AVERAGE, ExchangeBearer.AWARD, true);
        body.approved(AWARD, EuroAward.terms(rule));
        receive("T1", "2006-01-15", 10_000_00, 170_000_000, true);
        spend("V-1", "2006-02-10", 5_000_00);

        exchange.interest(
                finance,
                AWARD,
                new Interest(day("2006-03-31"), null, 100_00, rupiah(1_750_000), "RK-3", null),
                "i");

        var given = rule == AwardTerms.Interest.BODY ? 0 : 100_00;
        assertThat(foreign().position(YEAR_END))
                .isEqualTo(new ForeignPosition(10_000_00, given, 5_000_00, 0, 5_000_00 + given));
        assertThat(foreign().bank(FUND).original()).isEqualTo(5_100_00);
        assertThat(foreign().goingBack(FUND).original())
                .isEqualTo(rule == AwardTerms.Interest.RETURN ? 100_00 : 0);
        assertThat(position().interest()).isEqualTo(given == 0 ? 0 : rupiah(1_750_000));
        passes();
        if (rule == AwardTerms.Interest.BODY) {
            // owed at 1,750,000, carried at 1,700,980.39; the body's bank got 1,720,000 for it
            exchange.settle(
                    finance,
                    AWARD,
                    new Settlement(
                            day("2006-04-01"), null, 100_00, rupiah(1_720_000), "TRF-1", null),
                    "settle");
            assertThat(foreign().bank(FUND).book()).isEqualTo(rupiah(86_750_000) - 170_098_039L);
            assertThat(awards.book(finance, AWARD).balance(YEAR_END, "29100")).isZero();
            assertThat(position().exchange()).isEqualTo(4_901_961L);
            refused("rates.not-on-account", () -> settle(1_000_000));
        } else {
            refund(5_100_00, "SWIFT-9");
            assertThat(foreign().position(YEAR_END).refunded()).isEqualTo(5_100_00);
            assertThat(foreign().position(YEAR_END).balance()).isZero();
            assertThat(foreign().goingBack(FUND).book()).isZero();
            assertThat(foreign().liability(FUND).book()).isZero();
            assertThat(position().balance()).isZero();
        }
        assertThat(foreign().position(YEAR_END).ties()).isTrue();
        passes();
    }

    /**
     * EUR 1,000 of a cost, at 17,000,000, are the body's; it pays EUR 1,000 that cost 18,000,000.
     */
    @ParameterizedTest
    @EnumSource
    void whatTheBodyOwesIsPaidIntoTheAccount(ExchangeBearer bearer) {
        open(ExchangeMethod.TRANSFER_AVERAGE, bearer, true);
        receive("T1", "2006-01-15", 10_000_00, 170_000_000, true);
        spend("V-1", "2006-02-10", 5_000_00);
        move();
        owing();

        refused("rates.not-on-account", () -> settle(1_000_01, 18_000_000));
        refused("grants.not-positive", () -> settle(1_000_00, 0));
        refused("rates.not-on-account", () -> settle("2006-02-28", 1_000_00, 18_000_000));
        settle(1_000_00, 18_000_000);

        assertThat(foreign().bank(FUND).original()).isEqualTo(6_000_00);
        assertThat(foreign().bank(FUND).book()).isEqualTo(rupiah(103_000_000));
        assertThat(awards.book(finance, AWARD).balance(YEAR_END, "19100")).isZero();
        assertThat(foreign().position(YEAR_END).balance()).isEqualTo(6_000_00);
        passes();
        refund(6_000_00, "SWIFT-9");
        assertThat(foreign().bank(FUND).book()).isZero();
        assertThat(foreign().liability(FUND).book()).isZero();
        assertThat(position().balance()).isZero();
        passes();
    }

    /** At 18,000 the giver counts 90 million for euros that came in at 85: nobody has won. */
    @Test
    void anotherRateThanTheMoneyCameAtIsNobodysGain() {
        open(ExchangeMethod.MONTH, ExchangeBearer.BODY, true);
        receive("T1", "2006-01-15", 10_000_00, 170_000_000, true);
        spend("V-1", "2006-08-05", 5_000_00);

        var book = awards.book(finance, AWARD);
        assertThat(book.balance(YEAR_END, "29100")).isZero();
        assertThat(book.balance(YEAR_END, "48100")).isEqualTo(-rupiah(5_500_000));
        assertThat(foreign().liability(FUND).book()).isEqualTo(rupiah(85_000_000));
        refund(5_000_00, "SWIFT-9");
        assertThat(position().balance()).isZero();
        passes();
    }

    /** Unconditional euros revalued from 85 to 88 million and spent: the body gets and owes 3. */
    @Test
    void whatTheBodyHasWonUnwindsWhenTheMoneyIsSpent() {
        open(ExchangeMethod.TRANSFER_AVERAGE, ExchangeBearer.BODY, false);
        receive("T1", "2006-01-15", 10_000_00, 170_000_000, true);
        spend("V-1", "2006-02-10", 5_000_00);
        exchange.revalue(finance, AWARD, new Revaluation(day("2006-06-30"), null), "r");
        assertThat(foreign().own(FUND).book()).isEqualTo(rupiah(85_000_000));
        spend("V-2", "2006-08-05", 5_000_00);

        var book = awards.book(finance, AWARD);
        assertThat(book.balance(YEAR_END, "29100") + book.balance(YEAR_END, "19100")).isZero();
        assertThat(position().balance()).isZero();
        assertThat(foreign().own(FUND).book()).isZero();
    }

    /** First in, first out: a tranche of 10,000 and 100 of interest are spent to the last cent. */
    @Test
    void interestIsSpentToTheLastCentUnderFirstIn() {
        open(ExchangeMethod.FIRST_IN, ExchangeBearer.AWARD, true);
        receive("T1", "2006-01-15", 10_000_00, 170_000_000, true);
        exchange.interest(
                finance,
                AWARD,
                new Interest(day("2006-02-01"), null, 100_00, rupiah(1_750_000), "RK-1", null),
                "i");
        spend("V-1", "2006-02-10", 10_100_00);

        assertThat(foreign().costs(exchange.rates(finance, AWARD)))
                .extracting(FxCost::book)
                .containsExactly(rupiah(171_750_000));
        assertThat(foreign().bank(FUND).original()).isZero();
        assertThat(position().balance()).isZero();
        passes();
    }

    private void settle(long amount) {
        settle(60_00, amount);
    }

    private void settle(long original, long amount) {
        settle("2006-06-01", original, amount);
    }

    private void settle(String on, long original, long amount) {
        exchange.settle(
                finance,
                AWARD,
                new Settlement(day(on), null, original, rupiah(amount), "TRF-1", null),
                "k" + KEY.incrementAndGet());
    }

    private void move() {
        money.move(
                finance,
                AWARD,
                new AwardMoney.Move(
                        day("2006-03-01"),
                        AWARD + "/A",
                        "52400",
                        rupiah(17_000_000),
                        "UMUM",
                        null,
                        "Di luar kerangka"),
                "move");
    }

    /** A fifth of a cost of EUR 5,000 is not eligible. */
    @Test
    void whatIsNotEligibleLeavesTheAwardInBothCurrencies() {
        open(ExchangeMethod.TRANSFER_AVERAGE, ExchangeBearer.AWARD, true);
        receive("T1", "2006-01-15", 10_000_00, 170_000_000, true);
        spend("V-1", "2006-02-10", 5_000_00);
        move();

        assertThat(foreign().position(YEAR_END))
                .isEqualTo(new ForeignPosition(10_000_00, 0, 4_000_00, 0, 6_000_00));
        assertThat(foreign().liability(FUND).original()).isEqualTo(6_000_00);
        assertThat(foreign().costs(exchange.rates(finance, AWARD)))
                .extracting(FxCost::original)
                .containsExactly(5_000_00L, -1_000_00L);
        assertThat(position().eligible()).isEqualTo(rupiah(68_000_000));
        owing();
    }

    private Entry refund(long original, String document) {
        return exchange.refund(
                finance,
                AWARD,
                new Refund(day("2006-10-01"), null, original, document, null),
                "k" + KEY.incrementAndGet());
    }

    @Test
    void whatTheTermsOrTheAccountDoNotAllowIsRefused() {
        open(ExchangeMethod.MONTH, ExchangeBearer.AWARD, true);
        receive("T1", "2006-01-15", 10_000_00, 170_000_000, true);

        refused("grants.tranche-received", () -> receive("T1", "2006-01-16", 1, 17, true));
        refused("grants.tranche-amount", () -> receive("T2", "2006-04-15", 20_000_01, 1, true));
        refused("grants.account-kept", () -> receive("T2", "2006-04-15", 1_00, 17_000, false));
        refused("rates.no-rate", () -> spend("V-1", "2006-03-10", 5_000_00));
        refused("rates.not-on-account", () -> spend("V-1", "2006-02-10", 10_000_01));
        refused(
                "grants.foreign-money",
                () ->
                        money.receive(
                                finance,
                                AWARD,
                                new AwardMoney.Receipt(
                                        day("2006-04-15"),
                                        "T2",
                                        java.util.Map.of(FUND, 1L),
                                        null,
                                        null),
                                "k" + KEY.incrementAndGet()));
        for (var work :
                List.<Runnable>of(
                        () -> money.interest(finance, AWARD, inRupiah(), "i"),
                        () -> money.giveUp(finance, AWARD, inRupiah(), "g"),
                        () -> money.settle(finance, AWARD, inRupiah(), "s"),
                        () -> money.refund(finance, AWARD, inRupiah(), "r"))) {
            refused("grants.foreign-money", work);
        }
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() ->
                        exchange.revalue(
                                body.giver("GTZ"),
                                AWARD,
                                new Revaluation(day("2006-06-30"), null),
                                "x"));
        assertThat(position().balance()).isEqualTo(rupiah(170_000_000));
        passes();
    }

    private static AwardMoney.Amount inRupiah() {
        return new AwardMoney.Amount(day("2006-04-15"), null, 1, "B-1", null, null);
    }

    @Test
    void theNamedCheckFindsWhatDoesNotTie() {
        open(ExchangeMethod.MONTH, ExchangeBearer.AWARD, true);
        receive("T1", "2006-01-15", 10_000_00, 170_000_000, true);
        exchange.revalue(finance, AWARD, new Revaluation(day("2006-06-30"), null), "r");
        passes();
        manual("without", null);
        manual("wrong", new Original(EuroAward.EUR, 0, new BigDecimal("17600")));

        assertThat(checks.run(finance))
                .filteredOn(one -> one.check().equals("currency-accounts-tie"))
                .singleElement()
                .satisfies(result ->
                        assertThat(result.findings())
                                .satisfiesExactly(
                                        one -> assertThat(one).contains("without an amount in EUR"),
                                        one ->
                                                assertThat(one)
                                                        .contains(
                                                                "EUR 10000.00 at 17600 are"
                                                                        + " carried as IDR"
                                                                        + " 176000002.00")));
    }

    private void manual(String key, @Nullable Original original) {
        ledger.post(
                finance,
                new NewEntry(
                        day("2006-07-01"),
                        "manual",
                        "Salah",
                        "manual:" + key,
                        null,
                        List.of(
                                NewPosting.debit("11221", FUND, rupiah(1)).original(original),
                                NewPosting.credit("21500", FUND, rupiah(1)).party("GTZ"))));
    }

    private static void refused(String code, Runnable work) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(work::run)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
