package id.patungan.contributions.lab;

import id.patungan.contributions.lab.Comparison.Note;
import id.patungan.contributions.lab.Comparison.Ruled;
import id.patungan.contributions.rules.RuleTexts;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rules of a comparison in words, with the figures they divide by and where those are from. */
final class LabRules {

    private final LabView view;
    private final RuleTexts ruleTexts;

    LabRules(LabView view, RuleTexts ruleTexts) {
        this.view = view;
        this.ruleTexts = ruleTexts;
    }

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

    List<RuleShown> shown() {
        var shown = new ArrayList<RuleShown>();
        for (var at = 0; at < view.comparison().rules().size(); at++) {
            shown.add(rule(view.comparison().rules().get(at), at + 1));
        }
        return shown;
    }

    private RuleShown rule(Ruled rule, int place) {
        var document = LabView.document(rule);
        var own = rule.total();
        return new RuleShown(
                place,
                view.label(place),
                rule.origin(),
                rule.state() == null ? null : view.text("state." + rule.state()),
                document == null
                        ? null
                        : ruleTexts.of(
                                document,
                                view.names(),
                                view.formats().currency(),
                                view.formats().language()),
                rule.text(),
                rule.refusals().stream().map(view::said).toList(),
                own == null || own.equals(view.comparison().total())
                        ? null
                        : view.text("own-total", view.money(own)),
                rule.report().stream().map(this::report).toList(),
                inputs(rule));
    }

    private List<Input> inputs(Ruled rule) {
        var indicators = new TreeSet<String>();
        rule.figures().values().forEach(own -> indicators.addAll(own.keySet()));
        var inputs = new ArrayList<Input>();
        for (var indicator : indicators) {
            var figures = new ArrayList<String>();
            var sources = new TreeSet<String>();
            for (var party : view.comparison().parties()) {
                var own = rule.figures().get(party.party());
                var figure = own == null ? null : own.get(indicator);
                if (figure == null) continue;
                figures.add(party.name() + " " + view.exact(figure.value()));
                if (figure.source() != null) {
                    sources.add(figure.source() + " (" + figure.year() + ")");
                }
            }
            inputs.add(
                    new Input(
                            view.indicator(indicator),
                            String.join("; ", figures),
                            String.join("; ", sources)));
        }
        return inputs;
    }

    private Report report(Note note) {
        var arguments = note.arguments().stream().map(view::number).toArray();
        var lines = new ArrayList<List<String>>();
        for (var line : note.lines()) {
            lines.add(
                    List.of(
                            coalition(line.party()),
                            line.figure() == null ? "" : view.rounded(line.figure()),
                            view.rounded(line.result())));
        }
        return new Report(
                note.mark().equals("warning"),
                view.messages()
                        .getMessage(
                                "allocation.trace." + note.step(),
                                arguments,
                                view.formats().language()),
                lines);
    }

    private String coalition(String codes) {
        var names = view.names();
        return Arrays.stream(codes.split("\\+"))
                .map(code -> names.getOrDefault(code, code))
                .collect(Collectors.joining(" + "));
    }
}
