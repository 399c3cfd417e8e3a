package id.patungan.parties;

import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The pages of who signs a body's papers. */
@Controller
@RequestMapping("/bodies/{body}/signatories")
class SignatoryController {

    private static final String FORM = "parties/signatory-form";

    private final Signatories signatories;
    private final Clock clock;

    SignatoryController(Signatories signatories, Clock clock) {
        this.signatories = signatories;
        this.clock = clock;
    }

    @GetMapping
    String list(Access access, BodyEntry body, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("today", LocalDate.now(clock.withZone(body.zone())));
        model.addAttribute("signatories", signatories.all(access));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return "parties/signatories";
    }

    @GetMapping("/new")
    String form(Access access, BodyEntry body, Model model) {
        access.require(Action.PREPARE);
        model.addAttribute("form", Map.of());
        return shown(body, "", model);
    }

    @PostMapping
    String appoint(
            Access access,
            BodyEntry body,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form =
                new Form(sent)
                        .needs(
                                PartyField.ROLE,
                                PartyField.NAME,
                                PartyField.POSITION,
                                PartyField.FROM)
                        .dates(PartyField.FROM, PartyField.UNTIL);
        if (form.done(() -> signatories.appoint(access, wish(form, role(form))))) {
            return back(body);
        }
        shown(body, "", model);
        return form.again(FORM, model, response);
    }

    @GetMapping("/{role}/{from}")
    String edit(
            Access access,
            BodyEntry body,
            @PathVariable SignatoryRole role,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            Model model) {
        access.require(Action.PREPARE);
        var signatory = signatories.get(access, role, from);
        var until = signatory.period().until();
        var form = new HashMap<String, String>();
        form.put("name", signatory.name());
        form.put("nip", PartyController.orEmpty(signatory.nip()));
        form.put("position", signatory.position());
        form.put("from", from.toString());
        form.put("until", Words.written(until));
        model.addAttribute("form", form);
        model.addAttribute("signatory", signatory);
        return shown(body, "/" + role + "/" + from, model);
    }

    @PostMapping("/{role}/{from}")
    String change(
            Access access,
            BodyEntry body,
            @PathVariable SignatoryRole role,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var all = new HashMap<>(sent);
        all.put("from", from.toString());
        var form =
                new Form(all).needs(PartyField.NAME, PartyField.POSITION).dates(PartyField.UNTIL);
        if (form.done(() -> signatories.change(access, wish(form, role)))) {
            return back(body);
        }
        model.addAttribute("signatory", signatories.get(access, role, from));
        shown(body, "/" + role + "/" + from, model);
        return form.again(FORM, model, response);
    }

    private static SignatoryRole role(Form form) {
        return Words.word(PartyField.ROLE, form.text(PartyField.ROLE), SignatoryRole.class);
    }

    private static Signatory wish(Form form, SignatoryRole role) {
        return new Signatory(
                role,
                form.text(PartyField.NAME),
                form.text(PartyField.NIP),
                form.text(PartyField.POSITION),
                form.period());
    }

    private static String shown(BodyEntry body, String path, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("action", "/bodies/" + body.code() + "/signatories" + path);
        model.addAttribute("roles", SignatoryRole.values());
        return FORM;
    }

    private static String back(BodyEntry body) {
        return "redirect:/bodies/" + body.code() + "/signatories";
    }
}
