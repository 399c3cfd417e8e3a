package id.patungan.documents;

import id.patungan.basics.InputException;
import id.patungan.documents.mail.Mail;
import id.patungan.documents.mail.Outbox;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** The register for programs. */
@RestController
@RequestMapping("/api/v1/bodies/{body}/papers")
class RegisterApi {

    private final Register register;
    private final Outbox outbox;

    RegisterApi(Register register, Outbox outbox) {
        this.register = register;
        this.outbox = outbox;
    }

    @GetMapping
    List<IssuedPaper> list(
            Access access,
            @RequestParam(required = false) @Nullable String series,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String status) {
        return register.list(
                access,
                new PaperFilter(series, year, party, subject, RegisterPages.status(status)));
    }

    @GetMapping("/{code}")
    IssuedPaper get(Access access, @PathVariable String code) {
        return register.get(access, code);
    }

    /** The PDF exactly as it was sent. */
    @GetMapping("/{code}/file")
    ResponseEntity<byte[]> file(Access access, BodyEntry body, @PathVariable String code) {
        return RegisterPages.download(
                "%s_%s.pdf".formatted(body.code(), code),
                MediaType.APPLICATION_PDF,
                register.file(access, code));
    }

    /** To whom a paper is sent; again, although it was sent before. */
    record Sending(@Nullable String recipient, boolean again) {}

    /** Puts a paper into the outbox; a paper is sent again only when that is asked for. */
    @PostMapping("/{code}/mail")
    Mail send(Access access, @PathVariable String code, @RequestBody Sending wish) {
        access.require(Action.PREPARE);
        var recipient = wish.recipient();
        if (recipient == null) throw new InputException("recipient", "is missing");
        return outbox.send(access, code, recipient, wish.again());
    }

    @GetMapping("/{code}/mail")
    List<Mail> mail(Access access, @PathVariable String code) {
        return outbox.of(access, code);
    }
}
