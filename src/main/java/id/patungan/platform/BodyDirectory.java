package id.patungan.platform;

import id.patungan.basics.BodyId;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The bodies of this installation, for the frame; the module of parties knows them. */
public interface BodyDirectory {

    /** The body with that code, as written in addresses. */
    Optional<BodyEntry> byCode(String code);

    /** All bodies, by name. */
    List<BodyEntry> all();

    /**
     * What the frame shows of a body.
     *
     * @param code as written in addresses
     * @param zone in which the body's instants are shown
     * @param sample whether its data is made up, wholly or in part, and marked as such everywhere
     * @param sampleNote what is real and what is made up, Indonesian; empty if it is not a sample
     * @param sampleNoteEn the same in English
     */
    record BodyEntry(
            BodyId id,
            String code,
            String name,
            Currency currency,
            ZoneId zone,
            boolean sample,
            String sampleNote,
            String sampleNoteEn) {}
}
