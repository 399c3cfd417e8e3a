package id.patungan.contributions.arrears;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.DomainException.Kind;
import id.patungan.contributions.disputes.Disputes;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.PaperFilter;
import id.patungan.documents.Register;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.FormErrors;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The standing of members: the list, each with its reasons and history, the steps. */
@Controller
@RequestMapping("/bodies/{body}/standing")
class StandingPages {

    private static final String LIST = "contributions/arrears/standings";
    private static final String PAGE = "contributions/arrears/standing";

    private final Standings standings;
    private final StandingDecisions decisions;
    private final ArrearsPolicies policies;
    private final Disputes disputes;
    private final Register register;
    private final Clock clock;

    StandingPages(
            Standings standings,
            StandingDecisions decisions,
            ArrearsPolicies policies,
            Disputes disputes,
            Register register,
            Clock clock) {
        this.standings = standings;
        this.decisions = decisions;
        this.policies = policies;
        this.disputes = disputes;
        this.register = register;
        this.clock = clock;
    }

    @GetMapping
    String list(
            Access access,
            BodyEntry body,
            @RequestParam(required = false) @Nullable String asOf,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("body", body);
        model.addAttribute("all", access.may(Action.READ_BOOKS));
        try {
            var day = Days.asked(asOf, today(body));
            model.addAttribute("asOf", DateReader.typed(day));
            model.addAttribute("members", standings.all(access, day));
            model.addAttribute("policy", policies.inForce(access, day).orElse(null));
            return LIST;
        } catch (ArrearsException refusal) {
            model.addAttribute("asOf", asOf == null ? "" : asOf);
            model.addAttribute("members", List.of());
            model.addAttribute("policy", null);
            return FormErrors.of("asOf", refusal).again(LIST, model, response);
        }
    }

    @GetMapping("/{party}")
    String one(
            Access access,
            BodyEntry body,
            @PathVariable String party,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "") String document,
            Model model) {
        var day = Days.asked(asOf, today(body));
        var form =
                new StandingForm(new LinkedMultiValueMap<>())
                        .set("on", DateReader.typed(day))
                        .set("document", document);
        return show(access, body, party, day, form, model);
    }

    @PostMapping("/{party}/steps")
    String prepare(
            Access access,
            BodyEntry body,
            @PathVariable String party,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new StandingForm(new LinkedMultiValueMap<>(sent));
        var wish = form.step(party);
        if (wish.isPresent()) {
            try {
                decisions.prepare(access, wish.get(), form.text("key"));
                return back(body, party);
            } catch (DomainException refusal) {
                if (refusal.kind() == Kind.NOT_FOUND) throw refusal;
                form.errors().add("on", refusal);
            }
        }
        return again(access, body, party, form, model, response);
    }

    @PostMapping("/{party}/steps/{number:[0-9]{1,9}}/decision")
    String decide(
            Access access,
            BodyEntry body,
            @PathVariable String party,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.APPROVE);
        var form = new StandingForm(new LinkedMultiValueMap<>(sent));
        var wish = form.text("do");
        if (!wish.equals("approve") && !wish.equals("reject")) return back(body, party);
        try {
            decisions.decide(
                    access,
                    number,
                    wish.equals("approve"),
                    form.text("decisionReason"),
                    form.text("key"));
            return back(body, party);
        } catch (DomainException refusal) {
            if (refusal.kind() == Kind.NOT_FOUND || refusal.kind() == Kind.FORBIDDEN) throw refusal;
            form.errors().add("decisionReason", refusal);
            return again(access, body, party, form, model, response);
        }
    }

    private String again(
            Access access,
            BodyEntry body,
            String party,
            StandingForm form,
            Model model,
            HttpServletResponse response) {
        var view = show(access, body, party, today(body), form, model);
        return form.errors().again(view, model, response);
    }

    private static String back(BodyEntry body, String party) {
        return "redirect:/bodies/%s/standing/%s".formatted(body.code(), party);
    }

    private String show(
            Access access,
            BodyEntry body,
            String party,
            LocalDate day,
            StandingForm form,
            Model model) {
        var member = standings.of(access, party, day);
        var waiting = member.waiting().orElse(null);
        model.addAttribute("body", body);
        model.addAttribute("member", member);
        model.addAttribute("asOf", day);
        model.addAttribute("policy", policies.inForce(access, day).orElse(null));
        model.addAttribute("waiting", waiting);
        model.addAttribute("disputes", disputes.ofCharges(access));
        model.addAttribute(
                "letters",
                register
                        .list(
                                access,
                                new PaperFilter(
                                        StandingStep.PAPER_SERIES,
                                        null,
                                        member.party(),
                                        null,
                                        IssuedPaper.Status.ISSUED))
                        .stream()
                        .collect(Collectors.toMap(IssuedPaper::subject, Function.identity())));
        model.addAttribute("form", form);
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("mayIssue", access.may(Action.PREPARE));
        model.addAttribute(
                "mayPrepare",
                access.may(Action.PREPARE)
                        && waiting == null
                        && member.standing().proposal() != null);
        model.addAttribute(
                "mayDecide",
                waiting != null
                        && access.may(Action.APPROVE)
                        && !waiting.preparedBy().equals(access.handle()));
        return PAGE;
    }

    private LocalDate today(BodyEntry body) {
        return LocalDate.now(clock.withZone(body.zone()));
    }
}
