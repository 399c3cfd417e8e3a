package id.patungan.contributions.rules;

import id.patungan.contributions.rules.RuleVersion.State;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A rule of a body with the versions that the viewer may see.
 *
 * @param code the body's own short name for it, never changes
 * @param versions the newest first, at least one
 */
public record SharingRule(String code, List<RuleVersion> versions) {

    private static final Comparator<RuleVersion> LATEST =
            Comparator.comparing(RuleVersion::effectiveFrom).thenComparingInt(RuleVersion::version);

    /** Takes a copy. */
    public SharingRule {
        versions = List.copyOf(versions);
    }

    /**
     * The version in force on a day: of the approved ones the latest that has begun; of two that
     * begin on the same day the higher number.
     */
    public Optional<RuleVersion> inForce(LocalDate on) {
        return versions.stream()
                .filter(version -> version.state() == State.APPROVED)
                .filter(version -> !version.effectiveFrom().isAfter(on))
                .max(LATEST);
    }

    /** The draft that waits for a decision. */
    public Optional<RuleVersion> waiting() {
        return versions.stream().filter(version -> version.state() == State.DRAFT).findFirst();
    }

    /**
     * What the rule is called: by its newest approved version, or while there is none by its draft.
     */
    public String name() {
        return versions.stream()
                .filter(version -> version.state() == State.APPROVED)
                .findFirst()
                .orElseGet(this::newest)
                .name();
    }

    /** The newest version. */
    public RuleVersion newest() {
        return versions.getFirst();
    }
}
