package id.patungan.contributions.disputes;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.contributions.disputes.Dispute.Subject;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.OpenTo;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Disputes: the list, one with its thread and the next word, and the form for a new one. */
@Controller
@RequestMapping("/bodies/{body}")
class DisputePages {

    private static final String LIST = "contributions/disputes/list";
    private static final String ONE = "contributions/disputes/one";
    private static final String NEW = "contributions/disputes/new";

    private final Disputes disputes;
    private final Confirmations confirmations;

    DisputePages(Disputes disputes, Confirmations confirmations) {
        this.disputes = disputes;
        this.confirmations = confirmations;
    }

    @GetMapping("/disputes")
    String list(Access access, BodyEntry body, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("disputes", disputes.all(access));
        return LIST;
    }

    @GetMapping("/disputes/{number:[0-9]{1,9}}")
    String one(Access access, BodyEntry body, @PathVariable int number, Model model) {
        return shown(access, body, number, new DisputeForm(Map.of()), model);
    }

    /** The form to dispute a balance (its day), a charge or a line of the statement. */
    @GetMapping("/regions/{party}/disputes/new")
    String form(
            Access access,
            BodyEntry body,
            @PathVariable String party,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String charge,
            @RequestParam(defaultValue = "") String entry,
            Model model) {
        access.require(Action.READ_OWN);
        return asked(
                access,
                body,
                party,
                new DisputeForm(Map.of("asOf", asOf, "charge", charge, "entry", entry)),
                model);
    }

    @PostMapping("/regions/{party}/disputes")
    @OpenTo(Action.CONFIRM)
    String raise(
            Access access,
            BodyEntry body,
            @PathVariable String party,
            @RequestParam Map<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.CONFIRM);
        var form = new DisputeForm(sent);
        var reason = form.words("reason", NewDispute.LONGEST);
        var claimed = form.amount("claimed", body.currency(), locale);
        var day = form.dateOr("asOf", confirmations.today(access));
        if (!form.errors().any()) {
            try {
                var subject = subject(form);
                var raised =
                        disputes.raise(
                                access,
                                new NewDispute(
                                        party,
                                        subject,
                                        subject == Subject.BALANCE ? day : null,
                                        subject == Subject.CHARGE ? form.optional("charge") : null,
                                        subject == Subject.LINE ? entry(form) : null,
                                        claimed.orElse(null),
                                        reason.orElseThrow()),
                                form.text("key"));
                return "redirect:/bodies/%s/disputes/%d".formatted(body.code(), raised.number());
            } catch (AccessException notHere) {
                throw notHere;
            } catch (DomainException refused) {
                form.errors().add(field(refused), refused);
            }
        }
        return form.errors().again(asked(access, body, party, form, model), model, response);
    }

    private static @Nullable String field(DomainException refused) {
        return switch (refused.code()) {
            case "disputes.in-future", "disputes.not-a-day" -> "asOf";
            case "disputes.no-such-charge", "disputes.no-such-line" -> "about";
            default -> null;
        };
    }

    /** What is asked for: a line before a charge before the balance of a day. */
    private static Subject subject(DisputeForm form) {
        if (form.optional("entry") != null) return Subject.LINE;
        return form.optional("charge") == null ? Subject.BALANCE : Subject.CHARGE;
    }

    private static long entry(DisputeForm form) {
        var text = form.text("entry").strip();
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private String asked(
            Access access, BodyEntry body, String party, DisputeForm form, Model model) {
        var found = confirmations.within(access, party);
        var subject = subject(form);
        if (form.text("asOf").isBlank()) {
            form.set("asOf", DateReader.typed(confirmations.today(access)));
        }
        model.addAttribute("body", body);
        model.addAttribute("party", found);
        model.addAttribute("subject", subject);
        model.addAttribute("mayRaise", access.may(Action.CONFIRM, found.id()));
        model.addAttribute("form", form.set("key", UUID.randomUUID().toString()));
        return NEW;
    }

    /** The party's next word. */
    @PostMapping("/disputes/{number:[0-9]{1,9}}/reply")
    @OpenTo(Action.CONFIRM)
    String reply(
            Access access,
            BodyEntry body,
            @PathVariable int number,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.CONFIRM);
        var form = new DisputeForm(sent);
        var words = form.words("words", NewDispute.LONGEST);
        return said(
                access,
                body,
                number,
                form,
                model,
                response,
                () -> {
                    var key = form.text("key");
                    switch (form.text("do")) {
                        case "reply" -> disputes.reply(access, number, words.orElseThrow(), key);
                        case "withdraw" ->
                                disputes.withdraw(access, number, words.orElseThrow(), key);
                        default -> throw DisputesException.unknownAnswer(form.text("do"));
                    }
                });
    }

    /** The secretariat's next word. */
    @PostMapping("/disputes/{number:[0-9]{1,9}}/answer")
    String answer(
            Access access,
            BodyEntry body,
            @PathVariable int number,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new DisputeForm(sent);
        var words = form.words("words", NewDispute.LONGEST);
        return said(
                access,
                body,
                number,
                form,
                model,
                response,
                () -> {
                    var key = form.text("key");
                    switch (form.text("do")) {
                        case "accept" ->
                                disputes.accept(
                                        access,
                                        number,
                                        words.orElseThrow(),
                                        form.text("follows"),
                                        key);
                        case "reject" -> disputes.reject(access, number, words.orElseThrow(), key);
                        case "ask" -> disputes.ask(access, number, words.orElseThrow(), key);
                        default -> throw DisputesException.unknownAnswer(form.text("do"));
                    }
                });
    }

    private String said(
            Access access,
            BodyEntry body,
            int number,
            DisputeForm form,
            Model model,
            HttpServletResponse response,
            Runnable work) {
        disputes.get(access, number);
        if (!form.errors().any()) {
            try {
                work.run();
                return "redirect:/bodies/%s/disputes/%d".formatted(body.code(), number);
            } catch (AccessException notHere) {
                throw notHere;
            } catch (DomainException refused) {
                var follows =
                        List.of("follows").equals(refused.arguments().stream().limit(1).toList());
                form.errors().add(follows ? "follows" : null, refused);
            }
        }
        return form.errors().again(shown(access, body, number, form, model), model, response);
    }

    private String shown(Access access, BodyEntry body, int number, DisputeForm form, Model model) {
        var dispute = disputes.get(access, number);
        var own = confirmations.mayConfirm(access, dispute.party());
        var spoke =
                dispute.events().stream()
                        .anyMatch(one -> one.said().party() && one.by().equals(access.handle()));
        model.addAttribute("body", body);
        model.addAttribute("dispute", dispute);
        model.addAttribute("form", form.set("key", UUID.randomUUID().toString()));
        model.addAttribute("mayReply", own);
        model.addAttribute("mayAnswer", access.may(Action.PREPARE) && dispute.open() && !spoke);
        return ONE;
    }
}
