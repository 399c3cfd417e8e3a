package id.patungan.contributions.lab;

import id.patungan.basics.DomainException;
import id.patungan.contributions.RoundingHistory;
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

import java.util.Locale;
import java.util.UUID;

/** The formula lab: a form whose address makes the comparison below it, and saving that. */
@Controller
@RequestMapping("/bodies/{body}")
class LabPages {

    private final Lab lab;
    private final LabPapers papers;
    private final LabShown shown;
    private final ComparisonJson json;
    private final Choices choices;
    private final RoundingHistory history;

    LabPages(
            Lab lab,
            LabPapers papers,
            LabShown shown,
            ComparisonJson json,
            Choices choices,
            RoundingHistory history) {
        this.lab = lab;
        this.papers = papers;
        this.shown = shown;
        this.json = json;
        this.choices = choices;
        this.history = history;
    }

    @GetMapping("/lab")
    String lab(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> given,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.READ_BOOKS);
        var form = new LabForm(new LinkedMultiValueMap<>(given), body.currency(), locale);
        var asked = form.asked();
        choices.fill(access, body, form, model);
        if (asked) {
            var wish = form.read(choices.codes(access, body, form));
            if (wish.isPresent()) {
                compare(access, body, form, wish.get(), locale, model);
            }
            if (form.errors().any()) {
                return form.errors().again("contributions/lab/lab", model, response);
            }
        }
        return "contributions/lab/lab";
    }

    private void compare(
            Access access,
            BodyEntry body,
            LabForm form,
            NewComparison wish,
            Locale locale,
            Model model) {
        try {
            var comparison = lab.compare(access, wish);
            model.addAttribute("view", shown.of(comparison, body, locale));
            model.addAttribute("seen", json.digest(comparison));
            model.addAttribute("key", UUID.randomUUID().toString());
        } catch (DomainException refusal) {
            form.errors().add(Choices.fieldOf(refusal), refusal);
        }
    }

    @PostMapping("/lab/papers")
    String save(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new LabForm(new LinkedMultiValueMap<>(sent), body.currency(), locale);
        choices.fill(access, body, form, model);
        var wish = form.read(choices.codes(access, body, form));
        if (wish.isPresent()) {
            try {
                var seen = form.text("seen");
                var paper =
                        papers.save(
                                access,
                                form.text("title"),
                                wish.get(),
                                seen.isEmpty() ? null : seen,
                                form.text("key"));
                return "redirect:/bodies/%s/lab/papers/%s".formatted(body.code(), paper.code());
            } catch (DomainException refusal) {
                form.errors().add(Choices.fieldOf(refusal), refusal);
                compare(access, body, form, wish.get(), locale, model);
            }
        }
        return form.errors().again("contributions/lab/lab", model, response);
    }

    /** What rounding gave and took over the years. */
    @GetMapping("/rounding")
    String rounding(Access access, BodyEntry body, Locale locale, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("view", new RoundingView(history.of(access), locale, body.currency()));
        return "contributions/lab/rounding";
    }
}
