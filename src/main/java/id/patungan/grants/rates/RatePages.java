package id.patungan.grants.rates;

import id.patungan.basics.DomainException;
import id.patungan.basics.InputException;
import id.patungan.basics.Problem;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.FormErrors;
import id.patungan.platform.Refusals;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The exchange rates of a body: the list, one more, many from a file. */
@Controller
@RequestMapping("/bodies/{body}/exchange-rates")
class RatePages {

    private static final String LIST = "grants/rates/rates";
    private static final String IMPORT = "grants/rates/import";
    private static final int UNPROCESSABLE = 422;

    private final ExchangeRates rates;
    private final RateFile file;
    private final Refusals refusals;
    private final MessageSource messages;

    RatePages(ExchangeRates rates, RateFile file, Refusals refusals, MessageSource messages) {
        this.rates = rates;
        this.file = file;
        this.refusals = refusals;
        this.messages = messages;
    }

    @GetMapping
    String list(
            Access access,
            BodyEntry body,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String year,
            Model model) {
        return shown(access, body, new RateForm(Map.of()), new Filter(currency, kind, year), model);
    }

    @PostMapping
    String record(
            Access access,
            BodyEntry body,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new RateForm(sent);
        var wish = form.wish();
        if (wish.isPresent()) {
            try {
                var rate = rates.record(access, wish.get());
                return "redirect:/bodies/%s/exchange-rates?currency=%s&year=%d"
                        .formatted(body.code(), rate.currency(), rate.on().day().getYear());
            } catch (RatesException refused) {
                form.errors().add(RateFile.columnOf(refused), refused);
            }
        }
        return form.errors()
                .again(
                        shown(access, body, form, new Filter(null, null, null), model),
                        model,
                        response);
    }

    @GetMapping("/import")
    String imported(Access access, BodyEntry body, Model model) {
        access.require(Action.PREPARE);
        model.addAttribute("body", body);
        return IMPORT;
    }

    @PostMapping("/import")
    String imported(
            Access access,
            BodyEntry body,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String pasted,
            @RequestParam(defaultValue = "check") String go,
            Model model,
            HttpServletResponse response)
            throws IOException {
        access.require(Action.PREPARE);
        model.addAttribute("body", body);
        model.addAttribute("pasted", pasted);
        var sent = file == null || file.isEmpty() ? null : file;
        if ((sent == null) == pasted.isBlank()) {
            DomainException refused =
                    sent == null ? RatesException.noFile() : RatesException.twoFiles();
            return FormErrors.of("pasted", refused).again(IMPORT, model, response);
        }
        var name = sent == null ? null : sent.getOriginalFilename();
        try (var bytes = bytes(sent, pasted)) {
            model.addAttribute(
                    "outcome",
                    this.file.read(
                            access,
                            name == null || name.isBlank() ? "file" : name,
                            bytes,
                            !go.equals("store")));
        } catch (InputException refused) {
            model.addAttribute("problems", said(refused.problems()));
            response.setStatus(UNPROCESSABLE);
        }
        return IMPORT;
    }

    private static InputStream bytes(@Nullable MultipartFile sent, String pasted)
            throws IOException {
        return sent == null
                ? new ByteArrayInputStream(pasted.strip().getBytes(StandardCharsets.UTF_8))
                : sent.getInputStream();
    }

    /** A problem in the language of the page. */
    record Shown(int line, int column, String text) {}

    private List<Shown> said(List<Problem> problems) {
        var locale = LocaleContextHolder.getLocale();
        return problems.stream()
                .map(problem -> {
                    var said = problem.said();
                    var text =
                            said == null
                                    ? messages.getMessage(
                                            "problem." + problem.code(),
                                            null,
                                            problem.message(),
                                            locale)
                                    : refusals.text(
                                            said.key(), List.<Object>copyOf(said.arguments()));
                    return new Shown(
                            problem.line(),
                            problem.column(),
                            text == null ? problem.message() : text);
                })
                .toList();
    }

    /**
     * What the list is limited to, as sent; what cannot be read limits nothing.
     *
     * @param year null: the newest of which there are rates; {@code all}: every year
     */
    record Filter(@Nullable String currency, @Nullable String kind, @Nullable String year) {

        private ExchangeRates.Asked asked(List<String> currencies, List<Integer> years) {
            return new ExchangeRates.Asked(
                    Optional.ofNullable(currency)
                            .filter(currencies::contains)
                            .map(Currency::getInstance)
                            .orElse(null),
                    Optional.ofNullable(kind).flatMap(RateKind::of).orElse(null),
                    chosen(years));
        }

        private @Nullable Integer chosen(List<Integer> years) {
            if (years.isEmpty() || "all".equals(year)) return null;
            return years.stream()
                    .filter(one -> one.toString().equals(year))
                    .findFirst()
                    .orElse(years.getFirst());
        }
    }

    private String shown(Access access, BodyEntry body, RateForm form, Filter filter, Model model) {
        var currencies = rates.currencies(access);
        var years = rates.years(access);
        var asked = filter.asked(currencies, years);
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("asked", asked);
        model.addAttribute("currencies", currencies);
        model.addAttribute("years", years);
        model.addAttribute("kinds", RateKind.values());
        model.addAttribute("rates", rates.list(access, asked));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return LIST;
    }
}
