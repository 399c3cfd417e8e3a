package id.patungan.contributions;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.BOOK_HEAD;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_PAPER;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_REVERSAL;
import static id.patungan.platform.schema.Tables.DIVIDED_CHARGE;
import static id.patungan.platform.schema.Tables.FUND;
import static id.patungan.platform.schema.Tables.PAYING_UNIT;
import static id.patungan.platform.schema.Tables.POSTING;
import static id.patungan.platform.schema.Tables.PREPAYMENT_USE;
import static id.patungan.platform.schema.Tables.RECEIPT;
import static id.patungan.platform.schema.Tables.RECEIPT_DEDUCTION;
import static id.patungan.platform.schema.Tables.RECEIPT_PART;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import id.patungan.basics.BodyId;
import id.patungan.basics.Money;
import id.patungan.basics.PartyId;
import id.patungan.platform.Reach;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Receipts, their parts and deductions, and what became of prepayments. */
@Repository
class ReceiptRepository {

    private final DSLContext sql;

    ReceiptRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** A party of the book. */
    record Payer(PartyId id, String code, String name) {}

    Optional<Payer> payer(BodyId body, String code) {
        return sql.select(BOOK_PARTY.PARTY_ID, BOOK_PARTY.CODE, BOOK_PARTY.NAME)
                .from(BOOK_PARTY)
                .where(BOOK_PARTY.BOOK_ID.eq(body.value()))
                .and(BOOK_PARTY.CODE.eq(code))
                .fetchOptional(
                        row -> new Payer(new PartyId(row.value1()), row.value2(), row.value3()));
    }

    boolean hasUnit(BodyId body, PartyId party, String unit) {
        return sql.fetchExists(
                PAYING_UNIT,
                PAYING_UNIT
                        .BOOK_ID
                        .eq(body.value())
                        .and(PAYING_UNIT.PARTY_ID.eq(party.value()))
                        .and(PAYING_UNIT.CODE.eq(unit)));
    }

    void insert(BodyId body, String code, PartyId party, NewReceipt wish) {
        var table = RECEIPT;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.CODE, code)
                .set(table.PARTY_ID, party.value())
                .set(table.SP2D_NO, wish.sp2dNo())
                .set(table.SP2D_ON, wish.sp2dOn())
                .set(table.PAYER_ACCOUNT, wish.payerAccount())
                .set(table.UNIT, wish.unit())
                .execute();
        for (var part : wish.parts()) {
            sql.insertInto(RECEIPT_PART)
                    .set(RECEIPT_PART.BOOK_ID, body.value())
                    .set(RECEIPT_PART.RECEIPT, code)
                    .set(RECEIPT_PART.FUND, part.fund().value())
                    .set(RECEIPT_PART.BANK, part.bank().value())
                    .set(RECEIPT_PART.GROSS, part.gross().minorUnits())
                    .set(RECEIPT_PART.NET, part.net().minorUnits())
                    .execute();
            for (var deduction : part.deductions()) {
                sql.insertInto(RECEIPT_DEDUCTION)
                        .set(RECEIPT_DEDUCTION.BOOK_ID, body.value())
                        .set(RECEIPT_DEDUCTION.RECEIPT, code)
                        .set(RECEIPT_DEDUCTION.FUND, part.fund().value())
                        .set(RECEIPT_DEDUCTION.KIND, deduction.kind().code())
                        .set(RECEIPT_DEDUCTION.AMOUNT, deduction.amount().minorUnits())
                        .execute();
            }
        }
    }

    void insertUse(BodyId body, String code, PartyId party, NewPrepaymentUse wish) {
        var table = PREPAYMENT_USE;
        var bank = wish.bank();
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.CODE, code)
                .set(table.KIND, wish.charge() == null ? "refunded" : "applied")
                .set(table.RECEIPT, wish.receipt())
                .set(table.PARTY_ID, party.value())
                .set(table.AMOUNT, wish.amount().minorUnits())
                .set(table.CHARGE, wish.charge())
                .set(table.BANK, bank == null ? null : bank.value())
                .execute();
    }

    /** The receipts within reach, the newest first. */
    List<Receipt> receipts(
            BodyId body,
            Reach reach,
            @Nullable PartyId party,
            @Nullable Integer year,
            Currency currency) {
        return receipts(
                body,
                OpenItemRepository.parties(RECEIPT.PARTY_ID, reach, party)
                        .and(
                                year == null
                                        ? noCondition()
                                        : CONTRIBUTION_PAPER.FISCAL_YEAR.eq(year.shortValue())),
                currency);
    }

    /** The receipt, if it is within reach. */
    Optional<Receipt> receipt(BodyId body, Reach reach, String code, Currency currency) {
        return receipts(
                        body,
                        OpenItemRepository.parties(RECEIPT.PARTY_ID, reach, null)
                                .and(RECEIPT.CODE.eq(code)),
                        currency)
                .stream()
                .findFirst();
    }

    private List<Receipt> receipts(BodyId body, Condition which, Currency currency) {
        var heads =
                sql.select(RECEIPT.fields())
                        .select(CONTRIBUTION_PAPER.fields())
                        .select(CONTRIBUTION_REVERSAL.fields())
                        .select(BOOK_PARTY.CODE, BOOK_PARTY.NAME)
                        .from(RECEIPT)
                        .join(CONTRIBUTION_PAPER)
                        .on(CONTRIBUTION_PAPER.BOOK_ID.eq(RECEIPT.BOOK_ID))
                        .and(CONTRIBUTION_PAPER.CODE.eq(RECEIPT.CODE))
                        .join(BOOK_PARTY)
                        .on(BOOK_PARTY.BOOK_ID.eq(RECEIPT.BOOK_ID))
                        .and(BOOK_PARTY.PARTY_ID.eq(RECEIPT.PARTY_ID))
                        .leftJoin(CONTRIBUTION_REVERSAL)
                        .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(RECEIPT.BOOK_ID))
                        .and(CONTRIBUTION_REVERSAL.CODE.eq(RECEIPT.CODE))
                        .where(RECEIPT.BOOK_ID.eq(body.value()))
                        .and(which)
                        .orderBy(
                                CONTRIBUTION_PAPER.FISCAL_YEAR.desc(),
                                CONTRIBUTION_PAPER.NUMBER.desc())
                        .fetch();
        var codes = heads.getValues(RECEIPT.CODE);
        var parts = parts(body, codes, currency);
        var lines = lines(body, codes, currency);
        var left = left(body, codes);
        var uses = uses(body, codes, currency);
        return heads.map(row -> receipt(row, parts, lines, left, uses, currency));
    }

    private static Receipt receipt(
            Record row,
            Map<String, List<Receipt.Part>> parts,
            Map<String, List<Line>> lines,
            Map<String, Long> left,
            Map<String, List<Receipt.Use>> uses,
            Currency currency) {
        var code = row.get(RECEIPT.CODE);
        var settled = new ArrayList<Receipt.Settled>();
        var prepaid = new ArrayList<Receipt.Prepaid>();
        for (var line : lines.getOrDefault(code, List.of())) {
            if (line.prepaid()) {
                prepaid.add(
                        new Receipt.Prepaid(
                                line.fund(),
                                line.amount(),
                                new Money(
                                        currency, left.getOrDefault(key(code, line.fund()), 0L))));
            } else {
                settled.add(
                        new Receipt.Settled(
                                line.charge(), line.unit(), line.fund(), line.amount()));
            }
        }
        left.forEach((key, amount) -> {
            var fund = key.startsWith(key(code, "")) ? key.substring(key(code, "").length()) : null;
            if (fund != null
                    && amount > 0
                    && prepaid.stream().noneMatch(one -> one.fund().equals(fund))) {
                var returned = new Money(currency, amount);
                prepaid.add(new Receipt.Prepaid(fund, returned, returned));
            }
        });
        return new Receipt(
                PaperRepository.paper(row),
                row.get(BOOK_PARTY.CODE),
                row.get(BOOK_PARTY.NAME),
                row.get(RECEIPT.SP2D_NO),
                row.get(RECEIPT.SP2D_ON),
                row.get(RECEIPT.PAYER_ACCOUNT),
                row.get(RECEIPT.UNIT),
                parts.getOrDefault(code, List.of()),
                settled,
                prepaid,
                uses.getOrDefault(code, List.of()));
    }

    private Map<String, List<Receipt.Part>> parts(
            BodyId body, Collection<String> receipts, Currency currency) {
        var deductions =
                sql.selectFrom(RECEIPT_DEDUCTION)
                        .where(RECEIPT_DEDUCTION.BOOK_ID.eq(body.value()))
                        .and(RECEIPT_DEDUCTION.RECEIPT.in(receipts))
                        .orderBy(RECEIPT_DEDUCTION.RECEIPT, RECEIPT_DEDUCTION.KIND)
                        .fetchGroups(
                                row -> key(row.getReceipt(), row.getFund()),
                                row ->
                                        new NewReceipt.Deduction(
                                                NewReceipt.Deduction.Kind.of(row.getKind()),
                                                new Money(currency, row.getAmount())));
        return sql.selectFrom(RECEIPT_PART)
                .where(RECEIPT_PART.BOOK_ID.eq(body.value()))
                .and(RECEIPT_PART.RECEIPT.in(receipts))
                .orderBy(RECEIPT_PART.RECEIPT, RECEIPT_PART.FUND)
                .fetchGroups(
                        row -> row.getReceipt(),
                        row ->
                                new Receipt.Part(
                                        row.getFund(),
                                        row.getBank(),
                                        new Money(currency, row.getGross()),
                                        deductions.getOrDefault(
                                                key(row.getReceipt(), row.getFund()), List.of()),
                                        new Money(currency, row.getNet())));
    }

    /** What a receipt's own entry credited: a charge, or a prepayment. */
    private record Line(
            String fund, String charge, @Nullable String unit, boolean prepaid, Money amount) {}

    private Map<String, List<Line>> lines(
            BodyId body, Collection<String> receipts, Currency currency) {
        return sql.select(
                        CONTRIBUTION_PAPER.CODE,
                        FUND.CODE,
                        POSTING.CHARGE,
                        ACCOUNT.CODE,
                        POSTING.AMOUNT,
                        PAYING_UNIT.CODE)
                .from(CONTRIBUTION_PAPER)
                .join(POSTING)
                .on(POSTING.BOOK_ID.eq(CONTRIBUTION_PAPER.BOOK_ID))
                .and(POSTING.ENTRY_NO.eq(CONTRIBUTION_PAPER.ENTRY_NO))
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(POSTING.ACCOUNT_ID))
                .join(FUND)
                .on(FUND.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(FUND.FUND_ID.eq(POSTING.FUND_ID))
                .leftJoin(DIVIDED_CHARGE)
                .on(DIVIDED_CHARGE.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(DIVIDED_CHARGE.CHARGE.eq(POSTING.CHARGE))
                .leftJoin(PAYING_UNIT)
                .on(PAYING_UNIT.BOOK_ID.eq(DIVIDED_CHARGE.BOOK_ID))
                .and(PAYING_UNIT.UNIT_ID.eq(POSTING.UNIT_ID))
                .where(CONTRIBUTION_PAPER.BOOK_ID.eq(body.value()))
                .and(CONTRIBUTION_PAPER.CODE.in(receipts))
                .and(POSTING.CHARGE.isNotNull())
                .orderBy(CONTRIBUTION_PAPER.CODE, POSTING.LINE_NO)
                .fetchGroups(
                        row -> row.value1(),
                        row ->
                                new Line(
                                        row.value2(),
                                        row.value3(),
                                        row.value6(),
                                        row.value4().equals(Entries.PREPAID.value()),
                                        new Money(currency, Math.negateExact(row.value5()))));
    }

    /** What is left of prepayments, by receipt and fund, in minor units. */
    private Map<String, Long> left(BodyId body, Collection<String> receipts) {
        return sql.select(POSTING.CHARGE, FUND.CODE, sum(POSTING.AMOUNT).neg())
                .from(POSTING)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(POSTING.ACCOUNT_ID))
                .join(FUND)
                .on(FUND.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(FUND.FUND_ID.eq(POSTING.FUND_ID))
                .where(POSTING.BOOK_ID.eq(body.value()))
                .and(ACCOUNT.CODE.eq(Entries.PREPAID.value()))
                .and(POSTING.CHARGE.in(receipts))
                .and(
                        POSTING.ENTRY_NO.le(
                                select(BOOK_HEAD.LAST_NO)
                                        .from(BOOK_HEAD)
                                        .where(BOOK_HEAD.BOOK_ID.eq(body.value()))))
                .groupBy(POSTING.CHARGE, FUND.CODE)
                .fetchMap(
                        row -> key(row.value1(), row.value2()),
                        row -> row.value3().longValueExact());
    }

    /** What became of the prepayments of these receipts, by receipt. */
    Map<String, List<Receipt.Use>> uses(
            BodyId body, Collection<String> receipts, Currency currency) {
        var uses = new LinkedHashMap<String, List<Receipt.Use>>();
        uses(body, PREPAYMENT_USE.RECEIPT.in(receipts), currency)
                .forEach(use ->
                        uses.computeIfAbsent(use.receipt(), code -> new ArrayList<>()).add(use));
        return uses;
    }

    /** The use of a prepayment with that code. */
    Optional<Receipt.Use> use(BodyId body, String code, Currency currency) {
        return uses(body, PREPAYMENT_USE.CODE.eq(code), currency).stream().findFirst();
    }

    private List<Receipt.Use> uses(BodyId body, Condition which, Currency currency) {
        return sql.select(PREPAYMENT_USE.fields())
                .select(CONTRIBUTION_PAPER.fields())
                .select(CONTRIBUTION_REVERSAL.fields())
                .from(PREPAYMENT_USE)
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(PREPAYMENT_USE.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(PREPAYMENT_USE.CODE))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(PREPAYMENT_USE.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(PREPAYMENT_USE.CODE))
                .where(PREPAYMENT_USE.BOOK_ID.eq(body.value()))
                .and(which)
                .orderBy(CONTRIBUTION_PAPER.FISCAL_YEAR, CONTRIBUTION_PAPER.NUMBER)
                .fetch(row ->
                        new Receipt.Use(
                                PaperRepository.paper(row),
                                row.get(PREPAYMENT_USE.RECEIPT),
                                new Money(currency, row.get(PREPAYMENT_USE.AMOUNT)),
                                row.get(PREPAYMENT_USE.CHARGE),
                                row.get(PREPAYMENT_USE.BANK)));
    }

    private static String key(String receipt, String fund) {
        return receipt + "\n" + fund;
    }
}
