package id.patungan.contributions.pages;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.contributions.Paper;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** The one form by which papers are undone: asks for a day and a reason, and hands them on. */
@Component
class ReversalForm {

    private final Clock clock;

    ReversalForm(Clock clock) {
        this.clock = clock;
    }

    /**
     * What is to be undone.
     *
     * @param what the last part of its message keys: {@code receipt}
     * @param nav the line of the menu under which it stands
     * @param back the address of the page that one comes from and returns to
     * @param action the address below {@code back} that takes the form
     */
    record Target(String what, Paper paper, String nav, String back, String action) {}

    /** Undoes it. */
    interface Undo {
        void undo(LocalDate on, String reason, String key);
    }

    /** The form, with today and a fresh key. */
    String ask(BodyEntry body, Target target, Locale locale, Model model) {
        return show(body, target, started(body, locale), model);
    }

    /** Undoes the target and returns, or shows the form again with what is wrong. */
    String send(
            BodyEntry body,
            Target target,
            MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response,
            Undo undo) {
        var form = new Sent(new LinkedMultiValueMap<>(sent), body.currency(), locale);
        var on = form.date("on");
        var reason = form.required("reason");
        if (!form.errors().any()) {
            try {
                undo.undo(on.orElseThrow(), reason.orElseThrow(), form.text("key"));
                return "redirect:" + target.back();
            } catch (DomainException refusal) {
                form.errors().add(null, refusal);
            }
        }
        return form.errors().again(show(body, target, form, model), model, response);
    }

    /** A form just opened: a key for whatever it will ask, and today as {@code on}. */
    Sent started(BodyEntry body, Locale locale) {
        var form = new Sent(new LinkedMultiValueMap<>(), body.currency(), locale);
        form.set("key", UUID.randomUUID().toString());
        form.set("on", DateReader.typed(LocalDate.now(clock.withZone(body.zone()))));
        return form;
    }

    private static String show(BodyEntry body, Target target, Sent form, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("what", target.what());
        model.addAttribute("action", target.action());
        model.addAttribute("paper", target.paper());
        model.addAttribute("nav", target.nav());
        model.addAttribute("back", target.back());
        return "contributions/reverse";
    }
}
