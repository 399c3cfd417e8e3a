package id.patungan.contributions.paying;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.DomainException.Kind;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.SourceSum;
import id.patungan.contributions.UnitAccounts;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Who pays from where: the lines that hold, those of before, their units and sources. */
@Controller
@RequestMapping("/bodies/{body}/payment-lines")
class LinesPages {

    private static final String PAGE = "contributions/paying/lines";

    private final PaymentLines lines;
    private final UnitAccounts units;
    private final Contributions contributions;

    LinesPages(PaymentLines lines, UnitAccounts units, Contributions contributions) {
        this.lines = lines;
        this.units = units;
        this.contributions = contributions;
    }

    @GetMapping
    String page(
            Access access,
            BodyEntry body,
            @RequestParam(required = false) @Nullable String party,
            Model model) {
        var form =
                new LinesForm(new LinkedMultiValueMap<>())
                        .set("effectiveFrom", DateReader.typed(lines.today(access)));
        if (party != null) form.set("party", party);
        return show(access, body, form, model);
    }

    @PostMapping
    String add(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new LinesForm(new LinkedMultiValueMap<>(sent));
        var wish = form.wish();
        if (wish.isPresent()) {
            try {
                lines.add(access, wish.get(), form.text("key"));
                return back(body);
            } catch (DomainException refusal) {
                if (refusal.kind() == Kind.FORBIDDEN) throw refusal;
                form.errors().add(field(refusal.code()), refusal);
            }
        }
        return form.errors().again(show(access, body, form, model), model, response);
    }

    @PostMapping("/units")
    String addUnit(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new LinesForm(new LinkedMultiValueMap<>(sent));
        var party = form.required("unitParty");
        var code = form.required("unitCode");
        var name = form.required("unitName");
        if (!form.errors().any()) {
            try {
                lines.addUnit(access, party.orElseThrow(), code.orElseThrow(), name.orElseThrow());
                return back(body);
            } catch (DomainException refusal) {
                if (refusal.kind() == Kind.FORBIDDEN) throw refusal;
                form.errors().add(unitField(refusal.code()), refusal);
            }
        }
        return form.errors().again(show(access, body, form, model), model, response);
    }

    private static String back(BodyEntry body) {
        return "redirect:/bodies/%s/payment-lines".formatted(body.code());
    }

    private static String field(String code) {
        return switch (code) {
            case "paying.unknown-party" -> "party";
            case "paying.unknown-fund" -> "fund";
            default -> "unit-0";
        };
    }

    private static String unitField(String code) {
        return switch (code) {
            case "paying.unknown-party" -> "unitParty";
            case "paying.too-long" -> "unitName";
            default -> "unitCode";
        };
    }

    private String show(Access access, BodyEntry body, LinesForm form, Model model) {
        var versions = lines.versions(access, null);
        var parts = units.of(access, new UnitAccounts.Asked(null, null, null, null));
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("rows", LinesForm.ROWS);
        model.addAttribute("routes", Route.values());
        model.addAttribute("names", contributions.names(access));
        model.addAttribute("units", lines.units(access, null));
        var holding = holding(access, versions);
        model.addAttribute("holding", holding);
        model.addAttribute("versions", versions.size() > holding.size() ? versions : List.of());
        model.addAttribute("bySource", SourceSum.of(parts));
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return PAGE;
    }

    /** Of each party and fund what would divide a charge issued today. */
    private List<LinesVersion> holding(Access access, List<LinesVersion> versions) {
        var today = lines.today(access);
        var seen = new HashSet<String>();
        return versions.stream()
                .filter(one -> !one.effectiveFrom().isAfter(today))
                .sorted(LinesVersion.NEWEST_FIRST)
                .filter(one -> seen.add(one.party() + "/" + one.fund()))
                .toList();
    }
}
