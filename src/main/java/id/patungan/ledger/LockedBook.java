package id.patungan.ledger;

import id.patungan.basics.BodyId;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The head of a book while this transaction holds its lock: nobody else changes it, so what is
 * written is remembered here and not read again. Made anew by every attempt.
 */
final class LockedBook {

    private final BodyId body;
    private HeadRow head;
    private @Nullable Chart chart;
    private boolean chartChanged;
    private boolean halfWritten;

    LockedBook(BodyId body, HeadRow head) {
        this.body = body;
        this.head = head;
    }

    BodyId body() {
        return body;
    }

    HeadRow head() {
        if (halfWritten) {
            throw new IllegalStateException(
                    "A failed posting left rows beyond the head; this transaction can only end");
        }
        return head;
    }

    void head(HeadRow moved) {
        head = moved;
        halfWritten = false;
    }

    /** From here until the head has moved the transaction must not be used for anything else. */
    void writing() {
        halfWritten = true;
    }

    @Nullable Chart chart() {
        return chart;
    }

    void chart(Chart loaded) {
        chart = loaded;
    }

    /** Whether the chart holds what is not committed, which no other transaction may see. */
    boolean chartChanged() {
        return chartChanged;
    }

    void changeChart(HeadRow moved) {
        head = moved;
        chart = null;
        chartChanged = true;
    }

    /** One row of {@code book_head}. */
    record HeadRow(
            long lastNo,
            Hash hash,
            LocalDateTime lastRecordedAt,
            LocalDate closedThrough,
            int periodSeq,
            int chartNo) {

        HeadRow sealed(long no, Hash newHash, LocalDateTime recordedAt) {
            return new HeadRow(no, newHash, recordedAt, closedThrough, periodSeq, chartNo);
        }

        HeadRow period(LocalDate through, int seq) {
            return new HeadRow(lastNo, hash, lastRecordedAt, through, seq, chartNo);
        }

        HeadRow nextChart() {
            return new HeadRow(lastNo, hash, lastRecordedAt, closedThrough, periodSeq, chartNo + 1);
        }
    }
}
