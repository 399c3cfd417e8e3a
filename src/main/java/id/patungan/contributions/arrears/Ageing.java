package id.patungan.contributions.arrears;

import id.patungan.basics.Money;
import id.patungan.contributions.OpenCharge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is open of each party by how long it is overdue, on a day and as known at an entry, each
 * instalment by its own day; and that it ties to the control accounts.
 *
 * @param rows by code of the party; only those of whom something is open
 * @param controls what the charges say and what the ledger says, by receivable account
 */
public record Ageing(
        LocalDate asOf, long knownAt, List<Row> rows, List<Control> controls, Money zero) {

    /** Takes copies. */
    public Ageing {
        rows = List.copyOf(rows);
        controls = List.copyOf(controls);
    }

    /**
     * Ages the charges; pure.
     *
     * @param charges as of the day; what is not open is left out
     * @param ledger the balance of each control account on that day, by its code
     */
    public static Ageing of(
            Collection<OpenCharge> charges,
            Map<String, Money> ledger,
            LocalDate asOf,
            long knownAt,
            Money zero) {
        var parties = new TreeMap<String, List<OpenCharge>>();
        var open = new TreeMap<String, Money>();
        ledger.keySet().forEach(account -> open.put(account, zero));
        for (var charge : charges) {
            if (charge.open().isZero() && charge.allowance().isZero()) continue;
            parties.computeIfAbsent(charge.party(), party -> new ArrayList<>()).add(charge);
            open.merge(charge.account(), charge.open(), Money::plus);
        }
        return new Ageing(
                asOf,
                knownAt,
                parties.values().stream().map(own -> Row.of(own, asOf, zero)).toList(),
                open.entrySet().stream()
                        .map(one ->
                                new Control(
                                        one.getKey(),
                                        one.getValue(),
                                        ledger.getOrDefault(one.getKey(), zero)))
                        .toList(),
                zero);
    }

    /** All parties together, in one bucket. */
    public Money total(Bucket bucket) {
        return rows.stream().map(row -> row.in(bucket)).reduce(zero, Money::plus);
    }

    /** All parties together. */
    public Money total() {
        return rows.stream().map(Row::total).reduce(zero, Money::plus);
    }

    /** The allowances for all parties. */
    public Money allowance() {
        return rows.stream().map(Row::allowance).reduce(zero, Money::plus);
    }

    /** All that is open less the allowances: what the balance sheet shows. */
    public Money net() {
        return total().minus(allowance());
    }

    /** All that is overdue of all parties. */
    public Money overdue() {
        return total().minus(total(Bucket.NOT_DUE));
    }

    /** What the control accounts hold. */
    public Money ledger() {
        return controls.stream().map(Control::ledger).reduce(zero, Money::plus);
    }

    /** Whether every control account holds what the charges say. */
    public boolean ties() {
        return controls.stream().allMatch(Control::ties) && total().equals(ledger());
    }

    /**
     * A control account.
     *
     * @param charges what is open of the charges on it
     * @param ledger its balance
     */
    public record Control(String account, Money charges, Money ledger) {

        /** Whether the two are the same. */
        public boolean ties() {
            return charges.equals(ledger);
        }
    }

    /**
     * A party.
     *
     * @param amounts open, by bucket; every bucket is there
     * @param allowance for what may not be paid of it, on 11390
     * @param oldestDays how many days the oldest open charge is overdue; 0 if none is
     */
    public record Row(
            String party,
            String name,
            Map<Bucket, Money> amounts,
            Money allowance,
            long oldestDays) {

        /** Takes a copy. */
        public Row {
            amounts = Map.copyOf(amounts);
        }

        static Row of(List<OpenCharge> charges, LocalDate asOf, Money zero) {
            var amounts = new EnumMap<Bucket, Money>(Bucket.class);
            for (var bucket : Bucket.values()) amounts.put(bucket, zero);
            var allowance = zero;
            var oldest = 0L;
            for (var charge : charges) {
                allowance = allowance.plus(charge.allowance());
                for (var part : charge.schedule()) {
                    if (part.open().isZero()) continue;
                    var days = Bucket.days(part.due(), asOf);
                    amounts.merge(Bucket.of(days), part.open(), Money::plus);
                    if (!part.open().isNegative()) oldest = Math.max(oldest, days);
                }
            }
            var first = charges.getFirst();
            return new Row(first.party(), first.partyName(), amounts, allowance, oldest);
        }

        /** What is open in a bucket. */
        public Money in(Bucket bucket) {
            var amount = amounts.get(bucket);
            if (amount == null) throw new IllegalArgumentException("No " + bucket);
            return amount;
        }

        /** All that is open. */
        public Money total() {
            return amounts.values().stream().reduce(Money::plus).orElseThrow();
        }

        /** What is overdue. */
        public Money overdue() {
            return total().minus(in(Bucket.NOT_DUE));
        }

        /** All that is open less the allowance. */
        public Money net() {
            return total().minus(allowance);
        }
    }
}
