package id.patungan.contributions.lab;

import id.patungan.basics.AmountReader;
import id.patungan.basics.DateReader;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.contributions.lab.NewComparison.Candidate;
import id.patungan.contributions.lab.NewComparison.Change;
import id.patungan.contributions.lab.NewComparison.Ramp;
import id.patungan.contributions.pages.RuleTemplates;
import id.patungan.platform.FormErrors;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The lab's form, which is also its address: what stands in it makes the same comparison for a
 * colleague who follows the link.
 */
final class LabForm {

    /** The fields that make a comparison, in the order of the form. */
    private static final List<String> FIELDS =
            List.of(
                    "total",
                    "year",
                    "on",
                    "rule",
                    "text",
                    "figuresOf",
                    "against",
                    "party",
                    "indicator",
                    "change",
                    "from",
                    "to",
                    "years",
                    "corridor");

    /** Named in the choice of a rule, before the name of a template. */
    static final String TEMPLATE = "template:";

    private static final int LEAST_SLOTS = 3;

    private final MultiValueMap<String, String> texts;
    private final Currency currency;
    private final Locale locale;
    private final FormErrors errors = new FormErrors();

    LabForm(MultiValueMap<String, String> texts, Currency currency, Locale locale) {
        this.texts = texts;
        this.currency = currency;
        this.locale = locale;
    }

    public FormErrors errors() {
        return errors;
    }

    /** What was typed; empty if nothing was. */
    public String text(String field) {
        var text = texts.getFirst(field);
        return text == null ? "" : text.strip();
    }

    /** What was typed in the n-th field of that name, counted from 0. */
    public String text(String field, int at) {
        var all = texts.getOrDefault(field, List.of());
        return at < all.size() && all.get(at) != null ? all.get(at) : "";
    }

    void set(String field, String text) {
        texts.set(field, text);
    }

    /** Whether there is anything to compare. */
    boolean asked() {
        return !text("total").isEmpty() || places() > 0;
    }

    private int places() {
        var last = 0;
        for (var at = 0; at < slots(); at++) {
            if (!text("rule", at).isBlank() || !text("text", at).isBlank()) last = at + 1;
        }
        return last;
    }

    private int slots() {
        return Math.max(
                texts.getOrDefault("rule", List.of()).size(),
                texts.getOrDefault("text", List.of()).size());
    }

    /** Places for rules on the form, from 0: those filled, and one more. */
    public List<Integer> shownSlots() {
        var count = Math.clamp(places() + 1L, LEAST_SLOTS, NewComparison.MOST_RULES);
        var slots = new ArrayList<Integer>();
        for (var at = 0; at < count; at++) {
            slots.add(at);
        }
        return slots;
    }

    /** The fields as they were sent, to be sent again. */
    public List<Map.Entry<String, String>> sent() {
        var sent = new ArrayList<Map.Entry<String, String>>();
        for (var field : FIELDS) {
            texts.getOrDefault(field, List.of())
                    .forEach(text -> sent.add(Map.entry(field, text == null ? "" : text)));
        }
        return sent;
    }

    /** The address of the comparison. */
    String query() {
        var uri = UriComponentsBuilder.newInstance();
        var named = new TreeMap<String, Object>();
        for (var entry : sent()) {
            var key = "v" + named.size();
            uri.queryParam(entry.getKey(), "{" + key + "}");
            named.put(key, entry.getValue());
        }
        return uri.encode().buildAndExpand(named).toUriString();
    }

    /**
     * The wish; empty if something could not be read, which is then noted.
     *
     * @param parties codes of the members, for templates
     */
    Optional<NewComparison> read(List<String> parties) {
        var total = amount();
        var year = number("year", "year", 4);
        var on = errors.read("on", () -> DateReader.read(text("on")));
        var candidates = new ArrayList<Candidate>();
        for (var at = 0; at < slots(); at++) {
            var place = at;
            if (text("rule", at).isBlank() && text("text", at).isBlank()) continue;
            errors.read("rule-" + place, () -> candidate(place, parties))
                    .ifPresent(candidates::add);
        }
        var change = change();
        var ramp = ramp();
        if (errors.any()) {
            return Optional.empty();
        }
        LocalDate day = on.orElseThrow();
        return errors.read(
                fieldOf(candidates.size()),
                () ->
                        new NewComparison(
                                total.orElseThrow(),
                                year.orElseThrow(),
                                day,
                                candidates,
                                text("against").isEmpty() ? null : text("against"),
                                change,
                                ramp));
    }

    private static String fieldOf(int rules) {
        return rules < 2 || rules > NewComparison.MOST_RULES ? "rule-0" : "total";
    }

    private Candidate candidate(int at, List<String> parties) {
        var choice = text("rule", at).strip();
        var own = text("text", at);
        var figuresOf = text("figuresOf", at).strip();
        var year =
                figuresOf.isEmpty() ? null : whole(figuresOf, 4).orElseThrow(() -> bad(figuresOf));
        if (choice.startsWith(TEMPLATE)) {
            var template = choice.substring(TEMPLATE.length());
            if (!RuleTemplates.NAMES.contains(template)) {
                throw bad(choice);
            }
            return new Candidate(null, null, RuleTemplates.text(template, parties), year);
        }
        if (choice.isEmpty() || choice.equals("text")) {
            return new Candidate(null, null, own, year);
        }
        var slash = choice.indexOf('/');
        var version =
                slash < 0
                        ? null
                        : whole(choice.substring(slash + 1), 9).orElseThrow(() -> bad(choice));
        return new Candidate(slash < 0 ? choice : choice.substring(0, slash), version, null, year);
    }

    private @Nullable Change change() {
        var change = text("change");
        return change.isEmpty() ? null : new Change(text("party"), text("indicator"), change);
    }

    private @Nullable Ramp ramp() {
        if (text("years").isEmpty()) {
            return null;
        }
        var from = number("from", "ramp", 2);
        var to = number("to", "ramp", 2);
        var years = number("years", "ramp", 2);
        var corridor = text("corridor").replace(',', '.').replace("%", "").strip();
        Optional<Fraction> percent =
                corridor.isEmpty()
                        ? Optional.empty()
                        : errors.read("corridor", () -> corridor(corridor));
        return from.isEmpty() || to.isEmpty() || years.isEmpty()
                ? null
                : new Ramp(from.get(), to.get(), years.get(), percent.orElse(null));
    }

    private static Fraction corridor(String text) {
        if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
            throw LabException.corridor();
        }
        return Fraction.of(new java.math.BigDecimal(text));
    }

    /** An ambiguous amount is asked about, never guessed. */
    private Optional<Money> amount() {
        var text = text("total");
        if (text.isEmpty()) {
            errors.add("total", "lab.missing.total");
            return Optional.empty();
        }
        switch (AmountReader.read(text, currency, locale)) {
            case AmountReader.Read(var amount) -> {
                return Optional.of(amount);
            }
            case AmountReader.Ambiguous(var readings) ->
                    errors.add(
                            "total",
                            "contributions.ambiguous-amount",
                            text,
                            readings.getFirst(),
                            readings.getLast());
            case AmountReader.Unreadable(var _) ->
                    errors.add("total", "contributions.not-an-amount", text);
        }
        return Optional.empty();
    }

    private Optional<Integer> number(String field, String what, int digits) {
        var number = whole(text(field), digits);
        if (number.isEmpty()) {
            errors.add(field, "lab.missing." + what, text(field));
        }
        return number;
    }

    private static Optional<Integer> whole(String text, int digits) {
        return text.matches("[0-9]{1," + digits + "}")
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    private static IllegalArgumentException bad(String text) {
        return new IllegalArgumentException("'" + text + "'");
    }
}
