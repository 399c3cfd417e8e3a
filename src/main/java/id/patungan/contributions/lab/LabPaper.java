package id.patungan.contributions.lab;

import java.time.Instant;

/**
 * A comparison that was saved for the forum, exactly as it was shown.
 *
 * @param code such as {@code LAB-2026-0001}; without gaps per body and year
 * @param digest SHA-256 of the canonical JSON of the comparison
 * @param by handle of who saved it
 */
public record LabPaper(
        String code, String title, Comparison comparison, String digest, String by, Instant at) {

    /** A line of the list. */
    public record Line(String code, String title, String digest, String by, Instant at) {}
}
