package id.patungan.forecasting.indicators;

import id.patungan.ledger.Journal;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/** The indicators of a body, for those who read its whole book. */
@Service
public class Sustainability {

    private final Gathering gathering;
    private final Thresholds thresholds;
    private final Journal journal;
    private final Transactions transactions;

    Sustainability(
            Gathering gathering,
            Thresholds thresholds,
            Journal journal,
            Transactions transactions) {
        this.gathering = gathering;
        this.thresholds = thresholds;
        this.journal = journal;
        this.transactions = transactions;
    }

    /**
     * The indicators on a day, as the book knows it now.
     *
     * @throws id.patungan.platform.AccessException if the viewer does not read the whole book
     */
    public Indicators on(Access access, LocalDate day) {
        return on(access, day, Journal.HEAD);
    }

    /**
     * The indicators on a day.
     *
     * @param knownAt the entry up to which the book is read; one beyond the head means the head
     * @throws id.patungan.platform.AccessException if the viewer does not read the whole book
     */
    public Indicators on(Access access, LocalDate day, long knownAt) {
        access.require(Action.READ_BOOKS);
        return transactions.read(() -> {
            var known = Math.min(knownAt, journal.head(access.body()).lastNo());
            var found =
                    gathering.gather(
                            access,
                            List.of(day, lastOf(day.getYear() - 1), lastOf(day.getYear() - 2)),
                            known);
            return Indicators.of(
                    found.getFirst(),
                    found.subList(1, found.size()),
                    thresholds.inForce(access, day));
        });
    }

    private static LocalDate lastOf(int year) {
        return LocalDate.of(year, Month.DECEMBER, 31);
    }
}
