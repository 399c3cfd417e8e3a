package id.patungan.contributions.pages;

import id.patungan.basics.DomainException;
import id.patungan.contributions.Assessment;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.ClaimPapers;
import id.patungan.contributions.ClaimWishes;
import id.patungan.contributions.Claims;
import id.patungan.contributions.NewClaim;
import id.patungan.contributions.letters.ClaimNotes;
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

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Credit notes, allowances, write-offs and recoveries: the form, the list, decision, undoing. */
@Controller
@RequestMapping("/bodies/{body}")
class ClaimPages {

    private final Claims claims;
    private final ClaimPapers papers;
    private final ClaimWishes wishes;
    private final Assessments assessments;
    private final ReversalForm reversals;
    private final ClaimNotes notes;

    ClaimPages(
            Claims claims,
            ClaimPapers papers,
            ClaimWishes wishes,
            Assessments assessments,
            ReversalForm reversals,
            ClaimNotes notes) {
        this.claims = claims;
        this.papers = papers;
        this.wishes = wishes;
        this.assessments = assessments;
        this.reversals = reversals;
        this.notes = notes;
    }

    @GetMapping("/claims")
    String list(Access access, BodyEntry body, Model model) {
        return shown(access, body, model);
    }

    private String shown(Access access, BodyEntry body, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("shown", papers.shown(access, null));
        actions(access, model);
        model.addAttribute("notes", notes.standing(access));
        return "contributions/claims";
    }

    /** What the list of papers about charges offers the viewer to do. */
    static void actions(Access access, Model model) {
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("mayApprove", access.may(Action.APPROVE));
        model.addAttribute("me", access.handle());
        model.addAttribute("claimKey", UUID.randomUUID().toString());
    }

    @GetMapping("/assessments/{code}/claims/new")
    String start(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> given,
            Locale locale,
            Model model) {
        access.require(Action.PREPARE);
        var form = reversals.started(body, locale);
        form.set("date", form.text("on"));
        for (var field : List.of("charge", "kind", "amount")) {
            form.set(field, Objects.requireNonNullElse(given.getFirst(field), ""));
        }
        return show(access, body, assessments.get(access, code), form, model);
    }

    @PostMapping("/assessments/{code}/claims/new")
    String send(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new Sent(new LinkedMultiValueMap<>(sent), body.currency(), locale);
        var assessment = assessments.get(access, code);
        var wish = read(form, code);
        if (wish.isPresent()) {
            try {
                var made = claims.take(access, wish.get(), form.text("key"));
                return "redirect:/bodies/%s/%s"
                        .formatted(
                                body.code(),
                                made.waiting() == null ? "assessments/" + code : "claims");
            } catch (DomainException refusal) {
                form.errors().add(field(refusal.code()), refusal);
            }
        }
        return form.errors().again(show(access, body, assessment, form, model), model, response);
    }

    private static @Nullable String field(String code) {
        return switch (code) {
            case "contributions.before-paper",
                    "contributions.before-undoing",
                    "contributions.claim-future",
                    "ledger.month-closed" ->
                    "date";
            case "contributions.no-such-claim" -> "charge";
            case "contributions.not-covered" -> "together";
            case "contributions.credit-too-much",
                    "contributions.allowance-too-much",
                    "contributions.release-too-much",
                    "contributions.write-off-too-much",
                    "contributions.recover-too-much",
                    "contributions.written-off",
                    "contributions.not-positive" ->
                    "amount";
            default -> null;
        };
    }

    private static Optional<NewClaim> read(Sent form, String assessment) {
        var kind =
                form.required("kind")
                        .flatMap(code -> form.value("kind", () -> NewClaim.Kind.of(code)));
        var charge = form.required("charge");
        if (charge.isPresent() && !charge.get().startsWith(assessment + "/")) {
            form.errors().add("charge", "refusal.contributions.no-such-claim", charge.get());
        }
        var date = form.date("date");
        var amount = form.amount("amount");
        var document = form.required("document");
        var reason = form.required("reason");
        if (form.errors().any()) return Optional.empty();
        return form.value(
                "reason",
                () ->
                        new NewClaim(
                                kind.orElseThrow(),
                                charge.orElseThrow(),
                                date.orElseThrow(),
                                amount.orElseThrow(),
                                form.text("together").equals("yes"),
                                document.orElseThrow(),
                                reason.orElseThrow()));
    }

    private String show(
            Access access, BodyEntry body, Assessment assessment, Sent form, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("waits", wishes.required(access));
        model.addAttribute("form", form);
        model.addAttribute("assessment", assessment);
        model.addAttribute(
                "charges",
                assessment.shares().stream()
                        .map(Assessment.Share::charge)
                        .filter(Objects::nonNull)
                        .toList());
        model.addAttribute("kinds", NewClaim.Kind.values());
        return "contributions/claim-new";
    }

    @PostMapping("/claims/wishes/{number:[0-9]{1,9}}/decision")
    String decide(
            Access access,
            BodyEntry body,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.APPROVE);
        var wanted = Objects.requireNonNullElse(sent.getFirst("do"), "");
        if (!wanted.equals("approve") && !wanted.equals("reject")) return back(body);
        try {
            wishes.decide(
                    access,
                    number,
                    wanted.equals("approve"),
                    sent.getFirst("decisionReason"),
                    Objects.requireNonNullElse(sent.getFirst("key"), ""));
            return back(body);
        } catch (DomainException refusal) {
            return refused(access, body, refusal, model, response);
        }
    }

    @PostMapping("/claims/wishes/{number:[0-9]{1,9}}/booking")
    String book(
            Access access,
            BodyEntry body,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        try {
            claims.book(access, number, Objects.requireNonNullElse(sent.getFirst("key"), ""));
            return back(body);
        } catch (DomainException refusal) {
            return refused(access, body, refusal, model, response);
        }
    }

    private String refused(
            Access access,
            BodyEntry body,
            DomainException refusal,
            Model model,
            HttpServletResponse response) {
        if (refusal.kind() == DomainException.Kind.NOT_FOUND
                || refusal.kind() == DomainException.Kind.FORBIDDEN) {
            throw refusal;
        }
        return FormErrors.of("decisionReason", refusal)
                .again(shown(access, body, model), model, response);
    }

    private static String back(BodyEntry body) {
        return "redirect:/bodies/%s/claims".formatted(body.code());
    }

    @GetMapping("/claims/{code}/reverse")
    String askToReverse(
            Access access, BodyEntry body, @PathVariable String code, Locale locale, Model model) {
        access.require(Action.PREPARE);
        return reversals.ask(body, target(access, body, code), locale, model);
    }

    @PostMapping("/claims/{code}/reverse")
    String reverse(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        return reversals.send(
                body,
                target(access, body, code),
                sent,
                locale,
                model,
                response,
                (on, reason, key) -> claims.reverse(access, code, on, reason, key));
    }

    private ReversalForm.Target target(Access access, BodyEntry body, String code) {
        return new ReversalForm.Target(
                "claim",
                papers.get(access, code).paper(),
                "assessments",
                "/bodies/%s/claims".formatted(body.code()),
                "/" + code + "/reverse");
    }
}
