package id.patungan.contributions.stages;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * The wish to record what a payer's budget process did.
 *
 * @param assessment its number
 * @param party code of the payer
 * @param document number of the DPA, SPM, SP2D or letter
 * @param note the ground, where no approval is needed
 */
public record NewStageEvent(
        String assessment,
        String party,
        EventKind kind,
        LocalDate on,
        @Nullable String document,
        @Nullable String note) {

    private static final int LONGEST_DOCUMENT = 80;
    private static final int LONGEST_NOTE = 500;

    /**
     * Checks the texts; blank ones are none.
     *
     * @throws StagesException if a text is too long, the day cannot be meant, or an exemption has
     *     no ground
     */
    public NewStageEvent {
        on = Days.plausible(on);
        document = text(document, LONGEST_DOCUMENT);
        note = text(note, LONGEST_NOTE);
        if (kind == EventKind.EXEMPT && note == null) {
            throw StagesException.noGround();
        }
    }

    private static @Nullable String text(@Nullable String given, int longest) {
        if (given == null || given.isBlank()) {
            return null;
        }
        var text = given.strip();
        if (text.length() > longest) {
            throw StagesException.tooLong(longest);
        }
        return text;
    }
}
