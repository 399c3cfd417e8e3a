package id.patungan.grants.iati;

import id.patungan.basics.DomainException;
import id.patungan.basics.InputException;
import id.patungan.grants.iati.IatiCode.OrganisationType;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The activity file of a body as page, as file and for programs, and what is entered for it. */
@Controller
@RequestMapping
class IatiPages {

    private static final String PAGE = "grants/iati";
    private static final String FORM = "grants/iati-award";

    private final IatiFiles files;

    IatiPages(IatiFiles files) {
        this.files = files;
    }

    @GetMapping("/bodies/{body}/iati")
    String page(Access access, BodyEntry body, Model model) {
        var form = IatiForm.of(files.publisher(access).orElse(null), UUID.randomUUID().toString());
        return show(access, body, form, model);
    }

    private String show(Access access, BodyEntry body, IatiForm form, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("publisher", files.publisher(access).orElse(null));
        model.addAttribute("lines", files.lines(access));
        model.addAttribute("form", form);
        model.addAttribute("types", types());
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("address", "/bodies/" + body.code() + "/iati");
        return PAGE;
    }

    private static List<String> types() {
        return Arrays.stream(OrganisationType.values())
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @PostMapping("/bodies/{body}/iati")
    String publish(
            Access access,
            BodyEntry body,
            IatiForm form,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var key = key(form.key());
        try {
            files.publish(access, form.publisher(), key);
            return "redirect:/bodies/" + body.code() + "/iati";
        } catch (DomainException refusal) {
            return FormErrors.of(field(refusal), refusal)
                    .again(show(access, body, form, model), model, response);
        }
    }

    @GetMapping("/bodies/{body}/iati/awards/{award}")
    String award(Access access, BodyEntry body, @PathVariable String award, Model model) {
        access.require(Action.PREPARE);
        var setting = files.setting(access, award).orElse(null);
        return show(body, award, IatiForm.of(setting, UUID.randomUUID().toString()), model);
    }

    private static String show(BodyEntry body, String award, IatiForm form, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("award", award);
        model.addAttribute("form", form);
        model.addAttribute("types", types());
        model.addAttribute("address", "/bodies/" + body.code() + "/iati");
        return FORM;
    }

    @PostMapping("/bodies/{body}/iati/awards/{award}")
    String publish(
            Access access,
            BodyEntry body,
            @PathVariable String award,
            IatiForm form,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var key = key(form.key());
        files.setting(access, award);
        try {
            files.publish(access, award, form.award(), key);
            return "redirect:/bodies/" + body.code() + "/iati";
        } catch (DomainException refusal) {
            return FormErrors.of(field(refusal), refusal)
                    .again(show(body, award, form, model), model, response);
        }
    }

    private static String key(@Nullable String key) {
        if (key == null || key.isBlank()) throw new InputException("key", "is missing");
        return key;
    }

    private static @Nullable String field(DomainException refusal) {
        var code = refusal.code();
        if (code.startsWith("awardpapers.iati.")) {
            return code.substring("awardpapers.iati.".length());
        }
        return refusal instanceof InputException
                ? String.valueOf(refusal.arguments().getFirst())
                : null;
    }

    @GetMapping("/bodies/{body}/iati.xml")
    ResponseEntity<byte[]> file(Access access, BodyEntry body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(body.code() + "_iati.xml")
                                .build()
                                .toString())
                .body(files.file(access));
    }

    @GetMapping("/api/v1/bodies/{body}/iati")
    ResponseEntity<byte[]> data(Access access) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(files.file(access));
    }

    @PostMapping("/api/v1/bodies/{body}/iati")
    @ResponseBody
    IatiPublisher set(
            Access access,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody IatiForm form) {
        access.require(Action.PREPARE);
        files.publish(access, form.publisher(), key);
        return form.publisher();
    }

    @PostMapping("/api/v1/bodies/{body}/iati/awards/{award}")
    @ResponseBody
    IatiAward set(
            Access access,
            @PathVariable String award,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody IatiForm form) {
        access.require(Action.PREPARE);
        files.publish(access, award, form.award(), key);
        return form.award();
    }
}
