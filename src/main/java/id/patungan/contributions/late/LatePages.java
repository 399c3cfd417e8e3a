package id.patungan.contributions.late;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.DomainException.Kind;
import id.patungan.contributions.Contributions;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What can be charged for lateness, and the fine that charges it. */
@Controller
@RequestMapping("/bodies/{body}/late-charges")
class LatePages {

    private final LateCharges charges;
    private final LatePolicies policies;
    private final Contributions contributions;
    private final LateBook book;

    LatePages(
            LateCharges charges,
            LatePolicies policies,
            Contributions contributions,
            LateBook book) {
        this.charges = charges;
        this.policies = policies;
        this.contributions = contributions;
        this.book = book;
    }

    @GetMapping
    String proposals(
            Access access,
            BodyEntry body,
            @RequestParam(required = false) @Nullable String through,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.READ_BOOKS);
        var form = form(body, new LinkedMultiValueMap<>(), locale);
        var today = book.today(access);
        form.set("through", through == null ? DateReader.typed(today) : through);
        form.set("due", DateReader.typed(today.plusDays(30)));
        var view = show(access, body, form, model);
        return form.errors().any() ? form.errors().again(view, model, response) : view;
    }

    @PostMapping
    String issue(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = form(body, new LinkedMultiValueMap<>(sent), locale);
        var wish = form.charge();
        if (wish.isPresent()) {
            try {
                var fine = charges.issue(access, wish.get(), form.text("key"));
                return "redirect:/bodies/%s/assessments/%s".formatted(body.code(), fine.code());
            } catch (DomainException refusal) {
                if (refusal.kind() == Kind.FORBIDDEN) throw refusal;
                form.errors()
                        .add(
                                refusal.code().equals("contributions.due-before-date")
                                        ? "due"
                                        : "through",
                                refusal);
            }
        }
        var view = show(access, body, form, model);
        return form.errors().again(view, model, response);
    }

    private static LateForm form(
            BodyEntry body, MultiValueMap<String, String> texts, Locale locale) {
        return new LateForm(texts, body.currency(), locale);
    }

    private String show(Access access, BodyEntry body, LateForm form, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("charged", charges.charged(access));
        model.addAttribute("names", contributions.names(access));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("fresh", form.text("key").isEmpty());
        var day = readable(form);
        try {
            model.addAttribute("policy", policies.inForce(access, day).orElse(null));
            model.addAttribute("proposals", charges.proposals(access, day));
        } catch (LateException refusal) {
            model.addAttribute("proposals", List.of());
            if (!form.errors().any()) form.errors().add("through", refusal);
        }
        return "contributions/late/charges";
    }

    private static LocalDate readable(LateForm form) {
        try {
            return LateForm.readDay(form.text("through"));
        } catch (LateException unreadable) {
            if (!form.errors().any()) form.errors().add("through", unreadable);
            return LocalDate.EPOCH;
        }
    }
}
