package id.patungan.forecasting.indicators;

import id.patungan.forecasting.DuesSpread;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the uplift of dues means for the members.
 *
 * @param spread how it was divided; null if there is no uplift to divide
 * @param all those who are charged dues of the year, by code
 */
record MemberUplifts(@Nullable DuesSpread spread, List<MemberUplift> all) {

    /** Copies the list. */
    MemberUplifts {
        all = List.copyOf(all);
    }
}
