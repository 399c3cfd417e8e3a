package id.patungan.contributions.entryexit;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.parties.Agreements;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Joinings and notices as recorded, and the form for a new one. */
@Controller
class ChangePages {

    private static final String PAGE = "contributions/entry-exit/changes";
    private static final String RECORD = "contributions/entry-exit/change";

    private final MembershipChanges changes;
    private final DuesByDays dues;
    private final DaySettlement settlement;
    private final Agreements agreements;
    private final Parties parties;
    private final Clock clock;

    ChangePages(
            MembershipChanges changes,
            DuesByDays dues,
            DaySettlement settlement,
            Agreements agreements,
            Parties parties,
            Clock clock) {
        this.changes = changes;
        this.dues = dues;
        this.settlement = settlement;
        this.agreements = agreements;
        this.parties = parties;
        this.clock = clock;
    }

    @GetMapping("/bodies/{body}/entry-exit/changes")
    String page(Access access, BodyEntry body, Model model) {
        access.require(Action.READ_BOOKS);
        var form =
                form().set("day", DateReader.typed(LocalDate.now(clock.withZone(body.zone()))))
                        .set("months", "0")
                        .set("liableYears", "0");
        return show(access, body, form, model);
    }

    @PostMapping("/bodies/{body}/entry-exit/changes")
    String record(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new EntryExitForm(new LinkedMultiValueMap<>(sent));
        var wish = form.change();
        if (wish.isPresent()) {
            try {
                var made = changes.record(access, wish.get(), form.text("key"));
                return "redirect:" + address(body, made.number());
            } catch (DomainException refusal) {
                form.errors()
                        .add(refusal.code().startsWith("rules.") ? "ground" : "party", refusal);
            }
        }
        return form.errors().again(show(access, body, form, model), model, response);
    }

    /** A record with what follows from it. */
    @GetMapping("/bodies/{body}/entry-exit/changes/{number:[0-9]{1,9}}")
    String one(Access access, BodyEntry body, @PathVariable int number, Model model) {
        access.require(Action.READ_BOOKS);
        return record(access, body, number, form(), model);
    }

    private static EntryExitForm form() {
        return new EntryExitForm(new LinkedMultiValueMap<>())
                .set("key", UUID.randomUUID().toString());
    }

    private String record(
            Access access, BodyEntry body, int number, EntryExitForm form, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("change", changes.get(access, number));
        model.addAttribute("dues", dues.of(access, number, null));
        model.addAttribute("parts", settlement.parts(access, number));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return RECORD;
    }

    @PostMapping("/bodies/{body}/entry-exit/changes/{number:[0-9]{1,9}}/withdrawal")
    String withdraw(
            Access access,
            BodyEntry body,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new EntryExitForm(new LinkedMultiValueMap<>(sent));
        var reason = form.said("reason");
        if (reason.isPresent()) {
            try {
                changes.withdraw(access, number, reason.get(), form.text("key"));
                return "redirect:" + address(body, number);
            } catch (DomainException refusal) {
                form.errors().add("reason", refusal);
            }
        }
        return form.errors().again(record(access, body, number, form, model), model, response);
    }

    private static String address(BodyEntry body, int number) {
        return "/bodies/%s/entry-exit/changes/%d".formatted(body.code(), number);
    }

    private String show(Access access, BodyEntry body, EntryExitForm form, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("changes", changes.all(access));
        model.addAttribute("agreements", agreements.all(access));
        model.addAttribute("parties", parties.list(access, "", null, 1).rows());
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return PAGE;
    }
}
