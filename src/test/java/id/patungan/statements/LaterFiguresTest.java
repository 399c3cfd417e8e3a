package id.patungan.statements;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.FundCode;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.NewRecalculation;
import id.patungan.contributions.Recalculations;
import id.patungan.contributions.Receipts;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;

/** A statement made before later figures were known is made again to the byte. */
@DatabaseTest
class LaterFiguresTest {

    private static final StatementPeriod YEAR = StatementPeriod.of(Year.of(2006));
    private static final String TABLE = "party,name,w\n34.71,Y,1\n34.04,S,1\n34.02,B,%d\n";

    private final Statements statements;
    private final StatementRenderer renderer;
    private final Assessments assessments;
    private final Recalculations recalculations;
    private final Receipts receipts;
    private final Town town;

    @Autowired
    LaterFiguresTest(
            Statements statements,
            StatementRenderer renderer,
            Assessments assessments,
            Recalculations recalculations,
            Receipts receipts,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.statements = statements;
        this.renderer = renderer;
        this.assessments = assessments;
        this.recalculations = recalculations;
        this.receipts = receipts;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
    }

    @Test
    void theOldStatementIsTheSameToTheByteAndTheNewOneHasTheDifference() {
        var finance = town.finance();
        assessments.issue(finance, wish(), "a");
        receipts.record(finance, town.receipt(SLEMAN, "110000000"), "r");
        var party = SLEMAN;
        var before = statements.of(finance, party, YEAR, null);
        var known = before.known().entryNo();

        recalculations.issue(
                finance,
                new NewRecalculation(
                        "AS-2006-0001",
                        LocalDate.of(2006, 5, 2),
                        LocalDate.of(2006, 9, 30),
                        "Angka tetap sensus",
                        "BPS 2006",
                        TABLE.formatted(2)),
                "t");

        var again = statements.of(finance, party, YEAR, known);
        for (var language : new Locale[] {Locale.of("id"), Locale.ENGLISH}) {
            for (var format : StatementFormat.values()) {
                assertThat(renderer.render(again, format, language, null))
                        .as(format + " " + language)
                        .isEqualTo(renderer.render(before, format, language, null));
            }
        }
        var now = statements.of(finance, party, YEAR, null);
        assertThat(now.movements()).hasSize(before.movements().size() + 1);
        assertThat(now.movements().getLast().documentNo()).isEqualTo("TU-2006-0001");
        assertThat(now.movements().getLast().charge()).isEqualTo(-2_750_000_000L);
        assertThat(now.closing()).isEqualTo(-2_750_000_000L);
        assertThat(now.accounts())
                .extracting(RegionStatement.AccountBalance::account)
                .contains("21600");
        var bantul = statements.of(finance, BANTUL, YEAR, null);
        assertThat(bantul.closing()).isEqualTo(16_500_000_000L);
    }

    private static NewAssessment wish() {
        return new NewAssessment(
                NewAssessment.Kind.DUES,
                2006,
                new FundCode("UMUM"),
                null,
                rupiah("330000000"),
                "rule: {kind: weights, indicator: w}",
                TABLE.formatted(1),
                null,
                new LegalBasis("PKS-1", "Pasal 6"),
                LocalDate.of(2006, 1, 16),
                LocalDate.of(2006, 3, 31),
                "Iuran 2006",
                null,
                Map.of(),
                Map.of());
    }
}
