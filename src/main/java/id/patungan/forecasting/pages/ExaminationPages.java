package id.patungan.forecasting.pages;

import id.patungan.basics.DomainException;
import id.patungan.forecasting.Examination;
import id.patungan.forecasting.ExaminationJson;
import id.patungan.forecasting.Examinations;
import id.patungan.forecasting.ForecastException;
import id.patungan.forecasting.Forecasts;
import id.patungan.forecasting.Scenarios;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.ledger.Journal;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.FormErrors;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseBody;

import java.util.Locale;
import java.util.Map;

/** How far a forecast can be trusted, and what it hangs on: the page and the API. */
@Controller
class ExaminationPages {

    private static final String PAGE = "forecasting/examination";
    private static final Examination.Asked USUAL = Examination.Asked.USUAL;

    private final Forecasts forecasts;
    private final Examinations examinations;
    private final Scenarios scenarios;
    private final Journal journal;
    private final MessageSource messages;

    ExaminationPages(
            Forecasts forecasts,
            Examinations examinations,
            Scenarios scenarios,
            Journal journal,
            MessageSource messages) {
        this.forecasts = forecasts;
        this.examinations = examinations;
        this.scenarios = scenarios;
        this.journal = journal;
        this.messages = messages;
    }

    /**
     * What an address asks for, as it was typed; empty for the usual.
     *
     * @param under how many months are too few
     */
    record Typed(
            @Nullable String asOf,
            @Nullable String months,
            @Nullable String scenario,
            @Nullable String paths,
            @Nullable String seed,
            @Nullable String under) {

        Asking asking() {
            return new Asking(asOf, months, scenario);
        }

        /** The same read, the usual in place of what cannot be, which is noted at its field. */
        Examination.Asked read(FormErrors errors) {
            return new Examination.Asked(
                    errors.read("paths", this::readPaths).orElse(USUAL.paths()),
                    errors.read("seed", this::readSeed).orElse(USUAL.seed()),
                    errors.read("under", this::readUnder).orElse(USUAL.under()));
        }

        /**
         * The same for a program.
         *
         * @throws ForecastException naming what is no number or too small or large
         */
        Examination.Asked read() {
            return new Examination.Asked(readPaths(), readSeed(), readUnder());
        }

        private int readPaths() {
            var said = Math.toIntExact(number("paths", paths, USUAL.paths()));
            return new Examination.Asked(said, USUAL.seed(), USUAL.under()).paths();
        }

        private long readSeed() {
            return number("seed", seed, USUAL.seed());
        }

        private int readUnder() {
            var said = Math.toIntExact(number("under", under, USUAL.under()));
            return new Examination.Asked(USUAL.paths(), USUAL.seed(), said).under();
        }

        private static long number(String field, @Nullable String text, long usual) {
            if (text == null || text.isBlank()) return usual;
            if (!text.strip().matches("[0-9]{1,9}")) throw ForecastException.number(field, text);
            return Long.parseLong(text.strip());
        }

        /** As typed, for the form. */
        public String typed(String field) {
            var text =
                    switch (field) {
                        case "paths" -> paths;
                        case "seed" -> seed;
                        case "under" -> under;
                        default -> asking().typed(field);
                    };
            return text == null ? "" : text.strip();
        }
    }

    @GetMapping("/bodies/{body}/forecast/examination")
    String page(
            Access access,
            BodyEntry body,
            @ModelAttribute("typed") Typed typed,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.READ_BOOKS);
        var asking = typed.asking();
        var errors = new FormErrors();
        model.addAttribute("body", body);
        model.addAttribute("asking", asking);
        model.addAttribute("scenarios", scenarios.all(access));
        model.addAttribute("usual", USUAL);
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("view", null);
        var asked = asking.read(errors);
        var chosen = errors.read("scenario", () -> chosen(access, asking));
        var wanted = typed.read(errors);
        if (!errors.any()) {
            try {
                var forecast = forecasts.of(access, asked, chosen.orElse(Scenario.BASE));
                var examination = examinations.of(access, forecast, wanted);
                var words = new ForecastWords(messages, locale, body, journal.names(access));
                model.addAttribute("view", new ExaminationView(examination, words));
                return PAGE;
            } catch (DomainException refused) {
                errors.add("under", refused);
            }
        }
        return errors.again(PAGE, model, response);
    }

    private Scenario chosen(Access access, Asking asking) {
        var no = asking.no();
        return no == null ? Scenario.BASE : scenarios.get(access, no, null).scenario();
    }

    @GetMapping("/api/v1/bodies/{body}/forecast/examination")
    @ResponseBody
    Map<String, Object> api(Access access, @ModelAttribute("typed") Typed typed) {
        access.require(Action.READ_BOOKS);
        var asking = typed.asking();
        var forecast = forecasts.of(access, asking.read(), chosen(access, asking));
        return ExaminationJson.of(examinations.of(access, forecast, typed.read()));
    }
}
