package id.patungan.cli;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.indicators.IndicatorCode;
import id.patungan.forecasting.indicators.Threshold.Side;
import id.patungan.forecasting.indicators.Thresholds;
import id.patungan.parties.Indicators;
import id.patungan.parties.NewIndicatorValue;
import id.patungan.platform.Access;

import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the sustainability of the demo is measured by: budgets of members and thresholds. The
 * sources give none of them; all are invented and say so.
 */
@Component
class DemoSustainability {

    private static final String PAD = "PAD";
    private static final String APBD = "APBD";
    private static final String SOURCE = "Rekaan (contoh): bukan angka daerah ini";
    private static final String OWNER = "Forum Kepala Daerah (contoh)";
    private static final String BASIS = "Rekaan: bukan keputusan yang pernah diambil";

    private final Indicators figures;
    private final Thresholds thresholds;

    DemoSustainability(Indicators figures, Thresholds thresholds) {
        this.figures = figures;
        this.thresholds = thresholds;
    }

    /** Own revenue of the members of Kartamantul, and what its heads of region want to see. */
    void secretariat(Access finance) {
        record(
                finance,
                PAD,
                2006,
                Map.of(
                        "34.71", "96419000000",
                        "34.04", "157233000000",
                        "34.02", "71862000000"));
        threshold(finance, IndicatorCode.RESERVE_MONTHS, Side.AT_LEAST, Fraction.of(3));
        threshold(finance, IndicatorCode.DONOR_DEPENDENCY, Side.AT_MOST, Fraction.of(30, 100));
        threshold(finance, IndicatorCode.COLLECTION, Side.AT_LEAST, Fraction.of(95, 100));
    }

    /** Own revenue of the members of Ciayumajakuning; of one its whole budget alone is known. */
    void regionalManagement(Access finance) {
        record(
                finance,
                PAD,
                2011,
                Map.of(
                        "32.09", "173841000000",
                        "32.74", "88317000000",
                        "32.12", "120562000000",
                        "32.10", "67914000000"));
        record(finance, APBD, 2011, Map.of("32.08", "1013476000000"));
    }

    private void record(Access finance, String indicator, int year, Map<String, String> amounts) {
        new TreeMap<>(amounts)
                .forEach((party, rupiah) ->
                        figures.record(
                                finance,
                                new NewIndicatorValue(
                                        party,
                                        indicator,
                                        year,
                                        new BigDecimal(rupiah),
                                        "IDR",
                                        SOURCE,
                                        null)));
    }

    private void threshold(Access finance, IndicatorCode indicator, Side side, Fraction bound) {
        thresholds.set(
                finance,
                new Thresholds.Wish(indicator, side, bound, OWNER, BASIS, LocalDate.of(2006, 1, 1)),
                "demo-threshold-" + indicator.code());
    }
}
