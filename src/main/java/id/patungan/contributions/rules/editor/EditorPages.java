package id.patungan.contributions.rules.editor;

import id.patungan.allocation.Rule;
import id.patungan.allocation.RuleDocument;
import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.contributions.rules.NewRuleVersion;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.FormErrors;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
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
import java.util.UUID;

/** The editor of a rule: a form, its YAML and a preview; every button sends the whole page. */
@Controller
@RequestMapping("/bodies/{body}/rules")
class EditorPages {

    private static final String PAGE = "contributions/rules/edit";

    private final Editor editor;

    EditorPages(Editor editor) {
        this.editor = editor;
    }

    @GetMapping("/new")
    String start(Access access, BodyEntry body, Locale locale, Model model) {
        access.require(Action.PREPARE);
        var draft = Draft.of(RuleDocument.of(new Rule.Equal()), numbers(body, locale));
        var known = editor.known(access, editor.today(body));
        return show(access, body, null, beginning(null, null), draft, known, model);
    }

    @GetMapping("/{code}/edit")
    String change(
            Access access, BodyEntry body, @PathVariable String code, Locale locale, Model model) {
        access.require(Action.PREPARE);
        var newest = editor.newest(access, code);
        return show(
                access,
                body,
                code,
                beginning(
                        newest.agreement() + "/" + newest.article(),
                        DateReader.typed(newest.effectiveFrom())),
                Draft.of(newest.text(), null, numbers(body, locale)),
                editor.known(access, newest.effectiveFrom()),
                model);
    }

    private static MultiValueMap<String, String> beginning(
            @Nullable String ground, @Nullable String date) {
        var sent = new LinkedMultiValueMap<String, String>();
        sent.set("key", UUID.randomUUID().toString());
        if (ground != null) sent.set("ground", ground);
        if (date != null) sent.set("effectiveFrom", date);
        return sent;
    }

    @PostMapping("/new")
    String sendNew(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return send(access, body, null, sent, locale, model, response);
    }

    @PostMapping("/{code}/edit")
    String sendChange(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        editor.newest(access, code);
        return send(access, body, code, sent, locale, model, response);
    }

    private String send(
            Access access,
            BodyEntry body,
            @Nullable String code,
            MultiValueMap<String, String> given,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var sent = new LinkedMultiValueMap<>(given);
        var numbers = numbers(body, locale);
        var wanted = Draft.text(sent, "do");
        var draft = Draft.sent(sent, wanted, numbers);
        var errors = new FormErrors();
        var saving = wanted.equals("save");
        var date = editor.date(sent, errors, saving);
        var day = date.orElseGet(() -> editor.today(body));
        var known = editor.known(access, day);
        if (wanted.contains(":") || wanted.equals("starter")) {
            var changed = changed(draft, sent, wanted, known, numbers);
            return show(access, body, code, sent, changed, known, model);
        }
        editor.note(draft, errors);
        var total = editor.total(sent, body, errors);
        var year = editor.year(sent, known.year(), errors);
        if (saving) {
            var wish = wish(access, sent, code, draft, date.orElse(null), errors);
            if (wish != null) {
                editor.tryOut(access, body, draft, total, day, year, errors, true);
            }
            if (wish != null && !errors.any()) {
                try {
                    var saved = editor.save(access, wish, Draft.text(sent, "key"));
                    return "redirect:/bodies/%s/rules/%s".formatted(body.code(), saved.rule());
                } catch (DomainException refusal) {
                    errors.add(Editor.fieldOf(refusal), refusal);
                }
            }
        }
        if (!saving && draft.document().isPresent()) {
            editor.tryOut(access, body, draft, total, day, year, errors, false)
                    .ifPresent(found -> model.addAttribute("calculation", found));
        }
        show(access, body, code, sent, draft, known, model);
        return errors.any() ? errors.again(PAGE, model, response) : PAGE;
    }

    /** Adds or takes away what a button says, or begins anew from a starter. */
    private static Draft changed(
            Draft draft,
            MultiValueMap<String, String> sent,
            String wanted,
            Known known,
            Numbers numbers) {
        if (wanted.equals("starter")) {
            var around = draft.document().orElseGet(() -> RuleDocument.of(new Rule.Equal()));
            return Draft.of(
                    Starters.within(around, Draft.text(sent, "starter"), known.members()), numbers);
        }
        if (draft.form().isEmpty() || draft.undecided()) {
            return draft;
        }
        var form = draft.form().get();
        var place = wanted.substring(wanted.indexOf(':') + 1);
        switch (wanted.substring(0, wanted.indexOf(':'))) {
            case "add" -> form.addRow(place);
            case "party" -> {
                var party = Draft.text(sent, "add:" + place).strip();
                if (!party.isEmpty()) form.addRow(place, party);
            }
            case "remove" -> form.remove(place);
            default -> {}
        }
        return Draft.of(form, numbers);
    }

    private @Nullable NewRuleVersion wish(
            Access access,
            MultiValueMap<String, String> sent,
            @Nullable String fixed,
            Draft draft,
            @Nullable LocalDate date,
            FormErrors errors) {
        var code = fixed == null ? Draft.text(sent, "code").strip() : fixed;
        if (code.isEmpty()) {
            errors.add("code", "rules.editor.missing.code");
        } else if (fixed == null && editor.taken(access, code)) {
            errors.add("code", "rules.editor.code-taken", code);
        }
        var ground = Draft.text(sent, "ground");
        var slash = ground.indexOf('/');
        if (slash < 1) {
            errors.add("ground", "rules.editor.missing.ground");
        }
        if (errors.any() || date == null || draft.document().isEmpty()) {
            return null;
        }
        try {
            return new NewRuleVersion(
                    code,
                    draft.text(),
                    date,
                    ground.substring(0, slash),
                    ground.substring(slash + 1));
        } catch (DomainException refusal) {
            var field = Editor.fieldOf(refusal);
            if ("code".equals(field)) {
                errors.add(field, "rules.editor.not-a-code", code);
            } else {
                errors.add(field, refusal);
            }
            return null;
        }
    }

    private String show(
            Access access,
            BodyEntry body,
            @Nullable String code,
            MultiValueMap<String, String> sent,
            Draft draft,
            Known known,
            Model model) {
        var nothing = new FormErrors();
        var day = editor.date(sent, nothing, false).orElseGet(() -> editor.today(body));
        draft.form().ifPresent(form -> form.complete(known.members(), known.indicators()));
        if (draft.document().isPresent()) {
            model.addAttribute("words", editor.words(access, body, draft.document().get()));
            if (!model.containsAttribute("calculation")) {
                var total = editor.total(sent, body, nothing);
                var year = editor.year(sent, known.year(), nothing);
                editor.tryOut(access, body, draft, total, day, year, nothing, false)
                        .ifPresent(found -> model.addAttribute("calculation", found));
            }
        }
        model.addAttribute("body", body);
        model.addAttribute("code", code);
        model.addAttribute("draft", draft);
        model.addAttribute("form", draft.form().orElse(null));
        model.addAttribute("known", known);
        model.addAttribute(
                "view",
                new EditorView(draft.form().orElse(null), known, sent, editor, body.currency()));
        return PAGE;
    }

    private static Numbers numbers(BodyEntry body, Locale locale) {
        return new Numbers(body.currency(), locale);
    }
}
