package id.patungan.contributions;

import id.patungan.contributions.Entries.TrueUpCredit;
import id.patungan.contributions.RecalculationRepository.Credit;
import id.patungan.contributions.RecalculationRepository.Settlement;
import id.patungan.platform.Access;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * When less is charged than was: it comes off what is open; what was paid already goes back to the
 * receipts that paid it, the latest first, and is a prepayment there.
 */
@Component
class GivingBack {

    private final RecalculationRepository runs;

    GivingBack(RecalculationRepository runs) {
        this.runs = runs;
    }

    /** What has settled charges that are lowered, and what of it went back already. */
    record Paid(Map<String, List<Settlement>> settlements, Map<String, List<Credit>> returned) {}

    /** What has settled these charges. */
    Paid paid(Access access, Collection<String> charges) {
        if (charges.isEmpty()) return new Paid(Map.of(), Map.of());
        return new Paid(
                runs.settlements(access.body(), charges),
                runs.creditsFrom(access.body(), charges).stream()
                        .filter(credit -> credit.run().stands())
                        .collect(Collectors.groupingBy(Credit::charge)));
    }

    /**
     * What goes back to receipts.
     *
     * @param rest what is more than what is open, in minor units
     * @param day is moved behind what it counts on
     * @throws ContributionsException if something else than receipts settled the charge
     */
    List<TrueUpCredit> of(String charge, long rest, Paid paid, FirstDay day) {
        var settled = new LinkedHashMap<String, Long>();
        var papers = new LinkedHashMap<String, List<Dated>>();
        var inKind = false;
        for (var one : paid.settlements().getOrDefault(charge, List.of())) {
            if (one.paper().stands() && one.inKind()) {
                inKind = true;
            } else if (one.paper().stands()) {
                settled.merge(one.receipt(), one.amount(), Math::addExact);
                papers.computeIfAbsent(one.receipt(), code -> new ArrayList<>()).add(one.paper());
            } else {
                day.after(one.paper());
            }
        }
        for (var credit : paid.returned().getOrDefault(charge, List.of())) {
            settled.merge(credit.receipt(), -credit.amount(), Math::addExact);
        }
        var left = rest;
        var credits = new ArrayList<TrueUpCredit>();
        for (var settler : settled.entrySet()) {
            if (left <= 0) break;
            var amount = Math.min(left, settler.getValue());
            if (amount <= 0) continue;
            credits.add(new TrueUpCredit(settler.getKey(), amount));
            day.after(papers.getOrDefault(settler.getKey(), List.of()));
            left -= amount;
        }
        if (left > 0) {
            throw inKind
                    ? InKindException.settled(charge)
                    : ContributionsException.paidByHand(charge);
        }
        return credits;
    }
}
