package id.patungan.contributions.pages;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DomainException;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.NewPrepaymentUse;
import id.patungan.contributions.Receipt;
import id.patungan.contributions.Receipts;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Locale;
import java.util.Optional;

/** What follows from a receipt: its reversal, and what becomes of its prepayment. */
@Controller
@RequestMapping("/bodies/{body}/receipts/{code}")
class PrepaymentPages {

    private static final String USE = "contributions/prepayment";

    private final Receipts receipts;
    private final Contributions contributions;
    private final ReversalForm reversals;

    PrepaymentPages(Receipts receipts, Contributions contributions, ReversalForm reversals) {
        this.receipts = receipts;
        this.contributions = contributions;
        this.reversals = reversals;
    }

    @GetMapping("/reverse")
    String askToReverse(
            Access access, BodyEntry body, @PathVariable String code, Locale locale, Model model) {
        access.require(Action.PREPARE);
        return reversals.ask(body, receipt(access, body, code), locale, model);
    }

    @PostMapping("/reverse")
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
                receipt(access, body, code),
                sent,
                locale,
                model,
                response,
                (on, reason, key) -> receipts.reverse(access, code, on, reason, key));
    }

    private ReversalForm.Target receipt(Access access, BodyEntry body, String code) {
        var paper = receipts.get(access, code).paper();
        return new ReversalForm.Target(
                "receipt", paper, "receipts", address(body, code), "/reverse");
    }

    @GetMapping("/use")
    String startUse(
            Access access, BodyEntry body, @PathVariable String code, Locale locale, Model model) {
        access.require(Action.PREPARE);
        var form = reversals.started(body, locale);
        var receipt = receipts.get(access, code);
        form.set("date", form.text("on"));
        form.set("amount", Sent.plain(receipt.left().toDecimal()));
        form.set("kind", "applied");
        return use(access, body, receipt, form, model);
    }

    @PostMapping("/use")
    String use(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new Sent(new LinkedMultiValueMap<>(sent), body.currency(), locale);
        var date = form.date("date");
        var amount = form.amount("amount");
        var description = form.required("description");
        var refund = form.text("kind").equals("refunded");
        var target = form.required(refund ? "bank" : "charge");
        var bank =
                refund && target.isPresent()
                        ? form.value("bank", () -> new AccountCode(target.get()))
                        : Optional.<AccountCode>empty();
        if (!form.errors().any()) {
            try {
                receipts.usePrepayment(
                        access,
                        new NewPrepaymentUse(
                                code,
                                date.orElseThrow(),
                                amount.orElseThrow(),
                                refund ? null : target.orElseThrow(),
                                bank.orElse(null),
                                description.orElseThrow(),
                                null),
                        form.text("key"));
                return to(body, code);
            } catch (DomainException refusal) {
                form.errors().add(null, refusal);
            }
        }
        return form.errors()
                .again(use(access, body, receipts.get(access, code), form, model), model, response);
    }

    private String use(Access access, BodyEntry body, Receipt receipt, Sent form, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("receipt", receipt);
        model.addAttribute(
                "charges",
                contributions.openCharges(access, receipt.party()).stream()
                        .filter(charge -> charge.open().minorUnits() > 0)
                        .toList());
        model.addAttribute(
                "banks",
                contributions.names(access).accounts().stream()
                        .filter(named -> named.code().matches("11[12].*"))
                        .toList());
        return USE;
    }

    @GetMapping("/uses/{use}/reverse")
    String askToReverseUse(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @PathVariable String use,
            Locale locale,
            Model model) {
        access.require(Action.PREPARE);
        return reversals.ask(body, use(access, body, code, use), locale, model);
    }

    @PostMapping("/uses/{use}/reverse")
    String reverseUse(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @PathVariable String use,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        return reversals.send(
                body,
                use(access, body, code, use),
                sent,
                locale,
                model,
                response,
                (on, reason, key) -> receipts.reverseUse(access, use, on, reason, key));
    }

    private ReversalForm.Target use(Access access, BodyEntry body, String code, String use) {
        var paper =
                receipts.get(access, code).uses().stream()
                        .map(Receipt.Use::paper)
                        .filter(one -> one.code().equals(use))
                        .findFirst()
                        .orElseThrow(() -> AccessException.nothingHere(use));
        return new ReversalForm.Target(
                "use", paper, "receipts", address(body, code), "/uses/" + use + "/reverse");
    }

    private static String address(BodyEntry body, String code) {
        return "/bodies/%s/receipts/%s".formatted(body.code(), code);
    }

    private static String to(BodyEntry body, String code) {
        return "redirect:" + address(body, code);
    }
}
