package id.patungan.ledger;

import id.patungan.basics.BodyId;
import id.patungan.platform.Access;
import id.patungan.platform.Action;

import org.springframework.stereotype.Service;

import java.util.Comparator;
import java.util.List;

/** Runs the named list of checks over a book. Nothing is written. */
@Service
public class Checks {

    private final List<BookCheck> checks;
    private final PaperCheck papers;
    private final Journal journal;

    Checks(List<BookCheck> checks, PaperCheck papers, Journal journal) {
        this.checks = checks.stream().sorted(Comparator.comparing(BookCheck::name)).toList();
        this.papers = papers;
        this.journal = journal;
    }

    /** The names of all checks, in the order in which they run. */
    public List<String> names() {
        return checks.stream().map(BookCheck::name).toList();
    }

    /** Runs every check over the book as it is now; one that breaks down counts as failed. */
    public List<CheckResult> run(Access access) {
        access.require(Action.READ_BOOKS);
        var body = access.body();
        var head = journal.head(body);
        return checks.stream().map(check -> run(check, body, head.lastNo())).toList();
    }

    /**
     * Holds the heads that papers show against the book: a chain cut short or written anew since
     * they were made does not have them.
     *
     * @param printed of papers of this body
     */
    public CheckResult compare(Access access, List<PrintedHead> printed) {
        access.require(Action.READ_BOOKS);
        return papers.run(access.body(), printed);
    }

    // A book that was tampered with may hold what no code expects: that is a finding, not an error
    private static CheckResult run(BookCheck check, BodyId body, long knownAt) {
        try {
            return check.run(body, knownAt);
        } catch (RuntimeException e) {
            return new CheckResult(check.name(), 0, 1, List.of("The check broke down: " + e));
        }
    }
}
