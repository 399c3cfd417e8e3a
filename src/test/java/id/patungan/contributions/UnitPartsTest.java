package id.patungan.contributions;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.EQUAL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.NewClaim.Kind;
import id.patungan.contributions.paying.NewPaymentLines;
import id.patungan.contributions.paying.PaymentLine;
import id.patungan.contributions.paying.PaymentLines;
import id.patungan.contributions.paying.Route;
import id.patungan.ledger.Books;
import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
import id.patungan.ledger.Journal;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.testing.DatabaseTest;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Charges divided over the paying units of a party, and what settles them, by the postings. */
@DatabaseTest
class UnitPartsTest {

    private static final LocalDate MAY = LocalDate.of(2006, 5, 2);
    private static final String SEKDA = "SLM-SEKDA";
    private static final String BAPPEDA = "SLM-BAPPEDA";
    private static final String DUES = "AS-2006-0001/" + SLEMAN;

    private final PaymentLines lines;
    private final UnitAccounts units;
    private final Assessments assessments;
    private final Receipts receipts;
    private final Recalculations recalculations;
    private final Claims claims;
    private final Contributions contributions;
    private final Journal journal;
    private final Checks checks;
    private final Town town;

    @Autowired
    UnitPartsTest(
            PaymentLines lines,
            UnitAccounts units,
            Assessments assessments,
            Receipts receipts,
            Recalculations recalculations,
            Claims claims,
            Contributions contributions,
            Journal journal,
            Checks checks,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.lines = lines;
        this.units = units;
        this.assessments = assessments;
        this.receipts = receipts;
        this.recalculations = recalculations;
        this.claims = claims;
        this.contributions = contributions;
        this.journal = journal;
        this.checks = checks;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        lines.addUnit(town.finance(), SLEMAN, SEKDA, "Sekretariat Daerah");
        lines.addUnit(town.finance(), SLEMAN, BAPPEDA, "BAPPEDA");
    }

    private static PaymentLine line(String unit, @Nullable String weight) {
        return new PaymentLine(
                unit,
                Route.PROGRAMME_SPENDING,
                weight == null ? null : new BigDecimal(weight),
                null,
                null);
    }

    private void agree(LocalDate from, @Nullable String fund, PaymentLine... said) {
        lines.add(
                town.finance(),
                new NewPaymentLines(
                        SLEMAN,
                        from,
                        fund == null ? null : new FundCode(fund),
                        null,
                        List.of(said),
                        null),
                "lines-" + from + fund + said.length);
    }

    private void agree(String sekda, @Nullable String bappeda) {
        agree(LocalDate.of(2006, 1, 1), null, line(SEKDA, sekda), line(BAPPEDA, bappeda));
    }

    /** {@code UNIT charged/paid/written off/open} in main units, by charge. */
    private List<String> parts(String charge) {
        return units.of(town.finance(), new UnitAccounts.Asked(null, null, null, null)).stream()
                .filter(one -> one.charge().equals(charge))
                .map(one ->
                        one.unit()
                                + " "
                                + plain(one.charged())
                                + "/"
                                + plain(one.paid())
                                + "/"
                                + plain(one.writtenOff())
                                + "/"
                                + plain(one.open()))
                .toList();
    }

    private static String plain(Money amount) {
        return amount.toDecimal().stripTrailingZeros().toPlainString();
    }

    private static NewReceipt from(NewReceipt receipt, @Nullable String unit, LocalDate on) {
        return new NewReceipt(
                receipt.party(),
                on,
                receipt.description(),
                receipt.parts(),
                null,
                null,
                null,
                unit,
                null);
    }

    private Receipt pay(@Nullable String unit, String amount, String key) {
        return receipts.record(town.finance(), from(town.receipt(SLEMAN, amount), unit, MAY), key);
    }

    private static NewClaim wish(Kind kind, String amount) {
        return new NewClaim(kind, DUES, MAY, rupiah(amount), true, "SK 07/2006", "Keputusan");
    }

    private String take(Kind kind, String amount) {
        return java.util.Objects.requireNonNull(
                        claims.take(town.finance(), wish(kind, amount), kind + amount).paper())
                .code();
    }

    /** Over the units of each charge every figure adds to that of the charge, none is negative. */
    private void adds() {
        var parts = units.of(town.finance(), new UnitAccounts.Asked(null, null, null, null));
        for (var charge : contributions.openCharges(town.finance(), null)) {
            var own = parts.stream().filter(one -> one.charge().equals(charge.charge())).toList();
            if (own.isEmpty()) continue;
            var zero = Money.zero(charge.open().currency());
            assertThat(own.stream().map(UnitAccount::charged).reduce(zero, Money::plus))
                    .isEqualTo(charge.collectable());
            assertThat(own.stream().map(UnitAccount::paid).reduce(zero, Money::plus))
                    .isEqualTo(charge.paid());
            assertThat(own.stream().map(UnitAccount::writtenOff).reduce(zero, Money::plus))
                    .isEqualTo(charge.writtenOff());
            assertThat(own.stream().map(UnitAccount::open).reduce(zero, Money::plus))
                    .isEqualTo(charge.open());
            assertThat(own)
                    .allMatch(
                            one ->
                                    !one.open().isNegative()
                                            && !one.paid().isNegative()
                                            && !one.charged().isNegative()
                                            && !one.writtenOff().isNegative(),
                            charge.charge());
        }
        assertThat(checks.run(town.finance()))
                .filteredOn(one -> !one.check().equals("known-actors"))
                .allMatch(CheckResult::passed);
    }

    private void refused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(call)
                .matches(refusal -> refusal.code().equals(code), code);
    }

    @Test
    void aChargeIsOneLinePerUnitAndItsIncomeStaysOne() {
        agree("60", null);

        var issued = assessments.issue(town.finance(), town.dues(), "a");

        assertThat(
                        journal.entry(town.finance(), issued.paper().entryNo()).lines().stream()
                                .filter(line -> SLEMAN.equals(line.party()))
                                .map(line ->
                                        line.account().value()
                                                + " "
                                                + line.amount() / 100
                                                + " "
                                                + line.unit()))
                .containsExactly(
                        "11300 66000000 " + SEKDA,
                        "11300 44000000 " + BAPPEDA,
                        "41100 -110000000 null");
        assertThat(parts(DUES))
                .containsExactly(
                        SEKDA + " 66000000/0/0/66000000", BAPPEDA + " 44000000/0/0/44000000");
        assertThat(parts("AS-2006-0001/" + BANTUL)).isEmpty();
        adds();
    }

    @Test
    void theUnitThatPaysIsSettledFirstThenTheOthersInTheirOrder() {
        agree("60", "40");
        assessments.issue(town.finance(), town.dues(), "a");

        pay(BAPPEDA, "50000000", "r1");

        assertThat(parts(DUES))
                .containsExactly(
                        SEKDA + " 66000000/6000000/0/60000000", BAPPEDA + " 44000000/44000000/0/0");
        var second = pay(null, "10000000", "r2");
        assertThat(parts(DUES).getFirst()).isEqualTo(SEKDA + " 66000000/16000000/0/50000000");
        receipts.reverse(town.finance(), second.code(), MAY, "Salah", "x");
        assertThat(parts(DUES).getFirst()).isEqualTo(SEKDA + " 66000000/6000000/0/60000000");
        adds();
    }

    @Test
    void whatIsTooMuchIsAPrepaymentThatSettlesAnotherChargeByUnits() {
        agree("1", "2");
        assessments.issue(town.finance(), town.dues(), "a");
        var paid = pay(BAPPEDA, "120000000", "r1");
        assessments.issue(town.finance(), town.dues(), "b");

        receipts.usePrepayment(
                town.finance(),
                NewPrepaymentUse.applied(
                        paid.code(),
                        MAY,
                        rupiah("10000000"),
                        "AS-2006-0002/" + SLEMAN,
                        "Kelebihan bayar"),
                "u");

        assertThat(parts(DUES))
                .containsExactly(
                        SEKDA + " 36666667/36666667/0/0", BAPPEDA + " 73333333/73333333/0/0");
        assertThat(parts("AS-2006-0002/" + SLEMAN))
                .containsExactly(
                        SEKDA + " 36666667/0/0/36666667",
                        BAPPEDA + " 73333333/10000000/0/63333333");
        adds();
    }

    @Test
    void aCreditNoteComesOffWhatIsOpenAndGivesBackToWhoPaid() {
        agree("50", "50");
        assessments.issue(town.finance(), town.dues(), "a");
        var paid = pay(BAPPEDA, "55000000", "r1");

        var credit = take(Kind.CREDIT, "70000000");

        assertThat(parts(DUES)).containsExactly(BAPPEDA + " 40000000/40000000/0/0");
        adds();
        claims.reverse(town.finance(), credit, MAY, "Salah", "y");
        receipts.reverse(town.finance(), paid.code(), MAY, "Salah", "z");
        assertThat(parts(DUES))
                .containsExactly(
                        SEKDA + " 55000000/0/0/55000000", BAPPEDA + " 55000000/0/0/55000000");
        adds();
    }

    @Test
    void whatWasWrittenOffComesBackToTheUnitsItWasTakenOff() {
        agree("50", "50");
        assessments.issue(town.finance(), town.dues(), "a");
        pay(SEKDA, "55000000", "r1");
        take(Kind.WRITE_OFF, "30000000");
        assertThat(parts(DUES))
                .containsExactly(
                        SEKDA + " 55000000/55000000/0/0",
                        BAPPEDA + " 55000000/0/30000000/25000000");

        var recovery = take(Kind.RECOVERY, "10000000");

        assertThat(parts(DUES).getLast()).isEqualTo(BAPPEDA + " 55000000/0/20000000/35000000");
        adds();
        claims.reverse(town.finance(), recovery, MAY, "Salah", "x");
        adds();
    }

    @Test
    void aRecoveryThatItsUnitHasPaidIsNotUndone() {
        agree("50", "50");
        assessments.issue(town.finance(), town.dues(), "a");
        take(Kind.WRITE_OFF, "55000000");
        var recovery = take(Kind.RECOVERY, "55000000");
        var paid = pay(SEKDA, "55000000", "r1");

        refused(
                "contributions.unit-has-paid",
                () -> claims.reverse(town.finance(), recovery, MAY, "Salah", "x"));

        receipts.reverse(town.finance(), paid.code(), MAY, "Salah", "y");
        claims.reverse(town.finance(), recovery, MAY, "Salah", "z");
        assertThat(parts(DUES).getFirst()).isEqualTo(SEKDA + " 55000000/0/55000000/0");
        adds();
    }

    @Test
    void theNewestVersionThatHasBegunHoldsAndOneOfTheFundGoesFirst() {
        agree("50", "50");
        agree(LocalDate.of(2006, 1, 1), "PROYEK-SAMPAH", line(BAPPEDA, null));
        agree(LocalDate.of(2006, 1, 17), null, line(SEKDA, "100"), line(BAPPEDA, "1"));
        assessments.issue(town.finance(), town.dues(), "a");
        assessments.issue(town.finance(), town.waste(), "w");

        assertThat(parts(DUES))
                .containsExactly(
                        SEKDA + " 55000000/0/0/55000000", BAPPEDA + " 55000000/0/0/55000000");
        assertThat(parts("AS-2006-0002/" + SLEMAN))
                .containsExactly(BAPPEDA + " 285000000/0/0/285000000");
        agree(LocalDate.of(2005, 1, 1), null, line(BAPPEDA, "1"));
        assertThat(parts(DUES)).hasSize(2);
        adds();
    }

    @Test
    void aUnitThatTheAssessmentNamesCarriesAllOfIt() {
        agree("50", "50");
        var wish = town.dues();
        assessments.issue(
                town.finance(),
                new NewAssessment(
                        wish.kind(),
                        wish.year(),
                        wish.fund(),
                        null,
                        wish.total(),
                        EQUAL,
                        null,
                        null,
                        wish.legalBasis(),
                        wish.date(),
                        wish.due(),
                        wish.description(),
                        wish.basis(),
                        Map.of(),
                        Map.of(SLEMAN, BAPPEDA)),
                "a");

        assertThat(parts(DUES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverHappensThePartsAddUpAndNoneIsOverpaid(long seed) {
        var random = new Random(seed);
        lines.addUnit(town.finance(), SLEMAN, "SLM-DPU", "DPU");
        agree(
                LocalDate.of(2006, 1, 1),
                null,
                line(SEKDA, Integer.toString(1 + random.nextInt(40))),
                line(BAPPEDA, random.nextBoolean() ? null : "7"),
                line("SLM-DPU", "11.5"));
        assessments.issue(town.finance(), byPeople(), "a");
        var standing = new ArrayList<String>();
        for (var step = 0; step < 25; step++) {
            var key = seed + "-" + step;
            try {
                step(random, key, standing);
            } catch (DomainException refused) {
                assertThat(refused.code()).doesNotContain("unreadable");
            }
            adds();
        }
    }

    private NewAssessment byPeople() {
        var wish = town.dues();
        return new NewAssessment(
                wish.kind(),
                wish.year(),
                wish.fund(),
                null,
                wish.total(),
                "rule: {kind: weights, indicator: population}",
                figures(new Random(0)),
                null,
                wish.legalBasis(),
                wish.date(),
                wish.due(),
                wish.description(),
                wish.basis(),
                Map.of(),
                Map.of());
    }

    private void step(Random random, String key, List<String> standing) {
        var amount = Integer.toString(1 + random.nextInt(40_000_000));
        var unit = random.nextBoolean() ? null : random.nextBoolean() ? SEKDA : "SLM-DPU";
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> standing.add(pay(unit, amount, key).code());
            case 3 -> take(Kind.CREDIT, amount);
            case 4 -> take(Kind.WRITE_OFF, amount);
            case 5 -> take(Kind.RECOVERY, amount);
            case 6 ->
                    recalculations.issue(
                            town.finance(),
                            new NewRecalculation(
                                    "AS-2006-0001",
                                    MAY,
                                    MAY.plusDays(30),
                                    "Angka akhir",
                                    "Berita acara",
                                    figures(random)),
                            key);
            default -> {
                if (standing.isEmpty()) return;
                receipts.reverse(
                        town.finance(),
                        standing.remove(random.nextInt(standing.size())),
                        MAY,
                        "Salah",
                        key);
            }
        }
    }

    private static String figures(Random random) {
        return "party,name,population\n%s,Y,%d\n%s,S,%d\n%s,B,%d\n"
                .formatted(
                        YOGYA,
                        1 + random.nextInt(9),
                        SLEMAN,
                        1 + random.nextInt(9),
                        BANTUL,
                        1 + random.nextInt(9));
    }
}
