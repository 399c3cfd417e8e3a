package id.patungan.contributions.rules.editor;

import id.patungan.parties.Agreement;

import java.util.List;
import java.util.SequencedMap;

/**
 * What a body has that a rule may name.
 *
 * @param members codes of the members of the day, in their order
 * @param names of every party that may be chosen, by code, members first
 * @param indicators the figures that are kept, by code
 * @param year the newest for which there are figures
 */
record Known(
        List<String> members,
        SequencedMap<String, String> names,
        List<String> indicators,
        int year,
        List<Agreement> agreements) {

    /** Takes copies where that keeps the order. */
    Known {
        members = List.copyOf(members);
        indicators = List.copyOf(indicators);
        agreements = List.copyOf(agreements);
    }
}
