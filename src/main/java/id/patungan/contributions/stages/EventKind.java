package id.patungan.contributions.stages;

import id.patungan.contributions.stages.ApprovalClock.Step;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be recorded about a charge: a stage of the payer's budget, or a step of its approval.
 */
public enum EventKind {
    /** In the draft budget. */
    DRAFT_BUDGET(Stage.DRAFT_BUDGET, null),
    /** In the budget. */
    BUDGET(Stage.BUDGET, null),
    /** Payment was ordered. */
    PAYMENT_ORDER(Stage.PAYMENT_ORDER, null),
    /** The treasury ordered the bank to pay. */
    SP2D(Stage.SP2D, null),
    /** Submitted to the legislature. */
    SUBMITTED(null, Step.SUBMITTED),
    /** Returned to the head of region. */
    RETURNED(null, Step.RETURNED),
    /** Submitted again. */
    RESUBMITTED(null, Step.RESUBMITTED),
    /** Approved. */
    APPROVED(null, Step.APPROVED),
    /** Refused. */
    REJECTED(null, Step.REJECTED),
    /** Needs no approval. */
    EXEMPT(null, Step.EXEMPT);

    private final @Nullable Stage stage;
    private final @Nullable Step step;

    EventKind(@Nullable Stage stage, @Nullable Step step) {
        this.stage = stage;
        this.step = step;
    }

    /** The stage that begins with it; null for a step of the approval. */
    public @Nullable Stage stage() {
        return stage;
    }

    /** The step of the approval; null for a stage. */
    public @Nullable Step step() {
        return step;
    }

    /** As files, forms and the API call it: {@code payment-order}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with that code. */
    public static Optional<EventKind> of(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    static EventKind of(Stage stage) {
        return Stream.of(values()).filter(kind -> kind.stage == stage).findFirst().orElseThrow();
    }
}
