package id.patungan.contributions.reminders;

import static id.patungan.platform.schema.Tables.AGREEMENT;
import static id.patungan.platform.schema.Tables.REMINDER_SCHEDULE;
import static id.patungan.platform.schema.Tables.REMINDER_SCHEDULE_DECISION;
import static id.patungan.platform.schema.Tables.REMINDER_SCHEDULE_STEP;

import id.patungan.basics.BodyId;
import id.patungan.contributions.Basis;
import id.patungan.contributions.agreed.AgreedStore;
import id.patungan.contributions.agreed.AgreedVersion.State;
import id.patungan.contributions.reminders.ReminderStep.Channel;
import id.patungan.contributions.reminders.ReminderStep.Tone;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Versions of the schedule of reminders and the decisions about them. */
@Repository
class ReminderScheduleRepository implements AgreedStore<ReminderSchedule, NewReminderSchedule> {

    private final DSLContext sql;

    ReminderScheduleRepository(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void insert(
            BodyId body,
            int version,
            NewReminderSchedule wish,
            int agreement,
            String by,
            Instant at) {
        var table = REMINDER_SCHEDULE;
        var basis = wish.basis();
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.VERSION, version)
                .set(table.EFFECTIVE_FROM, wish.effectiveFrom())
                .set(table.AGREEMENT_ID, agreement)
                .set(table.ARTICLE, wish.article())
                .set(table.BASIS, basis == null ? null : basis.kind().code())
                .set(table.BASIS_NOTE, basis == null ? null : basis.note())
                .set(table.PREPARED_BY, by)
                .set(table.PREPARED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
        var steps = REMINDER_SCHEDULE_STEP;
        var insert =
                sql.insertInto(
                        steps, steps.BOOK_ID, steps.VERSION, steps.DAYS, steps.TONE, steps.CHANNEL);
        for (var step : wish.steps()) {
            insert =
                    insert.values(
                            body.value(),
                            version,
                            (short) step.days(),
                            step.tone().code(),
                            step.channel().code());
        }
        insert.execute();
    }

    @Override
    public void insertDecision(
            BodyId body,
            ReminderSchedule schedule,
            boolean approved,
            @Nullable String reason,
            String by,
            Instant at) {
        var table = REMINDER_SCHEDULE_DECISION;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.VERSION, schedule.version())
                .set(table.PREPARED_BY, schedule.preparedBy())
                .set(table.DECISION, approved ? "approve" : "reject")
                .set(table.REASON, reason)
                .set(table.DECIDED_BY, by)
                .set(table.DECIDED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }

    @Override
    public List<ReminderSchedule> versions(BodyId body) {
        var version = REMINDER_SCHEDULE;
        var decision = REMINDER_SCHEDULE_DECISION;
        var table = REMINDER_SCHEDULE_STEP;
        var steps = new HashMap<Integer, List<ReminderStep>>();
        sql.selectFrom(table)
                .where(table.BOOK_ID.eq(body.value()))
                .orderBy(table.VERSION, table.DAYS)
                .forEach(row ->
                        steps.computeIfAbsent(row.getVersion(), number -> new ArrayList<>())
                                .add(
                                        new ReminderStep(
                                                row.getDays(),
                                                Tone.of(row.getTone()),
                                                Channel.of(row.getChannel()))));
        var found = new ArrayList<ReminderSchedule>();
        for (var row :
                sql.select(version.fields())
                        .select(
                                decision.DECISION,
                                decision.REASON,
                                decision.DECIDED_BY,
                                decision.DECIDED_AT)
                        .select(AGREEMENT.CODE)
                        .from(version)
                        .join(AGREEMENT)
                        .on(AGREEMENT.AGREEMENT_ID.eq(version.AGREEMENT_ID))
                        .leftJoin(decision)
                        .on(decision.BOOK_ID.eq(version.BOOK_ID))
                        .and(decision.VERSION.eq(version.VERSION))
                        .where(version.BOOK_ID.eq(body.value()))
                        .orderBy(version.VERSION.desc())
                        .fetch()) {
            found.add(
                    read(
                            row,
                            steps.getOrDefault(row.get(version.VERSION), List.of()),
                            found.isEmpty()));
        }
        return found;
    }

    private static ReminderSchedule read(Record row, List<ReminderStep> steps, boolean newest) {
        var version = REMINDER_SCHEDULE;
        var decision = REMINDER_SCHEDULE_DECISION;
        var decidedAt = row.get(decision.DECIDED_AT);
        var basis = row.get(version.BASIS);
        return new ReminderSchedule(
                row.get(version.VERSION),
                State.of(row.get(decision.DECISION), newest),
                row.get(version.EFFECTIVE_FROM),
                row.get(AGREEMENT.CODE),
                row.get(version.ARTICLE),
                steps,
                basis == null ? null : new Basis(Basis.Kind.of(basis), row.get(version.BASIS_NOTE)),
                row.get(version.PREPARED_BY),
                row.get(version.PREPARED_AT).toInstant(ZoneOffset.UTC),
                row.get(decision.DECIDED_BY),
                decidedAt == null ? null : decidedAt.toInstant(ZoneOffset.UTC),
                row.get(decision.REASON));
    }
}
