package id.patungan.ledger.pages;

import id.patungan.basics.Money;
import id.patungan.ledger.Entry;
import id.patungan.ledger.Line;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** An entry on the wire; amounts are decimal strings in main units. */
record EntryJson(
        long number,
        LocalDate date,
        Instant recordedAt,
        String kind,
        String description,
        String sourceKey,
        @Nullable String documentNo,
        @Nullable Long reverses,
        @Nullable Long reversedBy,
        @Nullable String reason,
        String preparedBy,
        @Nullable String approvedBy,
        String hash,
        List<LineJson> lines) {

    /**
     * A line; one of debit and credit is null.
     *
     * @param originalAmount in main units of {@code currency}
     */
    record LineJson(
            int line,
            String account,
            String fund,
            @Nullable String debit,
            @Nullable String credit,
            @Nullable String party,
            @Nullable String project,
            @Nullable String awardLine,
            @Nullable String unit,
            @Nullable String charge,
            @Nullable String period,
            @Nullable String currency,
            @Nullable String originalAmount,
            @Nullable String rate,
            @Nullable String memo) {}

    static EntryJson of(Entry entry, Currency currency) {
        return new EntryJson(
                entry.no(),
                entry.date(),
                entry.recordedAt(),
                entry.kind(),
                entry.description(),
                entry.sourceKey(),
                entry.documentNo(),
                entry.reverses(),
                entry.reversedBy(),
                entry.reason(),
                entry.preparedBy(),
                entry.approvedBy(),
                entry.hash(),
                entry.lines().stream().map(line -> of(line, currency)).toList());
    }

    private static LineJson of(Line line, Currency currency) {
        var original = line.original();
        return new LineJson(
                line.number(),
                line.account().value(),
                line.fund().value(),
                line.amount() > 0 ? plain(currency, line.amount()) : null,
                line.amount() < 0 ? plain(currency, -line.amount()) : null,
                line.party(),
                line.project(),
                line.awardLine(),
                line.unit(),
                line.charge(),
                line.period(),
                original == null ? null : original.currency().getCurrencyCode(),
                original == null ? null : plain(original.currency(), original.amount()),
                original == null ? null : original.rate().toPlainString(),
                line.memo());
    }

    /** All decimals of the currency, no grouping: {@code 1900000.50}. */
    static String plain(Currency currency, long minorUnits) {
        return new Money(currency, minorUnits).toDecimal().toPlainString();
    }
}
