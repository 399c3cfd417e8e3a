package id.patungan.contributions;

import id.patungan.basics.Money;
import id.patungan.contributions.UnitPartRepository.Moved;
import id.patungan.contributions.UnitPartRepository.Paid;
import id.patungan.contributions.paying.LinesVersion;
import id.patungan.ledger.NewPosting;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Splits the lines of one entry over the paying units of divided charges. What is charged is
 * divided by the payment lines; what is settled comes off the part of the unit that the line names,
 * then off the others in their order, never more than is open of each.
 */
final class UnitSplit {

    private final Currency currency;
    private final String kind;
    private final @Nullable String payer;
    private final Map<String, List<Part>> standing;
    private final List<Paid> paid;

    /**
     * Of one entry.
     *
     * @param kind of the entry
     * @param payer the unit whose part is settled first where a line names none
     * @param standing the parts of divided charges as they stand before it
     * @param paid what of which receipt has settled them
     */
    UnitSplit(
            Currency currency,
            String kind,
            @Nullable String payer,
            Map<String, List<Part>> standing,
            List<Paid> paid) {
        this.currency = currency;
        this.kind = kind;
        this.payer = payer;
        this.standing = standing;
        this.paid = paid;
    }

    /** What a unit carries of a charge; changes while lines are taken off it. */
    static final class Part {

        private final LinesVersion version;
        private final String unit;
        private long open;
        private long least;
        private long writtenOff;

        Part(LinesVersion version, String unit, Collection<Moved> moved, LocalDate date) {
            this.version = version;
            this.unit = unit;
            this.least = UnitParts.least(moved, date);
            for (var one : moved) {
                this.open = Math.addExact(open, one.open());
                this.writtenOff = Math.addExact(writtenOff, one.writtenOff());
            }
        }
    }

    /** The charge whose parts a line moves; null for lines that stay as they are. */
    static @Nullable String chargeOf(NewPosting posting) {
        if (UnitParts.isReceivable(posting)) return posting.charge();
        return givesBack(posting) ? posting.memo() : null;
    }

    /** Whether a line gives back to a receipt; its memo says which charge that had settled. */
    static boolean givesBack(NewPosting posting) {
        return posting.account().equals(Entries.PREPAID)
                && posting.amount() < 0
                && posting.memo() != null;
    }

    /** The lines of a charge that is charged for the first time. */
    List<NewPosting> begin(NewPosting posting, LinesVersion version) {
        return lines(posting, divided(version, posting.amount()));
    }

    /** The lines that a line becomes; itself where its charge is not divided. */
    List<NewPosting> of(NewPosting posting) {
        var charge = chargeOf(posting);
        var parts = charge == null ? null : standing.get(charge);
        if (parts == null) return List.of(posting);
        var amount = Math.absExact(posting.amount());
        var taken = new LinkedHashMap<String, Long>();
        if (!UnitParts.isReceivable(posting)) {
            var own = paidBy(posting);
            take(taken, parts, amount, part -> own.getOrDefault(part.unit, 0L));
        } else if (posting.amount() < 0) {
            settle(taken, parts, posting.unit() == null ? payer : posting.unit(), amount);
        } else if (kind.equals("recovery")) {
            take(taken, parts, amount, part -> part.writtenOff);
        } else {
            taken.putAll(divided(parts.getFirst().version, amount));
        }
        return lines(posting, taken);
    }

    /** What the receipt that gets money back has settled of each part. */
    private Map<String, Long> paidBy(NewPosting posting) {
        var own = new LinkedHashMap<String, Long>();
        for (var one : paid) {
            var unit = one.unit();
            if (unit != null
                    && one.charge().equals(posting.memo())
                    && one.receipt().equals(posting.charge())) {
                own.merge(unit, one.amount(), Math::addExact);
            }
        }
        return own;
    }

    private Map<String, Long> divided(LinesVersion version, long amount) {
        var divided = new LinkedHashMap<String, Long>();
        version.divide(new Money(currency, amount))
                .forEach((unit, part) -> divided.put(unit, part.minorUnits()));
        return divided;
    }

    /** First what stays open on every later day too, then what is open now. */
    private static void settle(
            Map<String, Long> taken, List<Part> parts, @Nullable String first, long amount) {
        var left = amount;
        for (var limit :
                List.<ToLongFunction<Part>>of(
                        part -> Math.min(part.least, part.open), part -> part.open)) {
            for (var part : ordered(parts, first)) {
                var own = Math.min(left, Math.max(0, limit.applyAsLong(part)));
                if (own == 0) continue;
                taken.merge(part.unit, own, Math::addExact);
                part.open -= own;
                part.least -= own;
                left -= own;
            }
        }
        rest(taken, parts, first, left);
    }

    private static void take(
            Map<String, Long> taken, List<Part> parts, long amount, ToLongFunction<Part> limit) {
        var left = amount;
        for (var part : parts) {
            var own = Math.min(left, Math.max(0, limit.applyAsLong(part)));
            if (own == 0) continue;
            taken.merge(part.unit, own, Math::addExact);
            left -= own;
        }
        rest(taken, parts, null, left);
    }

    /** What no part takes, after an entry made by hand, stays with the first. */
    private static void rest(
            Map<String, Long> taken, List<Part> parts, @Nullable String first, long left) {
        if (left > 0) taken.merge(ordered(parts, first).getFirst().unit, left, Math::addExact);
    }

    private static List<Part> ordered(List<Part> parts, @Nullable String first) {
        var ordered = new ArrayList<Part>();
        for (var part : parts) {
            if (part.unit.equals(first)) ordered.addFirst(part);
            else ordered.add(part);
        }
        return ordered;
    }

    private static List<NewPosting> lines(NewPosting posting, Map<String, Long> parts) {
        var lines = new ArrayList<NewPosting>();
        parts.forEach((unit, amount) -> {
            if (amount == 0) return;
            lines.add(
                    new NewPosting(
                            posting.account(),
                            posting.fund(),
                            posting.amount() < 0 ? Math.negateExact(amount) : amount,
                            posting.party(),
                            posting.project(),
                            posting.awardLine(),
                            unit,
                            posting.charge(),
                            posting.period(),
                            posting.original(),
                            posting.memo()));
        });
        return lines;
    }
}
