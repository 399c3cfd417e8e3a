package id.patungan.parties;

import id.patungan.parties.AgreementText.Article;
import id.patungan.parties.AgreementText.OfficialNumber;
import id.patungan.parties.AgreementText.Signer;
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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pages of a body's agreements. Lists within the form are written one to a line. */
@Controller
@RequestMapping("/bodies/{body}/agreements")
class AgreementController {

    private static final String FORM = "parties/agreement-form";

    private final Agreements agreements;
    private final Parties parties;

    AgreementController(Agreements agreements, Parties parties) {
        this.agreements = agreements;
        this.parties = parties;
    }

    @GetMapping
    String list(Access access, BodyEntry body, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("agreements", agreements.all(access));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return "parties/agreements";
    }

    @GetMapping("/new")
    String form(Access access, BodyEntry body, Model model) {
        access.require(Action.PREPARE);
        model.addAttribute("form", Map.of("type", AgreementType.SKB.name()));
        return shown(access, body, "", model);
    }

    @GetMapping("/{code}")
    String one(Access access, BodyEntry body, @PathVariable String code, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("agreement", agreements.get(access, code));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return "parties/agreement";
    }

    @PostMapping
    String add(
            Access access,
            BodyEntry body,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form =
                new Form(sent)
                        .needs(PartyField.CODE, PartyField.TYPE, PartyField.SUBJECT)
                        .dates(PartyField.SIGNED_ON, PartyField.FROM, PartyField.UNTIL);
        var done =
                form.done(() ->
                        agreements.add(
                                access,
                                text(
                                        form,
                                        form.text(PartyField.CODE),
                                        Words.word(
                                                PartyField.TYPE,
                                                form.text(PartyField.TYPE),
                                                AgreementType.class),
                                        signers(form),
                                        numbers(form),
                                        articles(form))));
        if (done) {
            return one(body, form.text(PartyField.CODE).strip());
        }
        shown(access, body, "", model);
        return form.again(FORM, model, response);
    }

    @GetMapping("/{code}/edit")
    String edit(Access access, BodyEntry body, @PathVariable String code, Model model) {
        access.require(Action.PREPARE);
        var agreement = agreements.get(access, code);
        var text = agreement.text();
        var form = new HashMap<String, String>();
        form.put("subject", text.subject());
        form.put("signedOn", Words.written(text.signedOn()));
        form.put("from", Words.written(text.from()));
        form.put("until", Words.written(text.until()));
        form.put("documentRef", PartyController.orEmpty(text.documentRef()));
        form.put("note", PartyController.orEmpty(text.note()));
        model.addAttribute("form", form);
        model.addAttribute("agreement", agreement);
        return shown(access, body, "/" + code, model);
    }

    /** Corrects what may be corrected; articles typed here come after those that are there. */
    @PostMapping("/{code}")
    String change(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var agreement = agreements.get(access, code);
        var old = agreement.text();
        var form =
                new Form(sent)
                        .needs(PartyField.SUBJECT)
                        .dates(PartyField.SIGNED_ON, PartyField.FROM, PartyField.UNTIL);
        var done =
                form.done(() -> {
                    var all = new ArrayList<>(old.articles());
                    all.addAll(articles(form));
                    agreements.change(
                            access,
                            text(form, code, old.type(), old.signers(), old.numbers(), all));
                });
        if (done) {
            return one(body, code);
        }
        model.addAttribute("agreement", agreement);
        shown(access, body, "/" + code, model);
        return form.again(FORM, model, response);
    }

    private static AgreementText text(
            Form form,
            String code,
            AgreementType type,
            List<Signer> signers,
            List<OfficialNumber> numbers,
            List<Article> articles) {
        return new AgreementText(
                code,
                type,
                form.text(PartyField.SUBJECT),
                Words.dateOrNull(PartyField.SIGNED_ON, form.text(PartyField.SIGNED_ON)),
                Words.dateOrNull(PartyField.FROM, form.text(PartyField.FROM)),
                Words.dateOrNull(PartyField.UNTIL, form.text(PartyField.UNTIL)),
                form.text(PartyField.DOCUMENT_REF),
                form.text(PartyField.NOTE),
                signers,
                numbers,
                articles);
    }

    private static List<Signer> signers(Form form) {
        return lines(form, PartyField.SIGNERS).stream()
                .map(line -> new Signer(line.first(), line.second()))
                .toList();
    }

    private static List<OfficialNumber> numbers(Form form) {
        return lines(form, PartyField.NUMBERS).stream()
                .map(line -> new OfficialNumber(line.first(), line.second()))
                .toList();
    }

    private static List<Article> articles(Form form) {
        return lines(form, PartyField.ARTICLES).stream()
                .map(line ->
                        new Article(
                                line.first(),
                                Texts.required(PartyField.ARTICLES, line.second(), 4000)))
                .toList();
    }

    /** Lines of the form {@code first | second}. */
    private static List<Pair> lines(Form form, PartyField field) {
        return form.text(field)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> {
                    var bar = line.indexOf('|');
                    return bar < 0
                            ? new Pair(line.strip(), null)
                            : new Pair(
                                    line.substring(0, bar).strip(),
                                    line.substring(bar + 1).strip());
                })
                .toList();
    }

    private String shown(Access access, BodyEntry body, String path, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("action", "/bodies/" + body.code() + "/agreements" + path);
        model.addAttribute("types", AgreementType.values());
        model.addAttribute("parties", parties.list(access, "", null, 1).rows());
        return FORM;
    }

    private static String one(BodyEntry body, String code) {
        return "redirect:/bodies/" + body.code() + "/agreements/" + code;
    }

    private record Pair(String first, @Nullable String second) {}
}
