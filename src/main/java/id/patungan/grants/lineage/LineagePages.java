package id.patungan.grants.lineage;

import id.patungan.platform.Access;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Optional;

/** What became of an award's money, and what paid each cost. */
@Controller
class LineagePages {

    private final AwardLineages lineages;

    LineagePages(AwardLineages lineages) {
        this.lineages = lineages;
    }

    @GetMapping("/bodies/{body}/awards/{award}/lineage")
    String page(
            Access access,
            BodyEntry body,
            @PathVariable String award,
            @RequestParam(required = false) @Nullable String order,
            Model model) {
        var asked = Optional.ofNullable(order).flatMap(LineageOrder::of).orElse(null);
        model.addAttribute("body", body);
        model.addAttribute("view", lineages.of(access, award, asked));
        model.addAttribute("orders", LineageOrder.values());
        return "grants/lineage/lineage";
    }
}
