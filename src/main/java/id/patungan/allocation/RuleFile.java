package id.patungan.allocation;

import id.patungan.basics.Problem;

import java.util.Map;

/**
 * Rule files: the YAML form of a {@link RuleDocument}, as the command line, the API and the editor
 * read and write it.
 */
public final class RuleFile {

    private RuleFile() {}

    /**
     * Reads a rule file.
     *
     * @param file its name, for the problems
     * @throws id.patungan.basics.InputException with every problem, each with line and column
     */
    public static Reading read(String file, String text) {
        return new RuleReader(file).read(text);
    }

    /** The text from which {@link #read} makes the same document again. */
    public static String write(RuleDocument document) {
        return new RuleWriter().write(document);
    }

    /**
     * A rule that was read, and where its parts stand in the file.
     *
     * @param places line and column by place in the rule, such as {@code rule.rest}
     */
    public record Reading(String file, RuleDocument document, Map<String, Place> places) {

        /** Takes a copy. */
        public Reading {
            places = Map.copyOf(places);
        }

        /** The refusal as a problem of this file, at the nearest place that stands in it. */
        public Problem locate(AllocationException refusal) {
            for (var place = refusal.place(); ; place = parent(place)) {
                var found = places.get(place);
                if (found != null || place.isEmpty()) {
                    return new Problem(
                            file,
                            found == null ? 0 : found.line(),
                            found == null ? 0 : found.column(),
                            refusal.code(),
                            String.valueOf(refusal.getMessage()));
                }
            }
        }

        private static String parent(String place) {
            return place.contains(".") ? place.substring(0, place.lastIndexOf('.')) : "";
        }
    }

    /** A place in a file, both counted from 1. */
    public record Place(int line, int column) {}
}
