package id.patungan.ledger;

import id.patungan.basics.BodyId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Every entry is what was hashed, and every hash is the one the next entry builds on: the contents
 * that SQL cannot prove, and the links once more.
 */
@Component
class ChainCheck implements BookCheck {

    private static final int CHUNK = 500;

    private final Books books;
    private final EntryRepository entries;
    private final CheckRepository rows;

    ChainCheck(Books books, EntryRepository entries, CheckRepository rows) {
        this.books = books;
        this.entries = entries;
        this.rows = rows;
    }

    @Override
    public String name() {
        return "chain-intact";
    }

    @Override
    public CheckResult run(BodyId body, long knownAt) {
        var run = new Run(books.get(body));
        for (var from = 1L; from <= knownAt; from += CHUNK) {
            run.take(from, Math.min(knownAt, from + CHUNK - 1));
        }
        run.compareHead(knownAt);
        return CheckResult.of(name(), knownAt, run.findings);
    }

    /** One walk along the chain. */
    private final class Run {

        private final Book book;
        private final List<String> findings = new ArrayList<>();
        private Hash previous;

        Run(Book book) {
            this.book = book;
            this.previous = Chain.genesis(book.uid());
        }

        void take(long from, long to) {
            var numbers = LongStream.rangeClosed(from, to).boxed().toList();
            var contents =
                    entries.entries(book.id(), numbers, to).stream()
                            .collect(Collectors.toMap(Entry::no, Function.identity()));
            for (var link : rows.links(book.id(), from, to)) {
                compare(link, contents.get(link.no()));
                previous = link.hash();
            }
        }

        private void compare(CheckRepository.Link link, @Nullable Entry entry) {
            if (!link.previous().equals(previous)) {
                findings.add("Entry " + link.no() + " does not build on the entry before it");
            }
            if (link.form() != CanonicalForm.VERSION) {
                findings.add("Entry " + link.no() + " has the unknown form " + link.form());
            } else if (entry == null
                    || !link.content()
                            .equals(
                                    CanonicalForm.hash(
                                            book.currency(), CanonicalForm.Content.of(entry)))) {
                findings.add(
                        "Entry " + link.no() + " is not what was posted: its content was changed");
            }
            var expected =
                    Chain.link(
                            link.previous(),
                            link.content(),
                            link.form(),
                            link.no(),
                            link.recordedAt(),
                            link.preparedBy(),
                            link.approvedBy());
            if (!link.hash().equals(expected)) {
                findings.add("Entry " + link.no() + " has a hash that its parts do not give");
            }
        }

        void compareHead(long knownAt) {
            var head = rows.headHash(book.id());
            if (head.no() == knownAt && !head.hash().equals(previous)) {
                findings.add("The head is not the hash of the last entry, " + knownAt);
            }
        }
    }
}
