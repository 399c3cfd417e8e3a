package id.patungan.ledger;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.AWARD_LINE;
import static id.patungan.platform.schema.Tables.BOOK_HEAD;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.FUND;
import static id.patungan.platform.schema.Tables.JOURNAL_ENTRY;
import static id.patungan.platform.schema.Tables.PAYING_UNIT;
import static id.patungan.platform.schema.Tables.PERIOD_EVENT;
import static id.patungan.platform.schema.Tables.POSTING;
import static id.patungan.platform.schema.Tables.PROJECT;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import id.patungan.basics.AccountCode;
import id.patungan.basics.BodyId;
import id.patungan.basics.FundCode;
import id.patungan.basics.PartyId;
import id.patungan.ledger.LedgerFiles.AccountFacts;
import id.patungan.ledger.LedgerFiles.KnownCodes;
import id.patungan.ledger.Names.Named;
import id.patungan.platform.Reach;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All reading SQL over the journal. Every statement is limited to what the viewer reaches and to
 * the entries known, rows, sums, counts and running balances alike.
 */
@Repository
class JournalReadRepository {

    /** Accounts of cash and bank begin with these; see the default chart. */
    private static final List<String> CASH = List.of("111%", "112%");

    private static final id.patungan.platform.schema.tables.JournalEntry REVERSAL =
            JOURNAL_ENTRY.as("reversal");

    private final DSLContext sql;

    JournalReadRepository(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Head> head(BodyId book) {
        return sql.select(
                        BOOK_HEAD.LAST_NO,
                        BOOK_HEAD.HEAD_HASH,
                        BOOK_HEAD.LAST_RECORDED_AT,
                        BOOK_HEAD.CLOSED_THROUGH)
                .from(BOOK_HEAD)
                .where(BOOK_HEAD.BOOK_ID.eq(book.value()))
                .fetchOptional(row ->
                        new Head(
                                row.value1(),
                                HexFormat.of().formatHex(row.value2()),
                                row.value3().toInstant(ZoneOffset.UTC),
                                row.value4()));
    }

    /** The latest accounting date that is not after that day, if there is any. */
    Optional<LocalDate> latestDate(BodyId book, LocalDate notAfter, long knownAt) {
        return sql.select(DSL.max(JOURNAL_ENTRY.ENTRY_DATE))
                .from(JOURNAL_ENTRY)
                .where(JOURNAL_ENTRY.BOOK_ID.eq(book.value()))
                .and(JOURNAL_ENTRY.ENTRY_NO.le(knownAt))
                .and(JOURNAL_ENTRY.ENTRY_DATE.le(notAfter))
                .fetchOptional(row -> row.value1());
    }

    /** The party with that code in the book. */
    Optional<PartyId> party(BodyId book, String code) {
        return sql.select(BOOK_PARTY.PARTY_ID)
                .from(BOOK_PARTY)
                .where(BOOK_PARTY.BOOK_ID.eq(book.value()))
                .and(BOOK_PARTY.CODE.eq(code))
                .fetchOptional(row -> new PartyId(row.value1()));
    }

    /** What is known of all matching entries: count, debit, credit. */
    record Totals(long count, long debit, long credit) {}

    Totals totals(BodyId book, Reach reach, Filter filter, long knownAt) {
        return sql.select(
                        DSL.countDistinct(POSTING.ENTRY_NO),
                        DSL.sum(debit(POSTING.AMOUNT)),
                        DSL.sum(credit(POSTING.AMOUNT)))
                .from(POSTING)
                .join(JOURNAL_ENTRY)
                .on(JOURNAL_ENTRY.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(JOURNAL_ENTRY.ENTRY_NO.eq(POSTING.ENTRY_NO))
                .where(visible(book, reach, knownAt))
                .and(matches(book, filter))
                .fetchSingle(
                        row -> new Totals(row.value1(), minor(row.value2()), minor(row.value3())));
    }

    /** The numbers of the entries of one page, newest first. */
    List<Long> numbers(BodyId book, Reach reach, Filter filter, long knownAt) {
        return sql.select(JOURNAL_ENTRY.ENTRY_NO)
                .from(JOURNAL_ENTRY)
                .where(JOURNAL_ENTRY.BOOK_ID.eq(book.value()))
                .and(JOURNAL_ENTRY.ENTRY_NO.le(knownAt))
                .and(
                        DSL.exists(
                                sql.selectOne()
                                        .from(POSTING)
                                        .where(visible(book, reach, knownAt))
                                        .and(POSTING.ENTRY_NO.eq(JOURNAL_ENTRY.ENTRY_NO))
                                        .and(matches(book, filter))))
                .orderBy(JOURNAL_ENTRY.ENTRY_DATE.desc(), JOURNAL_ENTRY.ENTRY_NO.desc())
                .limit(filter.size())
                .offset((long) (filter.page() - 1) * filter.size())
                .fetch(JOURNAL_ENTRY.ENTRY_NO);
    }

    /**
     * Those entries in that order, each with the lines that may be seen; without any it is left
     * out.
     */
    List<Entry> entries(BodyId book, Reach reach, List<Long> numbers, long knownAt) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        var lines = lines(book, reach, numbers, knownAt);
        Map<Long, Entry> found =
                sql.select(JOURNAL_ENTRY.fields())
                        .select(REVERSAL.ENTRY_NO)
                        .from(JOURNAL_ENTRY)
                        .leftJoin(REVERSAL)
                        .on(REVERSAL.BOOK_ID.eq(JOURNAL_ENTRY.BOOK_ID))
                        .and(REVERSAL.REVERSES_NO.eq(JOURNAL_ENTRY.ENTRY_NO))
                        .and(REVERSAL.ENTRY_NO.le(knownAt))
                        .where(JOURNAL_ENTRY.BOOK_ID.eq(book.value()))
                        .and(JOURNAL_ENTRY.ENTRY_NO.in(lines.keySet()))
                        .fetchMap(
                                JOURNAL_ENTRY.ENTRY_NO,
                                row ->
                                        entry(
                                                row,
                                                lines.getOrDefault(
                                                        row.get(JOURNAL_ENTRY.ENTRY_NO),
                                                        List.of())));
        var entries = new ArrayList<Entry>();
        for (var number : numbers) {
            var entry = found.get(number);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private Map<Long, List<Line>> lines(
            BodyId book, Reach reach, Collection<Long> numbers, long knownAt) {
        return sql
                .select(
                        POSTING.ENTRY_NO,
                        POSTING.LINE_NO,
                        ACCOUNT.CODE,
                        FUND.CODE,
                        POSTING.AMOUNT,
                        BOOK_PARTY.CODE,
                        PROJECT.CODE,
                        AWARD_LINE.CODE,
                        PAYING_UNIT.CODE,
                        POSTING.CHARGE,
                        POSTING.CHARGE_PERIOD,
                        POSTING.ORIG_CURRENCY,
                        POSTING.ORIG_AMOUNT,
                        POSTING.RATE,
                        POSTING.MEMO)
                .from(POSTING)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(POSTING.ACCOUNT_ID))
                .join(FUND)
                .on(FUND.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(FUND.FUND_ID.eq(POSTING.FUND_ID))
                .leftJoin(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(POSTING.PARTY_ID))
                .leftJoin(PROJECT)
                .on(PROJECT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(PROJECT.PROJECT_ID.eq(POSTING.PROJECT_ID))
                .leftJoin(AWARD_LINE)
                .on(AWARD_LINE.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(AWARD_LINE.AWARD_LINE_ID.eq(POSTING.AWARD_LINE_ID))
                .leftJoin(PAYING_UNIT)
                .on(PAYING_UNIT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(PAYING_UNIT.UNIT_ID.eq(POSTING.UNIT_ID))
                .where(visible(book, reach, knownAt))
                .and(POSTING.ENTRY_NO.in(numbers))
                .orderBy(POSTING.ENTRY_NO, POSTING.LINE_NO)
                .fetch()
                .stream()
                .collect(
                        groupingBy(
                                row -> row.get(POSTING.ENTRY_NO),
                                mapping(JournalReadRepository::line, toList())));
    }

    private static Line line(Record row) {
        return new Line(
                row.get(POSTING.LINE_NO),
                new AccountCode(row.get(ACCOUNT.CODE)),
                new FundCode(row.get(FUND.CODE)),
                row.get(POSTING.AMOUNT),
                row.get(BOOK_PARTY.CODE),
                row.get(PROJECT.CODE),
                row.get(AWARD_LINE.CODE),
                row.get(PAYING_UNIT.CODE),
                row.get(POSTING.CHARGE),
                row.get(POSTING.CHARGE_PERIOD),
                original(row),
                row.get(POSTING.MEMO));
    }

    private static Entry entry(Record row, List<Line> lines) {
        return new Entry(
                row.get(JOURNAL_ENTRY.ENTRY_NO),
                row.get(JOURNAL_ENTRY.ENTRY_DATE),
                row.get(JOURNAL_ENTRY.RECORDED_AT).toInstant(ZoneOffset.UTC),
                row.get(JOURNAL_ENTRY.KIND),
                row.get(JOURNAL_ENTRY.DESCRIPTION),
                row.get(JOURNAL_ENTRY.SOURCE_KEY),
                row.get(JOURNAL_ENTRY.DOCUMENT_NO),
                row.get(JOURNAL_ENTRY.REVERSES_NO),
                row.get(REVERSAL.ENTRY_NO),
                row.get(JOURNAL_ENTRY.REASON),
                row.get(JOURNAL_ENTRY.PREPARED_BY),
                row.get(JOURNAL_ENTRY.APPROVED_BY),
                HexFormat.of().formatHex(row.get(JOURNAL_ENTRY.HASH)),
                lines);
    }

    /** What proves the place of an entry in the chain: its previous hash and number of lines. */
    record Proof(String previousHash, int lineCount) {}

    Proof proof(BodyId book, long number) {
        return sql.select(JOURNAL_ENTRY.PREV_HASH, JOURNAL_ENTRY.LINE_COUNT)
                .from(JOURNAL_ENTRY)
                .where(JOURNAL_ENTRY.BOOK_ID.eq(book.value()))
                .and(JOURNAL_ENTRY.ENTRY_NO.eq(number))
                .fetchSingle(
                        row -> new Proof(HexFormat.of().formatHex(row.value1()), row.value2()));
    }

    /** Which lines a card shows. */
    record CardLines(
            @Nullable AccountCode account,
            @Nullable FundCode fund,
            @Nullable PartyId party,
            boolean onlyCash,
            boolean onlyPartyControl) {}

    /** Opening balance, debit, credit and number of the movements of a card. */
    record CardSums(long opening, long debit, long credit, long count) {}

    CardSums cardSums(
            BodyId book,
            Reach reach,
            CardLines which,
            LocalDate from,
            LocalDate until,
            long knownAt) {
        var before = POSTING.ENTRY_DATE.lt(from);
        return sql.select(
                        DSL.sum(DSL.when(before, POSTING.AMOUNT)),
                        DSL.sum(DSL.when(before.not(), debit(POSTING.AMOUNT))),
                        DSL.sum(DSL.when(before.not(), credit(POSTING.AMOUNT))),
                        DSL.count(DSL.when(before.not(), 1)))
                .from(POSTING)
                .where(visible(book, reach, knownAt))
                .and(of(book, which))
                .and(POSTING.ENTRY_DATE.lt(until))
                .fetchSingle(row ->
                        new CardSums(
                                minor(row.value1()),
                                minor(row.value2()),
                                minor(row.value3()),
                                row.value4()));
    }

    /**
     * The movements of a card in the order of their dates, with running balances from opening on.
     */
    List<Movement> movements(
            BodyId book,
            Reach reach,
            CardLines which,
            LocalDate from,
            LocalDate until,
            long knownAt,
            long opening,
            int limit,
            long offset) {
        var running =
                DSL.sum(POSTING.AMOUNT)
                        .over()
                        .orderBy(POSTING.ENTRY_DATE, POSTING.ENTRY_NO, POSTING.LINE_NO)
                        .rowsUnboundedPreceding()
                        .as("running");
        return sql.select(
                        POSTING.ENTRY_NO,
                        POSTING.LINE_NO,
                        POSTING.ENTRY_DATE,
                        ACCOUNT.CODE,
                        FUND.CODE,
                        BOOK_PARTY.CODE,
                        PROJECT.CODE,
                        PAYING_UNIT.CODE,
                        POSTING.AMOUNT,
                        running,
                        POSTING.CHARGE,
                        POSTING.CHARGE_PERIOD,
                        POSTING.ORIG_CURRENCY,
                        POSTING.ORIG_AMOUNT,
                        POSTING.RATE,
                        POSTING.MEMO,
                        JOURNAL_ENTRY.RECORDED_AT,
                        JOURNAL_ENTRY.KIND,
                        JOURNAL_ENTRY.DESCRIPTION,
                        JOURNAL_ENTRY.SOURCE_KEY,
                        JOURNAL_ENTRY.DOCUMENT_NO,
                        JOURNAL_ENTRY.REVERSES_NO,
                        REVERSAL.ENTRY_NO)
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
                .leftJoin(PROJECT)
                .on(PROJECT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(PROJECT.PROJECT_ID.eq(POSTING.PROJECT_ID))
                .leftJoin(PAYING_UNIT)
                .on(PAYING_UNIT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(PAYING_UNIT.UNIT_ID.eq(POSTING.UNIT_ID))
                .leftJoin(REVERSAL)
                .on(REVERSAL.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(REVERSAL.REVERSES_NO.eq(POSTING.ENTRY_NO))
                .and(REVERSAL.ENTRY_NO.le(knownAt))
                .where(visible(book, reach, knownAt))
                .and(of(book, which))
                .and(POSTING.ENTRY_DATE.ge(from))
                .and(POSTING.ENTRY_DATE.lt(until))
                .orderBy(POSTING.ENTRY_DATE, POSTING.ENTRY_NO, POSTING.LINE_NO)
                .limit(limit)
                .offset(offset)
                .fetch(row -> movement(row, Math.addExact(opening, minor(row.get(running)))));
    }

    private static Movement movement(Record row, long balance) {
        return new Movement(
                row.get(POSTING.ENTRY_NO),
                row.get(POSTING.LINE_NO),
                row.get(POSTING.ENTRY_DATE),
                row.get(JOURNAL_ENTRY.RECORDED_AT).toInstant(ZoneOffset.UTC),
                row.get(JOURNAL_ENTRY.KIND),
                row.get(JOURNAL_ENTRY.DESCRIPTION),
                row.get(JOURNAL_ENTRY.SOURCE_KEY),
                row.get(JOURNAL_ENTRY.DOCUMENT_NO),
                row.get(JOURNAL_ENTRY.REVERSES_NO),
                row.get(REVERSAL.ENTRY_NO),
                new AccountCode(row.get(ACCOUNT.CODE)),
                new FundCode(row.get(FUND.CODE)),
                row.get(POSTING.AMOUNT),
                row.get(BOOK_PARTY.CODE),
                row.get(PROJECT.CODE),
                row.get(PAYING_UNIT.CODE),
                row.get(POSTING.CHARGE),
                row.get(POSTING.CHARGE_PERIOD),
                original(row),
                row.get(POSTING.MEMO),
                balance);
    }

    private static @Nullable Original original(Record row) {
        var currency = row.get(POSTING.ORIG_CURRENCY);
        return currency == null
                ? null
                : new Original(
                        Currency.getInstance(currency),
                        row.get(POSTING.ORIG_AMOUNT),
                        row.get(POSTING.RATE));
    }

    /** Every account in every fund, closing entries of the period left out. */
    List<TrialBalance.Cell> trialBalance(
            BodyId book, Reach reach, LocalDate from, LocalDate until, long knownAt) {
        var before = POSTING.ENTRY_DATE.lt(from);
        var opening = DSL.sum(DSL.when(before, POSTING.AMOUNT).otherwise(0L));
        var debit = DSL.sum(DSL.when(before.not(), debit(POSTING.AMOUNT)).otherwise(0L));
        var credit = DSL.sum(DSL.when(before.not(), credit(POSTING.AMOUNT)).otherwise(0L));
        return sql.select(ACCOUNT.CODE, FUND.CODE, opening, debit, credit)
                .from(POSTING)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(POSTING.ACCOUNT_ID))
                .join(FUND)
                .on(FUND.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(FUND.FUND_ID.eq(POSTING.FUND_ID))
                .where(visible(book, reach, knownAt))
                .and(POSTING.ENTRY_DATE.lt(until))
                .and(
                        POSTING.ENTRY_NO.notIn(
                                sql.select(JOURNAL_ENTRY.ENTRY_NO)
                                        .from(JOURNAL_ENTRY)
                                        .where(JOURNAL_ENTRY.BOOK_ID.eq(book.value()))
                                        .and(JOURNAL_ENTRY.ENTRY_NO.le(knownAt))
                                        .and(JOURNAL_ENTRY.ENTRY_DATE.ge(from))
                                        .and(JOURNAL_ENTRY.ENTRY_DATE.lt(until))
                                        .and(JOURNAL_ENTRY.KIND.eq(NewEntry.CLOSING))))
                .groupBy(ACCOUNT.CODE, FUND.CODE)
                .having(
                        opening.ne(BigDecimal.ZERO)
                                .or(debit.ne(BigDecimal.ZERO))
                                .or(credit.ne(BigDecimal.ZERO)))
                .orderBy(ACCOUNT.CODE, FUND.CODE)
                .fetch(row ->
                        new TrialBalance.Cell(
                                new AccountCode(row.value1()),
                                new FundCode(row.value2()),
                                minor(row.value3()),
                                minor(row.value4()),
                                minor(row.value5())));
    }

    /** The cash of every fund that has any; a transfer between two cash accounts moves nothing. */
    List<FundBalance> cashByFund(
            BodyId book, Reach reach, LocalDate from, LocalDate until, long knownAt) {
        var net = DSL.sum(POSTING.AMOUNT).cast(Long.class).as("net");
        var nets =
                sql.select(POSTING.FUND_ID.as("fund_id"), POSTING.ENTRY_DATE.as("day"), net)
                        .from(POSTING)
                        .where(visible(book, reach, knownAt))
                        .and(POSTING.ENTRY_DATE.lt(until))
                        .and(cash(book))
                        .groupBy(POSTING.FUND_ID, POSTING.ENTRY_NO, POSTING.ENTRY_DATE)
                        .asTable("nets");
        var before = DSL.field(DSL.name("nets", "day"), LocalDate.class).lt(from);
        var amount = DSL.field(DSL.name("nets", "net"), Long.class);
        return sql.select(
                        FUND.CODE,
                        DSL.sum(DSL.when(before, amount)),
                        DSL.sum(DSL.when(before.not(), debit(amount))),
                        DSL.sum(DSL.when(before.not(), credit(amount))))
                .from(nets)
                .join(FUND)
                .on(FUND.BOOK_ID.eq(book.value()))
                .and(FUND.FUND_ID.eq(DSL.field(DSL.name("nets", "fund_id"), Integer.class)))
                .groupBy(FUND.CODE)
                .orderBy(FUND.CODE)
                .fetch(row ->
                        new FundBalance(
                                new FundCode(row.value1()),
                                minor(row.value2()),
                                minor(row.value3()),
                                minor(row.value4())));
    }

    /** The content hashes, in hexadecimal digits, of those source keys that the book has. */
    Map<String, String> contentHashes(BodyId book, Collection<String> keys) {
        return sql.select(JOURNAL_ENTRY.SOURCE_KEY, JOURNAL_ENTRY.CONTENT_HASH)
                .from(JOURNAL_ENTRY)
                .join(BOOK_HEAD)
                .on(BOOK_HEAD.BOOK_ID.eq(JOURNAL_ENTRY.BOOK_ID))
                .and(BOOK_HEAD.LAST_NO.ge(JOURNAL_ENTRY.ENTRY_NO))
                .where(JOURNAL_ENTRY.BOOK_ID.eq(book.value()))
                .and(JOURNAL_ENTRY.SOURCE_KEY.in(keys))
                .fetchMap(row -> row.value1(), row -> HexFormat.of().formatHex(row.value2()));
    }

    /** Every code that a file may name. */
    KnownCodes knownCodes(BodyId book) {
        return new KnownCodes(
                sql.select(ACCOUNT.CODE, ACCOUNT.ACTIVE, ACCOUNT.POSTABLE, ACCOUNT.CONTROL)
                        .from(ACCOUNT)
                        .where(ACCOUNT.BOOK_ID.eq(book.value()))
                        .fetchMap(
                                row -> row.value1(),
                                row ->
                                        new AccountFacts(
                                                row.value2() != 0 && row.value3() != 0,
                                                Control.PARTY.code().equals(row.value4()))),
                sql.select(FUND.CODE, FUND.ACTIVE)
                        .from(FUND)
                        .where(FUND.BOOK_ID.eq(book.value()))
                        .fetchMap(row -> row.value1(), row -> row.value2() != 0),
                sql.select(BOOK_PARTY.CODE, BOOK_PARTY.PARTY_ID)
                        .from(BOOK_PARTY)
                        .where(BOOK_PARTY.BOOK_ID.eq(book.value()))
                        .fetchMap(BOOK_PARTY.CODE, BOOK_PARTY.PARTY_ID),
                sql.select(PROJECT.CODE, PROJECT.PROJECT_ID)
                        .from(PROJECT)
                        .where(PROJECT.BOOK_ID.eq(book.value()))
                        .fetchMap(PROJECT.CODE, PROJECT.PROJECT_ID),
                sql.select(AWARD_LINE.CODE, AWARD_LINE.AWARD_LINE_ID)
                        .from(AWARD_LINE)
                        .where(AWARD_LINE.BOOK_ID.eq(book.value()))
                        .fetchMap(AWARD_LINE.CODE, AWARD_LINE.AWARD_LINE_ID),
                sql.select(PAYING_UNIT.CODE, PAYING_UNIT.UNIT_ID)
                        .from(PAYING_UNIT)
                        .where(PAYING_UNIT.BOOK_ID.eq(book.value()))
                        .fetchMap(PAYING_UNIT.CODE, PAYING_UNIT.UNIT_ID));
    }

    /** The closing and reopening of months, newest first. */
    List<PeriodEvent> periodEvents(BodyId book) {
        return sql.selectFrom(PERIOD_EVENT)
                .where(PERIOD_EVENT.BOOK_ID.eq(book.value()))
                .orderBy(PERIOD_EVENT.PERIOD_SEQ.desc())
                .fetch(row ->
                        new PeriodEvent(
                                row.getPeriodSeq(),
                                row.getClosedThrough(),
                                row.getAction().equals("close"),
                                row.getActor(),
                                row.getReason(),
                                row.getRecordedAt().toInstant(ZoneOffset.UTC),
                                row.getAtEntryNo()));
    }

    /** What the codes stand for; for those who do not read the whole book only what they meet. */
    Names names(BodyId book, Reach reach) {
        return new Names(
                sql.select(ACCOUNT.CODE, ACCOUNT.NAME_ID, ACCOUNT.NAME_EN)
                        .from(ACCOUNT)
                        .where(ACCOUNT.BOOK_ID.eq(book.value()))
                        .orderBy(ACCOUNT.CODE)
                        .fetch(Records.mapping(Named::new)),
                sql.select(FUND.CODE, FUND.NAME_ID, FUND.NAME_EN)
                        .from(FUND)
                        .where(FUND.BOOK_ID.eq(book.value()))
                        .and(
                                reach.everything()
                                        ? DSL.noCondition()
                                        : met(book, reach, POSTING.FUND_ID.eq(FUND.FUND_ID))
                                                .or(FUND.CODE.in(codes(reach.funds()))))
                        .orderBy(FUND.CODE)
                        .fetch(Records.mapping(Named::new)),
                sql.select(BOOK_PARTY.CODE, BOOK_PARTY.NAME, BOOK_PARTY.NAME)
                        .from(BOOK_PARTY)
                        .where(BOOK_PARTY.BOOK_ID.eq(book.value()))
                        .and(met(book, reach, POSTING.PARTY_ID.eq(BOOK_PARTY.PARTY_ID)))
                        .orderBy(BOOK_PARTY.CODE)
                        .fetch(Records.mapping(Named::new)),
                sql.select(PROJECT.CODE, PROJECT.NAME_ID, PROJECT.NAME_EN)
                        .from(PROJECT)
                        .where(PROJECT.BOOK_ID.eq(book.value()))
                        .and(met(book, reach, POSTING.PROJECT_ID.eq(PROJECT.PROJECT_ID)))
                        .orderBy(PROJECT.CODE)
                        .fetch(Records.mapping(Named::new)),
                sql.select(AWARD_LINE.CODE, AWARD_LINE.NAME_ID, AWARD_LINE.NAME_EN)
                        .from(AWARD_LINE)
                        .where(AWARD_LINE.BOOK_ID.eq(book.value()))
                        .and(met(book, reach, POSTING.AWARD_LINE_ID.eq(AWARD_LINE.AWARD_LINE_ID)))
                        .orderBy(AWARD_LINE.CODE)
                        .fetch(Records.mapping(Named::new)),
                sql.select(PAYING_UNIT.CODE, PAYING_UNIT.NAME, PAYING_UNIT.NAME)
                        .from(PAYING_UNIT)
                        .where(PAYING_UNIT.BOOK_ID.eq(book.value()))
                        .and(met(book, reach, POSTING.UNIT_ID.eq(PAYING_UNIT.UNIT_ID)))
                        .orderBy(PAYING_UNIT.CODE)
                        .fetch(Records.mapping(Named::new)));
    }

    private Condition met(BodyId book, Reach reach, Condition sameLine) {
        return reach.everything()
                ? DSL.noCondition()
                : DSL.exists(
                        sql.selectOne()
                                .from(POSTING)
                                .where(visible(book, reach, Journal.HEAD))
                                .and(sameLine));
    }

    /** The lines of the book that the viewer reaches, as far as known. */
    private Condition visible(BodyId book, Reach reach, long knownAt) {
        return POSTING.BOOK_ID
                .eq(book.value())
                .and(POSTING.ENTRY_NO.le(knownAt))
                .and(within(book, reach));
    }

    private Condition within(BodyId book, Reach reach) {
        if (reach.everything()) {
            return DSL.noCondition();
        }
        Condition allowed = DSL.falseCondition();
        if (!reach.parties().isEmpty()) {
            allowed =
                    allowed.or(
                            POSTING.PARTY_ID.in(
                                    reach.parties().stream().map(PartyId::value).toList()));
        }
        if (!reach.funds().isEmpty()) {
            allowed =
                    allowed.or(
                            POSTING.FUND_ID.in(
                                    sql.select(FUND.FUND_ID)
                                            .from(FUND)
                                            .where(FUND.BOOK_ID.eq(book.value()))
                                            .and(
                                                    FUND.CODE.in(
                                                            reach.funds().stream()
                                                                    .map(FundCode::value)
                                                                    .toList()))));
        }
        return allowed;
    }

    /** The conditions of a filter on one line together with its entry. */
    private Condition matches(BodyId book, Filter filter) {
        return DSL.and(
                given(filter.from(), JOURNAL_ENTRY.ENTRY_DATE::ge),
                given(filter.until(), JOURNAL_ENTRY.ENTRY_DATE::lt),
                given(filter.kind(), JOURNAL_ENTRY.KIND::eq),
                given(filter.number(), JOURNAL_ENTRY.ENTRY_NO::eq),
                given(filter.account(), code -> POSTING.ACCOUNT_ID.eq(accountId(book, code))),
                given(filter.fund(), code -> POSTING.FUND_ID.eq(fundId(book, code))),
                given(filter.party(), code -> POSTING.PARTY_ID.eq(partyId(book, code))),
                given(filter.project(), code -> POSTING.PROJECT_ID.eq(projectId(book, code))),
                given(filter.text(), text -> says(text, filter.amounts())));
    }

    private static Condition says(String text, List<Long> amounts) {
        var number =
                text.matches("[0-9]{1,18}")
                        ? JOURNAL_ENTRY.ENTRY_NO.eq(Long.valueOf(text))
                        : DSL.falseCondition();
        var pattern = "%" + DSL.escape(text, '!') + "%";
        return JOURNAL_ENTRY
                .DESCRIPTION
                .like(pattern, '!')
                .or(JOURNAL_ENTRY.DOCUMENT_NO.like(pattern, '!'))
                .or(JOURNAL_ENTRY.SOURCE_KEY.like(pattern, '!'))
                .or(POSTING.MEMO.like(pattern, '!'))
                .or(number)
                .or(amounts.isEmpty() ? DSL.falseCondition() : DSL.abs(POSTING.AMOUNT).in(amounts));
    }

    private Condition of(BodyId book, CardLines which) {
        return DSL.and(
                given(which.account(), code -> POSTING.ACCOUNT_ID.eq(accountId(book, code))),
                given(which.fund(), code -> POSTING.FUND_ID.eq(fundId(book, code))),
                given(which.party(), party -> POSTING.PARTY_ID.eq(party.value())),
                which.onlyCash() ? cash(book) : DSL.noCondition(),
                which.onlyPartyControl() ? partyControl(book) : DSL.noCondition());
    }

    private Condition cash(BodyId book) {
        return POSTING.ACCOUNT_ID.in(
                sql.select(ACCOUNT.ACCOUNT_ID)
                        .from(ACCOUNT)
                        .where(ACCOUNT.BOOK_ID.eq(book.value()))
                        .and(DSL.or(CASH.stream().map(ACCOUNT.CODE::like).toList())));
    }

    /** Receivables from a party and what it paid in advance: the accounts of its statement. */
    private Condition partyControl(BodyId book) {
        return POSTING.ACCOUNT_ID.in(
                sql.select(ACCOUNT.ACCOUNT_ID)
                        .from(ACCOUNT)
                        .where(ACCOUNT.BOOK_ID.eq(book.value()))
                        .and(ACCOUNT.CONTROL.eq(Control.PARTY.code()))
                        .and(ACCOUNT.CODE.like("113%").or(ACCOUNT.CODE.like("216%"))));
    }

    private Field<Integer> accountId(BodyId book, AccountCode code) {
        return DSL.field(
                sql.select(ACCOUNT.ACCOUNT_ID)
                        .from(ACCOUNT)
                        .where(ACCOUNT.BOOK_ID.eq(book.value()))
                        .and(ACCOUNT.CODE.eq(code.value())));
    }

    private Field<Integer> fundId(BodyId book, FundCode code) {
        return DSL.field(
                sql.select(FUND.FUND_ID)
                        .from(FUND)
                        .where(FUND.BOOK_ID.eq(book.value()))
                        .and(FUND.CODE.eq(code.value())));
    }

    private Field<Integer> partyId(BodyId book, String code) {
        return DSL.field(
                sql.select(BOOK_PARTY.PARTY_ID)
                        .from(BOOK_PARTY)
                        .where(BOOK_PARTY.BOOK_ID.eq(book.value()))
                        .and(BOOK_PARTY.CODE.eq(code)));
    }

    private Field<Integer> projectId(BodyId book, String code) {
        return DSL.field(
                sql.select(PROJECT.PROJECT_ID)
                        .from(PROJECT)
                        .where(PROJECT.BOOK_ID.eq(book.value()))
                        .and(PROJECT.CODE.eq(code)));
    }

    private static <T> Condition given(@Nullable T value, Function<T, Condition> condition) {
        return value == null ? DSL.noCondition() : condition.apply(value);
    }

    private static List<String> codes(Collection<FundCode> funds) {
        return funds.stream().map(FundCode::value).toList();
    }

    private static Field<Long> debit(Field<Long> amount) {
        return DSL.greatest(amount, DSL.inline(0L));
    }

    private static Field<Long> credit(Field<Long> amount) {
        return DSL.greatest(amount.neg(), DSL.inline(0L));
    }

    /** SUM gives a DECIMAL, or NULL over nothing; anything beyond a long must not pass silently. */
    private static long minor(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValueExact();
    }
}
