package id.patungan.contributions.pages;

import id.patungan.basics.DomainException;
import id.patungan.basics.DomainException.Kind;
import id.patungan.contributions.AssessmentRun;
import id.patungan.contributions.AssessmentRuns;
import id.patungan.contributions.Contributions;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.FormErrors;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.UUID;
import java.util.function.Supplier;

/** Assessments that wait for approval: the list, and one with its calculation and the decision. */
@Controller
@RequestMapping("/bodies/{body}/assessment-runs")
class RunPages {

    private static final String PAGE = "contributions/run";

    private final AssessmentRuns runs;
    private final Contributions contributions;

    RunPages(AssessmentRuns runs, Contributions contributions) {
        this.runs = runs;
        this.contributions = contributions;
    }

    @GetMapping
    String list(Access access, BodyEntry body, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("runs", runs.all(access));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return "contributions/runs";
    }

    @GetMapping("/{number:[0-9]{1,9}}")
    String page(Access access, BodyEntry body, @PathVariable int number, Model model) {
        return show(access, body, runs.get(access, number), model);
    }

    @PostMapping("/{number:[0-9]{1,9}}/decision")
    String decide(
            Access access,
            BodyEntry body,
            @PathVariable int number,
            @RequestParam(name = "do", defaultValue = "") String wish,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String key,
            Model model,
            HttpServletResponse response) {
        var run = runs.get(access, number);
        if (!wish.equals("approve") && !wish.equals("reject")) {
            access.require(run.approval() ? Action.APPROVE : Action.READ_BOOKS);
            return back(body, number);
        }
        model.addAttribute("reason", reason);
        return done(
                access,
                body,
                number,
                () -> runs.decide(access, number, wish.equals("approve"), reason, key),
                "reason",
                model,
                response);
    }

    @PostMapping("/{number:[0-9]{1,9}}/withdrawal")
    String withdraw(
            Access access,
            BodyEntry body,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String withdrawalReason,
            @RequestParam(defaultValue = "") String key,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        model.addAttribute("withdrawalReason", withdrawalReason);
        return done(
                access,
                body,
                number,
                () -> runs.withdraw(access, number, withdrawalReason, key),
                "withdrawalReason",
                model,
                response);
    }

    private String done(
            Access access,
            BodyEntry body,
            int number,
            Supplier<AssessmentRun> work,
            String field,
            Model model,
            HttpServletResponse response) {
        try {
            var done = work.get();
            return done.assessment() == null
                    ? back(body, number)
                    : "redirect:/bodies/%s/assessments/%s"
                            .formatted(body.code(), done.assessment());
        } catch (DomainException refusal) {
            if (refusal.kind() == Kind.NOT_FOUND || refusal.kind() == Kind.FORBIDDEN) throw refusal;
            var errors = FormErrors.of(fieldOf(refusal, field), refusal);
            return errors.again(
                    show(access, body, runs.get(access, number), model), model, response);
        }
    }

    private static @Nullable String fieldOf(DomainException refusal, String field) {
        return refusal.code().equals("contributions.no-reason")
                        || refusal.code().startsWith("input.")
                ? field
                : null;
    }

    private static String back(BodyEntry body, int number) {
        return "redirect:/bodies/%s/assessment-runs/%d".formatted(body.code(), number);
    }

    private String show(Access access, BodyEntry body, AssessmentRun run, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("run", run);
        model.addAttribute("ground", runs.ground(access, run));
        model.addAttribute("comparison", runs.compared(access, run));
        model.addAttribute("planned", InstalmentFields.planned(run));
        model.addAttribute("names", contributions.names(access));
        model.addAttribute("mayDecide", runs.mayDecide(access, run));
        model.addAttribute(
                "mayWithdraw",
                run.state() == AssessmentRun.State.WAITING && access.may(Action.PREPARE));
        model.addAttribute("key", UUID.randomUUID().toString());
        return PAGE;
    }
}
