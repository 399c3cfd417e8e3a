package id.patungan.contributions.reminders;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A reminder that is proposed: what one party is to be reminded of by one step.
 *
 * @param items by due day and charge
 */
public record DueReminder(
        String party, String partyName, ReminderStep step, LocalDate asOf, List<Item> items) {

    /** Takes a copy. */
    public DueReminder {
        items = List.copyOf(items);
    }

    /**
     * A charge, or the instalment of one, that is to be named.
     *
     * @param days since the due day; below zero before it
     * @param disputedSince when the charge was disputed; null if it is not
     */
    public record Item(
            String charge,
            String assessment,
            String description,
            String fund,
            LocalDate due,
            long days,
            Money open,
            @Nullable Instant disputedSince) {

        /** The day on which it was disputed; null if it is not. */
        public @Nullable LocalDate disputedOn(ZoneId zone) {
            return disputedSince == null ? null : LocalDate.ofInstant(disputedSince, zone);
        }
    }

    /** What was sent: a step about a due day of a charge. */
    public record Sent(String charge, LocalDate due, int days) {}

    /** All that is open of it. */
    public Money total() {
        return items.stream().map(Item::open).reduce(Money::plus).orElseThrow();
    }

    /** How many of its charges are disputed. */
    public long disputed() {
        return items.stream().filter(item -> item.disputedSince() != null).count();
    }

    /** An open part of a charge on a day, with whose it is. */
    record Open(String party, String partyName, Item item) {}

    /**
     * What is due by a schedule; pure. Of each part the latest step that has been reached, unless
     * that or a later one was sent: what was missed is not made up for.
     *
     * @param open parts of which something is open
     */
    static List<DueReminder> of(
            List<ReminderStep> steps, List<Open> open, List<Sent> sent, LocalDate asOf) {
        var groups = new TreeMap<String, Map<Integer, List<Open>>>();
        var byDays = new TreeMap<Integer, ReminderStep>();
        for (var step : steps) byDays.put(step.days(), step);
        for (var one : open) {
            var item = one.item();
            var step = byDays.floorEntry(Math.toIntExact(item.days()));
            if (step == null || item.open().minorUnits() <= 0) continue;
            int reached = step.getValue().days();
            var done =
                    sent.stream()
                            .anyMatch(before ->
                                    before.charge().equals(item.charge())
                                            && before.due().equals(item.due())
                                            && before.days() >= reached);
            if (!done) {
                groups.computeIfAbsent(one.party(), party -> new TreeMap<>())
                        .computeIfAbsent(reached, days -> new ArrayList<>())
                        .add(one);
            }
        }
        var found = new ArrayList<DueReminder>();
        groups.forEach((party, own) ->
                own.forEach((days, parts) -> {
                    var step = byDays.get(days);
                    if (step == null) throw new IllegalArgumentException("No step " + days);
                    found.add(
                            new DueReminder(
                                    party,
                                    parts.getFirst().partyName(),
                                    step,
                                    asOf,
                                    parts.stream()
                                            .map(Open::item)
                                            .sorted(
                                                    Comparator.comparing(Item::due)
                                                            .thenComparing(Item::charge))
                                            .toList()));
                }));
        return found;
    }
}
