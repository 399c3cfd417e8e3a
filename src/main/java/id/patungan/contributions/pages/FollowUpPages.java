package id.patungan.contributions.pages;

import id.patungan.basics.AccountCode;
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

import java.time.LocalDate;
import java.util.Locale;

/** What follows from an assessment: cost recognised, dues earned, cancellation. */
@Controller
@RequestMapping("/bodies/{body}/assessments/{code}")
class FollowUpPages {

    private static final String COST = "contributions/cost";

    private final Assessments assessments;
    private final Contributions contributions;
    private final ReversalForm reversals;

    FollowUpPages(Assessments assessments, Contributions contributions, ReversalForm reversals) {
        this.assessments = assessments;
        this.contributions = contributions;
        this.reversals = reversals;
    }

    @GetMapping("/cancel")
    String askToCancel(
            Access access, BodyEntry body, @PathVariable String code, Locale locale, Model model) {
        access.require(Action.PREPARE);
        return reversals.ask(body, assessment(access, body, code), locale, model);
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
        return reversals.send(
                body,
                assessment(access, body, code),
                sent,
                locale,
                model,
                response,
                (on, reason, key) -> assessments.cancel(access, code, on, reason, key));
    }

    private ReversalForm.Target assessment(Access access, BodyEntry body, String code) {
        var paper = assessments.get(access, code).paper();
        return new ReversalForm.Target(
                "assessment", paper, "assessments", address(body, code), "/cancel");
    }

    @GetMapping("/cost")
    String startCost(
            Access access, BodyEntry body, @PathVariable String code, Locale locale, Model model) {
        access.require(Action.PREPARE);
        var form = reversals.started(body, locale);
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
        return reversals.ask(body, earning(access, body, code, earning), locale, model);
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
        return reversals.send(
                body,
                earning(access, body, code, earning),
                sent,
                locale,
                model,
                response,
                (on, reason, key) ->
                        assessments.reverseEarning(access, code, earning, on, reason, key));
    }

    private ReversalForm.Target earning(
            Access access, BodyEntry body, String code, String earning) {
        var whole = assessments.get(access, code).whole();
        if (whole == null) {
            throw AccessException.nothingHere(earning);
        }
        var paper =
                whole.earnings().stream()
                        .map(Assessment.Earning::paper)
                        .filter(one -> one.code().equals(earning))
                        .findFirst()
                        .orElseThrow(() -> AccessException.nothingHere(earning));
        return new ReversalForm.Target(
                "earning",
                paper,
                "assessments",
                address(body, code),
                "/earnings/" + earning + "/reverse");
    }

    private static String address(BodyEntry body, String code) {
        return "/bodies/%s/assessments/%s".formatted(body.code(), code);
    }

    private static String to(BodyEntry body, String code) {
        return "redirect:" + address(body, code);
    }
}
