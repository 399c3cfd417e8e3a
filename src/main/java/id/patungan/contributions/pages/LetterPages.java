package id.patungan.contributions.pages;

import id.patungan.basics.DomainException;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.IssuedDivisions;
import id.patungan.contributions.disputes.Disputes;
import id.patungan.contributions.letters.LetterMail;
import id.patungan.contributions.letters.LetterRuns;
import id.patungan.contributions.letters.NewLetter;
import id.patungan.contributions.letters.PaymentAccounts;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.Register;
import id.patungan.documents.Workbooks;
import id.patungan.documents.mail.Outbox;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import java.util.Optional;
import java.util.TreeMap;

/** The letters of an assessment: which charge has one, all missing ones at once, all as files. */
@Controller
@RequestMapping("/bodies/{body}/assessments/{code}/letters")
class LetterPages {

    private final LetterRuns runs;
    private final Register register;
    private final Contributions contributions;
    private final IssuedDivisions divisions;
    private final PaymentAccounts accounts;
    private final LetterMail mail;
    private final Outbox outbox;
    private final Disputes disputes;
    private final ReversalForm forms;
    private final Clock clock;

    LetterPages(
            LetterRuns runs,
            Register register,
            Contributions contributions,
            IssuedDivisions divisions,
            PaymentAccounts accounts,
            LetterMail mail,
            Outbox outbox,
            Disputes disputes,
            ReversalForm forms,
            Clock clock) {
        this.runs = runs;
        this.register = register;
        this.contributions = contributions;
        this.divisions = divisions;
        this.accounts = accounts;
        this.mail = mail;
        this.outbox = outbox;
        this.disputes = disputes;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    String list(
            Access access, BodyEntry body, @PathVariable String code, Locale locale, Model model) {
        access.require(Action.READ_BOOKS);
        return show(access, body, code, forms.started(body, locale), model);
    }

    @PostMapping
    String send(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new Sent(new LinkedMultiValueMap<>(sent), body.currency(), locale);
        var wish = wish(form);
        if (wish.isPresent()) {
            try {
                runs.start(
                        access, code, wish.get(), !form.text("mail").isEmpty(), form.text("key"));
                return "redirect:/bodies/%s/assessments/%s/letters".formatted(body.code(), code);
            } catch (DomainException refusal) {
                form.errors().add(field(refusal), refusal);
            }
        }
        return form.errors().again(show(access, body, code, form, model), model, response);
    }

    /** Date, language and copies of a form; what is wrong with them is noted in it. */
    static Optional<NewLetter> wish(Sent form) {
        var date = form.date("on");
        var language = form.value("language", () -> NewLetter.language(form.text("language")));
        if (form.errors().any()) return Optional.empty();
        return form.value(
                "copies",
                () ->
                        new NewLetter(
                                date.orElseThrow(),
                                language.orElseThrow(),
                                form.text("copies").lines().toList()));
    }

    /** The field that a refusal is about; null for the form as a whole. */
    static @Nullable String field(DomainException refusal) {
        return switch (refusal.code()) {
            case "letters.far-date",
                    "letters.before-assessment",
                    "letters.before-receipt",
                    "letters.before-claim" ->
                    "on";
            case "letters.unknown-language" -> "language";
            case "letters.copies" -> "copies";
            case "documents.no-reason" -> "reason";
            default -> null;
        };
    }

    /** Indonesian for a book in rupiah, English for any other; whoever issues it may choose. */
    static String usual(BodyEntry body) {
        return body.currency().getCurrencyCode().equals("IDR") ? "id" : "en";
    }

    private String show(Access access, BodyEntry body, String code, Sent form, Model model) {
        var division = divisions.get(access, code);
        var today = LocalDate.now(clock.withZone(body.zone()));
        var charges = contributions.chargesOf(access, code, today);
        var mailed = mail.of(access, code);
        var letters = mailed.letters();
        if (form.text("language").isEmpty()) form.set("language", usual(body));
        model.addAttribute("body", body);
        model.addAttribute("division", division);
        model.addAttribute("charges", charges);
        model.addAttribute("letters", letters);
        model.addAttribute("sent", mailed.states());
        model.addAttribute("disputes", disputes.ofCharges(access));
        model.addAttribute("mailReady", outbox.ready());
        model.addAttribute("unsent", mailed.unsent().size());
        model.addAttribute("unaddressed", mailed.unaddressed());
        model.addAttribute(
                "missing",
                charges.stream()
                        .filter(one -> one.open().minorUnits() > 0)
                        .filter(one -> !letters.containsKey(one.charge()))
                        .count());
        var all = runs.list(access, code);
        model.addAttribute("runs", all);
        model.addAttribute("working", all.stream().anyMatch(run -> run.finished() == null));
        model.addAttribute("accountMissing", accounts.all(access).isEmpty());
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("form", form);
        return "contributions/letters";
    }

    /**
     * Puts every letter that was not sent yet into the outbox, where its addressee has an address.
     */
    @PostMapping("/mail")
    String mail(Access access, BodyEntry body, @PathVariable String code) {
        access.require(Action.PREPARE);
        divisions.get(access, code);
        mail.sendUnsent(access, code);
        return "redirect:/bodies/%s/assessments/%s/letters".formatted(body.code(), code);
    }

    /** All letters of the assessment that stand, as they were sent. */
    @GetMapping("/files.zip")
    ResponseEntity<byte[]> files(Access access, BodyEntry body, @PathVariable String code) {
        access.require(Action.READ_BOOKS);
        divisions.get(access, code);
        var files = new TreeMap<String, byte[]>();
        mail.of(access, code).letters().values().stream()
                .map(IssuedPaper::code)
                .sorted()
                .forEach(one -> files.put(one + ".pdf", register.file(access, one)));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("%s_letters_%s.zip".formatted(body.code(), code))
                                .build()
                                .toString())
                .body(Workbooks.zip(files));
    }
}
