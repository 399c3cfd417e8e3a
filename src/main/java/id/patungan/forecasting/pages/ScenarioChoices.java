package id.patungan.forecasting.pages;

import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Line.Group;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.scenarios.Overlay.Left;
import id.patungan.forecasting.scenarios.OverlayField;
import id.patungan.forecasting.scenarios.OverlayKind;
import id.patungan.forecasting.scenarios.RiskField;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the fields of a change can be chosen from: what the outlook has. */
record ScenarioChoices(Outlook outlook, Map<String, List<Line>> models, ForecastWords words) {

    /** Something to choose. */
    record Choice(String value, String text) {}

    /** The choices of a field; null if it is typed. */
    @Nullable List<Choice> of(OverlayKind kind, OverlayField field) {
        return switch (field) {
            case PARTY -> choices(kind == OverlayKind.DONOR_EXIT ? givers() : members(kind));
            case AWARD ->
                    outlook.awards().stream()
                            .map(Outlook.Award::code)
                            .distinct()
                            .sorted()
                            .map(code -> new Choice(code, code))
                            .toList();
            case CURRENCY ->
                    outlook.lines().stream()
                            .map(Line::currency)
                            .filter(Objects::nonNull)
                            .distinct()
                            .sorted()
                            .map(code -> new Choice(code, code))
                            .toList();
            case MODEL ->
                    models.keySet().stream().sorted().map(code -> new Choice(code, code)).toList();
            case LEFT ->
                    Stream.of(Left.values())
                            .map(one ->
                                    new Choice(
                                            one.code(), words.text("overlay-left." + one.code())))
                            .toList();
            default -> null;
        };
    }

    /** The choices of a field of a risk; null if it is typed. */
    @Nullable List<Choice> of(RiskField field) {
        return switch (field) {
            case TARGET -> targets();
            case DRAWN ->
                    Stream.of("once", "yearly", "monthly")
                            .map(code -> new Choice(code, words.text("risk.drawn." + code)))
                            .toList();
            default -> null;
        };
    }

    /** Lines that a factor can be about: all of a kind, and each of its parts. */
    private List<Choice> targets() {
        var codes = new TreeSet<String>();
        for (var line : outlook.lines()) {
            var all = line.group() == Group.STAFF ? Group.COSTS.code() : line.group().code();
            codes.add(all);
            codes.add(line.group().code());
            if (!line.income()) codes.add(all + "/" + line.account());
            if (line.party() != null) codes.add(all + "/" + line.party());
            if (line.fundingClass() != null) codes.add("income/" + line.fundingClass());
        }
        return codes.stream().map(code -> new Choice(code, words.target(code))).toList();
    }

    private List<Choice> choices(Stream<@Nullable String> parties) {
        var codes = new ArrayList<String>();
        parties.filter(Objects::nonNull).distinct().sorted().forEach(codes::add);
        return codes.stream().map(code -> new Choice(code, words.party(code))).toList();
    }

    private Stream<@Nullable String> givers() {
        return Stream.concat(
                outlook.awards().stream().map(Outlook.Award::party),
                outlook.lines().stream()
                        .filter(line -> line.group() == Group.OTHER_INCOME)
                        .map(Line::party));
    }

    /** Who owes something; who leaves or is charged otherwise has dues. */
    private Stream<@Nullable String> members(OverlayKind kind) {
        var charged = kind == OverlayKind.WITHDRAWAL || kind == OverlayKind.DUES_CHANGE;
        return outlook.lines().stream()
                .filter(line ->
                        line.group() == Group.DUES
                                || (!charged && line.group() == Group.OPEN_CHARGES))
                .map(Line::party);
    }

    /** The kinds in the order of their names. */
    static List<OverlayKind> kinds(ForecastWords words) {
        var collator = java.text.Collator.getInstance(Locale.of("id"));
        return Stream.of(OverlayKind.values())
                .sorted((one, other) ->
                        collator.compare(
                                words.text("overlay." + one.code()),
                                words.text("overlay." + other.code())))
                .toList();
    }
}
