package id.patungan.web;

import id.patungan.platform.Access;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.Viewer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import java.util.List;
import java.util.Locale;

/** Where one arrives: the bodies one belongs to, and the home page of a body. */
@Controller
class HomeController {

    private final CurrentViewer current;
    private final HomeCards cards;

    HomeController(CurrentViewer current, HomeCards cards) {
        this.current = current;
        this.cards = cards;
    }

    @GetMapping("/")
    String root() {
        return "redirect:/home";
    }

    @GetMapping("/home")
    String home(Viewer viewer, Model model) {
        var bodies = current.bodiesOf(viewer);
        if (bodies.size() == 1) {
            return "redirect:/bodies/" + bodies.getFirst().code();
        }
        if (bodies.isEmpty() && viewer.administers()) {
            return "redirect:/people";
        }
        model.addAttribute(
                "bodies",
                bodies.stream().map(body -> new Membership(body, roles(viewer, body))).toList());
        return "web/home";
    }

    @GetMapping("/bodies/{body}")
    String body(
            Access access,
            BodyEntry body,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("body", body);
        model.addAttribute("roles", roles(access.viewer(), body));
        model.addAttribute("cards", cards.rendered(access, locale, request, response));
        return "web/body";
    }

    private static List<String> roles(Viewer viewer, BodyEntry body) {
        return viewer.permissions().stream()
                .filter(permission -> body.id().equals(permission.body()))
                .map(permission -> permission.role().name())
                .distinct()
                .toList();
    }

    /** A body with the roles that the viewer has there. */
    record Membership(BodyEntry body, List<String> roles) {}
}
