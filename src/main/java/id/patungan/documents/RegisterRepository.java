package id.patungan.documents;

import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.ISSUED_PAPER;
import static id.patungan.platform.schema.Tables.ISSUED_PAPER_WITHDRAWAL;

import static org.jooq.impl.DSL.noCondition;

import id.patungan.basics.BodyId;
import id.patungan.documents.IssuedPaper.Withdrawal;
import id.patungan.platform.Reach;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Issued papers and their withdrawals. */
@Repository
class RegisterRepository {

    private static final List<Field<?>> HEAD =
            List.of(
                    ISSUED_PAPER.CODE,
                    ISSUED_PAPER.SERIES,
                    ISSUED_PAPER.DATED_ON,
                    ISSUED_PAPER.TITLE,
                    ISSUED_PAPER.SUBJECT,
                    BOOK_PARTY.CODE,
                    BOOK_PARTY.NAME,
                    ISSUED_PAPER.LANGUAGE,
                    ISSUED_PAPER.DIGEST,
                    ISSUED_PAPER.FILE_DIGEST,
                    ISSUED_PAPER.ISSUED_BY,
                    ISSUED_PAPER.ISSUED_AT,
                    ISSUED_PAPER_WITHDRAWAL.REASON,
                    ISSUED_PAPER_WITHDRAWAL.SUCCESSOR,
                    ISSUED_PAPER_WITHDRAWAL.WITHDRAWN_BY,
                    ISSUED_PAPER_WITHDRAWAL.WITHDRAWN_AT);

    private final DSLContext sql;

    RegisterRepository(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Integer> party(BodyId body, String code) {
        return sql.select(BOOK_PARTY.PARTY_ID)
                .from(BOOK_PARTY)
                .where(BOOK_PARTY.BOOK_ID.eq(body.value()))
                .and(BOOK_PARTY.CODE.eq(code))
                .fetchOptional(BOOK_PARTY.PARTY_ID);
    }

    void insert(
            BodyId body,
            NewPaper paper,
            @Nullable Integer party,
            String content,
            byte[] file,
            Signed signed) {
        var table = ISSUED_PAPER;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.CODE, paper.code())
                .set(table.SERIES, paper.series())
                .set(table.FISCAL_YEAR, (short) paper.date().getYear())
                .set(table.NUMBER, paper.number())
                .set(table.DATED_ON, paper.date())
                .set(table.TITLE, paper.title())
                .set(table.SUBJECT, paper.subject())
                .set(table.PARTY_ID, party)
                .set(table.LANGUAGE, paper.language().getLanguage())
                .set(table.CONTENT, content)
                .set(table.DIGEST, signed.digest())
                .set(table.FILE, file)
                .set(table.FILE_DIGEST, Sha256.hex(file))
                .set(table.ISSUED_BY, signed.by())
                .set(table.ISSUED_AT, signed.at())
                .execute();
    }

    /** Who issued a paper with that digest, and when (UTC). */
    record Signed(String digest, String by, LocalDateTime at) {}

    void insertWithdrawal(BodyId body, String code, Withdrawal withdrawal) {
        var table = ISSUED_PAPER_WITHDRAWAL;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.CODE, code)
                .set(table.REASON, withdrawal.reason())
                .set(table.SUCCESSOR, withdrawal.successor())
                .set(table.WITHDRAWN_BY, withdrawal.by())
                .set(table.WITHDRAWN_AT, LocalDateTime.ofInstant(withdrawal.at(), ZoneOffset.UTC))
                .execute();
    }

    /** Those within reach, by series and number, the newest first. */
    List<IssuedPaper> list(BodyId body, Reach reach, PaperFilter filter) {
        return sql.select(HEAD)
                .from(papers())
                .where(ISSUED_PAPER.BOOK_ID.eq(body.value()))
                .and(within(reach))
                .and(
                        filter.series() == null
                                ? noCondition()
                                : ISSUED_PAPER.SERIES.eq(filter.series()))
                .and(
                        filter.year() == null
                                ? noCondition()
                                : ISSUED_PAPER.FISCAL_YEAR.eq(filter.year().shortValue()))
                .and(filter.party() == null ? noCondition() : BOOK_PARTY.CODE.eq(filter.party()))
                .and(
                        filter.subject() == null
                                ? noCondition()
                                : ISSUED_PAPER.SUBJECT.eq(filter.subject()))
                .and(status(filter.status()))
                .orderBy(
                        ISSUED_PAPER.FISCAL_YEAR.desc(),
                        ISSUED_PAPER.SERIES,
                        ISSUED_PAPER.NUMBER.desc())
                .fetch(RegisterRepository::paper);
    }

    Optional<IssuedPaper> find(BodyId body, Reach reach, String code) {
        return sql.select(HEAD)
                .from(papers())
                .where(ISSUED_PAPER.BOOK_ID.eq(body.value()))
                .and(ISSUED_PAPER.CODE.eq(code))
                .and(within(reach))
                .fetchOptional(RegisterRepository::paper);
    }

    private <T> Optional<T> kept(BodyId body, Reach reach, String code, Field<T> what) {
        return sql.select(what)
                .from(ISSUED_PAPER)
                .where(ISSUED_PAPER.BOOK_ID.eq(body.value()))
                .and(ISSUED_PAPER.CODE.eq(code))
                .and(within(reach))
                .fetchOptional(what);
    }

    Optional<String> content(BodyId body, Reach reach, String code) {
        return kept(body, reach, code, ISSUED_PAPER.CONTENT);
    }

    Optional<byte[]> file(BodyId body, Reach reach, String code) {
        return kept(body, reach, code, ISSUED_PAPER.FILE);
    }

    private static Table<?> papers() {
        return ISSUED_PAPER
                .leftJoin(ISSUED_PAPER_WITHDRAWAL)
                .on(ISSUED_PAPER_WITHDRAWAL.BOOK_ID.eq(ISSUED_PAPER.BOOK_ID))
                .and(ISSUED_PAPER_WITHDRAWAL.CODE.eq(ISSUED_PAPER.CODE))
                .leftJoin(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(ISSUED_PAPER.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(ISSUED_PAPER.PARTY_ID));
    }

    private static Condition within(Reach reach) {
        if (reach.everything()) return noCondition();
        return ISSUED_PAPER.PARTY_ID.in(
                reach.parties().stream().map(party -> party.value()).toList());
    }

    private static Condition status(IssuedPaper.@Nullable Status status) {
        return switch (status) {
            case null -> noCondition();
            case ISSUED -> ISSUED_PAPER_WITHDRAWAL.CODE.isNull();
            case WITHDRAWN ->
                    ISSUED_PAPER_WITHDRAWAL
                            .CODE
                            .isNotNull()
                            .and(ISSUED_PAPER_WITHDRAWAL.SUCCESSOR.isNull());
            case REPLACED -> ISSUED_PAPER_WITHDRAWAL.SUCCESSOR.isNotNull();
        };
    }

    private static IssuedPaper paper(Record row) {
        var withdrawal = ISSUED_PAPER_WITHDRAWAL;
        return new IssuedPaper(
                row.get(ISSUED_PAPER.CODE),
                row.get(ISSUED_PAPER.SERIES),
                row.get(ISSUED_PAPER.DATED_ON),
                row.get(ISSUED_PAPER.TITLE),
                row.get(ISSUED_PAPER.SUBJECT),
                row.get(BOOK_PARTY.CODE),
                row.get(BOOK_PARTY.NAME),
                Locale.of(row.get(ISSUED_PAPER.LANGUAGE)),
                row.get(ISSUED_PAPER.DIGEST),
                row.get(ISSUED_PAPER.FILE_DIGEST),
                row.get(ISSUED_PAPER.ISSUED_BY),
                row.get(ISSUED_PAPER.ISSUED_AT).toInstant(ZoneOffset.UTC),
                row.get(withdrawal.REASON) == null
                        ? null
                        : new Withdrawal(
                                row.get(withdrawal.REASON),
                                row.get(withdrawal.SUCCESSOR),
                                row.get(withdrawal.WITHDRAWN_BY),
                                row.get(withdrawal.WITHDRAWN_AT).toInstant(ZoneOffset.UTC)));
    }
}
