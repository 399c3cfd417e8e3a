package id.patungan.forecasting.pages;

import id.patungan.forecasting.Forecasts;
import id.patungan.forecasting.Outlooks;
import id.patungan.forecasting.projection.Assembly;
import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.ledger.Journal;
import id.patungan.platform.Access;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What scenarios are compared over: the usual outlook of a body. */
@Component
class Comparisons {

    private final Outlooks outlooks;
    private final Journal journal;
    private final MessageSource messages;

    Comparisons(Outlooks outlooks, Journal journal, MessageSource messages) {
        this.outlooks = outlooks;
        this.journal = journal;
        this.messages = messages;
    }

    /** The usual outlook with all that changes of it need. */
    record Usual(Outlook outlook, Map<String, List<Line>> models, ForecastWords words) {

        Comparison comparison() {
            return new Comparison(outlook, models, words);
        }

        ScenarioChoices choices() {
            return new ScenarioChoices(outlook, models, words);
        }
    }

    Usual of(Access access, BodyEntry body, Locale language) {
        var material = outlooks.material(access, outlooks.day(access), Journal.HEAD);
        var outlook = Assembly.of(material, Forecasts.MONTHS);
        return new Usual(
                outlook,
                outlooks.models(access, material, Forecasts.MONTHS),
                new ForecastWords(messages, language, body, journal.names(access)));
    }
}
