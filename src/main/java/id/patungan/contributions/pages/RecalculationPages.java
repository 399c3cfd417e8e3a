package id.patungan.contributions.pages;

import id.patungan.basics.DomainException;
import id.patungan.basics.InputException;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.NewRecalculation;
import id.patungan.contributions.Recalculations;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Locale;
import java.util.Optional;

/** The form that shows what later figures change and posts it, and the one that undoes it. */
@Controller
@RequestMapping("/bodies/{body}/assessments/{code}")
class RecalculationPages {

    private final Recalculations recalculations;
    private final Assessments assessments;
    private final ReversalForm reversals;

    RecalculationPages(
            Recalculations recalculations, Assessments assessments, ReversalForm reversals) {
        this.recalculations = recalculations;
        this.assessments = assessments;
        this.reversals = reversals;
    }

    @GetMapping("/recalculate")
    String start(
            Access access, BodyEntry body, @PathVariable String code, Locale locale, Model model) {
        access.require(Action.PREPARE);
        var form = reversals.started(body, locale);
        form.set("date", form.text("on"));
        return show(access, body, code, form, model);
    }

    @PostMapping("/recalculate")
    String send(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new Sent(new LinkedMultiValueMap<>(sent), body.currency(), locale);
        var wish = read(form, code);
        if (wish.isPresent()) {
            try {
                if (form.text("do").equals("post")) {
                    recalculations.issue(access, wish.get(), form.text("key"));
                    return "redirect:" + address(body, code);
                }
                model.addAttribute("preview", recalculations.preview(access, wish.get()));
                return show(access, body, code, form, model);
            } catch (DomainException refusal) {
                refused(form, refusal);
            }
        }
        return form.errors().again(show(access, body, code, form, model), model, response);
    }

    private static void refused(Sent form, DomainException refusal) {
        if (refusal instanceof InputException unreadable && !unreadable.problems().isEmpty()) {
            for (var problem : unreadable.problems()) {
                form.errors()
                        .add("figures", "contributions.problem", problem.line(), problem.message());
            }
            return;
        }
        form.errors().add(fieldOf(refusal.code()), refusal);
    }

    private static @Nullable String fieldOf(String code) {
        return switch (code) {
            case "contributions.due-before-date" -> "due";
            case "contributions.before-paper", "contributions.before-undoing" -> "date";
            case "contributions.no-later-table",
                    "contributions.figures-registered",
                    "contributions.other-parties" ->
                    "figures";
            default -> null;
        };
    }

    private static Optional<NewRecalculation> read(Sent form, String code) {
        var date = form.date("date");
        var due = form.date("due");
        var reason = form.required("reason");
        var source = form.required("source");
        if (form.errors().any()) return Optional.empty();
        return form.value(
                "reason",
                () ->
                        new NewRecalculation(
                                code,
                                date.orElseThrow(),
                                due.orElseThrow(),
                                reason.orElseThrow(),
                                source.orElseThrow(),
                                form.optional("figures") == null ? null : form.text("figures")));
    }

    private String show(Access access, BodyEntry body, String code, Sent form, Model model) {
        var assessment = assessments.get(access, code);
        var whole = assessment.whole();
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("assessment", assessment);
        model.addAttribute("givenTable", whole != null && whole.sheet().indicatorYear() == null);
        return "contributions/recalculate";
    }

    @GetMapping("/recalculations/{run}/reverse")
    String askToReverse(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @PathVariable String run,
            Locale locale,
            Model model) {
        access.require(Action.PREPARE);
        return reversals.ask(body, target(access, body, code, run), locale, model);
    }

    @PostMapping("/recalculations/{run}/reverse")
    String reverse(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @PathVariable String run,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        return reversals.send(
                body,
                target(access, body, code, run),
                sent,
                locale,
                model,
                response,
                (on, reason, key) -> recalculations.reverse(access, code, run, on, reason, key));
    }

    private ReversalForm.Target target(Access access, BodyEntry body, String code, String run) {
        return new ReversalForm.Target(
                "recalculation",
                recalculations.get(access, code, run).paper(),
                "assessments",
                address(body, code),
                "/recalculations/" + run + "/reverse");
    }

    private static String address(BodyEntry body, String code) {
        return "/bodies/%s/assessments/%s".formatted(body.code(), code);
    }
}
