package id.patungan.contributions.letters;

import static id.patungan.platform.schema.Tables.LETTER_RUN;
import static id.patungan.platform.schema.Tables.LETTER_RUN_ITEM;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import id.patungan.basics.BodyId;
import id.patungan.contributions.letters.LetterRun.Fault;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs of letters and how far they have come. */
@Repository
class LetterRunRepository {

    private final DSLContext sql;

    LetterRunRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** A run that is not finished. */
    record Unfinished(BodyId body, int number, String by, NewLetter wish, boolean byMail) {}

    int nextNumber(BodyId body) {
        var last =
                sql.select(max(LETTER_RUN.RUN_NO))
                        .from(LETTER_RUN)
                        .where(LETTER_RUN.BOOK_ID.eq(body.value()))
                        .fetchOne(0, Integer.class);
        return requireNonNullElse(last, 0) + 1;
    }

    void insert(
            BodyId body,
            int number,
            String assessment,
            NewLetter wish,
            boolean byMail,
            List<String> charges,
            String by,
            Instant at) {
        sql.insertInto(LETTER_RUN)
                .set(LETTER_RUN.BOOK_ID, body.value())
                .set(LETTER_RUN.RUN_NO, number)
                .set(LETTER_RUN.ASSESSMENT, assessment)
                .set(LETTER_RUN.DATED_ON, wish.date())
                .set(LETTER_RUN.LANGUAGE, wish.language().getLanguage())
                .set(LETTER_RUN.COPIES, String.join("\n", wish.copies()))
                .set(LETTER_RUN.BY_MAIL, byMail ? (byte) 1 : (byte) 0)
                .set(LETTER_RUN.ASKED_BY, by)
                .set(LETTER_RUN.ASKED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
        var rows =
                sql.insertInto(
                        LETTER_RUN_ITEM,
                        LETTER_RUN_ITEM.BOOK_ID,
                        LETTER_RUN_ITEM.RUN_NO,
                        LETTER_RUN_ITEM.CHARGE);
        for (var charge : charges) {
            rows = rows.values(body.value(), number, charge);
        }
        rows.execute();
    }

    List<Unfinished> unfinished() {
        var run = LETTER_RUN;
        return sql.selectFrom(run)
                .where(run.FINISHED_AT.isNull())
                .orderBy(run.ASKED_AT)
                .fetch(row ->
                        new Unfinished(
                                new BodyId(row.getBookId()),
                                row.getRunNo(),
                                row.getAskedBy(),
                                new NewLetter(
                                        row.getDatedOn(),
                                        Locale.of(row.getLanguage()),
                                        row.getCopies().lines().toList()),
                                row.getByMail() != 0));
    }

    List<String> waiting(BodyId body, int number) {
        var item = LETTER_RUN_ITEM;
        return sql.select(item.CHARGE)
                .from(item)
                .where(item.BOOK_ID.eq(body.value()))
                .and(item.RUN_NO.eq(number))
                .and(item.PAPER.isNull())
                .and(item.REFUSAL.isNull())
                .orderBy(item.CHARGE)
                .fetch(item.CHARGE);
    }

    void issued(BodyId body, int number, String charge, String paper) {
        var item = LETTER_RUN_ITEM;
        sql.update(item)
                .set(item.PAPER, paper)
                .where(item.BOOK_ID.eq(body.value()))
                .and(item.RUN_NO.eq(number))
                .and(item.CHARGE.eq(charge))
                .execute();
    }

    void refused(BodyId body, int number, Fault fault) {
        var item = LETTER_RUN_ITEM;
        sql.update(item)
                .set(item.REFUSAL, fault.refusal())
                .set(item.WORDS_ID, fault.indonesian())
                .set(item.WORDS_EN, fault.english())
                .where(item.BOOK_ID.eq(body.value()))
                .and(item.RUN_NO.eq(number))
                .and(item.CHARGE.eq(fault.charge()))
                .execute();
    }

    void finish(BodyId body, int number, Instant at) {
        sql.update(LETTER_RUN)
                .set(LETTER_RUN.FINISHED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .where(LETTER_RUN.BOOK_ID.eq(body.value()))
                .and(LETTER_RUN.RUN_NO.eq(number))
                .execute();
    }

    /** The newest first. */
    List<LetterRun> runs(BodyId body, @Nullable Integer number, @Nullable String assessment) {
        var run = LETTER_RUN;
        var item = LETTER_RUN_ITEM;
        var items =
                sql.selectFrom(item)
                        .where(item.BOOK_ID.eq(body.value()))
                        .and(number == null ? noCondition() : item.RUN_NO.eq(number))
                        .orderBy(item.CHARGE)
                        .fetchGroups(item.RUN_NO);
        return sql.selectFrom(run)
                .where(run.BOOK_ID.eq(body.value()))
                .and(number == null ? noCondition() : run.RUN_NO.eq(number))
                .and(assessment == null ? noCondition() : run.ASSESSMENT.eq(assessment))
                .orderBy(run.RUN_NO.desc())
                .fetch(row -> {
                    var papers = new ArrayList<String>();
                    var faults = new ArrayList<Fault>();
                    var own = requireNonNull(items.get(row.getRunNo()));
                    for (var one : own) {
                        if (one.getPaper() != null) papers.add(one.getPaper());
                        if (one.getRefusal() != null) {
                            faults.add(
                                    new Fault(
                                            one.getCharge(),
                                            one.getRefusal(),
                                            one.getWordsId(),
                                            one.getWordsEn()));
                        }
                    }
                    var finished = row.getFinishedAt();
                    return new LetterRun(
                            row.getRunNo(),
                            row.getAssessment(),
                            row.getDatedOn(),
                            Locale.of(row.getLanguage()),
                            row.getByMail() != 0,
                            row.getAskedBy(),
                            row.getAskedAt().toInstant(ZoneOffset.UTC),
                            finished == null ? null : finished.toInstant(ZoneOffset.UTC),
                            own.size(),
                            papers,
                            faults);
                });
    }
}
