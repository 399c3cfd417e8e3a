package id.patungan.allocation;

import id.patungan.basics.Fraction;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * What every coalition would pay alone: the table of a cost game.
 *
 * @param listed in main units of the currency, by the codes of its parties joined by {@code +}:
 *     {@code A+H}, in any order
 * @param otherwise how coalitions that are not listed are costed
 * @param segments if they are costed by the segments that they use; else empty
 * @param classes if not empty, the players are classes and not parties: who is in each. The costs,
 *     segments and benefits then name classes, and the parties of a class share its part equally.
 */
public record Costs(
        SequencedMap<String, Fraction> listed,
        Otherwise otherwise,
        List<Rule.Segment> segments,
        SequencedMap<String, List<String>> classes) {

    /** Takes copies. */
    public Costs {
        listed = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(listed));
        segments = List.copyOf(segments);
        var copies = new LinkedHashMap<String, List<String>>();
        classes.forEach((name, parties) -> copies.put(name, List.copyOf(parties)));
        classes = Collections.unmodifiableSequencedMap(copies);
    }

    /** The names in a coalition as it is written: {@code A} and {@code H} of {@code A+H}. */
    static List<String> names(String coalition) {
        return Arrays.stream(coalition.split("\\+", -1)).map(String::strip).toList();
    }

    /** Every party that is named, in the order of the rule. */
    public SequencedSet<String> parties() {
        var found = new LinkedHashSet<String>();
        if (classes.isEmpty()) {
            listed.keySet().forEach(coalition -> found.addAll(names(coalition)));
            segments.forEach(segment -> found.addAll(segment.users()));
        } else {
            classes.values().forEach(found::addAll);
        }
        return found;
    }

    /** How a coalition that is not listed is costed. */
    public enum Otherwise {
        /** It is not: every coalition must be listed. */
        LISTED,
        /** As its dearest member alone. */
        MAX,
        /** As its members alone, added. */
        SUM,
        /** As the segments that at least one member uses, added. */
        SEGMENTS;

        /** As in rule files: {@code max}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
