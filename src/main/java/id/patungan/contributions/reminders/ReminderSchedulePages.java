package id.patungan.contributions.reminders;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.DomainException.Kind;
import id.patungan.contributions.reminders.ReminderSchedule.State;
import id.patungan.contributions.reminders.ReminderStep.Channel;
import id.patungan.contributions.reminders.ReminderStep.Tone;
import id.patungan.parties.Agreements;
import id.patungan.platform.Access;
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

import java.util.UUID;

/** When the body reminds: the versions, a new one, the decision about it. */
@Controller
@RequestMapping("/bodies/{body}/reminder-schedule")
class ReminderSchedulePages {

    private static final String PAGE = "contributions/reminders/schedule";

    private final ReminderSchedules schedules;
    private final Reminders reminders;
    private final Agreements agreements;

    ReminderSchedulePages(ReminderSchedules schedules, Reminders reminders, Agreements agreements) {
        this.schedules = schedules;
        this.reminders = reminders;
        this.agreements = agreements;
    }

    @GetMapping
    String page(Access access, BodyEntry body, Model model) {
        var form =
                new ReminderForm(new LinkedMultiValueMap<>())
                        .set("effectiveFrom", DateReader.typed(reminders.today(access)));
        return show(access, body, form, model);
    }

    @PostMapping
    String draft(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new ReminderForm(new LinkedMultiValueMap<>(sent));
        var wish = form.schedule();
        if (wish.isPresent()) {
            try {
                schedules.draft(access, wish.get(), form.text("key"));
                return back(body);
            } catch (DomainException refusal) {
                form.errors().add(field(refusal.code()), refusal);
            }
        }
        return form.errors().again(show(access, body, form, model), model, response);
    }

    @PostMapping("/{version:[0-9]{1,6}}/decision")
    String decide(
            Access access,
            BodyEntry body,
            @PathVariable int version,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.APPROVE);
        var form = new ReminderForm(new LinkedMultiValueMap<>(sent));
        var wish = form.text("do");
        if (!wish.equals("approve") && !wish.equals("reject")) return back(body);
        try {
            schedules.decide(
                    access,
                    version,
                    wish.equals("approve"),
                    form.text("decisionReason"),
                    form.text("key"));
            return back(body);
        } catch (DomainException refusal) {
            if (refusal.kind() == Kind.NOT_FOUND || refusal.kind() == Kind.FORBIDDEN) throw refusal;
            form.errors().add("decisionReason", refusal);
            return form.errors().again(show(access, body, form, model), model, response);
        }
    }

    private static String field(String code) {
        return code.startsWith("rules.") || code.startsWith("parties.")
                ? "ground"
                : "effectiveFrom";
    }

    private static String back(BodyEntry body) {
        return "redirect:/bodies/%s/reminder-schedule".formatted(body.code());
    }

    private String show(Access access, BodyEntry body, ReminderForm form, Model model) {
        var versions = schedules.all(access);
        var waiting = versions.stream().filter(one -> one.state() == State.DRAFT).findFirst();
        model.addAttribute("body", body);
        model.addAttribute("versions", versions);
        model.addAttribute(
                "inForce", schedules.inForce(access, reminders.today(access)).orElse(null));
        model.addAttribute("waiting", waiting.orElse(null));
        model.addAttribute("form", form);
        model.addAttribute("rows", ReminderForm.ROWS);
        model.addAttribute("tones", Tone.values());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("agreements", agreements.all(access));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute(
                "mayDecide",
                waiting.isPresent()
                        && access.may(Action.APPROVE)
                        && !ReminderSchedules.workedOn(access, versions));
        return PAGE;
    }
}
