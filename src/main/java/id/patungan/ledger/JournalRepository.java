package id.patungan.ledger;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.FUND;
import static id.patungan.platform.schema.Tables.JOURNAL_ENTRY;
import static id.patungan.platform.schema.Tables.POSTING;

import id.patungan.basics.AccountCode;
import id.patungan.basics.BodyId;
import id.patungan.basics.FundCode;
import id.patungan.basics.PartyId;
import id.patungan.platform.Reach;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What every statement over the journal shares: the limit to what the viewer reaches and to the
 * entries known, for rows, counts, sums and running balances alike.
 */
abstract class JournalRepository {

    /** For what the program itself looks at: checks, and entries that it has just written. */
    static final Reach EVERYTHING = new Reach(true, Set.of(), Set.of());

    static final id.patungan.platform.schema.tables.JournalEntry REVERSAL =
            JOURNAL_ENTRY.as("reversal");

    /** Accounts of cash and bank begin with these; see the default chart. */
    private static final List<String> CASH = List.of("111%", "112%");

    final DSLContext sql;

    JournalRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** The lines of the book that the viewer reaches, as far as known. */
    final Condition visible(BodyId book, Reach reach, long knownAt) {
        return POSTING.BOOK_ID
                .eq(book.value())
                .and(POSTING.ENTRY_NO.le(knownAt))
                .and(within(book, reach, POSTING.PARTY_ID, POSTING.FUND_ID));
    }

    /** Rows of that party or that fund that the viewer reaches. */
    final Condition within(BodyId book, Reach reach, Field<Integer> party, Field<Integer> fund) {
        if (reach.everything()) {
            return DSL.noCondition();
        }
        Condition allowed = DSL.falseCondition();
        if (!reach.parties().isEmpty()) {
            allowed = allowed.or(party.in(reach.parties().stream().map(PartyId::value).toList()));
        }
        if (!reach.funds().isEmpty()) {
            allowed =
                    allowed.or(
                            fund.in(
                                    sql.select(FUND.FUND_ID)
                                            .from(FUND)
                                            .where(FUND.BOOK_ID.eq(book.value()))
                                            .and(FUND.CODE.in(codes(reach)))));
        }
        return allowed;
    }

    static List<String> codes(Reach reach) {
        return reach.funds().stream().map(FundCode::value).toList();
    }

    /** Rows of those accounts and that fund; a party is the caller's to compare. */
    final Condition of(BodyId book, CardLines which, Field<Integer> account, Field<Integer> fund) {
        return DSL.and(
                given(which.account(), code -> account.eq(accountId(book, code))),
                given(which.fund(), code -> fund.eq(fundId(book, code))),
                which.onlyCash() ? account.in(cash(book)) : DSL.noCondition(),
                which.party() == null ? DSL.noCondition() : account.in(partyControl(book)));
    }

    final org.jooq.Select<org.jooq.Record1<Integer>> cash(BodyId book) {
        return sql.select(ACCOUNT.ACCOUNT_ID)
                .from(ACCOUNT)
                .where(ACCOUNT.BOOK_ID.eq(book.value()))
                .and(DSL.or(CASH.stream().map(ACCOUNT.CODE::like).toList()));
    }

    /** Receivables from a party and what it paid in advance: the accounts of its statement. */
    private org.jooq.Select<org.jooq.Record1<Integer>> partyControl(BodyId book) {
        return sql.select(ACCOUNT.ACCOUNT_ID)
                .from(ACCOUNT)
                .where(ACCOUNT.BOOK_ID.eq(book.value()))
                .and(ACCOUNT.CONTROL.eq(Control.PARTY.code()))
                .and(ACCOUNT.CODE.like("113%").or(ACCOUNT.CODE.like("216%")));
    }

    final Field<Integer> accountId(BodyId book, AccountCode code) {
        return DSL.field(
                sql.select(ACCOUNT.ACCOUNT_ID)
                        .from(ACCOUNT)
                        .where(ACCOUNT.BOOK_ID.eq(book.value()))
                        .and(ACCOUNT.CODE.eq(code.value())));
    }

    final Field<Integer> fundId(BodyId book, FundCode code) {
        return DSL.field(
                sql.select(FUND.FUND_ID)
                        .from(FUND)
                        .where(FUND.BOOK_ID.eq(book.value()))
                        .and(FUND.CODE.eq(code.value())));
    }

    static <T> Condition given(@Nullable T value, Function<T, Condition> condition) {
        return value == null ? DSL.noCondition() : condition.apply(value);
    }

    static Field<Long> debit(Field<Long> amount) {
        return DSL.greatest(amount, DSL.inline(0L));
    }

    static Field<Long> credit(Field<Long> amount) {
        return DSL.greatest(amount.neg(), DSL.inline(0L));
    }

    /** SUM gives a DECIMAL, or NULL over nothing; anything beyond a long must not pass silently. */
    static long minor(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValueExact();
    }

    static @Nullable Original original(Record row) {
        var currency = row.get(POSTING.ORIG_CURRENCY);
        return currency == null
                ? null
                : new Original(
                        Currency.getInstance(currency),
                        row.get(POSTING.ORIG_AMOUNT),
                        row.get(POSTING.RATE));
    }
}
