package id.patungan.grants;

import static id.patungan.grants.Secretariat.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patungan.grants.AwardTerms.BudgetLine;
import id.patungan.grants.AwardTerms.Calculation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.List;

/** How the amount of a budget line was worked out. */
class AwardCalculationTest {

    private static final JsonMapper JSON = AwardRepository.reader(JsonMapper.builder().build());

    private static AwardTerms pay(String quantity, long unitCost) {
        var first = Secretariat.hibah();
        var office = first.lines().getLast();
        return with(
                first,
                new BudgetLine(
                        "1",
                        "OPS",
                        "Gaji",
                        "Pay",
                        rupiah(400_000_000),
                        List.of("511"),
                        List.of(),
                        false,
                        null,
                        new Calculation(new BigDecimal(quantity), "orang-bulan", unitCost)),
                office);
    }

    private static AwardTerms with(AwardTerms first, BudgetLine... lines) {
        return new AwardTerms(
                first.giver(),
                first.kind(),
                first.agreementNo(),
                first.agreementDate(),
                first.signatories(),
                first.titleId(),
                first.titleEn(),
                first.currency(),
                first.amount(),
                first.conditional(),
                first.from(),
                first.to(),
                first.paidUntil(),
                first.bankAccount(),
                first.interest(),
                first.unspent(),
                first.returnBy(),
                first.exchange(),
                first.exchangeBearer(),
                first.indirectCap(),
                first.sample(),
                first.purposes(),
                List.of(lines),
                first.activities(),
                first.tranches(),
                first.reports(),
                first.promises());
    }

    @Test
    void quantityTimesUnitCostIsTheAmount() {
        assertThat(pay("12.50", rupiah(32_000_000)).lines().getFirst().calculation())
                .isEqualTo(
                        new Calculation(new BigDecimal("12.5"), "orang-bulan", rupiah(32_000_000)));
        assertThat(pay("4E1", rupiah(10_000_000)).lines().getFirst().calculation())
                .isEqualTo(
                        new Calculation(new BigDecimal("40"), "orang-bulan", rupiah(10_000_000)));
    }

    @Test
    void oneSenOffIsRefusedAndTheLineIsNamed() {
        assertThatThrownBy(() -> pay("40", rupiah(10_000_000) - 1))
                .isInstanceOf(AwardException.class)
                .hasMessage(
                        "Line 1: 40 orang-bulan at IDR 9999999.99 come to 399999999.60,"
                                + " the line is of IDR 400000000.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-40", "0.0000001", "1234567890123456"})
    void whatIsNoQuantityIsRefused(String quantity) {
        assertThatThrownBy(() -> new Calculation(new BigDecimal(quantity), "unit", 1))
                .isInstanceOf(AwardException.class)
                .hasMessageContaining("not a quantity");
    }

    @Test
    void aUnitThatCostsNothingOrHasNoNameIsRefused() {
        assertThatThrownBy(() -> new Calculation(BigDecimal.ONE, "unit", 0))
                .isInstanceOf(AwardException.class);
        assertThatThrownBy(() -> new Calculation(BigDecimal.ONE, " ", 1))
                .isInstanceOf(AwardException.class);
    }

    @Test
    void termsAreReadAsTheyWereStoredWithItAndBeforeItWasThere() {
        var terms = pay("40", rupiah(10_000_000));
        var stored = JSON.writeValueAsString(terms);
        assertThat(JSON.readValue(stored, AwardTerms.class)).isEqualTo(terms);
        var old = (ObjectNode) JSON.readTree(JSON.writeValueAsString(Secretariat.hibah()));
        for (var line : old.path("lines")) ((ObjectNode) line).remove("calculation");
        for (var purpose : old.path("purposes")) ((ObjectNode) purpose).remove("once");
        assertThat(old.toString()).doesNotContain("calculation", "once");
        assertThat(JSON.treeToValue(old, AwardTerms.class)).isEqualTo(Secretariat.hibah());
    }
}
