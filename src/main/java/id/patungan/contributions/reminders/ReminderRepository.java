package id.patungan.contributions.reminders;

import static id.patungan.platform.schema.Tables.ASSESSMENT_SHARE;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.ISSUED_PAPER;
import static id.patungan.platform.schema.Tables.REMINDER;
import static id.patungan.platform.schema.Tables.REMINDER_CHARGE;

import static org.jooq.impl.DSL.noCondition;

import id.patungan.basics.BodyId;
import id.patungan.basics.Money;
import id.patungan.basics.PartyId;
import id.patungan.contributions.reminders.ReminderStep.Channel;
import id.patungan.contributions.reminders.ReminderStep.Tone;
import id.patungan.platform.Reach;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reminders that were sent. */
@Repository
class ReminderRepository {

    private final DSLContext sql;

    ReminderRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(
            BodyId body, String paper, PartyId party, int version, DueReminder due, long knownAt) {
        var table = REMINDER;
        var step = due.step();
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.PAPER, paper)
                .set(table.PARTY_ID, party.value())
                .set(table.VERSION, version)
                .set(table.DAYS, (short) step.days())
                .set(table.TONE, step.tone().code())
                .set(table.CHANNEL, step.channel().code())
                .set(table.KNOWN_AT, knownAt)
                .execute();
        var charges = REMINDER_CHARGE;
        var insert =
                sql.insertInto(
                        charges,
                        charges.BOOK_ID,
                        charges.CHARGE,
                        charges.DUE_ON,
                        charges.DAYS,
                        charges.PAPER,
                        charges.OPEN);
        for (var item : due.items()) {
            insert =
                    insert.values(
                            body.value(),
                            item.charge(),
                            item.due(),
                            (short) step.days(),
                            paper,
                            item.open().minorUnits());
        }
        insert.execute();
    }

    /** Which steps were sent about which due days of charges. */
    List<DueReminder.Sent> steps(BodyId body) {
        var table = REMINDER_CHARGE;
        return sql.select(table.CHARGE, table.DUE_ON, table.DAYS)
                .from(table)
                .where(table.BOOK_ID.eq(body.value()))
                .fetch(row -> new DueReminder.Sent(row.value1(), row.value2(), row.value3()));
    }

    /** The place of charges on their calculation sheets, from 1. */
    Map<String, Integer> places(BodyId body, Collection<String> charges) {
        var share = ASSESSMENT_SHARE;
        return sql.select(share.CHARGE, share.POSITION)
                .from(share)
                .where(share.BOOK_ID.eq(body.value()))
                .and(share.CHARGE.in(charges))
                .fetchMap(share.CHARGE, share.POSITION);
    }

    /** The reminders sent to the parties within reach, the newest first. */
    List<SentReminder> sent(BodyId body, Reach reach, Currency currency) {
        var charges = REMINDER_CHARGE;
        var named = new HashMap<String, List<SentReminder.Charge>>();
        sql.selectFrom(charges)
                .where(charges.BOOK_ID.eq(body.value()))
                .orderBy(charges.PAPER, charges.DUE_ON, charges.CHARGE)
                .forEach(row ->
                        named.computeIfAbsent(row.getPaper(), paper -> new ArrayList<>())
                                .add(
                                        new SentReminder.Charge(
                                                row.getCharge(),
                                                row.getDueOn(),
                                                new Money(currency, row.getOpen()))));
        var table = REMINDER;
        var paper = ISSUED_PAPER;
        return sql.select(table.fields())
                .select(BOOK_PARTY.CODE, BOOK_PARTY.NAME)
                .select(paper.DATED_ON, paper.ISSUED_BY, paper.ISSUED_AT)
                .from(table)
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(table.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(table.PARTY_ID))
                .join(paper)
                .on(paper.BOOK_ID.eq(table.BOOK_ID))
                .and(paper.CODE.eq(table.PAPER))
                .where(table.BOOK_ID.eq(body.value()))
                .and(
                        reach.everything()
                                ? noCondition()
                                : table.PARTY_ID.in(
                                        reach.parties().stream().map(PartyId::value).toList()))
                .orderBy(paper.ISSUED_AT.desc(), table.PAPER.desc())
                .fetch(row ->
                        new SentReminder(
                                row.get(table.PAPER),
                                row.get(BOOK_PARTY.CODE),
                                row.get(BOOK_PARTY.NAME),
                                row.get(paper.DATED_ON),
                                row.get(table.VERSION),
                                row.get(table.DAYS),
                                Tone.of(row.get(table.TONE)),
                                Channel.of(row.get(table.CHANNEL)),
                                named.getOrDefault(row.get(table.PAPER), List.of()),
                                row.get(paper.ISSUED_BY),
                                row.get(paper.ISSUED_AT).toInstant(ZoneOffset.UTC)));
    }
}
