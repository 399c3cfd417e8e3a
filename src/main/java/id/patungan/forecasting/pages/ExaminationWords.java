package id.patungan.forecasting.pages;

import id.patungan.basics.AmountFormat;
import id.patungan.forecasting.Examination.Shock;
import id.patungan.forecasting.Examination.Swing;

import java.math.BigDecimal;

/** What assumptions and shocks are called in one language. */
final class ExaminationWords {

    private final ForecastWords words;

    ExaminationWords(ForecastWords words) {
        this.words = words;
    }

    /** An assumption with its change: {@code Belanja ±10 %}. */
    String assumption(Swing swing) {
        return words.text(
                "examination.swing." + swing.kind().code(),
                words.percent(swing.bar().assumption().high()),
                swing.of());
    }

    /** A shock by its kind and whom it hits. */
    String shock(Shock shock) {
        var party = shock.party();
        return words.text(
                "examination.shock." + shock.kind().code(),
                party == null ? "" : words.party(party));
    }

    /** How large so many steps of a shock are: {@code 10,91 %}, {@code 2 bulan}. */
    String size(Shock.Kind kind, int steps) {
        return words.text(
                kind == Shock.Kind.LATE_PAYMENT ? "examination.months" : "examination.percent",
                words.percent(kind.size(steps)));
    }

    /** A number of things. */
    String count(int number) {
        return AmountFormat.number(BigDecimal.valueOf(number), words.formats().language());
    }
}
