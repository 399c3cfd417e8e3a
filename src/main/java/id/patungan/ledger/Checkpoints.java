package id.patungan.ledger;

import id.patungan.basics.BodyId;
import id.patungan.ledger.CheckpointRepository.Range;
import id.patungan.platform.Reach;
import id.patungan.platform.Transactions;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums of ranges of entry numbers, so that a balance need not add up the whole journal.
 *
 * <p>A balance is the ranges up to the last one that ends at or before {@code knownAt}, the part of
 * the month that the day cuts, and the entries after the ranges. Ranges are keyed by number and
 * never by date: a back-dated entry is only one more entry after them. They are derived and can be
 * dropped and rebuilt at any time; the check {@code checkpoints-add-up} compares them with the
 * postings.
 */
@Service
public class Checkpoints {

    private static final int RANGE = 4_096;
    private static final int FAN = 16;

    private final CheckpointRepository checkpoints;
    private final BalanceRepository balances;
    private final BookRepository heads;
    private final Transactions transactions;
    private final Clock clock;
    private final int range;
    private final int fan;

    @Autowired
    Checkpoints(
            CheckpointRepository checkpoints,
            BalanceRepository balances,
            BookRepository heads,
            Transactions transactions,
            Clock clock) {
        this(checkpoints, balances, heads, transactions, clock, RANGE, FAN);
    }

    /** With other sizes, for tests. */
    Checkpoints(
            CheckpointRepository checkpoints,
            BalanceRepository balances,
            BookRepository heads,
            Transactions transactions,
            Clock clock,
            int range,
            int fan) {
        this.checkpoints = checkpoints;
        this.balances = balances;
        this.heads = heads;
        this.transactions = transactions;
        this.clock = clock;
        this.range = range;
        this.fan = fan;
    }

    /**
     * Builds what is missing: ranges that are full, then the ranges that they fill. One transaction
     * per range, so posting is never held up.
     *
     * @return how many ranges were built
     */
    public int build(BodyId book) {
        var last =
                transactions
                        .read(() -> heads.head(book))
                        .orElseThrow(() -> LedgerException.noSuchBook(book.value()))
                        .lastNo();
        var there = checkpoints.ranges(book);
        var built = 0;
        long size = range;
        for (var level = 0; size <= last; level++, size = Math.multiplyExact(size, fan)) {
            for (var from = 0L; from + size <= last; from += size) {
                var wanted = new Range(level, from, from + size);
                if (!there.contains(wanted) && build(book, wanted)) {
                    built++;
                }
            }
        }
        return built;
    }

    private boolean build(BodyId book, Range wanted) {
        return transactions.run(() -> {
            if (!checkpoints.insert(book, wanted, clock.instant())) {
                return false;
            }
            if (wanted.level() == 0) {
                checkpoints.fillFromPostings(book, wanted);
            } else {
                checkpoints.fillFromRanges(book, wanted);
            }
            return true;
        });
    }

    /**
     * Forgets every range of the book and builds them anew, in one transaction: whoever reads
     * meanwhile must not find a range without its sums.
     */
    public int rebuild(BodyId book) {
        return transactions.run(() -> {
            checkpoints.drop(book);
            return build(book);
        });
    }

    /**
     * What stood on each account in each fund before a day, and its debits and credits from then on
     * without closing entries.
     *
     * @param knownAt an entry that is in the book
     */
    List<TrialBalance.Cell> sums(
            BodyId book,
            Reach reach,
            CardLines which,
            LocalDate from,
            LocalDate until,
            long knownAt) {
        return balances.sums(book, reach, which, cover(book, knownAt), from, until, knownAt);
    }

    /** What stood on all those accounts together before a day, in minor units, debit positive. */
    long before(BodyId book, Reach reach, CardLines which, LocalDate day, long knownAt) {
        var sum = 0L;
        for (var cell : sums(book, reach, which, day, day, knownAt)) {
            sum = Math.addExact(sum, cell.opening());
        }
        return sum;
    }

    /** The fewest ranges that follow each other from the beginning and end at or before it. */
    private List<Range> cover(BodyId book, long knownAt) {
        var cover = new ArrayList<Range>();
        var reached = 0L;
        for (var candidate : checkpoints.rangesInChain(book)) {
            if (candidate.from() == reached && candidate.to() <= knownAt) {
                cover.add(candidate);
                reached = candidate.to();
            }
        }
        return cover;
    }
}
