package id.patungan.documents;

import org.jspecify.annotations.Nullable;

/**
 * Which papers of the register are wanted; null wants all.
 *
 * @param year of the date printed on them
 * @param party code of the addressee
 * @param subject what they are about
 */
public record PaperFilter(
        @Nullable String series,
        @Nullable Integer year,
        @Nullable String party,
        @Nullable String subject,
        IssuedPaper.@Nullable Status status) {

    /** All papers about one thing. */
    public static PaperFilter about(String series, String subject) {
        return new PaperFilter(series, null, null, subject, null);
    }
}
