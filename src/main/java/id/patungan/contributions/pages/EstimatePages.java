package id.patungan.contributions.pages;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.DomainException.Kind;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.DuesEstimates;
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

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * Estimates of dues that are not billed yet: the list, and one with its shares and its reversal.
 */
@Controller
@RequestMapping("/bodies/{body}/estimates")
class EstimatePages {

    private final DuesEstimates estimates;
    private final Contributions contributions;
    private final Clock clock;

    EstimatePages(DuesEstimates estimates, Contributions contributions, Clock clock) {
        this.estimates = estimates;
        this.contributions = contributions;
        this.clock = clock;
    }

    @GetMapping
    String list(Access access, BodyEntry body, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("estimates", estimates.all(access));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return "contributions/estimates";
    }

    @GetMapping("/{code}")
    String page(
            Access access, BodyEntry body, @PathVariable String code, Locale locale, Model model) {
        var form = new Sent(new LinkedMultiValueMap<>(), body.currency(), locale);
        form.set("on", DateReader.typed(LocalDate.now(clock.withZone(body.zone()))));
        return show(access, body, code, form, model);
    }

    @PostMapping("/{code}/reversal")
    String reverse(
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
                estimates.reverse(
                        access, code, on.orElseThrow(), reason.orElseThrow(), form.text("key"));
                return "redirect:/bodies/%s/estimates/%s".formatted(body.code(), code);
            } catch (DomainException refusal) {
                if (refusal.kind() == Kind.NOT_FOUND) throw refusal;
                form.errors().add(refusal.code().endsWith("no-reason") ? "reason" : "on", refusal);
            }
        }
        return form.errors().again(show(access, body, code, form, model), model, response);
    }

    private String show(Access access, BodyEntry body, String code, Sent form, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("estimate", estimates.get(access, code));
        model.addAttribute("names", contributions.names(access));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("form", form);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "contributions/estimate";
    }
}
