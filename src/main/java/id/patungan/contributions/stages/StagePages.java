package id.patungan.contributions.stages;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.contributions.Assessments;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The board over all open charges, and the stages of one assessment with its form. */
@Controller
@RequestMapping("/bodies/{body}")
class StagePages {

    private final Stages stages;
    private final Assessments assessments;

    StagePages(Stages stages, Assessments assessments) {
        this.stages = stages;
        this.assessments = assessments;
    }

    @GetMapping("/stages")
    String board(
            Access access,
            BodyEntry body,
            @RequestParam(defaultValue = "") String on,
            Model model,
            HttpServletResponse response) {
        access.require(Action.READ_OWN);
        var form = new StageForm(Map.of("on", on));
        var day = form.dateOr("on", stages.today(access));
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("board", stages.board(access, day));
        model.addAttribute("ages", Board.Age.values());
        return answered("contributions/stages/board", form, model, response);
    }

    /**
     * The stages of an assessment.
     *
     * @param withdraw payer and number of an event, {@code 34.04/2}: asks whoever may record for
     *     the reason to withdraw it
     */
    @GetMapping("/assessments/{code}/stages")
    String one(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String withdraw,
            Model model,
            HttpServletResponse response) {
        access.require(Action.READ_OWN);
        if (!withdraw.isBlank() && access.may(Action.PREPARE)) {
            var at = withdraw.lastIndexOf('/');
            return toWithdraw(
                    access,
                    body,
                    code,
                    new StageForm(Map.of())
                            .set("party", withdraw.substring(0, Math.max(at, 0)))
                            .set("event", withdraw.substring(at + 1))
                            .set("key", UUID.randomUUID().toString()),
                    model);
        }
        var form =
                new StageForm(Map.of("on", on))
                        .set("key", UUID.randomUUID().toString())
                        .set("date", DateReader.typed(stages.today(access)));
        return answered(shown(access, body, code, form, model), form, model, response);
    }

    @PostMapping("/assessments/{code}/stages")
    String record(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new StageForm(sent).set("on", "");
        var wish = read(form, code);
        if (wish.isPresent()) {
            try {
                stages.record(access, wish.get(), form.text("key"));
                return back(body, code);
            } catch (DomainException refused) {
                form.errors().add(fieldOf(refused.code()), refused);
            }
        }
        return form.errors().again(shown(access, body, code, form, model), model, response);
    }

    private static Optional<NewStageEvent> read(StageForm form, String code) {
        var party = form.required("party");
        var kind = form.kind("kind");
        var date = form.date("date");
        if (form.errors().any()) return Optional.empty();
        try {
            return Optional.of(
                    new NewStageEvent(
                            code,
                            party.orElseThrow(),
                            kind.orElseThrow(),
                            date.orElseThrow(),
                            form.text("document"),
                            form.text("note")));
        } catch (StagesException refused) {
            form.errors().add("note", refused);
            return Optional.empty();
        }
    }

    private static @Nullable String fieldOf(String code) {
        return switch (code) {
            case "stages.no-such-charge" -> "party";
            case "stages.entered", "stages.out-of-order", "stages.not-first" -> "kind";
            case "stages.in-future",
                    "stages.before-assessment",
                    "stages.before-stage",
                    "stages.after-stage",
                    "stages.deemed" ->
                    "date";
            default -> null;
        };
    }

    @PostMapping("/assessments/{code}/stages/withdraw")
    String withdraw(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new StageForm(sent);
        var reason = form.required("reason");
        if (reason.isPresent()) {
            try {
                stages.withdraw(
                        access,
                        code,
                        form.text("party"),
                        number(form.text("event")),
                        reason.get(),
                        form.text("key"));
                return back(body, code);
            } catch (DomainException refused) {
                form.errors().add(null, refused);
            }
        }
        return form.errors().again(toWithdraw(access, body, code, form, model), model, response);
    }

    private String toWithdraw(
            Access access, BodyEntry body, String code, StageForm form, Model model) {
        var no = number(form.text("event"));
        var track =
                stages.ofAssessment(access, code, stages.today(access)).stream()
                        .filter(one -> one.charge().party().equals(form.text("party")))
                        .findFirst()
                        .orElseThrow(() -> StagesException.noSuchEvent(no));
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("track", track);
        model.addAttribute(
                "event",
                track.events().stream()
                        .filter(one -> one.no() == no)
                        .findFirst()
                        .orElseThrow(() -> StagesException.noSuchEvent(no)));
        return "contributions/stages/withdraw";
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : 0;
    }

    private String shown(Access access, BodyEntry body, String code, StageForm form, Model model) {
        var day = form.dateOr("on", stages.today(access));
        var assessment = assessments.get(access, code);
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("assessment", assessment);
        model.addAttribute("asOf", day);
        model.addAttribute("tracks", stages.ofAssessment(access, code, day));
        model.addAttribute("kinds", EventKind.values());
        model.addAttribute(
                "mayRecord", access.may(Action.PREPARE) && assessment.paper().reversal() == null);
        return "contributions/stages/assessment";
    }

    private static String answered(
            String view, StageForm form, Model model, HttpServletResponse response) {
        return form.errors().any() ? form.errors().again(view, model, response) : view;
    }

    private static String back(BodyEntry body, String code) {
        return "redirect:/bodies/%s/assessments/%s/stages".formatted(body.code(), code);
    }
}
