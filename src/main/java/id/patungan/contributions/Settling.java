package id.patungan.contributions;

import id.patungan.basics.Money;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/** Which charges a sum settles: those that were named, or the oldest first. Pure. */
final class Settling {

    private static final Comparator<OpenPart> OLDEST_FIRST =
            Comparator.comparing((OpenPart one) -> one.part().due())
                    .thenComparing(one -> one.charge().issued())
                    .thenComparing(one -> one.charge().charge());

    private Settling() {}

    /** A part of a charge that is open. */
    private record OpenPart(OpenCharge charge, OpenCharge.Part part) {}

    /** So much of a charge is settled. */
    record Settled(OpenCharge charge, Money amount) {}

    /**
     * What becomes of a part of a receipt.
     *
     * @param prepaid what no charge takes
     */
    record Plan(NewReceipt.Part part, List<Settled> settled, Money prepaid) {

        Plan {
            settled = List.copyOf(settled);
        }
    }

    /**
     * Settles with what the part credits to the payer.
     *
     * @param charges all charges of the payer, as they stand now
     * @throws ContributionsException if an allocation that was asked for cannot be made
     */
    static Plan plan(NewReceipt wish, NewReceipt.Part part, List<OpenCharge> charges) {
        var asked = part.allocations();
        var settled =
                asked == null
                        ? oldestFirst(wish, part, charges)
                        : asAsked(wish, part, asked, charges);
        var rest = part.credited();
        for (var one : settled) {
            rest = rest.minus(one.amount());
        }
        if (rest.isNegative()) {
            throw ContributionsException.allocatedTooMuch(
                    part.fund().value(), part.credited().minus(rest), part.credited());
        }
        return new Plan(part, settled, rest);
    }

    private static List<Settled> oldestFirst(
            NewReceipt wish, NewReceipt.Part part, List<OpenCharge> charges) {
        var parts = new ArrayList<OpenPart>();
        for (var charge : charges) {
            if (!charge.fund().equals(part.fund().value())) continue;
            if (charge.open().minorUnits() <= 0 || charge.issued().isAfter(wish.date())) continue;
            charge.schedule().stream()
                    .filter(one -> one.open().minorUnits() > 0)
                    .forEach(one -> parts.add(new OpenPart(charge, one)));
        }
        parts.sort(OLDEST_FIRST);
        var settled = new LinkedHashMap<OpenCharge, Money>();
        var left = part.credited();
        for (var one : parts) {
            if (left.isZero()) break;
            var charge = one.charge();
            // Money of an earlier day may settle less than what is open by now
            var rest = charge.open().minus(settled.getOrDefault(charge, left.minus(left)));
            var amount = min(left, min(rest, one.part().open()));
            if (amount.isZero()) continue;
            settled.merge(charge, amount, Money::plus);
            left = left.minus(amount);
        }
        return settled.entrySet().stream()
                .map(one -> new Settled(one.getKey(), one.getValue()))
                .toList();
    }

    private static Money min(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static List<Settled> asAsked(
            NewReceipt wish,
            NewReceipt.Part part,
            List<NewReceipt.Allocation> asked,
            List<OpenCharge> charges) {
        var left = new HashMap<String, Money>();
        var settled = new ArrayList<Settled>();
        for (var allocation : asked) {
            var charge =
                    charges.stream()
                            .filter(one -> one.charge().equals(allocation.charge()))
                            .findFirst()
                            .orElseThrow(() ->
                                    ContributionsException.noSuchCharge(
                                            allocation.charge(), wish.party()));
            requireFits(wish, part, charge, allocation.amount());
            var open = left.getOrDefault(charge.charge(), charge.open());
            if (allocation.amount().compareTo(open) > 0) {
                throw ContributionsException.moreThanOpen(
                        charge.charge(), allocation.amount(), open);
            }
            left.put(charge.charge(), open.minus(allocation.amount()));
            settled.add(new Settled(charge, allocation.amount()));
        }
        return settled;
    }

    private static void requireFits(
            NewReceipt wish, NewReceipt.Part part, OpenCharge charge, Money amount) {
        if (amount.minorUnits() <= 0) {
            throw ContributionsException.notPositive(charge.charge(), amount);
        }
        if (!charge.fund().equals(part.fund().value())) {
            throw ContributionsException.otherFund(
                    charge.charge(), charge.fund(), part.fund().value());
        }
        if (charge.issued().isAfter(wish.date())) {
            throw ContributionsException.chargeLater(charge.charge(), charge.issued(), wish.date());
        }
    }
}
