package id.patungan.contributions.agreed;

import id.patungan.basics.BodyId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Where the versions of a kind are kept.
 *
 * @param <V> a version
 * @param <W> the wish for one
 */
public interface AgreedStore<V extends AgreedVersion, W extends AgreedVersion.Wish> {

    /** All, the newest first. */
    List<V> versions(BodyId body);

    /** Keeps a version. */
    void insert(BodyId body, int version, W wish, int agreement, String by, Instant at);

    /** Keeps the decision about a version. */
    void insertDecision(
            BodyId body,
            V version,
            boolean approved,
            @Nullable String reason,
            String by,
            Instant at);
}
