package id.patungan.parties;

import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.HashMap;
import java.util.Map;

/** The settings of a body: names and letterhead. */
@Controller
@RequestMapping("/bodies/{body}/settings")
class BodyController {

    private static final String FORM = "parties/settings";

    private final Bodies bodies;

    BodyController(Bodies bodies) {
        this.bodies = bodies;
    }

    @GetMapping
    String form(Access access, BodyEntry entry, Model model) {
        access.require(Action.READ_BOOKS);
        var body = bodies.get(access);
        model.addAttribute("form", written(body.profile()));
        return shown(access, entry, body, model);
    }

    @PostMapping
    String change(
            Access access,
            BodyEntry entry,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var body = bodies.get(access);
        var form = new Form(sent).needs(PartyField.NAME);
        if (form.done(() -> bodies.change(access, profile(form)))) {
            return "redirect:/bodies/" + entry.code() + "/settings?saved=true";
        }
        shown(access, entry, body, model);
        return form.again(FORM, model, response);
    }

    private static Profile profile(Form form) {
        var note = form.text(PartyField.SAMPLE_NOTE);
        var noteEn = form.text(PartyField.SAMPLE_NOTE_EN);
        return new Profile(
                form.text(PartyField.NAME),
                form.text(PartyField.NAME_EN),
                form.text(PartyField.LEGAL_FORM),
                new Letterhead(
                        form.text(PartyField.LETTERHEAD),
                        form.text(PartyField.ADDRESS),
                        form.text(PartyField.PLACE),
                        form.text(PartyField.PHONE),
                        form.text(PartyField.EMAIL),
                        form.text(PartyField.WEBSITE)),
                note.isBlank() && noteEn.isBlank() ? null : new Sample(note, noteEn));
    }

    private static Map<String, String> written(Profile profile) {
        var head = profile.letterhead();
        var sample = profile.sample();
        var form = new HashMap<String, String>();
        form.put("name", profile.name());
        form.put("nameEn", PartyController.orEmpty(profile.nameEn()));
        form.put("legalForm", PartyController.orEmpty(profile.legalForm()));
        form.put("letterhead", PartyController.orEmpty(head.line()));
        form.put("address", PartyController.orEmpty(head.address()));
        form.put("place", PartyController.orEmpty(head.place()));
        form.put("phone", PartyController.orEmpty(head.phone()));
        form.put("email", PartyController.orEmpty(head.email()));
        form.put("website", PartyController.orEmpty(head.website()));
        form.put("sampleNote", sample == null ? "" : sample.note());
        form.put("sampleNoteEn", sample == null ? "" : sample.noteEn());
        return form;
    }

    private static String shown(Access access, BodyEntry entry, Body body, Model model) {
        model.addAttribute("body", entry);
        model.addAttribute("whole", body);
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return FORM;
    }
}
