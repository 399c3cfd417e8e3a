package id.patungan.forecasting.indicators;

import id.patungan.basics.DateReader;
import id.patungan.basics.DecimalReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.Fraction;
import id.patungan.basics.InputException;
import id.patungan.forecasting.indicators.SustainabilityJson.ThresholdItem;
import id.patungan.forecasting.indicators.Threshold.Side;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What the body wants of its indicators, to read and to set, on a page and for programs. */
@Controller
class ThresholdPages {

    private static final String PATH = "/bodies/{body}/sustainability/thresholds";

    private final Thresholds thresholds;
    private final Journal journal;
    private final MessageSource messages;
    private final Clock clock;

    ThresholdPages(Thresholds thresholds, Journal journal, MessageSource messages, Clock clock) {
        this.thresholds = thresholds;
        this.journal = journal;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What was typed or sent.
     *
     * @param side {@code at-least} or {@code at-most}; blank, with a blank bound, takes away
     * @param bound on the page as people write it, a percentage in percent; from programs a
     *     fraction or a decimal, 0.3 for 30 %, money in main units
     * @param key of the command; null from programs, which send it as a header
     */
    record ThresholdWish(
            @Nullable String indicator,
            @Nullable String side,
            @Nullable String bound,
            @Nullable String owner,
            @Nullable String basis,
            @Nullable String from,
            @Nullable String key) {

        Thresholds.Wish read(Currency currency, boolean typed) {
            var code = or(indicator);
            var of =
                    IndicatorCode.of(code)
                            .orElseThrow(() -> ForecastingException.unknownIndicator(code));
            var wanted = or(side);
            return new Thresholds.Wish(
                    of,
                    wanted.isEmpty()
                            ? null
                            : Side.of(wanted)
                                    .orElseThrow(() -> ForecastingException.unknownSide(wanted)),
                    or(bound).isEmpty() ? null : bound(of, or(bound), currency, typed),
                    or(owner),
                    or(basis),
                    SustainabilityPages.day(or(from)));
        }

        private static Fraction bound(
                IndicatorCode of, String text, Currency currency, boolean typed) {
            var number = typed ? typed(text) : sent(text);
            return switch (of.unit()) {
                case PERCENT -> typed ? number.percent() : number;
                case MONEY ->
                        number.times(
                                Fraction.of(
                                        BigDecimal.TEN.pow(currency.getDefaultFractionDigits())));
                case FACTOR, INDEX, MONTHS, DAYS -> number;
            };
        }

        private static Fraction typed(String text) {
            var readings = DecimalReader.readings(text.replace("%", "").strip());
            if (readings.size() != 1) throw ForecastingException.notANumber(text);
            return Fraction.of(readings.getFirst());
        }

        private static Fraction sent(String text) {
            return Fraction.tryParse(text).orElseThrow(() -> ForecastingException.notANumber(text));
        }

        private static String or(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    /** A version as the page says it. */
    record Row(String name, Threshold threshold, String bound) {}

    /** An indicator that can be chosen. */
    record Choice(String code, String name) {}

    @GetMapping(PATH)
    String page(Access access, BodyEntry body, Locale locale, Model model) {
        var today = LocalDate.now(clock.withZone(body.zone()));
        return show(
                access,
                body,
                new ThresholdWish(
                        null,
                        null,
                        null,
                        null,
                        null,
                        DateReader.typed(today),
                        UUID.randomUUID().toString()),
                locale,
                model);
    }

    private String show(
            Access access, BodyEntry body, ThresholdWish typed, Locale locale, Model model) {
        var words = new IndicatorWords(messages, locale, body, journal.names(access));
        model.addAttribute("body", body);
        model.addAttribute("typed", typed);
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute(
                "choices",
                List.of(IndicatorCode.values()).stream()
                        .map(one -> new Choice(one.code(), words.name(one)))
                        .toList());
        model.addAttribute(
                "rows",
                thresholds.all(access).reversed().stream()
                        .map(one -> new Row(words.name(one.indicator()), one, words.bound(one)))
                        .toList());
        return "forecasting/thresholds";
    }

    @PostMapping(PATH)
    String set(
            Access access,
            BodyEntry body,
            ThresholdWish typed,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var key = typed.key();
        if (key == null || key.isBlank()) throw new InputException("key", "is missing");
        try {
            thresholds.set(access, typed.read(body.currency(), true), key);
            return "redirect:/bodies/%s/sustainability/thresholds".formatted(body.code());
        } catch (DomainException refusal) {
            return FormErrors.of(field(refusal), refusal)
                    .again(show(access, body, typed, locale, model), model, response);
        }
    }

    private static String field(DomainException refusal) {
        return switch (refusal.code()) {
            case "sustainability.unknown-indicator" -> "indicator";
            case "sustainability.unknown-side", "sustainability.half" -> "side";
            case "sustainability.not-a-number", "sustainability.nothing-to-take-away" -> "bound";
            case "sustainability.not-a-day" -> "from";
            case "sustainability.missing", "sustainability.too-long" ->
                    String.valueOf(refusal.arguments().getFirst());
            default -> "indicator";
        };
    }

    @GetMapping("/api/v1" + PATH)
    @ResponseBody
    List<ThresholdItem> all(Access access, BodyEntry body) {
        return thresholds.all(access).stream()
                .map(one -> ThresholdItem.of(one, body.currency()))
                .toList();
    }

    @PostMapping("/api/v1" + PATH)
    @ResponseBody
    ThresholdItem set(
            Access access,
            BodyEntry body,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ThresholdWish wish) {
        access.require(Action.PREPARE);
        return ThresholdItem.of(
                thresholds.set(access, wish.read(body.currency(), false), key), body.currency());
    }
}
