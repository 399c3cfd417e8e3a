package id.patungan.budget.pages;

import id.patungan.budget.Budget;
import id.patungan.budget.BudgetLine;
import id.patungan.budget.BudgetSide;
import id.patungan.budget.YearBudget;
import id.patungan.ledger.Names;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A budget as a page shows it: lines by fund, the original beside the revision, months of the
 * newest.
 *
 * @param whole whether every amount is of whole units, so that no decimals need be shown
 */
record BudgetView(Budget budget, List<Part> parts, List<Sum> sums, boolean whole) {

    /**
     * A fund with its lines and what they come to.
     *
     * @param name of the fund
     */
    record Part(String fund, String name, List<Row> rows, List<Sum> sums) {}

    /**
     * A line.
     *
     * @param line the newest that there is of it
     * @param no its number in the newest version, from 1; 0 if it was left out there
     * @param original what the year comes to in the original; null if it is not there
     * @param revision the same in the revision
     */
    record Row(
            BudgetLine line,
            String account,
            int no,
            @Nullable Long original,
            @Nullable Long revision) {

        /** Revision less original. */
        public long change() {
            return (revision == null ? 0 : revision) - (original == null ? 0 : original);
        }

        /** Its months in the newest version. */
        public List<Long> months() {
            return no == 0 ? Collections.nCopies(BudgetLine.MONTHS, 0L) : line.months();
        }

        /** What they come to. */
        public long total() {
            return no == 0 ? 0 : line.total();
        }
    }

    /**
     * What lines come to.
     *
     * @param key {@code income}, {@code expense}, {@code assets} or {@code difference}
     * @param months of the newest version
     */
    record Sum(String key, long original, long revision, List<Long> months) {

        /** Revision less original. */
        public long change() {
            return revision - original;
        }

        /** What they come to. */
        public long total() {
            return months.stream().mapToLong(Long::longValue).sum();
        }
    }

    static BudgetView of(Budget budget, Names names, Locale locale) {
        var accounts = named(names.accounts(), locale);
        var funds = named(names.funds(), locale);
        var versions = versions(budget);
        var parts = new ArrayList<Part>();
        for (var fund :
                versions.stream()
                        .flatMap(one -> one.funds().stream())
                        .sorted()
                        .distinct()
                        .toList()) {
            parts.add(
                    new Part(
                            fund,
                            funds.getOrDefault(fund, fund),
                            rows(budget, fund, accounts),
                            sums(budget, fund)));
        }
        var unit = BigDecimal.TEN.pow(budget.original().currency().getDefaultFractionDigits());
        var whole =
                versions.stream()
                        .flatMap(one -> one.lines().stream())
                        .flatMap(line -> line.months().stream())
                        .allMatch(month -> month % unit.longValueExact() == 0);
        return new BudgetView(budget, parts, sums(budget, null), whole);
    }

    private static Map<String, String> named(List<Names.Named> all, Locale locale) {
        var names = new TreeMap<String, String>();
        all.forEach(one -> names.put(one.code(), one.name(locale)));
        return names;
    }

    private static List<YearBudget> versions(Budget budget) {
        return Stream.of(budget.original(), budget.newest()).distinct().toList();
    }

    private static List<Row> rows(Budget budget, String fund, Map<String, String> accounts) {
        var rows = new LinkedHashMap<BudgetLine.Key, Row>();
        var revised = budget.revision() != null;
        var original = budget.original().lines();
        for (var at = 0; at < original.size(); at++) {
            var line = original.get(at);
            if (!line.fund().equals(fund)) continue;
            rows.put(line.key(), row(line, accounts, revised ? 0 : at + 1, line.total(), null));
        }
        if (!revised) return List.copyOf(rows.values());
        var newest = budget.newest().lines();
        for (var at = 0; at < newest.size(); at++) {
            var line = newest.get(at);
            if (!line.fund().equals(fund)) continue;
            var before = rows.get(line.key());
            rows.put(
                    line.key(),
                    row(
                            line,
                            accounts,
                            at + 1,
                            before == null ? null : before.original(),
                            line.total()));
        }
        return rows.values().stream()
                .sorted(
                        Comparator.comparing((Row one) -> one.line().account())
                                .thenComparing(one -> one.line().text()))
                .toList();
    }

    private static Row row(
            BudgetLine line,
            Map<String, String> accounts,
            int no,
            @Nullable Long original,
            @Nullable Long revision) {
        return new Row(
                line,
                accounts.getOrDefault(line.account(), line.account()),
                no,
                original,
                revision);
    }

    private static List<Sum> sums(Budget budget, @Nullable String fund) {
        var first = budget.original();
        var newest = budget.newest();
        var sums = new ArrayList<Sum>();
        for (var side : BudgetSide.values()) {
            var months = months(newest, side, fund);
            if (side == BudgetSide.ASSETS
                    && first.total(side, fund) == 0
                    && newest.total(side, fund) == 0) {
                continue;
            }
            sums.add(
                    new Sum(
                            side.code(),
                            first.total(side, fund),
                            newest.total(side, fund),
                            months));
        }
        var left = new ArrayList<Long>();
        for (var at = 0; at < BudgetLine.MONTHS; at++) {
            var rest = 0L;
            for (var sum : sums) {
                var amount = sum.months().get(at);
                rest += sum.key().equals(BudgetSide.INCOME.code()) ? amount : -amount;
            }
            left.add(rest);
        }
        sums.add(new Sum("difference", first.difference(fund), newest.difference(fund), left));
        return sums;
    }

    private static List<Long> months(YearBudget budget, BudgetSide side, @Nullable String fund) {
        var months = new ArrayList<>(Collections.nCopies(BudgetLine.MONTHS, 0L));
        for (var line : budget.lines()) {
            if (budget.side(line) != side) continue;
            if (fund != null && !line.fund().equals(fund)) continue;
            for (var at = 0; at < BudgetLine.MONTHS; at++) {
                months.set(at, months.get(at) + line.months().get(at));
            }
        }
        return months;
    }

    /** An amount as a number with the decimals that the view needs. */
    public BigDecimal amount(long minorUnits) {
        var digits = budget.original().currency().getDefaultFractionDigits();
        var amount = BigDecimal.valueOf(minorUnits, digits);
        return whole ? amount.setScale(0) : amount;
    }

    /**
     * Income, expense, fixed assets and difference of what is in force.
     *
     * @param fund null for all
     */
    public List<Long> inForce(@Nullable String fund) {
        var budget = this.budget.inForce();
        return List.of(
                budget.total(BudgetSide.INCOME, fund),
                budget.total(BudgetSide.EXPENSE, fund),
                budget.total(BudgetSide.ASSETS, fund),
                budget.difference(fund));
    }

    /** The funds of what is in force, with their names. */
    public List<Part> funds() {
        return parts.stream()
                .filter(part -> budget.inForce().funds().contains(part.fund()))
                .toList();
    }
}
