package id.patungan.forecasting.indicators;

import id.patungan.ledger.Restriction;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * What the indicators of a day are worked out from: sums of the books of the calendar year up to
 * that day, balances on it, charges, awards, and budgets of members. Amounts are minor units.
 *
 * @param from the first day of the year
 * @param knownAt the entry up to which the book was read
 * @param months how many of the last twelve months have books; 0: there is no entry until that day
 * @param year income and expense of the year
 * @param recent the same of the last {@code months} months
 * @param gifts costs in kind of the year
 * @param recentGifts the same of the last months
 * @param balances of assets and liabilities on the day
 * @param claims all charges as they stand on the day
 * @param awards by fund
 * @param budgets of members, by code: PAD, else APBD
 */
record Material(
        LocalDate from,
        LocalDate asOf,
        long knownAt,
        Currency currency,
        int months,
        LocalDate recentFrom,
        List<Flow> year,
        List<Flow> recent,
        Gifts gifts,
        Gifts recentGifts,
        List<Balance> balances,
        List<Claim> claims,
        Map<String, AwardFund> awards,
        Map<String, Budget> budgets) {

    Material {
        year = List.copyOf(year);
        recent = List.copyOf(recent);
        balances = List.copyOf(balances);
        claims = List.copyOf(claims);
        awards = Map.copyOf(awards);
        budgets = Map.copyOf(budgets);
    }

    /** The year has not ended on that day. */
    boolean partial() {
        return asOf.getMonthValue() != 12 || asOf.getDayOfMonth() != 31;
    }

    /**
     * Costs that were given and not paid.
     *
     * @param given against income in kind (47100)
     * @param forDues taken instead of dues
     */
    record Gifts(long given, long forDues) {

        static final Gifts NONE = new Gifts(0, 0);
    }

    /** What stands on an account of a fund, debit above zero. */
    record Balance(
            boolean asset, String account, String fund, Restriction restriction, long amount) {

        boolean cash() {
            return asset && (account.startsWith("111") || account.startsWith("112"));
        }

        boolean fixed() {
            return account.startsWith("12");
        }
    }

    /**
     * A charge.
     *
     * @param year that it is for
     * @param net charged less credited
     * @param paid in money, with tax that the body recognises, by prepayment or in kind
     * @param parts what is open of it, by the day on which it was due
     */
    record Claim(
            String charge,
            String assessment,
            Payer payer,
            Flow.Charged kind,
            int year,
            long net,
            long paid,
            List<Due> parts) {

        Claim {
            parts = List.copyOf(parts);
        }
    }

    /** What is open of a charge and when it was due. */
    record Due(LocalDate on, long open) {}

    /**
     * The award behind a fund.
     *
     * @param ends last day on which its purpose may spend
     * @param once whether the costs end with the purpose
     */
    record AwardFund(String award, Payer giver, LocalDate ends, boolean once) {}

    /**
     * A member's own budget.
     *
     * @param indicator as the register calls it
     * @param amount in minor units; null if the unit is not the book's currency
     */
    record Budget(String indicator, int year, String unit, @Nullable BigDecimal amount) {}
}
