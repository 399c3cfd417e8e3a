package id.patungan.contributions.pages;

import id.patungan.basics.DomainException;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.IssuedDivisions;
import id.patungan.contributions.letters.LetterRuns;
import id.patungan.contributions.letters.Letters;
import id.patungan.contributions.letters.NewLetter;
import id.patungan.contributions.letters.PaymentAccounts;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.PaperFilter;
import id.patungan.documents.Register;
import id.patungan.documents.Workbooks;
import id.patungan.documents.mail.Outbox;
import id.patungan.parties.Parties;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The letters of an assessment: which charge has one, all missing ones at once, all as files. */
@Controller
@RequestMapping("/bodies/{body}/assessments/{code}/letters")
class LetterPages {

    private final LetterRuns runs;
    private final Register register;
    private final Contributions contributions;
    private final IssuedDivisions divisions;
    private final PaymentAccounts accounts;
    private final Outbox outbox;
    private final Parties parties;
    private final ReversalForm forms;
    private final Clock clock;

    LetterPages(
            LetterRuns runs,
            Register register,
            Contributions contributions,
            IssuedDivisions divisions,
            PaymentAccounts accounts,
            Outbox outbox,
            Parties parties,
            ReversalForm forms,
            Clock clock) {
        this.runs = runs;
        this.register = register;
        this.contributions = contributions;
        this.divisions = divisions;
        this.accounts = accounts;
        this.outbox = outbox;
        this.parties = parties;
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
                runs.start(access, code, wish.get(), form.text("key"));
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
            case "letters.far-date", "letters.before-assessment", "letters.before-receipt" -> "on";
            case "letters.unknown-language" -> "language";
            case "letters.copies" -> "copies";
            case "documents.no-reason" -> "reason";
            default -> null;
        };
    }

    private String show(Access access, BodyEntry body, String code, Sent form, Model model) {
        var division = divisions.get(access, code);
        var today = LocalDate.now(clock.withZone(body.zone()));
        var charges = contributions.chargesOf(access, code, today);
        var letters = standing(access, code);
        if (form.text("language").isEmpty()) form.set("language", "id");
        model.addAttribute("body", body);
        model.addAttribute("division", division);
        model.addAttribute("charges", charges);
        model.addAttribute("letters", letters);
        var sent = outbox.states(access);
        var addresses = addresses(access, letters);
        model.addAttribute("sent", sent);
        model.addAttribute("mailReady", outbox.ready());
        model.addAttribute(
                "unsent",
                letters.values().stream()
                        .filter(one -> addresses.containsKey(one.subject()))
                        .filter(one -> !sent.containsKey(one.code()))
                        .count());
        model.addAttribute("unaddressed", letters.size() - addresses.size());
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

    private Map<String, IssuedPaper> standing(Access access, String assessment) {
        return register
                .list(
                        access,
                        new PaperFilter(
                                Letters.SERIES, null, null, null, IssuedPaper.Status.ISSUED))
                .stream()
                .filter(paper -> paper.subject().startsWith(assessment + "/"))
                .collect(Collectors.toMap(IssuedPaper::subject, paper -> paper));
    }

    /**
     * Puts every letter that was not sent yet into the outbox, where its addressee has an address.
     */
    @PostMapping("/mail")
    String mail(Access access, BodyEntry body, @PathVariable String code) {
        access.require(Action.PREPARE);
        divisions.get(access, code);
        var letters = standing(access, code);
        var sent = outbox.states(access);
        var addresses = addresses(access, letters);
        for (var letter : letters.values()) {
            var address = addresses.get(letter.subject());
            if (address != null && !sent.containsKey(letter.code())) {
                outbox.send(access, letter.code(), address, false);
            }
        }
        return "redirect:/bodies/%s/assessments/%s/letters".formatted(body.code(), code);
    }

    /** The e-mail addresses of the addressees, by charge. */
    private Map<String, String> addresses(Access access, Map<String, IssuedPaper> letters) {
        var known =
                parties.byCodes(
                        access,
                        letters.values().stream()
                                .map(IssuedPaper::party)
                                .filter(Objects::nonNull)
                                .toList());
        var addresses = new TreeMap<String, String>();
        for (var letter : letters.values()) {
            var party = letter.party() == null ? null : known.get(letter.party());
            var email = party == null ? null : party.contact().email();
            if (email != null) addresses.put(letter.subject(), email);
        }
        return addresses;
    }

    /** All letters of the assessment that stand, as they were sent. */
    @GetMapping("/files.zip")
    ResponseEntity<byte[]> files(Access access, BodyEntry body, @PathVariable String code) {
        access.require(Action.READ_BOOKS);
        divisions.get(access, code);
        var files = new TreeMap<String, byte[]>();
        standing(access, code).values().stream()
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
