package id.patungan.contributions.sheet;

import id.patungan.allocation.Allocation;
import id.patungan.allocation.Parties;
import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.RuleFile;
import id.patungan.allocation.Shares;
import id.patungan.allocation.TraceStep;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.contributions.IssuedDivision;
import id.patungan.contributions.IssuedDivisions;
import id.patungan.contributions.Sheet;
import id.patungan.contributions.sheet.CalculationSheet.Before;
import id.patungan.contributions.sheet.CalculationSheet.Left;
import id.patungan.contributions.sheet.CalculationSheet.Line;
import id.patungan.documents.PaperFrames;
import id.patungan.platform.Access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Assembles calculation sheets from what was frozen when an assessment was issued. */
@Service
public class CalculationSheets {

    /** The column in which earlier rounding units are frozen. */
    private static final String TIE_HISTORY = "tie_history";

    private final IssuedDivisions divisions;
    private final PaperFrames frames;

    CalculationSheets(IssuedDivisions divisions, PaperFrames frames) {
        this.divisions = divisions;
        this.frames = frames;
    }

    /**
     * The sheet of an assessment.
     *
     * @throws id.patungan.contributions.ContributionsException not found, also where no share is
     *     within the viewer's reach
     */
    public CalculationSheet of(Access access, String code) {
        var issued = divisions.get(access, code);
        var before = divisions.yearBefore(access, issued).orElse(null);
        var document = RuleFile.read("rule", issued.rule()).document();
        var parties = parties(issued.sheet());
        var shares = again(issued, document, parties);
        return new CalculationSheet(
                frames.body(access),
                issued,
                document,
                parties,
                shares,
                lines(issued, shares, before),
                before == null ? null : before(issued, before),
                frames.signing(access, issued.paper().date()));
    }

    /** Those who shared, as they were frozen; a column that holds no numbers holds words. */
    public static Parties parties(Sheet sheet) {
        var parties = new ArrayList<Parties.Party>();
        for (var row : sheet.rows()) {
            var figures = new LinkedHashMap<String, Fraction>();
            var words = new LinkedHashMap<String, String>();
            Long history = null;
            for (var name : row.figures().keySet().stream().sorted().toList()) {
                var text = Objects.requireNonNull(row.figures().get(name)).value();
                var figure = Fraction.tryParse(text);
                if (name.equals(TIE_HISTORY) && figure.isPresent()) {
                    history = figure.get().numerator().longValueExact();
                } else if (figure.isPresent()) {
                    figures.put(name, figure.get());
                } else {
                    words.put(name, text);
                }
            }
            parties.add(new Parties.Party(row.party(), row.name(), figures, words, history));
        }
        return new Parties(parties);
    }

    private static Shares again(IssuedDivision issued, RuleDocument document, Parties parties) {
        return document.rule().ownTotal()
                ? Allocation.charge(issued.total().currency(), document, parties)
                : Allocation.allocate(issued.total(), document, parties);
    }

    private static List<Line> lines(
            IssuedDivision issued, Shares shares, IssuedDivisions.@Nullable Standing before) {
        var base = unbounded(shares);
        var earlier = new HashMap<String, Money>();
        if (before != null) {
            before.shares().forEach(one -> earlier.put(one.party(), one.share()));
        }
        var lines = new ArrayList<Line>();
        for (var row : issued.sheet().rows()) {
            var quota = Fraction.parse(row.quota());
            lines.add(
                    new Line(
                            row,
                            quota,
                            row.bound() == null && base.isEmpty()
                                    ? quota
                                    : base.getOrDefault(row.party(), quota),
                            earlier.get(row.party())));
        }
        return lines;
    }

    private static Before before(IssuedDivision issued, IssuedDivisions.Standing before) {
        var charged =
                issued.sheet().rows().stream().map(Sheet.Row::party).collect(Collectors.toSet());
        var left =
                before.shares().stream()
                        .filter(one -> !charged.contains(one.party()))
                        .map(one -> new Left(one.party(), one.name(), one.share()))
                        .filter(one -> !one.before().isZero())
                        .toList();
        return new Before(
                before.issued().code(),
                before.issued().year(),
                before.total(),
                before.later(),
                left);
    }

    /** What the rule gave before the bounds that have the last word; empty if none has. */
    private static Map<String, Fraction> unbounded(Shares shares) {
        var base = new HashMap<String, Fraction>();
        TraceStep last = null;
        for (var step : shares.trace()) {
            if (step.step() == TraceStep.Step.BOUNDED || step.step() == TraceStep.Step.CORRIDOR) {
                last = step;
            }
        }
        if (last == null) return base;
        for (var line : last.lines()) {
            var own = shares.find(line.party());
            if (own.isEmpty() || !own.get().quota().equals(line.result())) return Map.of();
            base.put(line.party(), Objects.requireNonNullElse(line.figure(), line.result()));
        }
        return base;
    }
}
