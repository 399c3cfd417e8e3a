package id.patungan.ledger.pages;

import id.patungan.ledger.Checks;
import id.patungan.ledger.Journal;
import id.patungan.ledger.PrintedHead;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.FormErrors;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

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
    private final ReentrantLock running = new ReentrantLock();

    CheckPages(Checks checks, Journal journal, PageModel page, Clock clock) {
        this.checks = checks;
        this.journal = journal;
        this.page = page;
        this.clock = clock;
    }

    /**
     * @param run whether to run them; one run at a time, since it may take minutes and posting
     *     needs the database too
     * @param paper the head that a paper shows, to be held against the book
     */
    @GetMapping
    String checks(
            Access access,
            BodyEntry body,
            @RequestParam(defaultValue = "false") boolean run,
            @RequestParam(defaultValue = "") String paper,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.READ_BOOKS);
        model.addAttribute("paper", paper);
        var errors = new FormErrors();
        if (!paper.isBlank()) {
            errors.read("paper", () -> PrintedHead.read(paper))
                    .map(head -> checks.compare(access, List.of(head)))
                    .ifPresent(held -> model.addAttribute("held", held));
        }
        if (run && !running.tryLock()) {
            model.addAttribute("busy", true);
        } else if (run) {
            try {
                run(access, model);
            } finally {
                running.unlock();
            }
        }
        var view = show(access, body, locale, model);
        return errors.any() ? errors.again(view, model, response) : view;
    }

    private void run(Access access, Model model) {
        var results = checks.run(access);
        model.addAttribute("results", results);
        model.addAttribute("failed", results.stream().filter(one -> !one.passed()).count());
        model.addAttribute("at", clock.instant());
    }

    private String show(Access access, BodyEntry body, Locale locale, Model model) {
        page.fill(access, body, locale, model);
        model.addAttribute("checks", checks.names());
        model.addAttribute("head", journal.head(access.body()));
        return "ledger/checks";
    }
}
