package id.patungan.grants;

import static id.patungan.grants.Secretariat.day;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.DomainException;
import id.patungan.grants.AwardExchange.Interest;
import id.patungan.grants.AwardExchange.Part;
import id.patungan.grants.AwardExchange.Receipt;
import id.patungan.grants.AwardExchange.Refund;
import id.patungan.grants.AwardExchange.Revaluation;
import id.patungan.grants.AwardExchange.Settlement;
import id.patungan.grants.AwardExchange.Spending;
import id.patungan.grants.AwardMoney.Move;
import id.patungan.grants.AwardTerms.ExchangeBearer;
import id.patungan.grants.AwardTerms.ExchangeMethod;
import id.patungan.grants.rates.ExchangeRates;
import id.patungan.grants.rates.NewRate;
import id.patungan.grants.rates.RateDate;
import id.patungan.ledger.Books;
import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
import id.patungan.ledger.Entry;
import id.patungan.parties.Bodies;
import id.patungan.parties.Parties;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random streams in a foreign currency: after each step received + interest ± exchange − eligible −
 * refunded is what the accounts hold in the book's currency, and the same without an exchange term
 * in the award's own.
 */
@DatabaseTest
class ForeignIdentityTest {

    private static final String AWARD = EuroAward.CODE;
    private static final String LINE = AWARD + "/A";
    private static final int STEPS = 40;
    private static final int DAYS = 8;

    private final AwardExchange exchange;
    private final AwardMoney money;
    private final Awards awards;
    private final ExchangeRates rates;
    private final Checks checks;
    private final Secretariat office;

    @Autowired
    ForeignIdentityTest(
            AwardExchange exchange,
            AwardMoney money,
            Awards awards,
            ExchangeRates rates,
            Checks checks,
            Bodies bodies,
            Parties parties,
            Books books) {
        this.exchange = exchange;
        this.money = money;
        this.awards = awards;
        this.rates = rates;
        this.checks = checks;
        this.office = Secretariat.open(bodies, parties, books, awards);
    }

    /** Every method, bearer and condition; the last two with an account in rupiah. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
    void theIdentityHoldsInBothCurrenciesAfterEveryStep(long seed) {
        var random = new Random(seed);
        var methods = ExchangeMethod.values();
        office.approved(
                AWARD,
                EuroAward.terms(
                        methods[(int) seed % methods.length],
                        seed % 3 == 0 ? ExchangeBearer.BODY : ExchangeBearer.AWARD,
                        seed % 4 != 1));
        var kept = seed < 6;
        for (var step = 0; step < STEPS; step++) rate(random, on(step));
        var done = new ArrayList<Long>();
        var kinds = new java.util.HashSet<String>();
        var refusals = 0;
        for (var step = 0; step < STEPS; step++) {
            try {
                var entry = step(random, step, kept, done);
                done.add(entry.no());
                kinds.add(entry.kind());
            } catch (DomainException refused) {
                refusals++;
            }
            var book = awards.book(office.finance(), AWARD);
            for (var on : List.of(on(step), day("2006-12-31"))) {
                var position = AwardPosition.of(book, on);
                assertThat(position.ties()).as("%d/%d %s", seed, step, position).isTrue();
                if (!kept) continue;
                var own = new ForeignMoney(book).position(on);
                assertThat(own.ties()).as("%d/%d %s", seed, step, own).isTrue();
            }
        }
        assertThat(kinds).hasSizeGreaterThan(kept ? 4 : 2);
        assertThat(done.size()).isGreaterThan(12);
        assertThat(refusals).isPositive();
        assertThat(checks.run(office.finance()))
                .filteredOn(one -> !one.passed())
                .extracting(CheckResult::check)
                // as in AwardIdentityTest
                .isSubsetOf("known-actors", "restricted-cash-covers");
    }

    private static LocalDate on(int step) {
        return day("2006-01-05").plusDays((long) step * DAYS);
    }

    private void rate(Random random, LocalDate on) {
        for (var date : List.of(on.toString(), on.toString().substring(0, 7))) {
            try {
                rates.record(
                        office.finance(),
                        new NewRate(
                                EuroAward.EUR,
                                RateDate.read(date),
                                NewRate.rate(Integer.toString(16_000 + random.nextInt(3_000))),
                                "BI",
                                null,
                                null));
            } catch (DomainException thereAlready) {
                assertThat(date).hasSize(7);
            }
        }
    }

    private Entry step(Random random, int step, boolean kept, List<Long> done) {
        var finance = office.finance();
        var key = "s" + step;
        var on = on(step);
        var original = 1 + random.nextInt(4_000_00);
        var amount = original * (16_000L + random.nextInt(3_000));
        return switch (step < 2 ? 0 : random.nextInt(10)) {
            case 0, 1 ->
                    exchange.receive(
                            finance,
                            AWARD,
                            new Receipt(
                                    on,
                                    null,
                                    null,
                                    original * 2L,
                                    amount * 2,
                                    kept,
                                    "S" + step,
                                    null),
                            key);
            case 2 ->
                    exchange.interest(
                            finance,
                            AWARD,
                            new Interest(on, null, original / 100, amount / 100, "B" + step, null),
                            key);
            case 3 -> exchange.revalue(finance, AWARD, new Revaluation(on, null), key);
            case 4 ->
                    exchange.refund(
                            finance,
                            AWARD,
                            new Refund(on, null, original / 4, "R" + step, null),
                            key);
            case 5 ->
                    money.undo(
                            finance,
                            AWARD,
                            done.get(random.nextInt(done.size())),
                            on,
                            "Salah catat",
                            key);
            case 6 ->
                    money.move(
                            finance,
                            AWARD,
                            new Move(on, LINE, "52400", amount / 10, "UMUM", null, "Tidak layak"),
                            key);
            case 7 ->
                    exchange.settle(
                            finance,
                            AWARD,
                            new Settlement(
                                    on, null, 1 + original / 100, amount / 100, "L" + step, null),
                            key);
            default ->
                    exchange.spend(
                            finance,
                            AWARD,
                            new Spending(
                                    on,
                                    "V" + step,
                                    "Ahli",
                                    "52400",
                                    List.of(
                                            new Part(
                                                    EuroAward.FUND,
                                                    LINE,
                                                    kept ? original : amount))),
                            key);
        };
    }
}
