package id.patungan.ledger;

import id.patungan.basics.BodyId;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The heads that papers show are still in the chain. Not one of the checks of every night, since
 * the papers are with their readers: somebody brings one.
 */
@Component
class PaperCheck {

    static final String NAME = "papers-hold";

    private final Books books;
    private final CheckRepository rows;

    PaperCheck(Books books, CheckRepository rows) {
        this.books = books;
        this.rows = rows;
    }

    CheckResult run(BodyId body, List<PrintedHead> printed) {
        var hashes =
                rows.hashes(body, printed.stream().map(PrintedHead::entryNo).distinct().toList());
        hashes.put(0L, Chain.genesis(books.get(body).uid()));
        return CheckResult.of(
                NAME,
                printed.size(),
                printed.stream().flatMap(head -> finding(head, hashes)).toList());
    }

    private static Stream<String> finding(PrintedHead head, Map<Long, Hash> hashes) {
        var found = hashes.get(head.entryNo());
        if (found == null) {
            return Stream.of("Entry " + head.entryNo() + " stands on a paper and is gone");
        }
        return found.hex().startsWith(head.hash())
                ? Stream.empty()
                : Stream.of(
                        "Entry "
                                + head.entryNo()
                                + " stands on a paper with another hash: it was rewritten");
    }
}
