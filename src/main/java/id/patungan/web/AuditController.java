package id.patungan.web;

import id.patungan.platform.Access;
import id.patungan.platform.Audit;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.Viewer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;

/** The audit trails of a body and of the installation. */
@Controller
class AuditController {

    private static final String PAGE = "web/audit";

    private final Audit audit;
    private final Clock clock;

    AuditController(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/bodies/{body}/audit")
    String ofBody(
            Access access,
            BodyEntry body,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        model.addAttribute("events", audit.trail(access, before));
        model.addAttribute("zone", body.zone());
        model.addAttribute("place", body.name());
        return PAGE;
    }

    @GetMapping("/people/audit")
    String ofInstallation(
            Viewer viewer, @RequestParam(required = false) @Nullable Long before, Model model) {
        model.addAttribute("events", audit.installationTrail(viewer, before));
        model.addAttribute("zone", clock.getZone());
        return PAGE;
    }
}
