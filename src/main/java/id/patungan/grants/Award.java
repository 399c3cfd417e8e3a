package id.patungan.grants;

import id.patungan.grants.AwardVersion.State;

import java.util.List;
import java.util.Optional;

/**
 * An award with its versions, the newest first.
 *
 * @param code stays with it: the first part of the codes of its award lines
 */
public record Award(String code, List<AwardVersion> versions) {

    /** Copies the list. */
    public Award {
        versions = List.copyOf(versions);
    }

    /** The terms that hold: those of the newest approved version. */
    public Optional<AwardTerms> terms() {
        return versions.stream()
                .filter(one -> one.state() == State.APPROVED)
                .findFirst()
                .map(AwardVersion::terms);
    }

    /** The version that waits for a decision. */
    public Optional<AwardVersion> waiting() {
        return versions.stream().filter(one -> one.state() == State.DRAFT).findFirst();
    }

    /** The terms that hold, or those that are proposed while none do. */
    public AwardTerms shown() {
        return terms().orElseGet(() -> versions.getFirst().terms());
    }

    /**
     * The terms that hold.
     *
     * @throws AwardException if no version is approved
     */
    public AwardTerms inForce() {
        return terms().orElseThrow(() -> AwardException.notApproved(code));
    }
}
