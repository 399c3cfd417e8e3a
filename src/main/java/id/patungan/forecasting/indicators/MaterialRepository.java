package id.patungan.forecasting.indicators;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.BOOK_HEAD;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.FUND;
import static id.patungan.platform.schema.Tables.JOURNAL_ENTRY;
import static id.patungan.platform.schema.Tables.POSTING;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import id.patungan.basics.BodyId;
import id.patungan.forecasting.indicators.Material.Balance;
import id.patungan.forecasting.indicators.Material.Gifts;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.Restriction;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sums of the journal for the indicators: up to an entry and a day, closing entries left out. */
@Repository
class MaterialRepository {

    private static final String IN_KIND = "in-kind";
    private static final String IN_KIND_INCOME = "47100";

    private final DSLContext sql;

    MaterialRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** The date of the earliest entry. */
    Optional<LocalDate> firstDay(BodyId body, long knownAt) {
        return sql.select(min(JOURNAL_ENTRY.ENTRY_DATE))
                .from(JOURNAL_ENTRY)
                .where(JOURNAL_ENTRY.BOOK_ID.eq(body.value()))
                .and(JOURNAL_ENTRY.ENTRY_NO.le(knownAt))
                .and(
                        JOURNAL_ENTRY.ENTRY_NO.le(
                                select(BOOK_HEAD.LAST_NO)
                                        .from(BOOK_HEAD)
                                        .where(BOOK_HEAD.BOOK_ID.eq(body.value()))))
                .fetchOptional(row -> row.value1());
    }

    /**
     * Income and expense from one day to another.
     *
     * @param charged what an assessment is for, by its code
     */
    List<Flow> flows(
            BodyId body,
            LocalDate from,
            LocalDate until,
            long knownAt,
            Map<String, Flow.Charged> charged) {
        var ofFund = BOOK_PARTY.as("of_fund");
        var assessment =
                field(
                        "substring_index({0}, '/', 1)",
                        String.class, coalesce(POSTING.CHARGE, inline("")));
        var amount = sum(POSTING.AMOUNT);
        return sql.select(
                        ACCOUNT.KIND,
                        ACCOUNT.CODE,
                        ACCOUNT.FUNDING_CLASS,
                        FUND.CODE,
                        FUND.RESTRICTION,
                        BOOK_PARTY.CODE,
                        BOOK_PARTY.NAME,
                        ofFund.CODE,
                        ofFund.NAME,
                        assessment,
                        amount)
                .from(POSTING)
                .join(JOURNAL_ENTRY)
                .on(JOURNAL_ENTRY.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(JOURNAL_ENTRY.ENTRY_NO.eq(POSTING.ENTRY_NO))
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(POSTING.ACCOUNT_ID))
                .join(FUND)
                .on(FUND.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(FUND.FUND_ID.eq(POSTING.FUND_ID))
                .leftJoin(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(POSTING.PARTY_ID))
                .leftJoin(ofFund)
                .on(ofFund.BOOK_ID.eq(FUND.BOOK_ID))
                .and(ofFund.PARTY_ID.eq(FUND.PARTY_ID))
                .where(known(body, until, knownAt))
                .and(POSTING.ENTRY_DATE.ge(from))
                .and(ACCOUNT.KIND.in("income", "expense"))
                .and(JOURNAL_ENTRY.KIND.ne(NewEntry.CLOSING))
                .groupBy(
                        ACCOUNT.KIND,
                        ACCOUNT.CODE,
                        ACCOUNT.FUNDING_CLASS,
                        FUND.CODE,
                        FUND.RESTRICTION,
                        BOOK_PARTY.CODE,
                        BOOK_PARTY.NAME,
                        ofFund.CODE,
                        ofFund.NAME,
                        assessment)
                .having(amount.ne(BigDecimal.ZERO))
                .orderBy(ACCOUNT.CODE, FUND.CODE, BOOK_PARTY.CODE, assessment)
                .fetch(row -> {
                    var income = row.value1().equals("income");
                    var sum = row.value11().longValueExact();
                    var payer = payer(row.value6(), row.value7());
                    return new Flow(
                            income,
                            row.value2(),
                            row.value3(),
                            row.value4(),
                            Restriction.of(row.value5()),
                            row.value6(),
                            !income
                                    ? null
                                    : payer != null ? payer : payer(row.value8(), row.value9()),
                            charged.get(row.value10()),
                            income ? Math.negateExact(sum) : sum);
                });
    }

    private static @Nullable Payer payer(@Nullable String code, @Nullable String name) {
        return code == null || name == null ? null : new Payer(code, name);
    }

    /**
     * Costs that were given: of each entry with income in kind the expense up to that income; of
     * entries in kind and their reversals the rest, which was taken instead of dues.
     */
    Gifts gifts(BodyId body, LocalDate from, LocalDate until, long knownAt) {
        var original = JOURNAL_ENTRY.as("original");
        var expense = sum(when(ACCOUNT.KIND.eq("expense"), POSTING.AMOUNT).otherwise(0L));
        var income = sum(when(ACCOUNT.CODE.eq(IN_KIND_INCOME), POSTING.AMOUNT.neg()).otherwise(0L));
        var kind = max(coalesce(original.KIND, JOURNAL_ENTRY.KIND));
        var given = 0L;
        var forDues = 0L;
        for (var row :
                sql.select(POSTING.ENTRY_NO, kind, expense, income)
                        .from(POSTING)
                        .join(JOURNAL_ENTRY)
                        .on(JOURNAL_ENTRY.BOOK_ID.eq(POSTING.BOOK_ID))
                        .and(JOURNAL_ENTRY.ENTRY_NO.eq(POSTING.ENTRY_NO))
                        .leftJoin(original)
                        .on(original.BOOK_ID.eq(JOURNAL_ENTRY.BOOK_ID))
                        .and(original.ENTRY_NO.eq(JOURNAL_ENTRY.REVERSES_NO))
                        .join(ACCOUNT)
                        .on(ACCOUNT.BOOK_ID.eq(POSTING.BOOK_ID))
                        .and(ACCOUNT.ACCOUNT_ID.eq(POSTING.ACCOUNT_ID))
                        .join(FUND)
                        .on(FUND.BOOK_ID.eq(POSTING.BOOK_ID))
                        .and(FUND.FUND_ID.eq(POSTING.FUND_ID))
                        .where(known(body, until, knownAt))
                        .and(POSTING.ENTRY_DATE.ge(from))
                        .and(JOURNAL_ENTRY.KIND.ne(NewEntry.CLOSING))
                        .and(FUND.RESTRICTION.ne(Restriction.AGENCY.code()))
                        .groupBy(POSTING.ENTRY_NO)
                        .having(income.ne(BigDecimal.ZERO).or(kind.eq(IN_KIND)))) {
            var cost = row.value3().longValueExact();
            var free = within(row.value4().longValueExact(), cost);
            given = Math.addExact(given, free);
            if (row.value2().equals(IN_KIND)) forDues = Math.addExact(forDues, cost - free);
        }
        return new Gifts(given, forDues);
    }

    /** The amount, but no more than the limit and of the same sign. */
    private static long within(long amount, long limit) {
        return limit >= 0 ? Math.clamp(amount, 0, limit) : Math.clamp(amount, limit, 0);
    }

    /** What stands on assets and liabilities at the end of a day. */
    List<Balance> balances(BodyId body, LocalDate on, long knownAt) {
        var amount = sum(POSTING.AMOUNT);
        return sql.select(ACCOUNT.KIND, ACCOUNT.CODE, FUND.CODE, FUND.RESTRICTION, amount)
                .from(POSTING)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(POSTING.ACCOUNT_ID))
                .join(FUND)
                .on(FUND.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(FUND.FUND_ID.eq(POSTING.FUND_ID))
                .where(known(body, on, knownAt))
                .and(ACCOUNT.KIND.in("asset", "liability"))
                .groupBy(ACCOUNT.KIND, ACCOUNT.CODE, FUND.CODE, FUND.RESTRICTION)
                .having(amount.ne(BigDecimal.ZERO))
                .orderBy(ACCOUNT.CODE, FUND.CODE)
                .fetch(row ->
                        new Balance(
                                row.value1().equals("asset"),
                                row.value2(),
                                row.value3(),
                                Restriction.of(row.value4()),
                                row.value5().longValueExact()));
    }

    private static Condition known(BodyId body, LocalDate until, long knownAt) {
        return POSTING.BOOK_ID
                .eq(body.value())
                .and(POSTING.ENTRY_DATE.le(until))
                .and(POSTING.ENTRY_NO.le(knownAt))
                .and(
                        POSTING.ENTRY_NO.le(
                                select(BOOK_HEAD.LAST_NO)
                                        .from(BOOK_HEAD)
                                        .where(BOOK_HEAD.BOOK_ID.eq(body.value()))));
    }
}
