package id.patungan.contributions.rules;

import id.patungan.allocation.RuleFile;
import id.patungan.basics.DomainException;
import id.patungan.basics.DomainException.Kind;
import id.patungan.contributions.rules.RuleVersion.State;
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

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** The rules of a body, the versions of each, and the decision about a draft. */
@Controller
@RequestMapping("/bodies/{body}/rules")
class RulePages {

    private final Rules rules;
    private final RuleTexts texts;
    private final Clock clock;

    RulePages(Rules rules, RuleTexts texts, Clock clock) {
        this.rules = rules;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String list(Access access, BodyEntry body, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("rules", rules.all(access));
        model.addAttribute("today", today(body));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("wholeBody", access.may(Action.READ_BOOKS));
        return "contributions/rules/list";
    }

    /** A rule, with the version that waits, or the one in force, or the newest one. */
    @GetMapping("/{code}")
    String detail(
            Access access, BodyEntry body, @PathVariable String code, Locale locale, Model model) {
        var rule = rules.get(access, code);
        var shown =
                rule.waiting().or(() -> rule.inForce(today(body))).orElseGet(() -> rule.newest());
        return show(access, body, rule, shown, locale, model);
    }

    @GetMapping("/{code}/versions/{version}")
    String version(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @PathVariable int version,
            Locale locale,
            Model model) {
        var shown = rules.version(access, code, version);
        return show(access, body, rules.get(access, code), shown, locale, model);
    }

    @PostMapping("/{code}/versions/{version}/decision")
    String decide(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(name = "do", defaultValue = "") String wish,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String key,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.APPROVE);
        if (!wish.equals("approve") && !wish.equals("reject")) {
            return back(body, code);
        }
        try {
            rules.decide(access, code, version, wish.equals("approve"), reason, key);
            return back(body, code);
        } catch (DomainException refusal) {
            if (refusal.kind() == Kind.NOT_FOUND || refusal.kind() == Kind.FORBIDDEN) {
                throw refusal;
            }
            var errors = FormErrors.of(fieldOf(refusal), refusal);
            var shown = rules.version(access, code, version);
            show(access, body, rules.get(access, code), shown, locale, model);
            model.addAttribute("reason", reason);
            return errors.again("contributions/rules/rule", model, response);
        }
    }

    private static @Nullable String fieldOf(DomainException refusal) {
        return refusal.code().contains("reason") ? "reason" : null;
    }

    private static String back(BodyEntry body, String code) {
        return "redirect:/bodies/%s/rules/%s".formatted(body.code(), code);
    }

    private String show(
            Access access,
            BodyEntry body,
            SharingRule rule,
            RuleVersion shown,
            Locale locale,
            Model model) {
        var document = RuleFile.read("rule", shown.text()).document();
        model.addAttribute("body", body);
        model.addAttribute("rule", rule);
        model.addAttribute("shown", shown);
        model.addAttribute("inForce", rule.inForce(today(body)).orElse(null));
        model.addAttribute("waiting", rule.waiting().orElse(null));
        model.addAttribute("words", texts.of(access, document, body.currency(), locale));
        model.addAttribute("saysBasis", document.basis());
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute(
                "mayDecide",
                shown.state() == State.DRAFT
                        && access.may(Action.APPROVE)
                        && !Rules.workedOn(access, rule));
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("reason", "");
        return "contributions/rules/rule";
    }

    private LocalDate today(BodyEntry body) {
        return LocalDate.now(clock.withZone(body.zone()));
    }
}
