package id.patungan.contributions.paying;

import java.util.Locale;

/** By which way of its budget a paying unit pays; says which evidence is due. */
public enum Route {
    /** Goods and services of a programme: SP2D and receipt. */
    PROGRAMME_SPENDING,
    /** Hibah: NPHD, minutes of handing over, report on its use. */
    GRANT,
    /** Bantuan keuangan between regions: decree and report. */
    FINANCIAL_ASSISTANCE,
    /** Penyertaan modal. */
    CAPITAL_PARTICIPATION,
    /** Paid to the region that hosts the site. */
    TIPPING_FEE,
    /** Goods lent or given; never cash. */
    IN_KIND;

    /** As stored and sent: {@code programme-spending}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The route with that code.
     *
     * @throws PayingException if there is none
     */
    public static Route of(String code) {
        for (var route : values()) {
            if (route.code().equals(code)) return route;
        }
        throw PayingException.unknownRoute(code);
    }
}
