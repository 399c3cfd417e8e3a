package id.patungan.contributions.agreed;

import id.patungan.platform.FormErrors;

import java.util.Optional;

/**
 * The form for a version as it was sent.
 *
 * @param <W> the wish that it becomes
 */
public interface AgreedForm<W> {

    /** What was typed; empty if nothing was. */
    String text(String field);

    /** What could not be read. */
    FormErrors errors();

    /** The wish; empty if something of it could not be read. */
    Optional<W> wish();
}
