package id.patungan.web;

import id.patungan.basics.DomainException;
import id.patungan.platform.FormErrors;
import id.patungan.platform.People;
import id.patungan.platform.Viewer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own sign-in. */
@Controller
class AccountController {

    private static final String PAGE = "web/account";

    private final People people;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    AccountController(People people, FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.people = people;
        this.sessions = sessions;
    }

    @GetMapping("/account")
    String account(Viewer viewer, Model model) {
        model.addAttribute("person", viewer);
        return PAGE;
    }

    /** A new password ends every other session of the person. */
    @PostMapping("/account/password")
    String changePassword(
            Viewer viewer,
            @RequestParam String present,
            @RequestParam String wanted,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            people.changePassword(viewer, present, wanted);
        } catch (DomainException refused) {
            model.addAttribute("person", viewer);
            return FormErrors.of(
                            refused.code().equals("person.wrong-password") ? "present" : "wanted",
                            refused)
                    .again(PAGE, model, response);
        }
        var own = request.getSession(false);
        sessions.findByPrincipalName(viewer.handle()).keySet().stream()
                .filter(id -> own == null || !id.equals(own.getId()))
                .forEach(sessions::deleteById);
        return "redirect:/account?changed";
    }
}
