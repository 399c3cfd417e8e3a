package id.patungan.forecasting.projection;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.projection.Line.Group;
import id.patungan.forecasting.projection.Origin.Kind;
import id.patungan.ledger.Restriction;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** Small outlooks for tests; amounts in rupiah. */
public final class Outlooks {

    public static final YearMonth JANUARY = YearMonth.of(2007, 1);
    public static final long RUPIAH = 100;
    public static final long JUTA = 1_000_000 * RUPIAH;

    private Outlooks() {}

    /** With a general fund that holds so much, and these lines. */
    public static Outlook of(int months, long opening, List<Line> lines) {
        return of(
                months, List.of(pot("UMUM", Restriction.UNRESTRICTED, opening)), List.of(), lines);
    }

    public static Outlook of(
            int months, List<Pot> pots, List<Outlook.Award> awards, List<Line> lines) {
        return new Outlook(
                LocalDate.of(2006, 12, 31),
                214,
                JANUARY,
                months,
                Currency.getInstance("IDR"),
                pots,
                awards,
                lines);
    }

    public static Pot pot(String fund, Restriction restriction, long opening) {
        return new Pot(fund, fund, restriction, opening);
    }

    /** Dues of a member that fall due every year in one month. */
    public static Line dues(String party, int months, int month, long amount) {
        return dues(party, yearly(months, month, amount), Lag.AT_ONCE);
    }

    public static Line dues(String party, List<Long> due, Lag lag) {
        return new Line(
                "dues/" + party,
                Group.DUES,
                "UMUM",
                "41100",
                "D1",
                party,
                null,
                true,
                due,
                lag,
                List.of(Origin.of(Kind.ASSESSMENT, "AS-2006-0001/" + party)));
    }

    /** A cost of the same amount every month. */
    public static Line cost(String fund, String account, int months, long monthly) {
        return cost(fund, account, true, Collections.nCopies(months, monthly));
    }

    public static Line cost(String fund, String account, boolean recurring, List<Long> due) {
        return new Line(
                "cost/" + fund + "/" + account,
                account.startsWith("51") ? Group.STAFF : Group.COSTS,
                fund,
                account,
                null,
                null,
                null,
                recurring,
                due,
                Lag.AT_ONCE,
                List.of(Origin.of(Kind.BUDGET, "2007/main")));
    }

    /** What an award brings. */
    public static Line award(String code, String fund, String party, List<Long> due) {
        return new Line(
                "award/" + code,
                Group.AWARDS,
                fund,
                "43100",
                "D3",
                party,
                null,
                false,
                due,
                Lag.AT_ONCE,
                List.of(Origin.of(Kind.AWARD, code)));
    }

    /** An amount in one month of every year, January being 0. */
    public static List<Long> yearly(int months, int month, long amount) {
        var due = new ArrayList<Long>();
        for (int at = 0; at < months; at++) due.add(at % 12 == month ? amount : 0L);
        return due;
    }

    /** Amounts in some months, nothing in the others. */
    public static List<Long> in(int months, Map<Integer, Long> amounts) {
        var due = new ArrayList<Long>();
        for (int at = 0; at < months; at++) due.add(amounts.getOrDefault(at, 0L));
        return due;
    }

    /** Shares of a whole, in percent. */
    public static Lag lag(int... percent) {
        var shares = new ArrayList<Fraction>();
        for (var one : percent) shares.add(Fraction.of(one, 100));
        return new Lag(shares);
    }
}
