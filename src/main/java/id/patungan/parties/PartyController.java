package id.patungan.parties;

import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.Refusals;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The pages of a body's parties. */
@Controller
@RequestMapping("/bodies/{body}/parties")
class PartyController {

    private static final String FORM = "parties/party-form";
    private static final int ALL_REGIONS = 1000;

    private final Parties parties;
    private final Regions regions;
    private final PartyFiles files;
    private final Refusals refusals;

    PartyController(Parties parties, Regions regions, PartyFiles files, Refusals refusals) {
        this.parties = parties;
        this.regions = regions;
        this.files = files;
        this.refusals = refusals;
    }

    @GetMapping
    String list(
            Access access,
            BodyEntry body,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable PartyKind kind,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("body", body);
        model.addAttribute("list", parties.list(access, text, kind, page));
        model.addAttribute("text", text);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", PartyKind.values());
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return "parties/parties";
    }

    @GetMapping("/new")
    String form(Access access, BodyEntry body, Model model) {
        access.require(Action.PREPARE);
        model.addAttribute("form", Map.of());
        return shown(body, "", model);
    }

    @PostMapping
    String add(
            Access access,
            BodyEntry body,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new Form(sent).needs(PartyField.CODE, PartyField.KIND);
        var done =
                form.done(() ->
                        parties.add(
                                access,
                                new NewParty(
                                        form.text(PartyField.CODE),
                                        Words.word(
                                                PartyField.KIND,
                                                form.text(PartyField.KIND),
                                                PartyKind.class),
                                        form.text(PartyField.NAME),
                                        form.contact())));
        if (done) {
            return "redirect:/bodies/"
                    + body.code()
                    + "/parties/"
                    + form.text(PartyField.CODE).strip();
        }
        shown(body, "", model);
        return form.again(FORM, model, response);
    }

    @GetMapping("/{code}")
    String one(Access access, BodyEntry body, @PathVariable String code, Model model) {
        var party = parties.get(access, code);
        var contact = party.contact();
        var form = new HashMap<String, String>();
        form.put("name", party.name());
        form.put("addressee", orEmpty(contact.addressee()));
        form.put("address", orEmpty(contact.address()));
        form.put("email", orEmpty(contact.email()));
        form.put("note", orEmpty(contact.note()));
        model.addAttribute("form", form);
        model.addAttribute("party", party);
        model.addAttribute("region", regions.byCode(code).orElse(null));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return shown(body, "/" + code, model);
    }

    @PostMapping("/{code}")
    String change(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var party = parties.get(access, code);
        var form = new Form(sent);
        var name = party.kind() == PartyKind.REGION ? party.name() : form.text(PartyField.NAME);
        if (form.done(() -> parties.change(access, code, name, form.contact()))) {
            return "redirect:/bodies/" + body.code() + "/parties";
        }
        model.addAttribute("party", party);
        model.addAttribute("region", regions.byCode(code).orElse(null));
        model.addAttribute("mayPrepare", true);
        shown(body, "/" + code, model);
        return form.again(FORM, model, response);
    }

    @GetMapping("/import")
    String imported(Access access, BodyEntry body, Model model) {
        access.require(Action.PREPARE);
        return ImportPage.parties(body).shown(model);
    }

    @PostMapping("/import")
    String imported(
            Access access,
            BodyEntry body,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "check") String go,
            Model model,
            HttpServletResponse response)
            throws IOException {
        access.require(Action.PREPARE);
        var page = ImportPage.parties(body);
        try (var bytes = file.getInputStream()) {
            return page.answered(
                    findings ->
                            files.importParties(
                                    access,
                                    ImportPage.name(file),
                                    bytes,
                                    !go.equals("store"),
                                    findings),
                    refusals,
                    model,
                    response);
        }
    }

    private String shown(BodyEntry body, String path, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("action", "/bodies/" + body.code() + "/parties" + path);
        model.addAttribute("kinds", PartyKind.values());
        if (path.isEmpty()) {
            model.addAttribute("regions", regions.search("", ALL_REGIONS));
        }
        return FORM;
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
