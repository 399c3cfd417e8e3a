package id.patungan.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The head of a book: its last entry and its closing date.
 *
 * @param lastNo number of the last entry; what is beyond it is not in the book
 * @param hash of the last entry, 64 hexadecimal digits; of the genesis when there is none
 * @param closedThrough last day of the last closed month: later days may be posted to
 */
public record Head(long lastNo, String hash, Instant lastRecordedAt, LocalDate closedThrough) {}
