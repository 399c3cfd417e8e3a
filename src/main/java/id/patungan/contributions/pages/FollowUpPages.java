package id.patungan.contributions.pages;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.contributions.Assessment;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.NewProjectCost;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** What follows from an assessment: cost recognised, dues earned, cancellation. */
@Controller
@RequestMapping("/bodies/{body}/assessments/{code}")
class FollowUpPages {

    private static final String REVERSE = "contributions/reverse";
    private static final String COST = "contributions/cost";

    private final Assessments assessments;
    private final Contributions contributions;
    private final Clock clock;

    FollowUpPages(Assessments assessments, Contributions contributions, Clock clock) {
        this.assessments = assessments;
        this.contributions = contributions;
        this.clock = clock;
    }

    @GetMapping("/cancel")
    String askToCancel(
            Access access, BodyEntry body, @PathVariable String code, Locale locale, Model model) {
        access.require(Action.PREPARE);
        return reversal(body, assessments.get(access, code), started(body, locale), model);
    }

    @PostMapping("/cancel")
    String cancel(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new Sent(new LinkedMultiValueMap<>(sent), body.currency(), locale);
        var on = form.date("on");
        var reason = form.required("reason");
        if (!form.errors().any()) {
            try {
                assessments.cancel(
                        access, code, on.orElseThrow(), reason.orElseThrow(), form.text("key"));
                return to(body, code);
            } catch (DomainException refusal) {
                form.errors().add(null, refusal);
            }
        }
        return form.errors()
                .again(reversal(body, assessments.get(access, code), form, model), model, response);
    }

    private static String reversal(BodyEntry body, Assessment assessment, Sent form, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("what", "assessment");
        model.addAttribute("action", "/cancel");
        model.addAttribute("paper", assessment.paper());
        model.addAttribute("nav", "assessments");
        model.addAttribute(
                "back", "/bodies/%s/assessments/%s".formatted(body.code(), assessment.code()));
        return REVERSE;
    }

    @GetMapping("/cost")
    String startCost(
            Access access, BodyEntry body, @PathVariable String code, Locale locale, Model model) {
        access.require(Action.PREPARE);
        var form = started(body, locale);
        form.set("date", form.text("on"));
        form.set("against", "21100");
        return cost(access, body, assessments.get(access, code), form, model);
    }

    @PostMapping("/cost")
    String recogniseCost(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new Sent(new LinkedMultiValueMap<>(sent), body.currency(), locale);
        var date = form.date("date");
        var amount = form.amount("amount");
        var expense =
                form.required("expense")
                        .flatMap(text -> form.value("expense", () -> new AccountCode(text)));
        var against =
                form.required("against")
                        .flatMap(text -> form.value("against", () -> new AccountCode(text)));
        var description = form.required("description");
        var basis =
                AssessmentPages.basis(form, "basis", form.text("basis"), form.text("basisNote"));
        if (!form.errors().any()) {
            try {
                assessments.recogniseCost(
                        access,
                        new NewProjectCost(
                                code,
                                date.orElseThrow(),
                                amount.orElseThrow(),
                                expense.orElseThrow(),
                                against.orElseThrow(),
                                form.optional("vendor"),
                                description.orElseThrow(),
                                basis.orElse(null)),
                        form.text("key"));
                return to(body, code);
            } catch (DomainException refusal) {
                form.errors().add(null, refusal);
            }
        }
        return form.errors()
                .again(
                        cost(access, body, assessments.get(access, code), form, model),
                        model,
                        response);
    }

    private String cost(
            Access access, BodyEntry body, Assessment assessment, Sent form, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("assessment", assessment);
        model.addAttribute("names", contributions.names(access));
        return COST;
    }

    @PostMapping("/earn")
    String earn(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam String description,
            @RequestParam String key) {
        var assessment = assessments.get(access, code);
        assessments.earnDues(access, code, LocalDate.of(assessment.year(), 1, 1), description, key);
        return to(body, code);
    }

    @GetMapping("/earnings/{earning}/reverse")
    String askToReverse(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @PathVariable String earning,
            Locale locale,
            Model model) {
        access.require(Action.PREPARE);
        return earning(body, assessments.get(access, code), earning, started(body, locale), model);
    }

    @PostMapping("/earnings/{earning}/reverse")
    String reverse(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @PathVariable String earning,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new Sent(new LinkedMultiValueMap<>(sent), body.currency(), locale);
        var on = form.date("on");
        var reason = form.required("reason");
        if (!form.errors().any()) {
            try {
                assessments.reverseEarning(
                        access,
                        code,
                        earning,
                        on.orElseThrow(),
                        reason.orElseThrow(),
                        form.text("key"));
                return to(body, code);
            } catch (DomainException refusal) {
                form.errors().add(null, refusal);
            }
        }
        return form.errors()
                .again(
                        earning(body, assessments.get(access, code), earning, form, model),
                        model,
                        response);
    }

    private static String earning(
            BodyEntry body, Assessment assessment, String earning, Sent form, Model model) {
        var whole = assessment.whole();
        if (whole == null) {
            throw AccessException.nothingHere(earning);
        }
        var paper =
                whole.earnings().stream()
                        .map(Assessment.Earning::paper)
                        .filter(one -> one.code().equals(earning))
                        .findFirst()
                        .orElseThrow(() -> AccessException.nothingHere(earning));
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("what", "earning");
        model.addAttribute("action", "/earnings/" + earning + "/reverse");
        model.addAttribute("paper", paper);
        model.addAttribute("nav", "assessments");
        model.addAttribute(
                "back", "/bodies/%s/assessments/%s".formatted(body.code(), assessment.code()));
        return REVERSE;
    }

    private Sent started(BodyEntry body, Locale locale) {
        var form = new Sent(new LinkedMultiValueMap<>(), body.currency(), locale);
        form.set("key", UUID.randomUUID().toString());
        form.set("on", DateReader.typed(LocalDate.now(clock.withZone(body.zone()))));
        return form;
    }

    private static String to(BodyEntry body, String code) {
        return "redirect:/bodies/%s/assessments/%s".formatted(body.code(), code);
    }
}
