package id.patungan.contributions;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.ledger.Books;
import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Indicators;
import id.patungan.parties.Members;
import id.patungan.parties.NewIndicatorValue;
import id.patungan.parties.Parties;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * J1: one member allots ten percent of its hotel and restaurant tax, the others nothing. The source
 * gives no base; the figures here are invented.
 */
@DatabaseTest
class RevenueDuesTest {

    private static final String TEN_PERCENT =
            """
            name: Sepuluh persen pajak hotel dan restoran
            rule:
              kind: rate
              rates: {"34.04": 1/10}
              indicators: [hotel_tax, restaurant_tax]
            """;

    private final Assessments assessments;
    private final Recalculations recalculations;
    private final Contributions contributions;
    private final Indicators indicators;
    private final Checks checks;
    private final Town town;

    @Autowired
    RevenueDuesTest(
            Assessments assessments,
            Recalculations recalculations,
            Contributions contributions,
            Indicators indicators,
            Checks checks,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.assessments = assessments;
        this.recalculations = recalculations;
        this.contributions = contributions;
        this.indicators = indicators;
        this.checks = checks;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
    }

    private void declared(String indicator, String amount, String source) {
        indicators.record(
                town.finance(),
                new NewIndicatorValue(
                        SLEMAN,
                        indicator,
                        2005,
                        new BigDecimal(amount),
                        "IDR",
                        source,
                        LocalDate.of(2006, 1, 5)));
    }

    /** The dues of 2006 follow the tax of 2005: a lag of one year. */
    private static NewAssessment dues() {
        return new NewAssessment(
                NewAssessment.Kind.DUES,
                2006,
                new FundCode("UMUM"),
                null,
                null,
                TEN_PERCENT,
                null,
                2005,
                new LegalBasis("PKS-1", "Pasal 6"),
                LocalDate.of(2006, 1, 16),
                LocalDate.of(2006, 3, 31),
                "Iuran 10% pajak hotel dan restoran",
                new Basis(Basis.Kind.SAMPLE, "Dasar pengenaan contoh"),
                Map.of(),
                Map.of());
    }

    @Test
    void onePaysByItsDeclaredBaseAndTheOthersAreShownAtZero() {
        declared("hotel_tax", "12345678905", "APBD 2005, anggaran (contoh)");
        declared("restaurant_tax", "2000000000", "APBD 2005, anggaran (contoh)");

        var issued = assessments.issue(town.finance(), dues(), "j1");

        // 10 % of 14,345,678,905, half up
        assertThat(issued.shares())
                .extracting(share -> share.party() + " " + share.share().toDecimal())
                .containsExactlyInAnyOrder(
                        SLEMAN + " 1434567891.00", YOGYA + " 0.00", BANTUL + " 0.00");
        assertThat(contributions.openCharges(town.finance(), null))
                .extracting(OpenCharge::party)
                .containsExactly(SLEMAN);
    }

    @Test
    void withoutADeclaredBaseNothingIsAssumed() {
        declared("hotel_tax", "1000000000", "APBD 2005 (contoh)");

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> assessments.issue(town.finance(), dues(), "j1"))
                .withMessageContainingAll(SLEMAN, "restaurant_tax");
        assertThat(assessments.list(town.finance(), null)).isEmpty();
    }

    @Test
    void theRealisedFigureIsTruedUp() {
        declared("hotel_tax", "10000000000", "APBD 2005, anggaran (contoh)");
        declared("restaurant_tax", "0", "APBD 2005, anggaran (contoh)");
        assessments.issue(town.finance(), dues(), "j1");
        declared("hotel_tax", "11500000000", "LRA 2005, realisasi (contoh)");

        recalculations.issue(
                town.finance(),
                new NewRecalculation(
                        "AS-2006-0001",
                        LocalDate.of(2006, 7, 3),
                        LocalDate.of(2006, 9, 30),
                        "Realisasi pajak 2005",
                        "LRA 2005 (contoh)",
                        null),
                "tu");

        var charge = contributions.openCharges(town.finance(), SLEMAN).getFirst();
        assertThat(charge.charged()).isEqualTo(rupiah("1150000000"));
        assertThat(charge.schedule())
                .extracting(OpenCharge.Part::amount)
                .containsExactly(rupiah("1000000000"), rupiah("150000000"));
        assertThat(checks.run(town.finance()))
                // The people of this book are made up
                .filteredOn(one -> !one.check().equals("known-actors"))
                .allMatch(CheckResult::passed);
    }
}
