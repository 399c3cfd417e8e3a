package id.patungan.contributions.reminders;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.documents.mail.Outbox;
import id.patungan.ledger.Journal;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Reminders: who is to be reminded of what on a day, one letter or all, and what was sent. */
@Controller
@RequestMapping("/bodies/{body}/reminders")
class ReminderPages {

    private static final String PAGE = "contributions/reminders/reminders";

    private final Reminders reminders;
    private final ReminderSchedules schedules;
    private final Outbox outbox;
    private final Journal journal;

    ReminderPages(
            Reminders reminders, ReminderSchedules schedules, Outbox outbox, Journal journal) {
        this.reminders = reminders;
        this.schedules = schedules;
        this.outbox = outbox;
        this.journal = journal;
    }

    /** What is due on a day; where none is asked for, on the day up to which one reads. */
    @GetMapping
    String page(
            Access access,
            BodyEntry body,
            @RequestParam(defaultValue = "") String asOf,
            Model model,
            HttpServletResponse response) {
        access.require(Action.READ_OWN);
        var form = new ReminderForm(new LinkedMultiValueMap<>(Map.of("asOf", List.of(asOf))));
        var day = form.dayOr("asOf", usual(access));
        var view = show(access, body, day, form, model);
        return form.errors().any() ? form.errors().again(view, model, response) : view;
    }

    /** Sends the letter of a party and step, or all that are due. */
    @PostMapping
    String send(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new ReminderForm(new LinkedMultiValueMap<>(sent));
        var day = form.dayOr("asOf", usual(access));
        if (!form.errors().any()) {
            try {
                var language = Reminders.language(form.text("language"));
                var days = form.text("step");
                if (form.text("party").isBlank()) {
                    reminders.sendAll(access, day, language, form.text("key"));
                } else if (days.matches("-?[0-9]{1,4}")) {
                    reminders.send(
                            access,
                            form.text("party"),
                            Integer.parseInt(days),
                            day,
                            language,
                            form.text("key"));
                } else {
                    throw RemindersException.days(days);
                }
                return "redirect:/bodies/%s/reminders?asOf=%s".formatted(body.code(), day);
            } catch (DomainException refusal) {
                form.errors()
                        .add(refusal.code().equals("reminders.in-future") ? "asOf" : null, refusal);
            }
        }
        return form.errors().again(show(access, body, day, form, model), model, response);
    }

    private String show(
            Access access, BodyEntry body, LocalDate day, ReminderForm form, Model model) {
        var all = access.may(Action.READ_BOOKS);
        var due = List.<DueReminder>of();
        if (all) {
            try {
                due = reminders.due(access, day);
            } catch (RemindersException refusal) {
                if (!form.errors().any()) form.errors().add("asOf", refusal);
            }
        }
        model.addAttribute("body", body);
        model.addAttribute("all", all);
        model.addAttribute("day", day);
        model.addAttribute(
                "asOf", form.text("asOf").isBlank() ? DateReader.typed(day) : form.text("asOf"));
        model.addAttribute("due", due);
        model.addAttribute("total", reminders.total(access, due));
        model.addAttribute("schedule", schedules.inForce(access, day).orElse(null));
        model.addAttribute("sent", reminders.sent(access));
        model.addAttribute("mails", all ? outbox.states(access) : Map.of());
        model.addAttribute("mailReady", outbox.ready());
        model.addAttribute("atOnce", Reminders.AT_ONCE);
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("form", form);
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return PAGE;
    }

    private LocalDate usual(Access access) {
        return journal.reportingDay(access, reminders.today(access));
    }
}
