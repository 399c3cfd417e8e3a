package id.patungan.contributions.stages;

import java.time.LocalDate;
import java.util.List;

/**
 * The three limits of an approval in working days. They follow each other, from receipt to receipt,
 * and are never one sum.
 *
 * @param from what was received from this day on has these limits
 * @param assess the legislature assesses what was submitted
 * @param revise the head of region revises what was returned
 * @param answer the legislature answers what was submitted again; its silence is approval
 * @param silenceApproves whether its silence on what was submitted first is approval, too
 * @param source the regulation that says so
 */
public record ApprovalLimits(
        LocalDate from,
        int assess,
        int revise,
        int answer,
        boolean silenceApproves,
        String source) {

    /** The most working days a limit can have: about a year. */
    public static final int MOST = 250;

    private static final int LONGEST_SOURCE = 300;

    /**
     * PP 50/2007 as the ministry's slides give it: 15, 14 and 15 working days, under a heading that
     * says 45 days without a unit. Silence is approval of what was received last; of the first
     * assessment the source does not say so. PP 28/2018 replaced it; its limits were not verified.
     */
    public static final ApprovalLimits PP_50_2007 =
            new ApprovalLimits(
                    LocalDate.of(1900, 1, 1),
                    15,
                    14,
                    15,
                    false,
                    "PP 50/2007 (diganti PP 28/2018; batas hari yang baru belum diverifikasi)");

    /**
     * Checks the numbers.
     *
     * @throws StagesException if a limit is not from 1 to {@link #MOST}, or there is no source
     */
    public ApprovalLimits {
        for (var days : List.of(assess, revise, answer)) {
            if (days < 1 || days > MOST) {
                throw StagesException.limit(days, MOST);
            }
        }
        from = Days.plausible(from);
        source = source.strip();
        if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
            throw StagesException.noSource(LONGEST_SOURCE);
        }
    }

    /** Those that hold for what was received on a day; the last of equal days counts. */
    static ApprovalLimits on(List<ApprovalLimits> versions, LocalDate received) {
        var found = PP_50_2007;
        for (var version : versions) {
            if (!version.from().isAfter(received) && !version.from().isBefore(found.from())) {
                found = version;
            }
        }
        return found;
    }
}
