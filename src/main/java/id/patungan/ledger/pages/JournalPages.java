package id.patungan.ledger.pages;

import id.patungan.ledger.Entry;
import id.patungan.ledger.Filter;
import id.patungan.ledger.Journal;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.Line;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import java.io.IOException;
import java.util.Locale;

/** The journal as a list with filters, its exports, and single entries. */
@Controller
@RequestMapping("/bodies/{body}")
class JournalPages {

    private final Journal journal;
    private final Ledger ledger;
    private final JournalExport export;
    private final PageModel page;
    private final LedgerWords words;

    JournalPages(
            Journal journal,
            Ledger ledger,
            JournalExport export,
            PageModel page,
            LedgerWords words) {
        this.journal = journal;
        this.ledger = ledger;
        this.export = export;
        this.page = page;
        this.words = words;
    }

    @GetMapping("/journal")
    String list(Access access, BodyEntry body, FilterForm form, Locale locale, Model model) {
        var reading = form.read(body.currency());
        var found = journal.entries(access, reading.filter());
        page.fill(access, body, locale, model);
        var path = "/bodies/" + body.code() + "/journal";
        model.addAttribute("page", found);
        model.addAttribute("filter", form);
        model.addAttribute("ofLines", reading.filter().ofLines());
        model.addAttribute("chips", form.chips(path, reading.problems()));
        model.addAttribute("csv", form.address(path + ".csv"));
        model.addAttribute("json", form.address(path + ".json"));
        model.addAttribute("pager", Pager.of(form.address(path), found.page(), found.pages()));
        return "ledger/journal";
    }

    @GetMapping("/journal.csv")
    void csv(Access access, BodyEntry body, FilterForm form, HttpServletResponse response)
            throws IOException {
        var filter = readable(access, body, form, response, "csv", "text/csv;charset=UTF-8");
        export.csv(access, body, filter, response.getOutputStream());
    }

    @GetMapping("/journal.json")
    void json(Access access, BodyEntry body, FilterForm form, HttpServletResponse response)
            throws IOException {
        var filter = readable(access, body, form, response, "json", "application/json");
        export.json(access, body, filter, response.getOutputStream());
    }

    /** Fixes the entry up to which is read, checks the access, and names the file after both. */
    private Filter readable(
            Access access,
            BodyEntry body,
            FilterForm form,
            HttpServletResponse response,
            String format,
            String type) {
        var filter = form.read(body.currency()).filter();
        var known = journal.entries(access, filter.paged(1, 1)).knownAt();
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("%s_journal_%06d.%s".formatted(body.code(), known, format))
                        .build()
                        .toString());
        return filter.known(known);
    }

    @GetMapping("/journal/{number:[0-9]{1,18}}")
    String entry(
            Access access, BodyEntry body, @PathVariable long number, Locale locale, Model model) {
        var entry = journal.entry(access, number);
        page.fill(access, body, locale, model);
        var proof = journal.proof(access, number);
        model.addAttribute("entry", entry);
        model.addAttribute("proof", proof);
        model.addAttribute("mayAsk", access.may(Action.PREPARE) || access.may(Action.APPROVE));
        model.addAttribute("undoing", ledger.undoing(access, entry));
        model.addAttribute("partial", entry.lines().size() < proof.lines());
        model.addAttribute("debit", words.debit(entry));
        model.addAttribute("credit", Math.negateExact(signed(entry) - words.debit(entry)));
        return "ledger/entry";
    }

    private static long signed(Entry entry) {
        return entry.lines().stream().mapToLong(Line::amount).reduce(0, Math::addExact);
    }
}
