package id.patungan.contributions.pages;

import id.patungan.basics.AmountReader;
import id.patungan.basics.Input;
import id.patungan.basics.InputException;
import id.patungan.basics.Money;
import id.patungan.contributions.Basis;
import id.patungan.contributions.OpenCharge;
import id.patungan.contributions.Paper;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** What the wire forms of assessments and receipts have in common. */
final class Wire {

    private Wire() {}

    /** What a figure rests on: {@code {"kind": "assumed", "note": "…"}}. */
    record WireBasis(String kind, String note) {

        static @Nullable WireBasis of(@Nullable Basis basis) {
            return basis == null ? null : new WireBasis(basis.kind().code(), basis.note());
        }

        static @Nullable Basis read(String field, @Nullable WireBasis basis) {
            return basis == null
                    ? null
                    : Input.read(field, () -> new Basis(Basis.Kind.of(basis.kind()), basis.note()));
        }
    }

    /** That a paper was undone. */
    record WireReversal(String date, String reason, long entry) {

        static @Nullable WireReversal of(Paper.@Nullable Reversal reversal) {
            return reversal == null
                    ? null
                    : new WireReversal(
                            reversal.date().toString(), reversal.reason(), reversal.entryNo());
        }
    }

    /**
     * What falls due of a charge on a day.
     *
     * @param number of the instalment; 0 for what later figures added
     */
    record WirePart(int number, LocalDate due, String amount, String open) {

        static List<WirePart> of(List<OpenCharge.Part> parts) {
            return parts.stream()
                    .map(part ->
                            new WirePart(
                                    part.number(),
                                    part.due(),
                                    text(part.amount()),
                                    text(part.open())))
                    .toList();
        }
    }

    /** An amount as the API writes it: a decimal in main units. */
    static String text(Money amount) {
        return amount.toDecimal().toPlainString();
    }

    /** An amount as the API reads it: a plain decimal string. */
    static Money amount(String field, @Nullable String text, Currency currency) {
        return AmountReader.require(
                field, required(field, text), currency, AmountReader.Grammar.PLAIN);
    }

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InputException(field, "is missing");
        }
        return value;
    }

    /** A state as the API writes it: {@code partly-paid}. */
    static String status(OpenCharge.Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
