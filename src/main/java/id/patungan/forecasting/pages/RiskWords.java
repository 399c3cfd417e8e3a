package id.patungan.forecasting.pages;

import id.patungan.forecasting.simulation.Distribution;
import id.patungan.forecasting.simulation.Risk;
import id.patungan.forecasting.simulation.Risks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is uncertain about a forecast, in words. */
final class RiskWords {

    private final ForecastWords words;

    RiskWords(ForecastWords words) {
        this.words = words;
    }

    /** A sentence for each. */
    List<String> all(Risks risks) {
        var said = new ArrayList<String>();
        for (var risk : risks.risks()) said.add(risk(risk));
        for (var one : risks.correlations()) {
            said.add(
                    words.text(
                            "risk.correlation", one.one(), one.other(), words.percent(one.rank())));
        }
        risks.members()
                .ifPresent(one ->
                        said.add(
                                words.text(
                                        "risk.members",
                                        words.share(one.probability()),
                                        words.share(one.loss()))));
        if (risks.delays()) said.add(words.text("risk.delays"));
        return said;
    }

    private String risk(Risk risk) {
        return words.text(
                "risk.said",
                target(risk),
                distribution(risk.distribution()),
                words.text("risk.drawn." + risk.drawn().name().toLowerCase(Locale.ROOT)));
    }

    /** Which lines are meant, with the name that correlations call them by. */
    private String target(Risk risk) {
        var lines = words.target(risk.target().toString());
        return risk.name().equals(risk.target().toString())
                ? lines
                : lines + " (" + risk.name() + ")";
    }

    private String distribution(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Fixed of -> words.text("risk.fixed", words.percent(of.value()));
            case Distribution.Triangular of ->
                    words.text(
                            "risk.triangular",
                            words.percent(of.low()),
                            words.percent(of.mode()),
                            words.percent(of.high()));
            case Distribution.Pert of ->
                    words.text(
                            "risk.pert",
                            words.percent(of.low()),
                            words.percent(of.mode()),
                            words.percent(of.high()));
            case Distribution.Lognormal of ->
                    words.text(
                            "risk.lognormal",
                            words.percent(of.median()),
                            words.percent(of.sigma()));
            case Distribution.Bernoulli of ->
                    words.text(
                            "risk.bernoulli",
                            words.percent(of.value()),
                            words.share(of.probability()));
            case Distribution.Discrete of ->
                    words.text(
                            "risk.discrete",
                            of.outcomes().stream()
                                    .map(one ->
                                            words.percent(one.value())
                                                    + " ("
                                                    + words.share(one.probability())
                                                    + ")")
                                    .collect(Collectors.joining(", ")));
        };
    }
}
