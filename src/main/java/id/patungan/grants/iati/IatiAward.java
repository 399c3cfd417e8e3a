package id.patungan.grants.iati;

import id.patungan.grants.iati.IatiCode.OrganisationType;

import org.jspecify.annotations.Nullable;

/**
 * What an activity file says about an award that stands in no agreement.
 *
 * @param sector purpose of OECD DAC, five digits
 * @param giver identifier of the giver's organisation; null if it has none
 * @param giverActivity identifier of the giver's own activity, by which the money can be followed
 * @param flow default of the code list FlowType; null if it is not given, like those that follow
 */
public record IatiAward(
        String sector,
        @Nullable String giver,
        @Nullable OrganisationType giverType,
        @Nullable String giverActivity,
        @Nullable String flow,
        @Nullable String finance,
        @Nullable String aid,
        @Nullable String tied) {

    /** Refuses what no file could hold. */
    public IatiAward {
        if (!sector.matches("\\d{5}")) throw IatiException.unreadable("sector", sector);
        if (giver != null) giver = IatiException.identifier("giver", giver);
        if (giverActivity != null && giverActivity.length() > 100) {
            throw IatiException.unreadable("giverActivity", giverActivity);
        }
        flow = code("flow", flow);
        finance = code("finance", finance);
        aid = code("aid", aid);
        tied = code("tied", tied);
    }

    private static @Nullable String code(String field, @Nullable String code) {
        if (code == null) return null;
        if (!code.matches("[A-Z0-9]{1,4}")) throw IatiException.unreadable(field, code);
        return code;
    }
}
