package id.patungan.platform;

import id.patungan.basics.BodyId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The audit trail: everything that changes state, with before and after. */
@Service
public class Audit {

    private static final int MOST = 200;

    private final AuditRepository events;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Clock clock;

    Audit(AuditRepository events, Transactions transactions, JsonMapper json, Clock clock) {
        this.events = events;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes one event of a body, in the transaction of the change it tells of.
     *
     * @param action {@code module.verb}, such as {@code receipt.record}
     * @param subject the thing, by the code people use
     * @param before what it was, as a record; null when it is new
     * @param after what it became; null when it is gone
     * @throws IllegalStateException outside a transaction
     */
    public void record(
            Access access,
            String action,
            String subject,
            @Nullable Object before,
            @Nullable Object after) {
        write(access.body(), access.handle(), action, subject, before, after);
    }

    /** Writes one event of the installation, such as a new person. */
    void recordInstallation(
            String handle,
            String action,
            String subject,
            @Nullable Object before,
            @Nullable Object after) {
        write(null, handle, action, subject, before, after);
    }

    /**
     * The trail of a body, newest first, at most 200 events older than {@code before}.
     *
     * @param before the number of the oldest event already seen; null to start with the newest
     */
    public List<AuditEvent> trail(Access access, @Nullable Long before) {
        access.require(Action.READ_BOOKS);
        return transactions.read(() -> events.trail(access.body(), before, MOST));
    }

    /** The trail of the installation: people and permissions; for administrators. */
    public List<AuditEvent> installationTrail(Viewer viewer, @Nullable Long before) {
        viewer.requireAdministrator();
        return transactions.read(() -> events.trail(null, before, MOST));
    }

    private void write(
            @Nullable BodyId body,
            String handle,
            String action,
            String subject,
            @Nullable Object before,
            @Nullable Object after) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "The audit event " + action + " must be part of the change it tells of");
        }
        events.insert(
                body, clock.instant(), handle, action, subject, written(before), written(after));
    }

    private @Nullable String written(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }

    /**
     * One event of the trail.
     *
     * @param at in UTC
     * @param before JSON, null when the thing was new
     * @param after JSON, null when the thing is gone
     */
    public record AuditEvent(
            long no,
            Instant at,
            String handle,
            String action,
            String subject,
            @Nullable String before,
            @Nullable String after) {}
}
