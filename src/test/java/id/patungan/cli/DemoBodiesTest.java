package id.patungan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import id.patungan.basics.DomainException;
import id.patungan.basics.Fraction;
import id.patungan.contributions.Assessment;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Basis;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.OpenCharge;
import id.patungan.contributions.UnitAccount;
import id.patungan.contributions.UnitAccounts;
import id.patungan.contributions.letters.Letters;
import id.patungan.contributions.paying.PaymentLines;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.PaperFilter;
import id.patungan.documents.Register;
import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
import id.patungan.parties.Bodies;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.People;
import id.patungan.statements.RegionStatement;
import id.patungan.statements.StatementPeriod;
import id.patungan.statements.Statements;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** Barlingmascakeb, Javapromo and INTA say what the sources say; Kebumen sees its two accounts. */
@DatabaseTest
class DemoBodiesTest {

    private static final String DUES_2005 = "AS-2005-0001";
    private static final String DUES_2006 = "AS-2006-0001";

    @Autowired private Demo demo;
    @Autowired private Bodies bodies;
    @Autowired private People people;
    @Autowired private Assessments assessments;
    @Autowired private Contributions contributions;
    @Autowired private Statements statements;
    @Autowired private Register register;
    @Autowired private Checks checks;
    @Autowired private SuperUser superUser;
    @Autowired private UnitAccounts units;
    @Autowired private PaymentLines lines;

    @BeforeEach
    void theDemo() {
        demo.load();
    }

    private Access all(String body) {
        return Access.system(bodies.byCode(body).orElseThrow().id());
    }

    private Access kebumen(String body) {
        return new Access(people.viewer("kebumen").orElseThrow(), all(body).body());
    }

    private Map<String, String> shares(String body, String assessment) {
        return assessments.get(all(body), assessment).shares().stream()
                .collect(
                        Collectors.toMap(
                                Assessment.Share::party,
                                share -> share.share().toDecimal().toPlainString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {DemoBodies.BARLINGMASCAKEB, DemoBodies.JAVAPROMO, DemoBodies.INTA})
    void everyCheckPasses(String body) {
        assertThat(checks.run(all(body)))
                .allSatisfy(result ->
                        assertThat(result).as(result.check()).matches(CheckResult::passed));
    }

    /** B1: a hundred million from each of five. */
    @Test
    void barlingmascakebIsCarriedByFiveEqualDues() {
        assertThat(shares(DemoBodies.BARLINGMASCAKEB, DUES_2005))
                .hasSize(5)
                .containsOnlyKeys("33.01", "33.02", "33.03", "33.04", "33.05")
                .allSatisfy((party, share) -> assertThat(share).isEqualTo("100000000.00"));
        assertThat(contributions.collection(all(DemoBodies.BARLINGMASCAKEB), 2005).concentration())
                .hasValueSatisfying(one -> {
                    assertThat(one.payers()).isEqualTo(5);
                    assertThat(one.index()).isEqualTo(Fraction.of(1, 5));
                });
    }

    /** B2: five million a month are sixty million, 12 % of the dues. */
    @Test
    void theManagerOfBarlingmascakebCostsTwelvePercentOfTheDues() throws SQLException {
        try (var connection = superUser.connect();
                var statement =
                        connection.prepareStatement(
                                "SELECT SUM(p.amount) FROM posting p JOIN account a ON a.book_id ="
                                        + " p.book_id AND a.account_id = p.account_id WHERE"
                                        + " p.book_id = ? AND a.code = '51100'")) {
            statement.setInt(1, all(DemoBodies.BARLINGMASCAKEB).body().value());
            try (var rows = statement.executeQuery()) {
                rows.next();
                assertThat(rows.getLong(1)).isEqualTo(6_000_000_000L);
                assertThat(Fraction.of(rows.getLong(1), 50_000_000_000L))
                        .isEqualTo(Fraction.of(12, 100));
            }
        }
    }

    /** B3: the source gives the dues to both offices of a member; nobody knows in which parts. */
    @Test
    void everyMemberOfBarlingmascakebPaysFromTwoOffices() throws IOException {
        var all = all(DemoBodies.BARLINGMASCAKEB);
        var parts = units.of(all, new UnitAccounts.Asked(null, DUES_2005, null, null));

        assertThat(parts).hasSize(10);
        assertThat(parts)
                .filteredOn(part -> part.party().equals("33.01"))
                .extracting(UnitAccount::unit, part -> part.open().toDecimal().toPlainString())
                .containsExactly(
                        tuple("33.01-SEKDA", "0.00"), tuple("33.01-BAPPEDA", "40000000.00"));
        assertThat(lines.versions(all, null))
                .hasSize(5)
                .allMatch(one -> one.basis() != null && one.basis().kind() == Basis.Kind.SAMPLE);
        var letter =
                register.list(
                                all,
                                new PaperFilter(
                                        Letters.SERIES,
                                        null,
                                        null,
                                        DUES_2005 + "/33.01",
                                        IssuedPaper.Status.ISSUED))
                        .getFirst();
        assertThat(text(register.file(all, letter.code())))
                .contains("Dibayar dari", "Sekretariat Daerah Kabupaten Cilacap")
                .contains("kode rekening 5.1.02.01", "60.000.000,00", "40.000.000,00");
        assertThat(statement(all, "33.01", 2005).units())
                .extracting(RegionStatement.Unit::code, RegionStatement.Unit::open)
                .containsExactly(tuple("33.01-SEKDA", 0L), tuple("33.01-BAPPEDA", 4_000_000_000L));
    }

    /** J1: a tenth of a base that is made up; the twelve others nothing, and it shows. */
    @Test
    void javapromoHangsOnOnePayer() {
        var shares = shares(DemoBodies.JAVAPROMO, DUES_2006);

        assertThat(shares).hasSize(13).containsEntry("34.04", "1500000000.00");
        shares.remove("34.04");
        assertThat(shares.values()).containsOnly("0.00");
        assertThat(contributions.collection(all(DemoBodies.JAVAPROMO), 2006).concentration())
                .hasValueSatisfying(one -> {
                    assertThat(one.payers()).isEqualTo(1);
                    assertThat(one.largest()).isEqualTo("Kabupaten Sleman");
                    assertThat(one.percent()).isEqualByComparingTo("100");
                    assertThat(one.index()).isEqualTo(Fraction.ONE);
                });
    }

    @Test
    void intaChargesByCategoryClassAndExecutivesInEuros() throws IOException {
        assertThat(shares(DemoBodies.INTA, DUES_2006))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "NASIONAL-1", "9350.00",
                                "KOTA-8", "1960.00",
                                "KOTA-6", "1350.00",
                                "PERORANGAN-1", "300.00"));
        var letter =
                register.list(
                                all(DemoBodies.INTA),
                                new PaperFilter(
                                        Letters.SERIES,
                                        null,
                                        null,
                                        DUES_2006 + "/KOTA-8",
                                        IssuedPaper.Status.ISSUED))
                        .getFirst();
        assertThat(text(register.file(all(DemoBodies.INTA), letter.code())))
                .contains("EUR", "1,960.00", "One thousand nine hundred sixty euros")
                .contains("Under Membership dues")
                .doesNotContain("rupiah", "Rp", "OTHER");
        assertThat(statement(all(DemoBodies.INTA), "KOTA-6", 2006).closing()).isEqualTo(35_000);
    }

    /** One sign-in, two accounts that know nothing of each other. */
    @Test
    void kebumenSeesItsTwoAccountsAndNobodyElses() {
        assertThat(contributions.openCharges(kebumen(DemoBodies.BARLINGMASCAKEB), null))
                .extracting(OpenCharge::party)
                .containsOnly("33.05");
        assertThat(contributions.openCharges(kebumen(DemoBodies.JAVAPROMO), null)).isEmpty();
        assertThat(statement(kebumen(DemoBodies.BARLINGMASCAKEB), "33.05", 2005).movements())
                .hasSize(2);
        assertThat(statement(kebumen(DemoBodies.JAVAPROMO), "33.05", 2006).movements()).isEmpty();
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> statement(kebumen(DemoBodies.BARLINGMASCAKEB), "33.02", 2005));
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() ->
                        contributions.openCharges(
                                new Access(
                                        people.viewer("kebumen").orElseThrow(),
                                        all(DemoBodies.INTA).body()),
                                null));
    }

    private RegionStatement statement(Access access, String party, int year) {
        return statements.of(
                access,
                party,
                new StatementPeriod(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)),
                null);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
