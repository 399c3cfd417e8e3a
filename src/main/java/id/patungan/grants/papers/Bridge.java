package id.patungan.grants.papers;

import id.patungan.grants.AwardLineCode;
import id.patungan.grants.AwardMovement;
import id.patungan.grants.AwardPosition;
import id.patungan.ledger.TrialBalance;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The bridge between two accounts of one set of events (Jembatan pertanggungjawaban): what the
 * donor bears of each activity, inside its frame, and what the association or the members bear,
 * inside or outside of it; with the account of what the others bear, down to the voucher.
 *
 * @param rows by the code of the activity
 * @param donor what the award bears, as the donor's statement of the same days has it
 * @param others what other funds bear
 * @param byFund the same by fund
 * @param costs that other funds bear
 * @param accounts by which both tie to the trial balance of the same days
 */
public record Bridge(
        AwardPaper.Common common,
        LocalDate from,
        LocalDate until,
        List<Row> rows,
        long donor,
        long others,
        List<ByFund> byFund,
        List<AwardPaper.Cost> costs,
        List<ByAccount> accounts)
        implements AwardPaper {

    /** Copies the lists. */
    public Bridge {
        rows = List.copyOf(rows);
        byFund = List.copyOf(byFund);
        costs = List.copyOf(costs);
        accounts = List.copyOf(accounts);
    }

    /**
     * An activity.
     *
     * @param code of the frame; of the line where an award has no frame
     * @param inside the giver's frame
     */
    public record Row(
            String code, String nameId, String nameEn, boolean inside, long donor, long others) {

        /** What it cost. */
        public long total() {
            return Math.addExact(donor, others);
        }
    }

    /** What a fund bears. */
    public record ByFund(String fund, long amount) {}

    /**
     * An account of costs over all funds: donor + others + rest = booked.
     *
     * @param rest that has nothing to do with the award
     * @param booked debit less credit in the trial balance
     */
    public record ByAccount(String account, long donor, long others, long rest, long booked) {}

    /**
     * The bridge of a period.
     *
     * @param balance of these days
     * @throws AwardPaperException if it does not tie to the book
     */
    static Bridge of(Material material, TrialBalance balance) {
        return new Assembly(material, balance.from(), balance.asOf(), balance.cells()).bridge();
    }

    private record Key(String code, boolean inside) {}

    private record Assembly(
            Material material, LocalDate from, LocalDate until, List<TrialBalance.Cell> cells) {

        Bridge bridge() {
            var book = material.book();
            var others = others().toList();
            var bridge =
                    new Bridge(
                            material.common(),
                            from,
                            until,
                            rows(others),
                            AwardPosition.of(book, from, until).eligible(),
                            sum(others.stream()),
                            byFund(others),
                            others.stream().map(one -> Ledgers.cost(material, one)).toList(),
                            accounts(others));
            requireTies(bridge);
            return bridge;
        }

        private Stream<AwardMovement> others() {
            return material.book().elsewhere().filter(Ledgers.within(from, until));
        }

        private static long sum(Stream<AwardMovement> movements) {
            return movements.mapToLong(AwardMovement::amount).sum();
        }

        private List<Row> rows(List<AwardMovement> others) {
            var rows = new LinkedHashMap<Key, Row>();
            material.book()
                    .costs()
                    .filter(Ledgers.within(from, until))
                    .forEach(one -> add(rows, one, one.amount(), 0));
            others.forEach(one -> add(rows, one, 0, one.amount()));
            return rows.values().stream()
                    .filter(row -> row.donor() != 0 || row.others() != 0)
                    .sorted(
                            Comparator.comparing((Row row) -> !row.inside())
                                    .thenComparing(Row::code))
                    .toList();
        }

        private void add(Map<Key, Row> rows, AwardMovement one, long donor, long others) {
            var code = Ledgers.code(material.book(), one).orElse(null);
            var row = row(code);
            rows.merge(
                    new Key(row.code(), row.inside()),
                    new Row(row.code(), row.nameId(), row.nameEn(), row.inside(), donor, others),
                    (a, b) ->
                            new Row(
                                    a.code(),
                                    a.nameId(),
                                    a.nameEn(),
                                    a.inside(),
                                    Math.addExact(a.donor(), b.donor()),
                                    Math.addExact(a.others(), b.others())));
        }

        private Row row(@Nullable AwardLineCode code) {
            if (code == null) return new Row("-", "-", "-", false, 0, 0);
            var terms = material.book().terms();
            var activity = code.activity();
            if (activity == null) {
                var line = terms.line(code.line());
                return new Row(
                        code.line(),
                        line.map(one -> one.nameId()).orElse(code.line()),
                        line.map(one -> one.nameEn()).orElse(code.line()),
                        !code.outside(),
                        0,
                        0);
            }
            var known =
                    terms.activities().stream()
                            .filter(one -> one.code().equals(activity))
                            .findFirst();
            var named = material.names().get(code.code());
            return new Row(
                    activity,
                    known.map(one -> one.nameId()).orElse(named == null ? activity : named.id()),
                    known.map(one -> one.nameEn()).orElse(named == null ? activity : named.en()),
                    !code.outside(),
                    0,
                    0);
        }

        private static List<ByFund> byFund(List<AwardMovement> others) {
            var sums = new TreeMap<String, Long>();
            others.forEach(one -> sums.merge(one.fund(), one.amount(), Math::addExact));
            var all = new ArrayList<ByFund>();
            sums.forEach((fund, amount) -> all.add(new ByFund(fund, amount)));
            return all;
        }

        private List<ByAccount> accounts(List<AwardMovement> others) {
            var donor = new TreeMap<String, Long>();
            material.book()
                    .costs()
                    .filter(Ledgers.within(from, until))
                    .forEach(one -> donor.merge(one.account(), one.amount(), Math::addExact));
            var other = new TreeMap<String, Long>();
            others.forEach(one -> other.merge(one.account(), one.amount(), Math::addExact));
            var codes = new TreeSet<>(donor.keySet());
            codes.addAll(other.keySet());
            return codes.stream()
                    .map(account -> {
                        var inside = donor.getOrDefault(account, 0L);
                        var outside = other.getOrDefault(account, 0L);
                        var booked = booked(account);
                        return new ByAccount(
                                account, inside, outside, booked - inside - outside, booked);
                    })
                    .toList();
        }

        private long booked(String account) {
            return cells.stream()
                    .filter(one -> one.account().value().equals(account))
                    .mapToLong(one -> one.debit() - one.credit())
                    .sum();
        }

        private void requireTies(Bridge made) {
            var award = material.book().code();
            Ledgers.requireEqual(
                    award, "donor", made.rows.stream().mapToLong(Row::donor).sum(), made.donor);
            Ledgers.requireEqual(
                    award, "others", made.rows.stream().mapToLong(Row::others).sum(), made.others);
            Ledgers.requireEqual(
                    award,
                    "donor by account",
                    made.accounts.stream().mapToLong(ByAccount::donor).sum(),
                    made.donor);
            Ledgers.requireEqual(
                    award,
                    "others by account",
                    made.accounts.stream().mapToLong(ByAccount::others).sum(),
                    made.others);
        }
    }
}
