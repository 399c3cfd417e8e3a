package id.patungan.contributions;

import id.patungan.allocation.Instalments;
import id.patungan.basics.Money;
import id.patungan.contributions.OpenCharge.Part;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When a charge falls due, part by part. Pure.
 *
 * <p>The charge is divided as {@link Instalments} says. What later figures add is a part of its own
 * with a day of its own; what they take off lowers every instalment, as if the lower share had been
 * divided. Payments settle the earliest part first, whatever they were meant for.
 */
final class Schedule {

    private Schedule() {}

    /**
     * The days on which an assessment falls due.
     *
     * @param dues one or more, in order
     * @param unit to which parts are rounded, in minor units
     */
    record Terms(List<LocalDate> dues, long unit) {

        Terms {
            dues = List.copyOf(dues);
        }

        /** Due at once. */
        static Terms once(LocalDate due) {
            return new Terms(List.of(due), 1);
        }
    }

    /**
     * The parts of a charge, by day.
     *
     * @param charged by the assessment; nothing once it is cancelled
     * @param more what later figures added, or took off
     * @param laterDue the day to pay what they added
     * @param open what is open of all
     */
    static List<Part> of(
            Terms terms, Money charged, Money more, @Nullable LocalDate laterDue, Money open) {
        var added = more.isNegative() || laterDue == null ? null : more;
        var divided = added == null ? charged.plus(more) : charged;
        var amounts = Instalments.parts(divided, terms.unit(), terms.dues().size());
        var unpaid = new ArrayList<Part>();
        for (var at = 0; at < amounts.size(); at++) {
            unpaid.add(part(at + 1, terms.dues().get(at), amounts.get(at)));
        }
        if (added != null && laterDue != null && !added.isZero()) {
            unpaid.add(part(0, laterDue, added));
        }
        // Of two on one day what was charged first comes first
        unpaid.sort(Comparator.comparing(Part::due));
        return paid(unpaid, charged.plus(more).minus(open));
    }

    private static Part part(int number, LocalDate due, Money amount) {
        return new Part(number, due, amount, amount);
    }

    /** Takes what was paid off the earliest parts; what is too much off the last. */
    private static List<Part> paid(List<Part> unpaid, Money paid) {
        var parts = new ArrayList<Part>();
        var left = paid;
        for (var at = 0; at < unpaid.size(); at++) {
            var part = unpaid.get(at);
            var last = at == unpaid.size() - 1;
            var own = last || left.compareTo(part.amount()) < 0 ? left : part.amount();
            left = left.minus(own);
            parts.add(new Part(part.number(), part.due(), part.amount(), part.amount().minus(own)));
        }
        return parts;
    }

    /** The day of the earliest part that is open; of the last part if none is. */
    static LocalDate due(List<Part> parts) {
        for (var part : parts) {
            if (part.open().minorUnits() > 0) return part.due();
        }
        return parts.getLast().due();
    }
}
