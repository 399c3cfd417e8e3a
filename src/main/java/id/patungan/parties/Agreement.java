package id.patungan.parties;

import java.util.Map;

/**
 * An agreement on which a body rests.
 *
 * @param id internal number, for references of other modules
 * @param names the names of the parties in it, by code
 */
public record Agreement(int id, AgreementText text, Map<String, String> names) {

    /** Copies the map. */
    public Agreement {
        names = Map.copyOf(names);
    }

    /** The body's own short name for it. */
    public String code() {
        return text.code();
    }
}
