package id.patungan.ledger.pages;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.ledger.Journal;
import id.patungan.ledger.Ledger;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.FormErrors;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** Undoing an entry by its mirror image: a date in an open month and a reason. */
@Controller
@RequestMapping("/bodies/{body}/journal/{number:[0-9]{1,18}}/reverse")
class ReversePages {

    private final Journal journal;
    private final Ledger ledger;
    private final PageModel page;
    private final LedgerWords words;
    private final Clock clock;

    ReversePages(Journal journal, Ledger ledger, PageModel page, LedgerWords words, Clock clock) {
        this.journal = journal;
        this.ledger = ledger;
        this.page = page;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String form(
            Access access, BodyEntry body, @PathVariable long number, Locale locale, Model model) {
        requireMayAsk(access);
        var today = LocalDate.now(clock.withZone(body.zone()));
        fill(access, body, number, locale, model);
        model.addAttribute("date", DateReader.typed(today));
        model.addAttribute("reason", "");
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("errors", new FormErrors());
        return "ledger/reverse";
    }

    @PostMapping
    String reverse(
            Access access,
            BodyEntry body,
            @PathVariable long number,
            @RequestParam String date,
            @RequestParam String reason,
            @RequestParam String key,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        requireMayAsk(access);
        var errors = new FormErrors();
        var on = errors.read("date", () -> DateReader.read(date));
        if (reason.isBlank()) {
            errors.add("reason", "reverse.reason.missing");
        }
        if (!errors.any() && on.isPresent()) {
            try {
                var reversal = ledger.reverse(access, number, on.get(), reason, "page:" + key);
                return "redirect:/bodies/" + body.code() + "/journal/" + reversal.no();
            } catch (DomainException refusal) {
                if (refusal.kind() == DomainException.Kind.NOT_FOUND) {
                    throw refusal;
                }
                errors.add(null, refusal);
            }
        }
        fill(access, body, number, locale, model);
        model.addAttribute("date", date);
        model.addAttribute("reason", reason);
        model.addAttribute("key", key);
        return errors.again("ledger/reverse", model, response);
    }

    private static void requireMayAsk(Access access) {
        if (!access.may(Action.APPROVE)) {
            access.require(Action.PREPARE);
        }
    }

    private void fill(Access access, BodyEntry body, long number, Locale locale, Model model) {
        var entry = journal.entry(access, number);
        page.fill(access, body, locale, model);
        model.addAttribute("entry", entry);
        model.addAttribute("debit", words.debit(entry));
        model.addAttribute("openFrom", journal.head(access.body()).closedThrough().plusDays(1));
    }
}
