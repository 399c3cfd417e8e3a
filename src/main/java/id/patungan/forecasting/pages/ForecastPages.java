package id.patungan.forecasting.pages;

import id.patungan.basics.DomainException;
import id.patungan.basics.Fraction;
import id.patungan.documents.TimeLine;
import id.patungan.forecasting.Forecast;
import id.patungan.forecasting.ForecastJson;
import id.patungan.forecasting.Forecasts;
import id.patungan.forecasting.Forecasts.Asked;
import id.patungan.forecasting.Scenarios;
import id.patungan.forecasting.indicators.IndicatorCode;
import id.patungan.forecasting.indicators.Threshold;
import id.patungan.forecasting.indicators.Thresholds;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.FormErrors;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** The months ahead: the page, each of its lines, the files. */
@Controller
class ForecastPages {

    private static final String PAGE = "forecasting/forecast";

    private final Forecasts forecasts;
    private final Scenarios scenarios;
    private final Thresholds thresholds;
    private final Books books;
    private final Journal journal;
    private final MessageSource messages;
    private final Clock clock;

    ForecastPages(
            Forecasts forecasts,
            Scenarios scenarios,
            Thresholds thresholds,
            Books books,
            Journal journal,
            MessageSource messages,
            Clock clock) {
        this.forecasts = forecasts;
        this.scenarios = scenarios;
        this.thresholds = thresholds;
        this.books = books;
        this.journal = journal;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/bodies/{body}/forecast")
    String page(
            Access access,
            BodyEntry body,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String months,
            @RequestParam(required = false) @Nullable String scenario,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.READ_BOOKS);
        var asking = new Asking(asOf, months, scenario);
        var errors = new FormErrors();
        var all = scenarios.all(access);
        model.addAttribute("body", body);
        model.addAttribute("asking", asking);
        model.addAttribute("scenarios", all);
        model.addAttribute("usual", Forecasts.MONTHS);
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("view", null);
        var asked = asking.read(errors);
        var chosen = errors.read("scenario", () -> chosen(access, asking));
        if (!errors.any()) {
            try {
                var forecast = forecasts.of(access, asked, chosen.orElse(Scenario.BASE));
                model.addAttribute("view", view(access, body, forecast, locale));
                return PAGE;
            } catch (DomainException refused) {
                errors.add("scenario", refused);
            }
        }
        return errors.again(PAGE, model, response);
    }

    /**
     * The saved scenario that is asked for, or the base.
     *
     * @throws AccessException if there is none of that number
     */
    private Scenario chosen(Access access, Asking asking) {
        var no = asking.no();
        return no == null ? Scenario.BASE : scenarios.get(access, no, null).scenario();
    }

    private ForecastView view(Access access, BodyEntry body, Forecast forecast, Locale locale) {
        var outlook = forecast.base().outlook();
        var booked = BookedYear.upTo(access, books, journal, outlook.asOf(), outlook.knownAt());
        var words = words(access, body, locale);
        return new ForecastView(forecast, booked, words, reserve(access, outlook.asOf(), words));
    }

    /** How many months of reserve there should be, if somebody says so. */
    private TimeLine.@Nullable Threshold reserve(Access access, LocalDate on, ForecastWords words) {
        var wished = thresholds.inForce(access, on).get(IndicatorCode.RESERVE_MONTHS);
        if (wished == null || wished.side() != Threshold.Side.AT_LEAST) return null;
        var bound = wished.bound();
        if (bound == null) return null;
        var tenths = bound.times(Fraction.of(10)).rounded(0, RoundingMode.HALF_UP);
        return new TimeLine.Threshold(
                words.text("forecast.chart.reserve.least", words.percent(bound)),
                tenths.longValueExact());
    }

    private ForecastWords words(Access access, BodyEntry body, Locale locale) {
        return new ForecastWords(messages, locale, body, journal.names(access));
    }

    @GetMapping("/bodies/{body}/forecast/lines")
    String line(
            Access access,
            BodyEntry body,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String months,
            @RequestParam(required = false) @Nullable String scenario,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.READ_BOOKS);
        // without a line all of them, which stand on the page
        if (id.isEmpty()) {
            return page(access, body, asOf, months, scenario, locale, model, response);
        }
        var asking = new Asking(asOf, months, scenario);
        var projection = forecast(access, asking).changed();
        var at = projection.outlook().lines().stream().map(one -> one.id()).toList().indexOf(id);
        if (at < 0) throw AccessException.nothingHere("line " + id);
        model.addAttribute("body", body);
        model.addAttribute("asking", asking);
        model.addAttribute("outlook", projection.outlook());
        model.addAttribute("view", LineView.of(projection, at, words(access, body, locale)));
        return "forecasting/line";
    }

    private Forecast forecast(Access access, Asking asking) {
        Asked asked = asking.read();
        return forecasts.of(access, asked, chosen(access, asking));
    }

    @GetMapping("/bodies/{body}/forecast/lines.{format}")
    ResponseEntity<byte[]> file(
            Access access,
            BodyEntry body,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String months,
            @RequestParam(required = false) @Nullable String scenario,
            Locale locale) {
        access.require(Action.READ_BOOKS);
        var wanted = ForecastFiles.Format.of(format);
        var asking = new Asking(asOf, months, scenario);
        var forecast = forecast(access, asking);
        var no = asking.no();
        var name =
                "%s_forecast%s_%s_%s.%s"
                        .formatted(
                                body.code(),
                                no == null ? "" : "_" + no,
                                forecast.base().outlook().asOf(),
                                locale.getLanguage(),
                                wanted.suffix());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(wanted.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(
                        new ForecastFiles(forecast, words(access, body, locale))
                                .render(wanted, clock.instant()));
    }

    @GetMapping("/api/v1/bodies/{body}/forecast")
    @ResponseBody
    Map<String, Object> api(
            Access access,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String months,
            @RequestParam(required = false) @Nullable String scenario) {
        access.require(Action.READ_BOOKS);
        return ForecastJson.of(forecast(access, new Asking(asOf, months, scenario)));
    }
}
