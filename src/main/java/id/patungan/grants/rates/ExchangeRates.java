package id.patungan.grants.rates;

import id.patungan.basics.InputException;
import id.patungan.basics.Problem;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * The register of exchange rates of a book: each with its source, none ever changed. A correction
 * is a new rate with a reason; it counts for what is converted from then on, while entries keep the
 * rate they were posted with.
 */
@Service
public class ExchangeRates {

    private final RateRepository rates;
    private final Books books;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    ExchangeRates(
            RateRepository rates,
            Books books,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.rates = rates;
        this.books = books;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What to list; null leaves a limit out.
     *
     * @param year in which the day or month lies
     */
    public record Asked(
            @Nullable Currency currency, @Nullable RateKind kind, @Nullable Integer year) {}

    /** Rates with those they replaced, the newest day first. */
    public List<ExchangeRate> list(Access access, Asked asked) {
        access.require(Action.READ_BOOKS);
        return transactions.read(
                () -> rates.list(access.body(), asked.currency(), asked.kind(), asked.year()));
    }

    /** The currencies of which there is a rate. */
    List<String> currencies(Access access) {
        access.require(Action.READ_BOOKS);
        return transactions.read(() -> rates.currencies(access.body()));
    }

    /** The years of which there is a rate, the newest first. */
    List<Integer> years(Access access) {
        access.require(Action.READ_BOOKS);
        return transactions.read(() -> rates.years(access.body()));
    }

    /**
     * The rates of a currency that count, for services that convert with them and show no other
     * rate than those their paper names.
     */
    public RateTable table(Access access, Currency currency) {
        access.require(Action.READ_OWN);
        return transactions.read(
                () -> RateTable.of(currency, rates.list(access.body(), currency, null, null)));
    }

    /**
     * Records a rate; the same once more changes nothing.
     *
     * @throws RatesException if another rate is recorded for that day or month and no reason for a
     *     correction is given, or the day has not come
     */
    public ExchangeRate record(Access access, NewRate wish) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () -> {
                    check(access, wish);
                    var there = there(access, wish);
                    if (there == null || !there.says(wish)) store(access, wish, there);
                    return rates.newest(access.body(), wish.currency(), wish.on()).orElseThrow();
                });
    }

    /**
     * Records all of them or none.
     *
     * @param problems what is already wrong with the file they stand in
     * @param dryRun stores nothing
     * @return how many were not there before
     * @throws InputException with every problem
     */
    int recordAll(
            Access access, List<RateFile.Line> lines, List<Problem> problems, boolean dryRun) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () -> {
                    var all = new ArrayList<>(problems);
                    var wanted = new ArrayList<Wanted>();
                    for (var line : lines) {
                        try {
                            check(access, line.wish());
                            var there = there(access, line.wish());
                            if (there == null || !there.says(line.wish())) {
                                wanted.add(new Wanted(line.wish(), there));
                            }
                        } catch (RatesException refused) {
                            all.add(line.problem(refused));
                        }
                    }
                    if (!all.isEmpty()) throw new InputException(RateFile.inOrder(all));
                    if (!dryRun) wanted.forEach(one -> store(access, one.wish(), one.there()));
                    return wanted.size();
                });
    }

    private record Wanted(NewRate wish, @Nullable ExchangeRate there) {}

    /** Today in the body's zone. */
    LocalDate today(Access access) {
        return LocalDate.now(clock.withZone(books.get(access.body()).zone()));
    }

    /** A month's reference rate is made known shortly before the month begins. */
    private void check(Access access, NewRate wish) {
        var own = books.get(access.body()).currency();
        if (wish.currency().equals(own)) throw RatesException.bookCurrency(own.getCurrencyCode());
        var today = today(access);
        var future =
                wish.on().kind() == RateKind.DAY
                        ? wish.on().day().isAfter(today)
                        : wish.on().month().isAfter(YearMonth.from(today).plusMonths(1));
        if (future) throw RatesException.inFuture(wish.on(), today);
    }

    /** What the wish would correct; null if it is the first. */
    private @Nullable ExchangeRate there(Access access, NewRate wish) {
        var there = rates.newest(access.body(), wish.currency(), wish.on()).orElse(null);
        if (there == null && wish.reason() != null) {
            throw RatesException.nothingToCorrect(wish.currency(), wish.on());
        }
        if (there != null && !there.says(wish) && wish.reason() == null) {
            throw RatesException.already(wish.currency(), wish.on(), there.rate(), there.source());
        }
        return there;
    }

    private void store(Access access, NewRate wish, @Nullable ExchangeRate there) {
        var no = rates.lastNumber(access.body()) + 1;
        rates.insert(
                access.body(),
                no,
                wish,
                there == null ? null : there.no(),
                access.handle(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(
                access,
                "exchange-rate.record",
                wish.currency().getCurrencyCode() + " " + wish.on(),
                there == null ? null : Trail.of(there),
                Trail.of(wish));
    }

    /** A rate as the audit trail keeps it. */
    private record Trail(
            String rate, String source, @Nullable String document, @Nullable String reason) {

        static Trail of(ExchangeRate rate) {
            return new Trail(
                    rate.rate().toPlainString(), rate.source(), rate.document(), rate.reason());
        }

        static Trail of(NewRate wish) {
            return new Trail(
                    wish.rate().toPlainString(), wish.source(), wish.document(), wish.reason());
        }
    }
}
