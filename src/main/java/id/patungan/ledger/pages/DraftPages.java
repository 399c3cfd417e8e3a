package id.patungan.ledger.pages;

import id.patungan.basics.DomainException;
import id.patungan.ledger.Books;
import id.patungan.ledger.Draft.State;
import id.patungan.ledger.Drafts;
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

import java.util.Locale;

/** Drafts: the list, each draft, and what is decided about it. */
@Controller
@RequestMapping("/bodies/{body}/drafts")
class DraftPages {

    private final Drafts drafts;
    private final Books books;
    private final PageModel page;
    private final LedgerWords words;

    DraftPages(Drafts drafts, Books books, PageModel page, LedgerWords words) {
        this.drafts = drafts;
        this.books = books;
        this.page = page;
        this.words = words;
    }

    @GetMapping
    String list(Access access, BodyEntry body, Locale locale, Model model) {
        access.require(Action.READ_BOOKS);
        page.fill(access, body, locale, model);
        model.addAttribute("drafts", drafts.open(access));
        return "ledger/drafts";
    }

    @GetMapping("/{draft:[0-9]{1,9}}")
    String draft(
            Access access, BodyEntry body, @PathVariable int draft, Locale locale, Model model) {
        model.addAttribute("errors", new FormErrors());
        model.addAttribute("reason", "");
        return show(access, body, draft, locale, model);
    }

    private String show(Access access, BodyEntry body, int id, Locale locale, Model model) {
        access.require(Action.READ_BOOKS);
        var draft = drafts.get(access, id);
        var state = draft.state();
        var mine = draft.preparedBy().equals(access.handle());
        var prepares = access.may(Action.PREPARE);
        var open = state == State.OPEN || state == State.REJECTED;
        page.fill(access, body, locale, model);
        model.addAttribute("draft", draft);
        model.addAttribute("debit", words.debit(draft.entry()));
        model.addAttribute(
                "may",
                new May(
                        prepares && (open || state == State.SUBMITTED || state == State.APPROVED),
                        prepares && state == State.OPEN,
                        access.may(Action.APPROVE) && state == State.SUBMITTED && !mine,
                        prepares
                                && (state == State.APPROVED
                                        || (open && !books.get(access.body()).approvalRequired())),
                        prepares && state != State.POSTED && state != State.WITHDRAWN));
        return "ledger/draft";
    }

    /** What the viewer may do with the draft as it is now. */
    public record May(
            boolean edit, boolean submit, boolean decide, boolean post, boolean withdraw) {}

    @PostMapping("/{draft:[0-9]{1,9}}")
    String decide(
            Access access,
            BodyEntry body,
            @PathVariable int draft,
            @RequestParam int version,
            @RequestParam("do") String wish,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var errors = new FormErrors();
        if (wish.equals("reject") && reason.isBlank()) {
            errors.add("reason", "drafts.reason.missing");
        } else {
            try {
                return "redirect:/bodies/"
                        + body.code()
                        + done(access, draft, version, wish, reason);
            } catch (DomainException refusal) {
                switch (refusal.kind()) {
                    case NOT_FOUND, FORBIDDEN -> throw refusal;
                    default -> errors.add(null, refusal);
                }
            }
        }
        model.addAttribute("reason", reason);
        show(access, body, draft, locale, model);
        return errors.again("ledger/draft", model, response);
    }

    private String done(Access access, int id, int version, String wish, String reason) {
        switch (wish) {
            case "submit" -> drafts.submit(access, id, version);
            case "approve" -> drafts.approve(access, id, version);
            case "reject" -> drafts.reject(access, id, version, reason);
            case "withdraw" -> {
                drafts.withdraw(access, id, version);
                return "/drafts";
            }
            case "post" -> {
                return "/journal/" + drafts.post(access, id, version).no();
            }
            default -> {
                // an unknown wish changes nothing
            }
        }
        return "/drafts/" + id;
    }
}
