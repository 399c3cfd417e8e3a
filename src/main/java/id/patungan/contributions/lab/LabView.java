package id.patungan.contributions.lab;

import id.patungan.allocation.Rule;
import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.RuleFile;
import id.patungan.basics.AmountFormat;
import id.patungan.basics.DomainException;
import id.patungan.basics.Fraction;
import id.patungan.contributions.lab.Comparison.Note;
import id.patungan.contributions.lab.Comparison.Ruled;
import id.patungan.contributions.lab.Comparison.Share;
import id.patungan.contributions.lab.Comparison.Words;
import id.patungan.contributions.rules.RuleTexts;
import id.patungan.documents.PaperFormats;
import id.patungan.documents.StackedShares;
import id.patungan.documents.StackedShares.Bar;
import id.patungan.documents.StackedShares.Part;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A comparison in one language: what page, PDF and spreadsheet say, they take from here, so that
 * they say the same.
 */
final class LabView {

    private final Comparison comparison;
    private final PaperFormats formats;
    private final MessageSource messages;
    private final RuleTexts ruleTexts;
    private final Differing differing;

    LabView(
            Comparison comparison,
            PaperFormats formats,
            MessageSource messages,
            RuleTexts ruleTexts) {
        this.comparison = comparison;
        this.formats = formats;
        this.messages = messages;
        this.ruleTexts = ruleTexts;
        this.differing = new Differing(comparison, this);
    }

    Comparison comparison() {
        return comparison;
    }

    public PaperFormats formats() {
        return formats;
    }

    /** The text of {@code lab.<key>}. */
    public String text(String key, Object... arguments) {
        return messages.getMessage("lab." + key, arguments, formats.language());
    }

    MessageSource messages() {
        return messages;
    }

    // ---- what was asked

    public String total() {
        return money(comparison.total());
    }

    /** Total, day and year in one line. */
    public String asked() {
        return text(
                "asked",
                total(),
                formats.date(LocalDate.parse(comparison.on())),
                Integer.toString(comparison.year()));
    }

    public String unit() {
        return comparison.currency();
    }

    // ---- rules

    /**
     * A rule as it is shown.
     *
     * @param label with its place: {@code 1 · Bagi rata}
     * @param ownTotal that it makes another total; null if it divides the one asked for
     */
    record RuleShown(
            int place,
            String label,
            @Nullable String origin,
            @Nullable String state,
            RuleTexts.@Nullable InWords words,
            String yaml,
            List<String> refusals,
            @Nullable String ownTotal,
            List<Report> report,
            List<Input> inputs) {}

    /** What a division of a cost game means; its lines name coalitions. */
    record Report(boolean warning, String text, List<List<String>> lines) {}

    /** Figures of one indicator with their source. */
    record Input(String indicator, String figures, String source) {}

    public List<RuleShown> rules() {
        var shown = new ArrayList<RuleShown>();
        for (var at = 0; at < comparison.rules().size(); at++) {
            shown.add(rule(comparison.rules().get(at), at + 1));
        }
        return shown;
    }

    private RuleShown rule(Ruled rule, int place) {
        var document = document(rule);
        var own = rule.total();
        return new RuleShown(
                place,
                label(place),
                rule.origin(),
                rule.state() == null ? null : text("state." + rule.state()),
                document == null
                        ? null
                        : ruleTexts.of(document, names(), formats.currency(), formats.language()),
                rule.text(),
                rule.refusals().stream().map(this::said).toList(),
                own == null || own.equals(comparison.total())
                        ? null
                        : text("own-total", money(own)),
                rule.report().stream().map(this::report).toList(),
                inputs(rule));
    }

    private static @Nullable RuleDocument document(Ruled rule) {
        try {
            return RuleFile.read("rule", rule.text()).document();
        } catch (DomainException unreadable) {
            return null;
        }
    }

    /** The name of a rule, by its kind if it has none. */
    String name(int place) {
        var rule = comparison.rules().get(place - 1);
        if (!rule.name().isBlank()) {
            return rule.name();
        }
        var document = document(rule);
        if (document == null) {
            return text("unreadable");
        }
        return document.rule() instanceof Rule.ByIndicator(var indicator, _, _)
                ? text("kind.by", indicator(indicator))
                : text("kind." + document.rule().kind());
    }

    String label(int place) {
        return place + " \u00b7 " + name(place);
    }

    private List<Input> inputs(Ruled rule) {
        var indicators = new TreeSet<String>();
        rule.figures().values().forEach(own -> indicators.addAll(own.keySet()));
        var inputs = new ArrayList<Input>();
        for (var indicator : indicators) {
            var figures = new ArrayList<String>();
            var sources = new TreeSet<String>();
            for (var party : comparison.parties()) {
                var own = rule.figures().get(party.party());
                var figure = own == null ? null : own.get(indicator);
                if (figure == null) continue;
                figures.add(party.name() + " " + exact(figure.value()));
                if (figure.source() != null) {
                    sources.add(figure.source() + " (" + figure.year() + ")");
                }
            }
            inputs.add(
                    new Input(
                            indicator(indicator),
                            String.join("; ", figures),
                            String.join("; ", sources)));
        }
        return inputs;
    }

    private Report report(Note note) {
        var arguments = note.arguments().stream().map(this::number).toArray();
        var lines = new ArrayList<List<String>>();
        for (var line : note.lines()) {
            lines.add(
                    List.of(
                            coalition(line.party()),
                            line.figure() == null ? "" : rounded(line.figure()),
                            rounded(line.result())));
        }
        return new Report(
                note.mark().equals("warning"),
                messages.getMessage(
                        "allocation.trace." + note.step(), arguments, formats.language()),
                lines);
    }

    private String coalition(String codes) {
        var names = names();
        return java.util.Arrays.stream(codes.split("\\+"))
                .map(code -> names.getOrDefault(code, code))
                .collect(Collectors.joining(" + "));
    }

    private String number(String text) {
        return Fraction.tryParse(text).map(this::number).orElse(text);
    }

    /** Exact if it is a decimal, otherwise to two digits. */
    private String number(Fraction value) {
        return value.toDecimal()
                .filter(decimal -> decimal.scale() <= 12)
                .map(formats::number)
                .orElseGet(() -> formats.number(Differing.rounded(value)));
    }

    // ---- side by side

    /** A member's shares by all rules. */
    record SideRow(String party, String name, String heads, List<Cell> cells) {}

    /** An amount and its part of the whole; both empty where a rule does not apply. */
    record Cell(String amount, String percent) {}

    public List<String> sideHeads() {
        var heads = new ArrayList<String>();
        if (comparison.against().assessment() != null) {
            heads.add(against());
        }
        for (var at = 1; at <= comparison.rules().size(); at++) {
            heads.add(label(at));
        }
        return heads;
    }

    public List<SideRow> side() {
        var rows = new ArrayList<SideRow>();
        for (var party : comparison.parties()) {
            var cells = new ArrayList<Cell>();
            if (comparison.against().assessment() != null) {
                cells.add(cell(comparison.against().shares(), party.party()));
            }
            for (var rule : comparison.rules()) {
                cells.add(cell(byParty(rule.shares()), party.party()));
            }
            var heads = party.population();
            rows.add(
                    new SideRow(
                            party.party(),
                            party.name(),
                            heads == null ? "" : exact(heads.value()),
                            cells));
        }
        return rows;
    }

    public List<Cell> sideTotals() {
        var cells = new ArrayList<Cell>();
        if (comparison.against().assessment() != null) {
            cells.add(whole(comparison.against().shares()));
        }
        for (var rule : comparison.rules()) {
            cells.add(whole(byParty(rule.shares())));
        }
        return cells;
    }

    private Cell cell(Map<String, String> shares, String party) {
        if (shares.isEmpty()) {
            return new Cell("", "");
        }
        var share = new BigDecimal(shares.getOrDefault(party, "0"));
        var total = sum(shares);
        return new Cell(
                amount(share),
                total.signum() == 0
                        ? ""
                        : AmountFormat.percent(
                                Fraction.of(share)
                                        .times(Fraction.HUNDRED)
                                        .dividedBy(Fraction.of(total)),
                                2,
                                formats.language()));
    }

    private Cell whole(Map<String, String> shares) {
        return shares.isEmpty() ? new Cell("", "") : new Cell(amount(sum(shares)), "");
    }

    /** Whether every rule's shares add to what it divides. */
    public boolean ties() {
        return comparison.rules().stream()
                .filter(Ruled::applies)
                .allMatch(rule ->
                        sum(byParty(rule.shares()))
                                        .compareTo(
                                                new BigDecimal(
                                                        java.util.Objects.requireNonNull(
                                                                rule.total())))
                                == 0);
    }

    /** How many rules apply, of how many. */
    public String checked() {
        var applied = comparison.rules().stream().filter(Ruled::applies).count();
        return text("check", applied, comparison.rules().size());
    }

    /** Whose population is missing, or where it is from. */
    public String heads() {
        var missing =
                comparison.parties().stream()
                        .filter(party -> party.population() == null)
                        .map(Comparison.Sharer::name)
                        .toList();
        var year = Integer.toString(comparison.year());
        if (missing.size() == comparison.parties().size()) {
            return text("heads.none", year);
        }
        var sources =
                comparison.parties().stream()
                        .map(Comparison.Sharer::population)
                        .filter(java.util.Objects::nonNull)
                        .map(figure -> String.valueOf(figure.source()))
                        .distinct()
                        .collect(Collectors.joining("; "));
        return missing.isEmpty()
                ? text("heads", year, sources)
                : text("heads.missing", year, sources, String.join(", ", missing));
    }

    // ---- differences, the changed figure, the way

    public List<Differing.Table> differences() {
        return differing.fromAgainst();
    }

    public List<Differing.Table> changes() {
        return differing.ofChange();
    }

    /** What was changed; null if nothing was. */
    public @Nullable String changed() {
        var change = comparison.change();
        if (change == null) {
            return null;
        }
        var name = names().getOrDefault(change.party(), change.party());
        return change.before() == null
                ? text("changed.new", indicator(change.indicator()), name, exact(change.after()))
                : text(
                        "changed",
                        indicator(change.indicator()),
                        name,
                        exact(change.before()),
                        exact(change.after()));
    }

    /** A year on the way, with what each party pays; a refusal instead if it cannot be. */
    record YearShown(String label, String percent, List<String> amounts, List<String> refusals) {}

    public List<YearShown> years() {
        var ramp = comparison.ramp();
        if (ramp == null) {
            return List.of();
        }
        var years = new ArrayList<YearShown>();
        for (var year : ramp.years()) {
            var shares = byParty(year.shares());
            years.add(
                    new YearShown(
                            year.number() == 0
                                    ? text("ramp.start")
                                    : text("ramp.year", Integer.toString(year.number())),
                            AmountFormat.percent(
                                    Fraction.parse(year.shareNew()), 2, formats.language()),
                            year.refusals().isEmpty()
                                    ? comparison.parties().stream()
                                            .map(party ->
                                                    amount(
                                                            new BigDecimal(
                                                                    shares.getOrDefault(
                                                                            party.party(), "0"))))
                                            .toList()
                                    : List.of(),
                            year.refusals().stream().map(this::said).toList()));
        }
        return years;
    }

    /** From which rule to which; null if none was asked for. */
    public @Nullable String way() {
        var ramp = comparison.ramp();
        if (ramp == null) {
            return null;
        }
        var corridor = ramp.corridor();
        return corridor == null
                ? text("ramp.way", label(ramp.from()), label(ramp.to()), ramp.years().size() - 1)
                : text(
                        "ramp.corridor",
                        label(ramp.from()),
                        label(ramp.to()),
                        ramp.years().size() - 1,
                        exact(corridor));
    }

    public List<Comparison.Sharer> parties() {
        return comparison.parties();
    }

    // ---- charts

    /** One bar per rule; null if some share is no part of a whole. */
    public @Nullable StackedShares chart() {
        var bars = new ArrayList<Bar>();
        if (comparison.against().assessment() != null) {
            bars.add(bar(against(), comparison.against().shares()));
        }
        for (var at = 0; at < comparison.rules().size(); at++) {
            var rule = comparison.rules().get(at);
            if (rule.applies()) {
                bars.add(bar(label(at + 1), byParty(rule.shares())));
            }
        }
        return chart(text("chart.title"), text("chart.description"), bars);
    }

    /** One bar per year. */
    public @Nullable StackedShares rampChart() {
        var bars = new ArrayList<Bar>();
        var ramp = comparison.ramp();
        if (ramp == null) {
            return null;
        }
        var shown = years();
        for (var at = 0; at < ramp.years().size(); at++) {
            if (ramp.years().get(at).refusals().isEmpty()) {
                bars.add(bar(shown.get(at).label(), byParty(ramp.years().get(at).shares())));
            }
        }
        return chart(text("ramp.chart"), String.valueOf(way()), bars);
    }

    private @Nullable StackedShares chart(String title, String description, List<Bar> bars) {
        return StackedShares.drawable(bars)
                ? new StackedShares(
                        title,
                        description,
                        bars,
                        count -> text("others", Integer.toString(count)),
                        formats)
                : null;
    }

    private Bar bar(String label, Map<String, String> shares) {
        var parts = new ArrayList<Part>();
        for (var party : comparison.parties()) {
            var share = shares.get(party.party());
            if (share != null) {
                parts.add(
                        new Part(
                                party.party(),
                                shortName(party.name()),
                                Fraction.of(new BigDecimal(share))));
            }
        }
        return new Bar(label, parts);
    }

    /** Without the kind of region, which all of them have. */
    private static String shortName(String name) {
        return name.replaceFirst("^(Kabupaten|Kota|Provinsi) ", "");
    }

    // ---- figures

    /** With what the rules are compared. */
    public String against() {
        var against = comparison.against();
        return against.assessment() == null
                ? label(1)
                : text("against.assessment", against.assessment(), String.valueOf(against.year()));
    }

    Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        comparison.parties().forEach(party -> names.put(party.party(), party.name()));
        return names;
    }

    String indicator(String code) {
        return String.valueOf(
                messages.getMessage(
                        "contributions.indicator." + code, null, code, formats.language()));
    }

    String said(Words words) {
        return formats.language().equals(Locale.ENGLISH) ? words.en() : words.id();
    }

    String amount(BigDecimal amount) {
        return formats.number(amount);
    }

    String money(String amount) {
        return formats.symbol()
                + (formats.symbol().length() > 2 ? " " : "")
                + formats.number(new BigDecimal(amount));
    }

    String exact(String fraction) {
        return number(fraction);
    }

    private String rounded(String fraction) {
        return number(Fraction.parse(fraction));
    }

    static Map<String, String> byParty(List<Share> shares) {
        var byParty = new LinkedHashMap<String, String>();
        shares.forEach(share -> byParty.put(share.party(), share.share()));
        return byParty;
    }

    static BigDecimal sum(Map<String, String> shares) {
        return shares.values().stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
