package id.patungan.grants.papers;

import id.patungan.documents.PaperBody;
import id.patungan.documents.PaperSignatory;
import id.patungan.grants.AwardBook;
import id.patungan.grants.AwardMovement;
import id.patungan.grants.rates.FxCost;
import id.patungan.grants.rates.FxPart;
import id.patungan.ledger.Original;

import org.jspecify.annotations.Nullable;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * A paper about an award, as data. Amounts are minor units of the book's currency unless they say
 * otherwise. A paper is assembled by a pure function, which refuses what does not tie to the book.
 */
public sealed interface AwardPaper
        permits DonorStatement,
                HibahReport,
                Bridge,
                OthersAccount,
                FederalReport,
                BudgetReport,
                AdvanceReport,
                UseOfFunds {

    /** What every paper of an award says. */
    Common common();

    /** First day. */
    LocalDate from();

    /** Last day, included. */
    LocalDate until();

    /**
     * What every paper of an award says.
     *
     * @param award its code
     * @param amount of the award, minor units of {@code currency}
     * @param currency of the award
     * @param hibah whether the giver is a government and accounted to by an LPJ
     * @param sample what of the terms is made up or assumed; null if nothing is
     * @param signed day of the signatures
     */
    record Common(
            PaperBody body,
            String award,
            String giver,
            String giverName,
            String agreementNo,
            LocalDate agreementDate,
            String titleId,
            String titleEn,
            Currency currency,
            long amount,
            LocalDate awardFrom,
            LocalDate awardTo,
            boolean hibah,
            @Nullable String sample,
            Known known,
            List<PaperSignatory> signatories,
            LocalDate signed) {

        /** Copies the list. */
        public Common {
            signatories = List.copyOf(signatories);
        }

        /** Whether the award is in another currency than the book. */
        public boolean foreign() {
            return !currency.equals(body.currency());
        }
    }

    /** The head of the chain when the books were read. */
    record Known(long entryNo, String hash, Instant recordedAt) {}

    /**
     * What a paper is assembled from.
     *
     * @param names of award lines by their codes, in Indonesian and in English
     * @param converted costs in the award's currency by {@code entry/line}; empty where it is the
     *     book's
     * @param notes why budget lines differ from their plan, those of all periods that stand
     * @param payees names of those whom costs were paid to, by their codes
     */
    record Material(
            AwardBook book,
            PaperBody body,
            String giverName,
            Known known,
            List<PaperSignatory> signatories,
            LocalDate signed,
            Map<String, Name> names,
            Map<String, FxCost> converted,
            List<AwardNote> notes,
            Map<String, String> payees) {

        /** Copies what can change. */
        public Material {
            signatories = List.copyOf(signatories);
            names = Map.copyOf(names);
            converted = Map.copyOf(converted);
            notes = List.copyOf(notes);
            payees = Map.copyOf(payees);
        }

        @Nullable String payee(@Nullable String party) {
            return party == null ? null : payees.getOrDefault(party, party);
        }

        /** What was typed about a line for just this period. */
        @Nullable AwardNote note(String line, LocalDate from, LocalDate until) {
            return notes.stream().filter(one -> one.is(line, from, until)).findFirst().orElse(null);
        }

        Common common() {
            var terms = book.terms();
            return new Common(
                    body,
                    book.code(),
                    terms.giver(),
                    giverName,
                    terms.agreementNo(),
                    terms.agreementDate(),
                    terms.titleId(),
                    terms.titleEn(),
                    terms.currency(),
                    terms.amount(),
                    terms.from(),
                    terms.to(),
                    terms.kind().hibah(),
                    terms.sample(),
                    known,
                    signatories,
                    signed);
        }
    }

    /** A name in both languages. */
    record Name(String id, String en) {}

    /**
     * An amount in a foreign currency.
     *
     * @param amount minor units of it
     * @param rate in the book's currency per one of it
     * @param memo where the rate is from, as it was booked
     */
    record Foreign(Currency currency, long amount, String rate, @Nullable String memo) {

        static @Nullable Foreign of(AwardMovement movement) {
            Original original = movement.original();
            return original == null
                    ? null
                    : new Foreign(
                            original.currency(),
                            original.amount(),
                            original.rate().toPlainString(),
                            movement.memo());
        }
    }

    /**
     * A cost in the award's currency by the method of the agreement.
     *
     * @param amount minor units of it
     */
    record Memo(Currency currency, long amount, List<Rate> rates) {

        private static final int DECIMALS = 4;

        /** Copies the list. */
        public Memo {
            rates = List.copyOf(rates);
        }

        static @Nullable Memo of(Material material, AwardMovement movement) {
            var cost = material.converted().get(movement.entry() + "/" + movement.line());
            return cost == null
                    ? null
                    : new Memo(
                            material.book().terms().currency(),
                            cost.original(),
                            cost.parts().stream().map(Memo::rate).toList());
        }

        private static Rate rate(FxPart part) {
            var recorded = part.recorded();
            return new Rate(
                    part.rate()
                            .toDecimal()
                            .filter(exact -> exact.scale() <= DECIMALS)
                            .orElseGet(() -> part.rate().rounded(DECIMALS, RoundingMode.HALF_UP))
                            .toPlainString(),
                    part.tranches(),
                    recorded == null ? null : recorded.source(),
                    recorded == null ? part.from().toString() : recorded.on().toString());
        }
    }

    /**
     * A rate and where it is from.
     *
     * @param rate in the book's currency per one of the award's; one that is no decimal has four
     *     decimals, half up, amounts use it exactly
     * @param tranches whose rate, or the average of whose rates, it is; empty if it is of none
     * @param source as the register of rates names it; null if it is from tranches or the entry
     * @param on its day, {@code 2006-03-15}, or its month, {@code 2006-03}
     */
    record Rate(String rate, List<String> tranches, @Nullable String source, String on) {

        /** Copies the list. */
        public Rate {
            tranches = List.copyOf(tranches);
        }
    }

    /**
     * A posting of a cost, as papers list it.
     *
     * @param line code of the giver's line; {@code -} outside the frame, null where none is named
     * @param activity of the frame or outside it; null where there is none
     * @param memo in the award's currency; null where that is the book's, or no entry says it
     * @param payee name of the party that it was paid to; null where nobody is named
     */
    record Cost(
            LocalDate date,
            long entry,
            @Nullable String document,
            String description,
            String account,
            String fund,
            @Nullable String line,
            @Nullable String activity,
            long amount,
            @Nullable Memo memo,
            @Nullable String payee) {}

    /** Money that came from the giver or went back to it, by its paper. */
    record Transfer(
            LocalDate date,
            long entry,
            @Nullable String document,
            String description,
            @Nullable String tranche,
            long amount,
            @Nullable Foreign foreign) {}

    /** What stands on accounts at the end of the last day, debit positive. */
    record Balance(String account, String fund, long amount) {}
}
