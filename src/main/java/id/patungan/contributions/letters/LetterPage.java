package id.patungan.contributions.letters;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Map;

/**
 * What a template gets: composed texts by name, and rows.
 *
 * @param texts a text that is null is not printed
 * @param rows by the names of the template's fields
 */
record LetterPage(Map<String, @Nullable String> texts, Collection<Map<String, ?>> rows) {}
