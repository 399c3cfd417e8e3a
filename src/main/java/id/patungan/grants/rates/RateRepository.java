package id.patungan.grants.rates;

import static id.patungan.platform.schema.Tables.EXCHANGE_RATE;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.year;

import id.patungan.basics.BodyId;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Recorded exchange rates. */
@Repository
class RateRepository {

    private final DSLContext sql;

    RateRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** The newest rate of that day or month. */
    Optional<ExchangeRate> newest(BodyId body, Currency currency, RateDate on) {
        var table = EXCHANGE_RATE;
        return rates(
                        table.BOOK_ID
                                .eq(body.value())
                                .and(table.CURRENCY.eq(currency.getCurrencyCode()))
                                .and(table.KIND.eq(on.kind().code()))
                                .and(table.DAY.eq(on.day())))
                .stream()
                .filter(rate -> rate.replacedBy() == null)
                .findFirst();
    }

    /** Rates with those they replaced, the newest day first. */
    List<ExchangeRate> list(
            BodyId body,
            @Nullable Currency currency,
            @Nullable RateKind kind,
            @Nullable Integer in) {
        var table = EXCHANGE_RATE;
        return rates(
                table.BOOK_ID
                        .eq(body.value())
                        .and(
                                currency == null
                                        ? noCondition()
                                        : table.CURRENCY.eq(currency.getCurrencyCode()))
                        .and(kind == null ? noCondition() : table.KIND.eq(kind.code()))
                        .and(in == null ? noCondition() : year(table.DAY).eq(in)));
    }

    /** The currencies of which there is a rate. */
    List<String> currencies(BodyId body) {
        return sql.selectDistinct(EXCHANGE_RATE.CURRENCY)
                .from(EXCHANGE_RATE)
                .where(EXCHANGE_RATE.BOOK_ID.eq(body.value()))
                .orderBy(EXCHANGE_RATE.CURRENCY)
                .fetch(EXCHANGE_RATE.CURRENCY);
    }

    /** The years of which there is a rate, the newest first. */
    List<Integer> years(BodyId body) {
        var in = year(EXCHANGE_RATE.DAY);
        return sql.selectDistinct(in)
                .from(EXCHANGE_RATE)
                .where(EXCHANGE_RATE.BOOK_ID.eq(body.value()))
                .orderBy(in.desc())
                .fetch(row -> row.value1());
    }

    int lastNumber(BodyId body) {
        var last =
                sql.select(max(EXCHANGE_RATE.RATE_NO))
                        .from(EXCHANGE_RATE)
                        .where(EXCHANGE_RATE.BOOK_ID.eq(body.value()))
                        .fetchOne(row -> row.value1());
        return last == null ? 0 : last;
    }

    void insert(
            BodyId body, int no, NewRate wish, @Nullable Integer replaces, String by, Instant at) {
        var table = EXCHANGE_RATE;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.RATE_NO, no)
                .set(table.CURRENCY, wish.currency().getCurrencyCode())
                .set(table.KIND, wish.on().kind().code())
                .set(table.DAY, wish.on().day())
                .set(table.RATE, wish.rate())
                .set(table.SOURCE, wish.source())
                .set(table.DOCUMENT, wish.document())
                .set(table.REPLACES, replaces)
                .set(table.REASON, wish.reason())
                .set(table.RECORDED_BY, by)
                .set(table.RECORDED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }

    private List<ExchangeRate> rates(Condition which) {
        var table = EXCHANGE_RATE;
        var later = EXCHANGE_RATE.as("later");
        return sql.select(table.fields())
                .select(later.RATE_NO)
                .from(table)
                .leftJoin(later)
                .on(later.BOOK_ID.eq(table.BOOK_ID))
                .and(later.REPLACES.eq(table.RATE_NO))
                .where(which)
                .orderBy(table.DAY.desc(), table.CURRENCY, table.KIND, table.RATE_NO.desc())
                .fetch(row -> rate(row, row.get(later.RATE_NO)));
    }

    private static ExchangeRate rate(Record row, @Nullable Integer replacedBy) {
        var table = EXCHANGE_RATE;
        return new ExchangeRate(
                row.get(table.RATE_NO),
                Currency.getInstance(row.get(table.CURRENCY)),
                new RateDate(RateKind.of(row.get(table.KIND)).orElseThrow(), row.get(table.DAY)),
                row.get(table.RATE),
                row.get(table.SOURCE),
                row.get(table.DOCUMENT),
                row.get(table.REPLACES),
                row.get(table.REASON),
                replacedBy,
                row.get(table.RECORDED_BY),
                row.get(table.RECORDED_AT).toInstant(ZoneOffset.UTC));
    }
}
