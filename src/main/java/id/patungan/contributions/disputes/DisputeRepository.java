package id.patungan.contributions.disputes;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_PAPER;
import static id.patungan.platform.schema.Tables.DISPUTE;
import static id.patungan.platform.schema.Tables.DISPUTE_EVENT;
import static id.patungan.platform.schema.Tables.JOURNAL_ENTRY;
import static id.patungan.platform.schema.Tables.POSTING;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import id.patungan.basics.AccountCode;
import id.patungan.basics.BodyId;
import id.patungan.basics.Money;
import id.patungan.basics.PartyId;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.disputes.Dispute.Event;
import id.patungan.contributions.disputes.Dispute.Said;
import id.patungan.contributions.disputes.Dispute.Subject;
import id.patungan.platform.Reach;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Disputes and what was said about them. */
@Repository
class DisputeRepository {

    private final DSLContext sql;

    DisputeRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** What a dispute is about, as the book has it. */
    record About(
            LocalDate on,
            @Nullable String charge,
            @Nullable Long entry,
            @Nullable String document,
            String label,
            Money booked) {}

    /** The entry as a line of the party's statement; empty if it is none. */
    Optional<About> line(BodyId body, PartyId party, long entry, long knownAt, Currency currency) {
        var posting = POSTING;
        var head = JOURNAL_ENTRY;
        var moved = sum(posting.AMOUNT);
        return sql.select(head.ENTRY_DATE, head.DOCUMENT_NO, head.DESCRIPTION, moved)
                .from(posting)
                .join(head)
                .on(head.BOOK_ID.eq(posting.BOOK_ID))
                .and(head.ENTRY_NO.eq(posting.ENTRY_NO))
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(posting.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(posting.ACCOUNT_ID))
                .where(posting.BOOK_ID.eq(body.value()))
                .and(posting.ENTRY_NO.eq(entry))
                .and(posting.ENTRY_NO.le(knownAt))
                .and(posting.PARTY_ID.eq(party.value()))
                .and(
                        ACCOUNT.CODE.in(
                                Contributions.STATEMENT_ACCOUNTS.stream()
                                        .map(AccountCode::value)
                                        .toList()))
                .groupBy(head.ENTRY_DATE, head.DOCUMENT_NO, head.DESCRIPTION)
                .fetchOptional(row ->
                        new About(
                                row.value1(),
                                null,
                                entry,
                                row.value2(),
                                row.value3(),
                                new Money(currency, row.value4().longValueExact())));
    }

    /** The entry by which an assessment was charged. */
    long entryOf(BodyId body, String assessment) {
        var paper = CONTRIBUTION_PAPER;
        return sql.select(paper.ENTRY_NO)
                .from(paper)
                .where(paper.BOOK_ID.eq(body.value()))
                .and(paper.CODE.eq(assessment))
                .fetchSingle(row -> row.value1());
    }

    int nextNumber(BodyId body) {
        var table = DISPUTE;
        return 1
                + sql.select(max(table.NUMBER))
                        .from(table)
                        .where(table.BOOK_ID.eq(body.value()))
                        .fetchSingle(row -> row.value1() == null ? 0 : row.value1());
    }

    void insert(
            BodyId body,
            int number,
            PartyId party,
            Subject subject,
            About about,
            @Nullable Money claimed,
            long knownAt) {
        var table = DISPUTE;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.NUMBER, number)
                .set(table.PARTY_ID, party.value())
                .set(table.SUBJECT, subject.code())
                .set(table.ABOUT_ON, about.on())
                .set(table.CHARGE, about.charge())
                .set(table.ENTRY_NO, about.entry())
                .set(table.DOCUMENT, about.document())
                .set(table.LABEL, about.label())
                .set(table.BOOKED, about.booked().minorUnits())
                .set(table.CLAIMED, claimed == null ? null : claimed.minorUnits())
                .set(table.KNOWN_AT, knownAt)
                .execute();
    }

    void insert(BodyId body, int number, Event event) {
        var table = DISPUTE_EVENT;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.NUMBER, number)
                .set(table.EVENT_NO, event.no())
                .set(table.KIND, event.said().code())
                .set(table.WORDS, event.words())
                .set(table.FOLLOWS, event.follows())
                .set(table.PAPER, event.paper())
                .set(table.RECORDED_BY, event.by())
                .set(table.PERSON, event.person())
                .set(table.RECORDED_AT, LocalDateTime.ofInstant(event.at(), ZoneOffset.UTC))
                .execute();
    }

    /** The disputes of the parties within reach, the newest first. */
    List<Dispute> all(BodyId body, Reach reach, Currency currency) {
        var table = DISPUTE;
        var events = events(body);
        return sql.select(table.fields())
                .select(BOOK_PARTY.CODE, BOOK_PARTY.NAME)
                .from(table)
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(table.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(table.PARTY_ID))
                .where(table.BOOK_ID.eq(body.value()))
                .and(
                        reach.everything()
                                ? noCondition()
                                : table.PARTY_ID.in(
                                        reach.parties().stream().map(PartyId::value).toList()))
                .orderBy(table.NUMBER.desc())
                .fetch(row -> {
                    var claimed = row.get(table.CLAIMED);
                    return new Dispute(
                            row.get(table.NUMBER),
                            row.get(BOOK_PARTY.CODE),
                            row.get(BOOK_PARTY.NAME),
                            Subject.of(row.get(table.SUBJECT)),
                            row.get(table.ABOUT_ON),
                            row.get(table.CHARGE),
                            row.get(table.ENTRY_NO),
                            row.get(table.DOCUMENT),
                            row.get(table.LABEL),
                            new Money(currency, row.get(table.BOOKED)),
                            claimed == null ? null : new Money(currency, claimed),
                            row.get(table.KNOWN_AT),
                            events.getOrDefault(row.get(table.NUMBER), List.of()));
                });
    }

    private Map<Integer, List<Event>> events(BodyId body) {
        var table = DISPUTE_EVENT;
        var events = new HashMap<Integer, List<Event>>();
        sql.selectFrom(table)
                .where(table.BOOK_ID.eq(body.value()))
                .orderBy(table.NUMBER, table.EVENT_NO)
                .forEach(row ->
                        events.computeIfAbsent(row.getNumber(), number -> new ArrayList<>())
                                .add(
                                        new Event(
                                                row.getEventNo(),
                                                Said.of(row.getKind()),
                                                row.getWords(),
                                                row.getFollows(),
                                                row.getPaper(),
                                                row.getRecordedBy(),
                                                row.getPerson(),
                                                row.getRecordedAt().toInstant(ZoneOffset.UTC))));
        return events;
    }
}
