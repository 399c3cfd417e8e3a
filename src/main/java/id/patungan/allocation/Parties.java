package id.patungan.allocation;

import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who shares a cost, with the figures that rules divide by: members, and residual payers who are
 * not members.
 *
 * @param all in the order in which results list them; it has no influence on the shares
 */
public record Parties(List<Party> all) {

    /** Takes a copy; a code can occur only once. */
    public Parties {
        all = List.copyOf(all);
        var codes = new HashSet<String>();
        for (var party : all) {
            if (!codes.add(party.code())) {
                throw new IllegalArgumentException("Party " + party.code() + " is there twice");
            }
        }
    }

    /** Parties without figures, named by their codes. */
    public static Parties of(String... codes) {
        return new Parties(
                Arrays.stream(codes)
                        .map(code -> new Party(code, code, Map.of(), Map.of(), null))
                        .toList());
    }

    /** The party of that code. */
    public Optional<Party> find(String code) {
        return all.stream().filter(party -> party.code().equals(code)).findFirst();
    }

    /**
     * One of those who share.
     *
     * @param code the stable key, such as the region code {@code 34.71}; the last word in ties
     * @param figures by indicator; an absent one is missing, which is not zero
     * @param words by name: the columns that hold categories instead of figures
     * @param tieHistory rounding units received in earlier runs; null if unknown
     */
    public record Party(
            String code,
            String name,
            Map<String, Fraction> figures,
            Map<String, String> words,
            @Nullable Long tieHistory) {

        /** Takes copies, in the order given. */
        public Party {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
            words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        }
    }
}
