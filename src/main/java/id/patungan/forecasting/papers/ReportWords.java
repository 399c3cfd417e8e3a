package id.patungan.forecasting.papers;

import id.patungan.forecasting.indicators.Indicator;
import id.patungan.forecasting.indicators.IndicatorCode;
import id.patungan.forecasting.indicators.IndicatorWords;
import id.patungan.forecasting.pages.ForecastWords;
import id.patungan.forecasting.projection.Outlook;

import org.springframework.context.MessageSource;

import java.time.LocalDate;
import java.util.Locale;

/** What the parts of a report share: its words in one language. */
final class ReportWords {

    private final SustainabilityReport report;
    private final ForecastWords words;
    private final IndicatorWords indicators;
    private final Outlook outlook;

    ReportWords(SustainabilityReport report, MessageSource messages, Locale language) {
        this.report = report;
        this.words = new ForecastWords(messages, language, report.entry(), report.names());
        this.indicators =
                new IndicatorWords(
                        messages, words.formats().language(), report.entry(), report.names());
        this.outlook = report.forecast().changed().outlook();
    }

    SustainabilityReport report() {
        return report;
    }

    ForecastWords words() {
        return words;
    }

    IndicatorWords indicators() {
        return indicators;
    }

    /** The text of {@code sustainability-report.<key>}. */
    String text(String key, Object... arguments) {
        return words.text("sustainability-report." + key, arguments);
    }

    String date(LocalDate day) {
        return words.formats().date(day);
    }

    /** An indicator of the report. */
    Indicator of(IndicatorCode code) {
        return report.indicators().get(code);
    }

    /** A value in a sentence; where there is none, why. */
    String value(IndicatorCode code) {
        var value = of(code).value();
        var reason = indicators.reason(value);
        var shown = indicators.value(code, value);
        return reason == null
                ? shown
                : text("undefined", shown.toLowerCase(words.formats().language()), reason);
    }

    /** What happens, in a few words. */
    String happens(WhatIf of) {
        return switch (of.kind()) {
            case AS_IS ->
                    report.forecast().scenario().overlays().isEmpty()
                            ? text("case.as-is")
                            : text("case.scenario", report.forecast().scenario().name());
            case GIVER -> text("case.giver", words.party(of.codes().getFirst()));
            case AWARD -> text("case.award", award(of.codes().getFirst()));
            case ALL_GIVERS -> text("case.all-givers");
            case MEMBER -> text("case.member", words.party(of.codes().getFirst()));
        };
    }

    private String award(String code) {
        return outlook.awards().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(one -> text("award", code, words.party(one.party())))
                .orElse(code);
    }
}
