package id.patungan.ledger;

import id.patungan.ledger.EntryRepository.LineRow;
import id.patungan.ledger.EntryRepository.Row;
import id.patungan.ledger.EntryRepository.Twin;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Appends entries to a locked book: what is there under its source key is returned, the rest is
 * written beyond the head and sealed by one move of it. Everything read here is read after the
 * lock, so that a retry starts from what others committed meanwhile.
 */
@Component
class EntryWriter {

    private final EntryRepository entries;
    private final BookRepository heads;
    private final Books books;
    private final Anchors anchors;
    private final EntryRules rules;
    private final Clock clock;

    EntryWriter(
            EntryRepository entries,
            BookRepository heads,
            Books books,
            Anchors anchors,
            EntryRules rules,
            Clock clock) {
        this.entries = entries;
        this.heads = heads;
        this.books = books;
        this.anchors = anchors;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The entries, in the order asked; to be called inside {@link Books#write}.
     *
     * @throws LedgerException if one of them is refused; then none is posted, and the transaction
     *     must end
     */
    List<Entry> append(List<Asked> asked, String preparedBy, @Nullable String approvedBy) {
        var locked = books.locked();
        var head = locked.head();
        requireDistinct(asked);
        var twins =
                entries.twins(
                        locked.body(),
                        head.lastNo(),
                        asked.stream().map(one -> one.content().sourceKey()).toList());
        var rows = new ArrayList<Row>(asked.size());
        var chart = books.chart();
        var no = head.lastNo();
        var previous = head.hash();
        var rule = rules.asking(locked.body());
        var recordedAt = later(Utc.of(clock.instant()), head.lastRecordedAt());
        for (var one : asked) {
            var twin = twins.get(one.content().sourceKey());
            if (twin != null) {
                requireSame(one, twin);
                continue;
            }
            requirePostable(locked, one);
            rule.accept(one);
            no++;
            var hash =
                    Chain.link(
                            previous,
                            one.contentHash(),
                            CanonicalForm.VERSION,
                            no,
                            recordedAt,
                            preparedBy,
                            approvedBy);
            rows.add(
                    new Row(
                            no,
                            recordedAt,
                            one.content(),
                            preparedBy,
                            approvedBy,
                            one.contentHash(),
                            previous,
                            hash,
                            resolved(chart, no, one)));
            previous = hash;
        }
        if (!rows.isEmpty()) {
            seal(locked, rows);
        }
        return answer(locked, asked, twins, rows);
    }

    /** Refuses what could not be posted; whatever months are closed. */
    void requireFit(Asked asked) {
        rules.asking(books.locked().body()).accept(asked);
        resolved(books.chart(), 0, asked);
    }

    private void seal(LockedBook locked, List<Row> rows) {
        var head = locked.head();
        var last = rows.getLast();
        locked.writing();
        try {
            entries.insert(locked.body(), rows);
            var moved = head.sealed(last.no(), last.hash(), last.recordedAt());
            if (!heads.seal(locked.body(), head.lastNo(), moved)) {
                throw new IllegalStateException(
                        "The head of the book moved under its lock, from " + head.lastNo());
            }
            locked.head(moved);
            anchors.keepAfterCommit(
                    books.chart().book(), last.no(), last.hash(), Utc.instant(last.recordedAt()));
        } catch (RuntimeException e) {
            throw DatabaseRefusal.of(e, locked.body().value());
        }
    }

    private static void requireDistinct(List<Asked> asked) {
        var keys = new HashSet<String>();
        for (var one : asked) {
            if (!keys.add(one.content().sourceKey())) {
                throw LedgerException.twinInBatch(one.content().sourceKey());
            }
        }
    }

    private static void requireSame(Asked asked, Twin twin) {
        if (!asked.contentHash().equals(twin.contentHash())) {
            throw LedgerException.otherContent(asked.content().sourceKey());
        }
    }

    private void requirePostable(LockedBook locked, Asked asked) {
        var closedThrough = locked.head().closedThrough();
        var content = asked.content();
        if (!content.date().isAfter(closedThrough)) {
            throw LedgerException.closedPeriod(content.date(), closedThrough);
        }
        var reverses = content.reverses();
        if (reverses != null) {
            entries.reversalOf(locked.body(), locked.head().lastNo(), reverses)
                    .ifPresent(by -> {
                        throw LedgerException.alreadyReversed(reverses, by);
                    });
        }
    }

    private static List<LineRow> resolved(Chart chart, long no, Asked asked) {
        var date = asked.content().date();
        var rows = new ArrayList<LineRow>(asked.content().lines().size());
        for (var line : asked.content().lines()) {
            rows.add(
                    new LineRow(
                            no,
                            date,
                            line,
                            account(chart, line, asked.corrects()),
                            fund(chart, line, asked.corrects()),
                            id("party", line.party(), chart.parties()),
                            id("project", line.project(), chart.projects()),
                            id("award-line", line.awardLine(), chart.awardLines()),
                            unit(chart, line)));
        }
        return rows;
    }

    private static int account(Chart chart, Line line, boolean corrects) {
        var code = line.account();
        var row = chart.accounts().get(code);
        if (row == null) {
            throw LedgerException.unknownCode("account", code.value());
        }
        if (!row.account().postable()) {
            throw LedgerException.notPostable(code.value());
        }
        if (!row.account().active() && !corrects) {
            throw LedgerException.inactive("account", code.value());
        }
        if (row.account().control() == Control.PARTY && line.party() == null) {
            throw LedgerException.partyRequired(code.value());
        }
        return row.id();
    }

    private static int fund(Chart chart, Line line, boolean corrects) {
        var row = chart.funds().get(line.fund());
        if (row == null) {
            throw LedgerException.unknownCode("fund", line.fund().value());
        }
        if (!row.fund().active() && !corrects) {
            throw LedgerException.inactive("fund", line.fund().value());
        }
        return row.id();
    }

    private static @Nullable Integer unit(Chart chart, Line line) {
        var code = line.unit();
        if (code == null) {
            return null;
        }
        var row = chart.units().get(code);
        if (row == null) {
            throw LedgerException.unknownCode("paying-unit", code);
        }
        if (line.party() != null && !row.party().equals(line.party())) {
            throw LedgerException.unitOfOtherParty(code, line.party());
        }
        return row.id();
    }

    private static @Nullable Integer id(
            String what, @Nullable String code, Map<String, Integer> ids) {
        if (code == null) {
            return null;
        }
        var id = ids.get(code);
        if (id == null) {
            throw LedgerException.unknownCode(what, code);
        }
        return id;
    }

    private List<Entry> answer(
            LockedBook locked, List<Asked> asked, Map<String, Twin> twins, List<Row> rows) {
        var byKey = new HashMap<String, Entry>();
        entries.entries(
                        locked.body(),
                        twins.values().stream().map(Twin::no).toList(),
                        locked.head().lastNo())
                .forEach(entry -> byKey.put(entry.sourceKey(), entry));
        rows.forEach(row -> byKey.put(row.content().sourceKey(), entry(row)));
        return asked.stream()
                .map(one -> {
                    var key = one.content().sourceKey();
                    return Objects.requireNonNull(
                            byKey.get(key), () -> "Lost sight of the entry of " + key);
                })
                .toList();
    }

    private static Entry entry(Row row) {
        var content = row.content();
        return new Entry(
                row.no(),
                content.date(),
                Utc.instant(row.recordedAt()),
                content.kind(),
                content.description(),
                content.sourceKey(),
                content.documentNo(),
                content.reverses(),
                null,
                content.reason(),
                row.preparedBy(),
                row.approvedBy(),
                row.hash().hex(),
                content.lines());
    }

    private static LocalDateTime later(LocalDateTime clock, LocalDateTime head) {
        return clock.isAfter(head) ? clock : head;
    }
}
