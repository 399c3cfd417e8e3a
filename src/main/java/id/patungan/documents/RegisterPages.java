package id.patungan.documents;

import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The register: the list, a paper, and its file and data as they were frozen. */
@Controller
@RequestMapping("/bodies/{body}/papers")
class RegisterPages {

    private static final String CODE = "/{code:[A-Z0-9-]+}";

    private final Register register;
    private final PaperJson json;

    RegisterPages(Register register, PaperJson json) {
        this.register = register;
        this.json = json;
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
        model.addAttribute("body", body);
        model.addAttribute("paper", register.get(access, code));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return "documents/paper";
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
