package id.patungan.contributions.lab;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.pages.RuleTemplates;
import id.patungan.contributions.rules.Rules;
import id.patungan.parties.Indicators;
import id.patungan.parties.Member;
import id.patungan.parties.Members;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/** What the lab's form offers, and its defaults. */
@Component
class Choices {

    private final Rules rules;
    private final Assessments assessments;
    private final Indicators indicators;
    private final Members members;
    private final Clock clock;

    Choices(
            Rules rules,
            Assessments assessments,
            Indicators indicators,
            Members members,
            Clock clock) {
        this.rules = rules;
        this.assessments = assessments;
        this.indicators = indicators;
        this.members = members;
        this.clock = clock;
    }

    /** Puts everything into the model that the form needs. */
    void fill(Access access, BodyEntry body, LabForm form, Model model) {
        var today = LocalDate.now(clock.withZone(body.zone()));
        if (form.text("on").isEmpty()) form.set("on", DateReader.typed(today));
        var figures = indicators.list(access, null, null);
        if (form.text("year").isEmpty()) {
            form.set("year", Integer.toString(latest(figures, today)));
        }
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("rules", rules.all(access));
        model.addAttribute("templates", RuleTemplates.NAMES);
        model.addAttribute(
                "assessments",
                assessments.list(access, null).stream()
                        .filter(one -> one.paper().reversal() == null)
                        .toList());
        model.addAttribute("parties", members(access, day(form, today)));
        var names = new TreeSet<String>();
        figures.forEach(value -> names.add(value.figure().indicator()));
        model.addAttribute("indicators", names);
    }

    /** The latest year of which there is a population; this year if there is none. */
    private static int latest(List<id.patungan.parties.IndicatorValue> figures, LocalDate today) {
        return figures.stream()
                .filter(value -> value.figure().indicator().equals(Indicators.POPULATION))
                .mapToInt(value -> value.figure().year())
                .max()
                .orElse(today.getYear());
    }

    /** The codes of the members of the day, for which templates are made. */
    List<String> codes(Access access, BodyEntry body, LabForm form) {
        return members(access, day(form, LocalDate.now(clock.withZone(body.zone())))).stream()
                .map(Member::code)
                .toList();
    }

    private List<Member> members(Access access, LocalDate day) {
        return members.on(access, day);
    }

    /** A day that cannot be read is said elsewhere. */
    private static LocalDate day(LabForm form, LocalDate today) {
        try {
            return DateReader.read(form.text("on"));
        } catch (IllegalArgumentException unreadable) {
            return today;
        }
    }

    /** The field that a refusal is about; null for the form as a whole. */
    static @Nullable String fieldOf(DomainException refusal) {
        return switch (refusal.code()) {
            case "lab.not-positive", "lab.other-currency" -> "total";
            case "lab.year" -> "year";
            case "lab.rules", "lab.no-rule", "rules.no-such-rule", "rules.no-such-version" ->
                    "rule-0";
            case "lab.not-standing", "contributions.no-such-paper" -> "against";
            case "lab.not-a-change", "lab.ambiguous", "lab.no-figure" -> "change";
            case "lab.no-party" -> "party";
            case "lab.ramp" -> "years";
            case "lab.corridor" -> "corridor";
            case "lab.no-title" -> "title";
            default -> null;
        };
    }
}
