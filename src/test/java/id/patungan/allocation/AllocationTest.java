package id.patungan.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.Money;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Currency;

class AllocationTest {

    private static final Currency IDR = Currency.getInstance("IDR");

    @Test
    void wastewaterIsPaidByFixedAmountsAndTheProvinceTakesTheRest() {
        var rule =
                RuleFile.read(
                                "k4.yml",
                                """
                                rule:
                                  kind: fixed
                                  amounts: {"34.71": 125000000, "34.04": 10000000, "34.02": 10000000}
                                  rest: {kind: only, party: "34"}
                                """)
                        .document();
        var parties =
                PartiesFile.read("p.csv", "party,name\n34.71,Kota\n34.04,S\n34.02,B\n34,DIY\n");

        var shares = Allocation.allocate(rupiah(795_000_000), rule, parties);

        assertThat(shares.shares())
                .extracting(Shares.Share::share)
                .containsExactly(
                        rupiah(125_000_000),
                        rupiah(10_000_000),
                        rupiah(10_000_000),
                        rupiah(650_000_000));
    }

    private static Money rupiah(long amount) {
        return Money.of(IDR, BigDecimal.valueOf(amount));
    }
}
