package id.patungan.contributions.lab;

import id.patungan.allocation.Rule;
import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.RuleFile;
import id.patungan.basics.AmountFormat;
import id.patungan.basics.DomainException;
import id.patungan.basics.Fraction;
import id.patungan.contributions.lab.Comparison.Ruled;
import id.patungan.contributions.lab.Comparison.Share;
import id.patungan.contributions.lab.Comparison.Words;
import id.patungan.contributions.lab.LabRules.RuleShown;
import id.patungan.contributions.lab.LabWay.YearShown;
import id.patungan.contributions.rules.RuleTexts;
import id.patungan.documents.PaperFormats;
import id.patungan.documents.StackedShares;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A comparison in one language: what page, PDF and spreadsheet say, they take from here, so that
 * they say the same.
 */
final class LabView {

    private final Comparison comparison;
    private final PaperFormats formats;
    private final MessageSource messages;
    private final LabRules rules;
    private final LabWay way;
    private final LabCharts charts;
    private final Differing differing;

    LabView(
            Comparison comparison,
            PaperFormats formats,
            MessageSource messages,
            RuleTexts ruleTexts) {
        this.comparison = comparison;
        this.formats = formats;
        this.messages = messages;
        this.rules = new LabRules(this, ruleTexts);
        this.way = new LabWay(this);
        this.charts = new LabCharts(this);
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

    public List<RuleShown> rules() {
        return rules.shown();
    }

    static @Nullable RuleDocument document(Ruled rule) {
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

    String number(String text) {
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
        var share = share(shares, party);
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
        var figure = indicator(change.indicator());
        var name = names().getOrDefault(change.party(), change.party());
        var after = change.after();
        return after == null
                ? text("changed.each", figure, name)
                : change.before() == null
                        ? text("changed.new", figure, name, exact(after))
                        : text("changed", figure, name, exact(change.before()), exact(after));
    }

    public List<YearShown> years() {
        return way.years();
    }

    /** From which rule to which; null if none was asked for. */
    public @Nullable String way() {
        return way.said();
    }

    /** Why there are years that cannot be. */
    public List<String> wayRefusals() {
        return way.refusals();
    }

    public List<Comparison.Sharer> parties() {
        return comparison.parties();
    }

    // ---- charts

    /** One bar per rule; null if some share is no part of a whole. */
    public @Nullable StackedShares chart() {
        return charts.rules();
    }

    /** One bar per year; null as above, and if there is no way. */
    public @Nullable StackedShares rampChart() {
        return charts.years();
    }

    // ---- figures

    /** With what the rules are compared. */
    public String against() {
        var against = comparison.against();
        return against.assessment() == null
                ? label(1)
                : against.later() == null
                        ? text(
                                "against.assessment",
                                against.assessment(),
                                String.valueOf(against.year()))
                        : text(
                                "against.assessment.later",
                                against.assessment(),
                                String.valueOf(against.year()),
                                against.later());
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

    String rounded(String fraction) {
        return number(Fraction.parse(fraction));
    }

    static Map<String, String> byParty(List<Share> shares) {
        var byParty = new LinkedHashMap<String, String>();
        shares.forEach(share -> byParty.put(share.party(), share.share()));
        return byParty;
    }

    /** What a party pays; nothing, to the cent, if it has no share. */
    BigDecimal share(Map<String, String> shares, String party) {
        var share = shares.get(party);
        return share == null
                ? BigDecimal.ZERO.setScale(formats.currency().getDefaultFractionDigits())
                : new BigDecimal(share);
    }

    static BigDecimal sum(Map<String, String> shares) {
        return shares.values().stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
