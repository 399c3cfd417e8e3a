package id.patungan.contributions.pages;

import id.patungan.basics.DomainException;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.arrears.Standings;
import id.patungan.contributions.letters.ClaimNotes;
import id.patungan.contributions.letters.Letters;
import id.patungan.contributions.letters.LettersException;
import id.patungan.contributions.letters.NewLetter;
import id.patungan.contributions.letters.ReceiptPapers;
import id.patungan.contributions.letters.ReplaceablePapers;
import id.patungan.contributions.letters.StandingNotes;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.Register;
import id.patungan.documents.ReplacedPapers;
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

import java.util.List;
import java.util.Locale;

/** What is done with one letter or receipt on paper: issued, replaced, withdrawn. */
@Controller
@RequestMapping("/bodies/{body}")
class PaperActionPages implements ReplacedPapers {

    private static final String PAGE = "contributions/paper-action";

    private final List<ReplaceablePapers> kinds;
    private final Letters letters;
    private final ReceiptPapers receiptPapers;
    private final ClaimNotes claimNotes;
    private final StandingNotes standingNotes;
    private final Standings standings;
    private final Receipts receipts;
    private final Register register;
    private final ReversalForm forms;

    PaperActionPages(
            List<ReplaceablePapers> kinds,
            Letters letters,
            ReceiptPapers receiptPapers,
            ClaimNotes claimNotes,
            StandingNotes standingNotes,
            Standings standings,
            Receipts receipts,
            Register register,
            ReversalForm forms) {
        this.kinds = kinds;
        this.letters = letters;
        this.receiptPapers = receiptPapers;
        this.claimNotes = claimNotes;
        this.standingNotes = standingNotes;
        this.standings = standings;
        this.receipts = receipts;
        this.register = register;
        this.forms = forms;
    }

    @Override
    public boolean replaced(String series) {
        return kinds.stream().anyMatch(kind -> kind.issues(series));
    }

    /** Does what the form asks for. */
    private interface Deed {
        IssuedPaper done();
    }

    /** Issues what the form asks for. */
    private interface Issue {
        IssuedPaper issued(NewLetter wish, String key);
    }

    @GetMapping("/receipts/{code}/paper")
    String askForReceipt(
            Access access, BodyEntry body, @PathVariable String code, Locale locale, Model model) {
        access.require(Action.PREPARE);
        receipts.get(access, code);
        return show(body, "receipt", code, forms.started(body, locale), model);
    }

    @PostMapping("/receipts/{code}/paper")
    String issueReceipt(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new Sent(new LinkedMultiValueMap<>(sent), body.currency(), locale);
        return issue(
                body,
                "receipt",
                code,
                form,
                model,
                response,
                (wish, key) -> receiptPapers.issue(access, code, wish, key));
    }

    @GetMapping("/claims/{code}/paper")
    String askForClaim(
            Access access, BodyEntry body, @PathVariable String code, Locale locale, Model model) {
        access.require(Action.PREPARE);
        claimNotes.of(access, code);
        return show(body, "claim", code, forms.started(body, locale), model);
    }

    @PostMapping("/claims/{code}/paper")
    String issueClaim(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        claimNotes.of(access, code);
        var form = new Sent(new LinkedMultiValueMap<>(sent), body.currency(), locale);
        return issue(
                body,
                "claim",
                code,
                form,
                model,
                response,
                (wish, key) -> claimNotes.issue(access, code, wish, key));
    }

    @GetMapping("/standing/{party}/steps/{number:[0-9]{1,9}}/paper")
    String askForStep(
            Access access,
            BodyEntry body,
            @PathVariable String party,
            @PathVariable int number,
            Locale locale,
            Model model) {
        access.require(Action.PREPARE);
        standings.decided(access, party, number);
        return show(body, "standing", step(party, number), forms.started(body, locale), model);
    }

    @PostMapping("/standing/{party}/steps/{number:[0-9]{1,9}}/paper")
    String issueStep(
            Access access,
            BodyEntry body,
            @PathVariable String party,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        standings.decided(access, party, number);
        var form = new Sent(new LinkedMultiValueMap<>(sent), body.currency(), locale);
        return issue(
                body,
                "standing",
                step(party, number),
                form,
                model,
                response,
                (wish, key) -> standingNotes.issue(access, party, number, wish, key));
    }

    /** The place of a step below the standings. */
    private static String step(String party, int number) {
        return "%s/steps/%d".formatted(party, number);
    }

    @GetMapping("/papers/{code}/replace")
    String askToReplace(
            Access access, BodyEntry body, @PathVariable String code, Locale locale, Model model) {
        access.require(Action.PREPARE);
        register.get(access, code);
        return show(body, "replace", code, forms.started(body, locale), model);
    }

    @PostMapping("/papers/{code}/replace")
    String replace(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var old = register.get(access, code);
        var form = new Sent(new LinkedMultiValueMap<>(sent), body.currency(), locale);
        return issue(
                body,
                "replace",
                code,
                form,
                model,
                response,
                (wish, key) ->
                        kind(old).replace(access, old.subject(), wish, form.text("reason"), key));
    }

    private ReplaceablePapers kind(IssuedPaper paper) {
        return kinds.stream()
                .filter(kind -> kind.issues(paper.series()))
                .findFirst()
                .orElseThrow(() -> LettersException.notReplaced(paper.code()));
    }

    @GetMapping("/papers/{code}/withdraw")
    String askToWithdraw(
            Access access, BodyEntry body, @PathVariable String code, Locale locale, Model model) {
        access.require(Action.PREPARE);
        register.get(access, code);
        return show(body, "withdraw", code, forms.started(body, locale), model);
    }

    @PostMapping("/papers/{code}/withdraw")
    String withdraw(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new Sent(new LinkedMultiValueMap<>(sent), body.currency(), locale);
        return send(
                body,
                "withdraw",
                code,
                form,
                model,
                response,
                () -> letters.withdraw(access, code, form.text("reason"), form.text("key")));
    }

    private static String issue(
            BodyEntry body,
            String what,
            String code,
            Sent form,
            Model model,
            HttpServletResponse response,
            Issue issue) {
        var wish = LetterPages.wish(form);
        return wish.isEmpty()
                ? form.errors().again(show(body, what, code, form, model), model, response)
                : send(
                        body,
                        what,
                        code,
                        form,
                        model,
                        response,
                        () -> issue.issued(wish.get(), form.text("key")));
    }

    private static String send(
            BodyEntry body,
            String what,
            String code,
            Sent form,
            Model model,
            HttpServletResponse response,
            Deed deed) {
        try {
            return "redirect:/bodies/%s/papers/%s".formatted(body.code(), deed.done().code());
        } catch (DomainException refusal) {
            form.errors().add(LetterPages.field(refusal), refusal);
            return form.errors().again(show(body, what, code, form, model), model, response);
        }
    }

    private static String show(BodyEntry body, String what, String code, Sent form, Model model) {
        if (form.text("language").isEmpty()) form.set("language", LetterPages.usual(body));
        model.addAttribute("body", body);
        model.addAttribute("what", what);
        model.addAttribute("code", code);
        model.addAttribute("form", form);
        var place =
                switch (what) {
                    case "receipt" -> "receipts";
                    case "claim" -> "claims";
                    case "standing" -> "standing";
                    default -> "papers";
                };
        model.addAttribute(
                "label", what.equals("standing") ? code.substring(0, code.indexOf('/')) : code);
        model.addAttribute("first", !place.equals("papers"));
        var below = "/bodies/%s/%s".formatted(body.code(), place);
        var about = below + "/" + code;
        model.addAttribute("address", about);
        model.addAttribute(
                "back",
                switch (what) {
                    case "claim" -> below;
                    case "standing" -> about.substring(0, about.indexOf("/steps/"));
                    default -> about;
                });
        return PAGE;
    }
}
