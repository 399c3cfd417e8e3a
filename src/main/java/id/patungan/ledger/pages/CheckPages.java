package id.patungan.ledger.pages;

import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
import id.patungan.ledger.Journal;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.util.Locale;

/**
 * The named checks of a book, for those who may read all of it: what each proves, and on demand
 * what it finds. A run reads every entry, so that it is asked for and does not come with the page.
 */
@Controller
@RequestMapping("/bodies/{body}/checks")
class CheckPages {

    private final Checks checks;
    private final Journal journal;
    private final PageModel page;
    private final Clock clock;

    CheckPages(Checks checks, Journal journal, PageModel page, Clock clock) {
        this.checks = checks;
        this.journal = journal;
        this.page = page;
        this.clock = clock;
    }

    @GetMapping
    String checks(
            Access access,
            BodyEntry body,
            @RequestParam(defaultValue = "false") boolean run,
            Locale locale,
            Model model) {
        access.require(Action.READ_BOOKS);
        page.fill(access, body, locale, model);
        model.addAttribute("names", checks.names());
        model.addAttribute("head", journal.head(access.body()));
        if (run) {
            var results = checks.run(access);
            model.addAttribute("results", results);
            model.addAttribute("failed", results.stream().filter(one -> !one.passed()).count());
            model.addAttribute("examined", results.stream().mapToLong(CheckResult::examined).sum());
            model.addAttribute("at", clock.instant());
        }
        return "ledger/checks";
    }
}
