package id.patungan.documents.mail;

import static id.patungan.platform.schema.Tables.ISSUED_PAPER;
import static id.patungan.platform.schema.Tables.MAIL;
import static id.patungan.platform.schema.Tables.MAIL_ATTEMPT;

import id.patungan.basics.BodyId;
import id.patungan.documents.mail.Mail.Attempt;
import id.patungan.documents.mail.Mail.State;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The outbox. */
@Repository
class MailRepository {

    private final DSLContext sql;

    MailRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Which sending of which paper. */
    record Key(BodyId body, String paper, int sending) {}

    /** What the mail server is given. */
    record Letter(Key key, String recipient, String subject, String text, int attempts) {}

    void insert(Key key, String recipient, String subject, String text, String by, Instant at) {
        sql.insertInto(MAIL)
                .set(MAIL.BOOK_ID, key.body().value())
                .set(MAIL.PAPER, key.paper())
                .set(MAIL.SENDING, (short) key.sending())
                .set(MAIL.RECIPIENT, recipient)
                .set(MAIL.SUBJECT, subject)
                .set(MAIL.BODY, text)
                .set(MAIL.STATE, name(State.QUEUED))
                .set(MAIL.ATTEMPTS, (short) 0)
                .set(MAIL.NEXT_AT, utc(at))
                .set(MAIL.ASKED_BY, by)
                .set(MAIL.ASKED_AT, utc(at))
                .execute();
    }

    /** The sendings of a paper, the newest first. */
    List<Mail> of(BodyId body, String paper) {
        var attempts =
                sql.selectFrom(MAIL_ATTEMPT)
                        .where(MAIL_ATTEMPT.BOOK_ID.eq(body.value()))
                        .and(MAIL_ATTEMPT.PAPER.eq(paper))
                        .orderBy(MAIL_ATTEMPT.SENDING, MAIL_ATTEMPT.ATTEMPT)
                        .fetchGroups(
                                MAIL_ATTEMPT.SENDING,
                                row ->
                                        new Attempt(
                                                row.getAttempt(),
                                                row.getOutcome(),
                                                row.getDetail(),
                                                row.getEndedAt().toInstant(ZoneOffset.UTC)));
        return sql.selectFrom(MAIL)
                .where(MAIL.BOOK_ID.eq(body.value()))
                .and(MAIL.PAPER.eq(paper))
                .orderBy(MAIL.SENDING.desc())
                .fetch(row -> {
                    var next = row.getNextAt();
                    var own = attempts.get(row.getSending());
                    return new Mail(
                            row.getPaper(),
                            row.getSending(),
                            row.getRecipient(),
                            row.getSubject(),
                            State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                            next == null ? null : next.toInstant(ZoneOffset.UTC),
                            row.getAskedBy(),
                            row.getAskedAt().toInstant(ZoneOffset.UTC),
                            own == null ? List.of() : own);
                });
    }

    /** The state of the last sending of every paper that was sent, by paper. */
    List<LastSending> last(BodyId body) {
        return sql.select(MAIL.PAPER, MAIL.STATE)
                .from(MAIL)
                .where(MAIL.BOOK_ID.eq(body.value()))
                .orderBy(MAIL.PAPER, MAIL.SENDING)
                .fetch(row ->
                        new LastSending(
                                row.value1(),
                                State.valueOf(row.value2().toUpperCase(Locale.ROOT))));
    }

    /** A paper and how far a sending of it has come. */
    record LastSending(String paper, State state) {}

    /** What is due, the oldest first. */
    List<Letter> due(Instant now, int most) {
        return sql.selectFrom(MAIL)
                .where(MAIL.STATE.eq(name(State.QUEUED)))
                .and(MAIL.NEXT_AT.le(utc(now)))
                .orderBy(MAIL.NEXT_AT)
                .limit(most)
                .fetch(row ->
                        new Letter(
                                new Key(
                                        new BodyId(row.getBookId()),
                                        row.getPaper(),
                                        row.getSending()),
                                row.getRecipient(),
                                row.getSubject(),
                                row.getBody(),
                                row.getAttempts()));
    }

    /** Whether this caller may send it now; nobody else may then. */
    boolean claim(Letter letter, Instant now) {
        return sql.update(MAIL)
                        .set(MAIL.STATE, name(State.SENDING))
                        .set(MAIL.ATTEMPTS, (short) (letter.attempts() + 1))
                        .set(MAIL.CLAIMED_AT, utc(now))
                        .where(MAIL.BOOK_ID.eq(letter.key().body().value()))
                        .and(MAIL.PAPER.eq(letter.key().paper()))
                        .and(MAIL.SENDING.eq((short) letter.key().sending()))
                        .and(MAIL.STATE.eq(name(State.QUEUED)))
                        .and(MAIL.ATTEMPTS.eq((short) letter.attempts()))
                        .execute()
                == 1;
    }

    /** Those whose sending began before that and did not end. */
    List<Letter> cutOff(Instant before) {
        return sql.selectFrom(MAIL)
                .where(MAIL.STATE.eq(name(State.SENDING)))
                .and(MAIL.CLAIMED_AT.lt(utc(before)))
                .fetch(row ->
                        new Letter(
                                new Key(
                                        new BodyId(row.getBookId()),
                                        row.getPaper(),
                                        row.getSending()),
                                row.getRecipient(),
                                row.getSubject(),
                                row.getBody(),
                                row.getAttempts() - 1));
    }

    /** Notes how an attempt ended, unless it was noted already. */
    void end(
            Letter letter,
            State state,
            String outcome,
            @Nullable String detail,
            @Nullable Instant next,
            Instant now) {
        var key = letter.key();
        var ended =
                sql.update(MAIL)
                        .set(MAIL.STATE, name(state))
                        .set(MAIL.NEXT_AT, next == null ? null : utc(next))
                        .where(MAIL.BOOK_ID.eq(key.body().value()))
                        .and(MAIL.PAPER.eq(key.paper()))
                        .and(MAIL.SENDING.eq((short) key.sending()))
                        .and(MAIL.STATE.eq(name(State.SENDING)))
                        .and(MAIL.ATTEMPTS.eq((short) (letter.attempts() + 1)))
                        .execute();
        if (ended == 0) return;
        sql.insertInto(MAIL_ATTEMPT)
                .set(MAIL_ATTEMPT.BOOK_ID, key.body().value())
                .set(MAIL_ATTEMPT.PAPER, key.paper())
                .set(MAIL_ATTEMPT.SENDING, (short) key.sending())
                .set(MAIL_ATTEMPT.ATTEMPT, (short) (letter.attempts() + 1))
                .set(MAIL_ATTEMPT.OUTCOME, outcome)
                .set(MAIL_ATTEMPT.DETAIL, detail)
                .set(MAIL_ATTEMPT.ENDED_AT, utc(now))
                .execute();
    }

    /** The frozen file of a paper. */
    Optional<byte[]> file(BodyId body, String paper) {
        return sql.select(ISSUED_PAPER.FILE)
                .from(ISSUED_PAPER)
                .where(ISSUED_PAPER.BOOK_ID.eq(body.value()))
                .and(ISSUED_PAPER.CODE.eq(paper))
                .fetchOptional(ISSUED_PAPER.FILE);
    }

    private static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
