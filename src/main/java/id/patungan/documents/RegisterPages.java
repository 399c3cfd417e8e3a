package id.patungan.documents;

import id.patungan.documents.mail.MailException;
import id.patungan.documents.mail.Outbox;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.FormErrors;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The register: the list, a paper, and its file and data as they were frozen. */
@Controller
@RequestMapping("/bodies/{body}/papers")
class RegisterPages {

    private static final String CODE = "/{code:[A-Z0-9-]+}";

    private final Register register;
    private final PaperJson json;
    private final Outbox outbox;
    private final Parties parties;
    private final List<ReplacedPapers> replacing;

    RegisterPages(
            Register register,
            PaperJson json,
            Outbox outbox,
            Parties parties,
            List<ReplacedPapers> replacing) {
        this.register = register;
        this.json = json;
        this.outbox = outbox;
        this.parties = parties;
        this.replacing = List.copyOf(replacing);
    }

    @GetMapping
    String list(
            Access access,
            BodyEntry body,
            @RequestParam(required = false) @Nullable String series,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable String status,
            Model model) {
        var filter =
                new PaperFilter(given(series), year, given(party), null, status(given(status)));
        var all = register.list(access, new PaperFilter(null, null, null, null, null));
        model.addAttribute("body", body);
        model.addAttribute("papers", register.list(access, filter));
        model.addAttribute("filter", filter);
        model.addAttribute(
                "filtered", !filter.equals(new PaperFilter(null, null, null, null, null)));
        model.addAttribute(
                "kinds", all.stream().map(IssuedPaper::series).distinct().sorted().toList());
        model.addAttribute(
                "years",
                all.stream().map(one -> one.date().getYear()).distinct().sorted().toList());
        model.addAttribute("wholeBody", access.may(Action.READ_BOOKS));
        return "documents/papers";
    }

    @GetMapping(CODE)
    String one(Access access, BodyEntry body, @PathVariable String code, Model model) {
        return show(access, body, code, null, model);
    }

    /** Puts the paper into the outbox. */
    @PostMapping("/{code}/mail")
    String send(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam(required = false, defaultValue = "") String recipient,
            @RequestParam(required = false) @Nullable String again,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        try {
            outbox.send(access, code, recipient, again != null);
            return "redirect:/bodies/%s/papers/%s".formatted(body.code(), code);
        } catch (MailException refusal) {
            return FormErrors.of("recipient", refusal)
                    .again(show(access, body, code, recipient, model), model, response);
        }
    }

    private String show(
            Access access, BodyEntry body, String code, @Nullable String recipient, Model model) {
        var paper = register.get(access, code);
        model.addAttribute("body", body);
        model.addAttribute("paper", paper);
        model.addAttribute("mails", outbox.of(access, code));
        model.addAttribute("recipient", recipient == null ? address(access, paper) : recipient);
        model.addAttribute("mailReady", outbox.ready());
        model.addAttribute(
                "replaceable", replacing.stream().anyMatch(one -> one.replaced(paper.series())));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return "documents/paper";
    }

    private @Nullable String address(Access access, IssuedPaper paper) {
        var party = paper.party();
        return party == null
                ? null
                : parties.find(access, party).map(one -> one.contact().email()).orElse(null);
    }

    @GetMapping(CODE + ".pdf")
    ResponseEntity<byte[]> file(Access access, BodyEntry body, @PathVariable String code) {
        return download(
                "%s_%s.pdf".formatted(body.code(), code),
                MediaType.APPLICATION_PDF,
                register.file(access, code));
    }

    @GetMapping(CODE + ".json")
    ResponseEntity<byte[]> data(Access access, BodyEntry body, @PathVariable String code) {
        return download(
                "%s_%s.json".formatted(body.code(), code),
                MediaType.APPLICATION_JSON,
                json.indented(register.content(access, code)).getBytes(StandardCharsets.UTF_8));
    }

    static ResponseEntity<byte[]> download(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static IssuedPaper.@Nullable Status status(@Nullable String text) {
        if (text == null) return null;
        for (var status : IssuedPaper.Status.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(text)) return status;
        }
        throw DocumentsException.unknownStatus(text);
    }
}
