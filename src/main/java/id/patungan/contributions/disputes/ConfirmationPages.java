package id.patungan.contributions.disputes;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.ledger.Journal;
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

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** The balance of a party on a day, to be confirmed or disputed by its treasurer. */
@Controller
@RequestMapping("/bodies/{body}/regions/{party}/confirmation")
class ConfirmationPages {

    private static final String PAGE = "contributions/disputes/confirmation";
    private static final int LONGEST_CAPACITY = 120;

    private final Confirmations confirmations;
    private final Disputes disputes;
    private final Journal journal;

    ConfirmationPages(Confirmations confirmations, Disputes disputes, Journal journal) {
        this.confirmations = confirmations;
        this.disputes = disputes;
        this.journal = journal;
    }

    /** The balance; where no day is asked for, of the last day of the last year that is over. */
    @GetMapping
    String show(
            Access access,
            BodyEntry body,
            @PathVariable String party,
            @RequestParam(defaultValue = "") String asOf,
            Model model,
            HttpServletResponse response) {
        access.require(Action.READ_OWN);
        var form = new DisputeForm(Map.of("asOf", asOf));
        var day = form.dateOr("asOf", usual(access));
        var view = page(access, body, party, day, form, model);
        return form.errors().any() ? form.errors().again(view, model, response) : view;
    }

    @PostMapping
    @OpenTo(Action.CONFIRM)
    String confirm(
            Access access,
            BodyEntry body,
            @PathVariable String party,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.CONFIRM);
        var form = new DisputeForm(sent);
        var day = form.dateOr("asOf", usual(access));
        var capacity = form.words("capacity", LONGEST_CAPACITY);
        var balance = form.plain("balance", body.currency());
        if (balance.isEmpty() && !form.errors().any()) {
            form.errors().add(null, "disputes.no-balance");
        }
        if (!form.errors().any()) {
            try {
                confirmations.confirm(
                        access,
                        new NewConfirmation(
                                party, day, balance.orElseThrow(), capacity.orElseThrow()),
                        form.text("key"));
                return "redirect:/bodies/%s/regions/%s/confirmation?asOf=%s"
                        .formatted(body.code(), party, day);
            } catch (AccessException notHere) {
                throw notHere;
            } catch (DomainException refused) {
                form.errors().add(field(refused), refused);
            }
        }
        return form.errors().again(page(access, body, party, day, form, model), model, response);
    }

    private static @Nullable String field(DomainException refused) {
        return refused.code().equals("disputes.in-future") ? "asOf" : null;
    }

    private String page(
            Access access,
            BodyEntry body,
            String party,
            LocalDate day,
            DisputeForm form,
            Model model) {
        var shown = day.isAfter(confirmations.today(access)) ? usual(access) : day;
        if (!shown.equals(day) && !form.errors().any()) {
            form.errors().add("asOf", DisputesException.inFuture(day, confirmations.today(access)));
        }
        var balance = confirmations.balance(access, party, shown);
        model.addAttribute("body", body);
        model.addAttribute("balance", balance);
        model.addAttribute("form", form.set("key", UUID.randomUUID().toString()));
        model.addAttribute("asOf", form.text("asOf").isBlank() ? typed(shown) : form.text("asOf"));
        model.addAttribute("day", typed(shown));
        model.addAttribute(
                "compared",
                confirmations
                        .compared(access, balance.party(), shown, balance.knownAt(), null)
                        .filter(one -> one.confirmation().asOf().equals(shown))
                        .orElse(null));
        model.addAttribute("confirmations", confirmations.all(access, balance.party()));
        model.addAttribute(
                "disputes",
                disputes.openOf(access, balance.party(), shown, balance.knownAt(), null));
        model.addAttribute("charges", disputes.ofCharges(access));
        model.addAttribute("mayConfirm", confirmations.mayConfirm(access, balance.party()));
        return PAGE;
    }

    private LocalDate usual(Access access) {
        var day = journal.reportingDay(access, confirmations.today(access));
        return lastOfYear(day);
    }

    /** The last 31 December up to a day. */
    static LocalDate lastOfYear(LocalDate day) {
        var last = day.withMonth(12).withDayOfMonth(31);
        return last.isAfter(day) ? last.minusYears(1) : last;
    }

    private static String typed(LocalDate day) {
        return DateReader.typed(day);
    }
}
