package id.patungan.grants.rates;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The rates of one currency that count, to look up; those that were corrected are not in it. */
public final class RateTable {

    private final Currency currency;
    private final Map<RateDate, ExchangeRate> rates = new HashMap<>();

    private RateTable(Currency currency) {
        this.currency = currency;
    }

    /** Of all these rates the ones of that currency that count. */
    public static RateTable of(Currency currency, Collection<ExchangeRate> rates) {
        var table = new RateTable(currency);
        for (var rate : rates) {
            if (rate.currency().equals(currency) && rate.replacedBy() == null) {
                table.rates.put(rate.on(), rate);
            }
        }
        return table;
    }

    /** The currency whose rates these are. */
    public Currency currency() {
        return currency;
    }

    /** The rate that counts for that day or month, if there is one. */
    public Optional<ExchangeRate> find(RateDate on) {
        return Optional.ofNullable(rates.get(on));
    }

    /**
     * The rate of that very day; the day before or after is no answer.
     *
     * @throws RatesException naming currency and day, if there is none
     */
    public ExchangeRate ofDay(LocalDate day) {
        return need(RateDate.of(day));
    }

    /**
     * The reference rate of the month in which the day lies.
     *
     * @throws RatesException naming currency and month, if there is none
     */
    public ExchangeRate ofMonth(LocalDate day) {
        return need(RateDate.of(YearMonth.from(day)));
    }

    private ExchangeRate need(RateDate on) {
        return find(on).orElseThrow(() -> RatesException.noRate(currency, on));
    }
}
