package id.patungan.ledger.pages;

import id.patungan.ledger.Book;
import id.patungan.ledger.Journal;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What every page of the ledger shows: the body, its currency, names for codes, what one may do.
 */
@Component
class PageModel {

    private final Journal journal;

    PageModel(Journal journal) {
        this.journal = journal;
    }

    /**
     * The first day shown where nobody asks for another: 1 January; for those who see single funds
     * the first day of the book, since a grant is accounted for as a whole.
     */
    static LocalDate firstDay(Access access, Book book, LocalDate last) {
        var year = last.withDayOfYear(1);
        return access.reach().everything() || book.firstOpen().isAfter(year)
                ? year
                : book.firstOpen();
    }

    LedgerNames fill(Access access, BodyEntry body, Locale locale, Model model) {
        var names = new LedgerNames(journal.names(access), locale);
        model.addAttribute("body", body);
        model.addAttribute("currency", body.currency());
        model.addAttribute("names", names);
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("mayReadBooks", access.may(Action.READ_BOOKS));
        model.addAttribute("mayList", Journal.mayList(access));
        return names;
    }
}
