package id.patungan.grants;

import static id.patungan.grants.Secretariat.day;

import id.patungan.grants.AwardTerms.BudgetLine;
import id.patungan.grants.AwardTerms.Calculation;
import id.patungan.grants.AwardTerms.Condition;
import id.patungan.grants.AwardTerms.ExchangeBearer;
import id.patungan.grants.AwardTerms.ExchangeMethod;
import id.patungan.grants.AwardTerms.Interest;
import id.patungan.grants.AwardTerms.Kind;
import id.patungan.grants.AwardTerms.Purpose;
import id.patungan.grants.AwardTerms.Tranche;
import id.patungan.grants.AwardTerms.Unspent;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** The terms of a made-up euro award of three tranches. */
public final class EuroAward {

    public static final Currency EUR = Currency.getInstance("EUR");
    public static final String CODE = "GTZ-EUR";
    public static final String FUND = "DONOR-GTZ";

    private EuroAward() {}

    /** EUR 40,000 in 2006 on one line, {@code GTZ-EUR/A}: ten months of a person at 4,000. */
    public static AwardTerms terms(
            ExchangeMethod method, ExchangeBearer bearer, boolean conditional) {
        return terms(method, bearer, conditional, Interest.AWARD);
    }

    /** The same with another rule for interest, at the average of the transfers. */
    static AwardTerms terms(Interest interest) {
        return terms(ExchangeMethod.TRANSFER_AVERAGE, ExchangeBearer.AWARD, true, interest);
    }

    private static AwardTerms terms(
            ExchangeMethod method, ExchangeBearer bearer, boolean conditional, Interest interest) {
        return new AwardTerms(
                "GTZ",
                Kind.DONOR,
                "GTZ/2006/1",
                day("2006-01-02"),
                "GTZ dan Sekber",
                "Penguatan kerja sama",
                "Stronger cooperation",
                EUR,
                40_000_00,
                conditional,
                day("2006-01-01"),
                day("2006-12-31"),
                day("2007-01-31"),
                "11221",
                interest,
                Unspent.RETURN,
                day("2007-02-28"),
                method,
                bearer,
                null,
                "Contoh",
                List.of(new Purpose("KS", "Kerja sama", "Cooperation", FUND, null, false)),
                List.of(
                        new BudgetLine(
                                "A",
                                "KS",
                                "Tenaga ahli",
                                "Experts",
                                40_000_00,
                                List.of(),
                                List.of(),
                                false,
                                null,
                                new Calculation(BigDecimal.TEN, "orang-bulan", 4_000_00))),
                List.of(),
                List.of(
                        tranche("T1", 10_000_00, "2006-01-15"),
                        tranche("T2", 20_000_00, "2006-04-15"),
                        tranche("T3", 10_000_00, "2006-07-15")),
                List.of(),
                List.of());
    }

    private static Tranche tranche(String code, long amount, String day) {
        return new Tranche(code, amount, day(day), Condition.NONE, null);
    }
}
