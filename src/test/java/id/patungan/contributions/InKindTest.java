package id.patungan.contributions;

import static id.patungan.contributions.Kartamantul.IDR;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.ledger.Books;
import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
import id.patungan.ledger.Journal;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Pattern 15: what is given in kind, and what of it counts towards dues. */
@DatabaseTest
class InKindTest {

    private static final LocalDate DAY = LocalDate.of(2006, 5, 2);

    private final InKindRegister register;
    private final Assessments assessments;
    private final Receipts receipts;
    private final Recalculations recalculations;
    private final Contributions contributions;
    private final Journal journal;
    private final Checks checks;
    private final Kartamantul bodies;
    private Town town;

    @Autowired
    InKindTest(
            InKindRegister register,
            Assessments assessments,
            Receipts receipts,
            Recalculations recalculations,
            Contributions contributions,
            Journal journal,
            Checks checks,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.register = register;
        this.assessments = assessments;
        this.receipts = receipts;
        this.recalculations = recalculations;
        this.contributions = contributions;
        this.journal = journal;
        this.checks = checks;
        this.bodies = new Kartamantul(bodies, parties, members, agreements, books);
        this.town = this.bodies.open();
    }

    @BeforeEach
    void duesOfAHundredAndTenMillionEach() {
        assessments.issue(town.finance(), town.dues(), "dues");
    }

    /** The office for a year: twelve months at an agreed tariff. */
    private static NewInKind office(
            String tariff, @Nullable String value, @Nullable InKindCounting counts) {
        return new NewInKind(
                YOGYA,
                InKind.Kind.OFFICE,
                "Ruang kantor sekretariat",
                LocalDate.of(2006, 1, 1),
                LocalDate.of(2006, 12, 31),
                new BigDecimal("12"),
                "bulan",
                value == null ? InKind.Valuation.TARIFF : InKind.Valuation.MARKET,
                "Kesepakatan 1/2006",
                rupiah(tariff),
                value == null ? null : rupiah(value),
                counts,
                counts == null ? new FundCode("UMUM") : null,
                new AccountCode("52500"),
                DAY,
                null);
    }

    private static InKindCounting towards(String charge, @Nullable String yearlyMax) {
        return new InKindCounting(
                charge,
                new LegalBasis("PKS-1", "Pasal 6"),
                yearlyMax == null ? null : rupiah(yearlyMax));
    }

    private static InKindCounting towardsDues(@Nullable String yearlyMax) {
        return towards("AS-2006-0001/" + YOGYA, yearlyMax);
    }

    private List<String> lines(InKind item) {
        var entry = Objects.requireNonNull(item.paper()).entryNo();
        return journal.entry(town.finance(), entry).lines().stream()
                .map(line ->
                        line.account().value()
                                + " "
                                + line.amount() / 100
                                + (line.charge() == null ? "" : " " + line.charge()))
                .sorted()
                .toList();
    }

    private OpenCharge charge(String party) {
        return contributions.openCharges(town.finance(), party).getFirst();
    }

    @Test
    void besideTheDuesItIsCostAndIncomeInKindAndNoCash() {
        var given = register.enter(town.finance(), office("2000000", null, null), "k1");

        assertThat(given.state()).isEqualTo(InKind.State.RECORDED);
        assertThat(given.value()).isEqualTo(rupiah("24000000"));
        assertThat(Objects.requireNonNull(given.paper()).code()).isEqualTo("IK-2006-0001");
        assertThat(lines(given)).containsExactly("47100 -24000000", "52500 24000000");
        assertThat(charge(YOGYA).open()).isEqualTo(rupiah("110000000"));
        assertThat(charge(YOGYA).inKind().isZero()).isTrue();
    }

    @Test
    void whatCountsSettlesTheChargeUpToTheAgreedTariffAndTheRestIsIncomeInKind() {
        var given =
                register.enter(
                        town.finance(), office("2000000", "30000000", towardsDues(null)), "k1");

        assertThat(given.counted()).isEqualTo(rupiah("24000000"));
        assertThat(given.beside()).isEqualTo(rupiah("6000000"));
        assertThat(lines(given))
                .containsExactly(
                        "11300 -24000000 AS-2006-0001/34.71", "47100 -6000000", "52500 30000000");
        var charge = charge(YOGYA);
        assertThat(charge.open()).isEqualTo(rupiah("86000000"));
        assertThat(charge.paid()).isEqualTo(rupiah("24000000"));
        assertThat(charge.inKind()).isEqualTo(rupiah("24000000"));
        var line = contributions.collection(town.finance(), 2006).lines().getFirst();
        assertThat(line.inKind().plus(line.open())).isEqualTo(rupiah("110000000"));
    }

    @Test
    void theYearlyLimitOfTheAgreementHoldsOverAllGifts() {
        var finance = town.finance();
        var first = register.enter(finance, office("2000000", null, towardsDues("30000000")), "1");
        var second = register.enter(finance, office("2000000", null, towardsDues("30000000")), "2");

        assertThat(first.counted()).isEqualTo(rupiah("24000000"));
        assertThat(second.counted()).isEqualTo(rupiah("6000000"));
        refused(
                "in-kind.used-up",
                () ->
                        register.enter(
                                finance, office("2000000", null, towardsDues("30000000")), "3"));
        register.reverse(finance, first.number(), DAY, "Salah", "r1");
        var third = register.enter(finance, office("2000000", null, towardsDues("30000000")), "3");
        assertThat(third.counted()).isEqualTo(rupiah("24000000"));
    }

    @Test
    void itNeverSettlesMoreThanIsOpen() {
        receipts.record(town.finance(), town.receipt(YOGYA, "100000000"), "r1");

        var given = register.enter(town.finance(), office("2000000", null, towardsDues(null)), "1");

        assertThat(given.counted()).isEqualTo(rupiah("10000000"));
        assertThat(charge(YOGYA).status()).isEqualTo(OpenCharge.Status.PAID);
        refused(
                "in-kind.nothing-open",
                () ->
                        register.enter(
                                town.finance(), office("2000000", null, towardsDues(null)), "2"));
    }

    @Test
    void reversedTheChargeIsOpenAgainAndTheNumberStays() {
        var given = register.enter(town.finance(), office("2000000", null, towardsDues(null)), "1");
        var before = contributions.chargesOf(town.finance(), "AS-2006-0001", DAY);

        var undone = register.reverse(town.finance(), 1, DAY.plusDays(9), "Salah", "r1");

        assertThat(undone.state()).isEqualTo(InKind.State.REVERSED);
        assertThat(charge(YOGYA).open()).isEqualTo(rupiah("110000000"));
        assertThat(charge(YOGYA).inKind().isZero()).isTrue();
        assertThat(contributions.chargesOf(town.finance(), "AS-2006-0001", DAY)).isEqualTo(before);
        refused(
                "contributions.already-reversed",
                () -> register.reverse(town.finance(), given.number(), DAY, "Lagi", "r2"));
        assertThat(checks.run(town.finance()))
                .filteredOn(check -> !check.check().equals("known-actors"))
                .allMatch(CheckResult::passed);
    }

    @Test
    void theStatementShowsItAsNaturaAndTiesAndTheMemoHoldsTheRest() {
        register.enter(town.finance(), office("2000000", "30000000", towardsDues(null)), "k1");
        register.enter(town.finance(), office("1000000", null, null), "k2");
        var from = LocalDate.of(2006, 1, 1);
        var until = LocalDate.of(2007, 1, 1);

        var facts =
                contributions.statementFacts(town.finance(), YOGYA, from, until, Long.MAX_VALUE);
        var memo = contributions.inKind(town.finance(), YOGYA, from, until, Long.MAX_VALUE);

        var fact = facts.getLast();
        assertThat(facts).hasSize(2);
        assertThat(fact.kind()).isEqualTo(StatementFact.Kind.IN_KIND);
        assertThat(fact.gross()).isEqualTo(rupiah("24000000"));
        assertThat(fact.net().isZero()).isTrue();
        assertThat(memo).hasSize(2);
    }

    @Test
    void anAssessmentSettledInKindIsNotCancelledAndNotPaidBackInMoney() {
        var table = "party,name,w\n34.71,Y,%d\n34.04,S,1\n34.02,B,1\n";
        var dues = town.dues();
        assessments.issue(
                town.finance(),
                new NewAssessment(
                        dues.kind(),
                        2006,
                        dues.fund(),
                        null,
                        rupiah("30000000"),
                        "rule: {kind: weights, indicator: w}",
                        table.formatted(1),
                        null,
                        dues.legalBasis(),
                        dues.date(),
                        dues.due(),
                        "Menurut tabel",
                        null,
                        java.util.Map.of(),
                        java.util.Map.of()),
                "table");
        register.enter(
                town.finance(),
                office("2000000", null, towards("AS-2006-0002/" + YOGYA, null)),
                "k1");

        refused(
                "contributions.has-receipts",
                () ->
                        assessments.cancel(
                                town.finance(), "AS-2006-0002", DAY.plusDays(1), "Salah", "c"));
        refused(
                "in-kind.settled",
                () ->
                        recalculations.issue(
                                town.finance(),
                                new NewRecalculation(
                                        "AS-2006-0002",
                                        DAY.plusDays(1),
                                        DAY.plusDays(30),
                                        "Angka baru",
                                        "Tabel",
                                        table.formatted(0)),
                                "t"));
    }

    @Test
    void whereTheBodyAsksForTwoAnotherPersonDecides() {
        town = bodies.open(IDR, true);
        var ketua = town.as(Role.APPROVER, new Scope.All());
        var proposed = register.enter(town.finance(), office("2000000", null, null), "k1");

        assertThat(proposed.state()).isEqualTo(InKind.State.PROPOSED);
        assertThat(proposed.paper()).isNull();
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> register.decide(town.finance(), 1, true, null, "d0"));
        refused("in-kind.no-reason", () -> register.decide(ketua, 1, false, " ", "d1"));
        var recorded = register.decide(ketua, 1, true, null, "d2");

        assertThat(recorded.state()).isEqualTo(InKind.State.RECORDED);
        var entry =
                journal.entry(town.finance(), Objects.requireNonNull(recorded.paper()).entryNo());
        assertThat(entry.preparedBy()).isEqualTo("finance");
        assertThat(entry.approvedBy()).isEqualTo("approver");
        refused("in-kind.decided", () -> register.decide(ketua, 1, true, null, "d3"));
        register.enter(town.finance(), office("3000000", null, null), "k2");
        assertThat(register.decide(ketua, 2, false, "Tidak perlu", "d4").state())
                .isEqualTo(InKind.State.REJECTED);
        refused(
                "in-kind.not-recorded",
                () -> register.reverse(town.finance(), 2, DAY, "Salah", "r"));
    }

    @Test
    void wrongWishesAreRefusedAndNothingIsStored() {
        var finance = town.finance();
        refused(
                "contributions.no-such-charge",
                () -> register.enter(finance, office("1", null, towards("AS-1/x", null)), "1"));
        assessments.issue(finance, town.waste(), "waste");
        refused(
                "in-kind.not-dues",
                () ->
                        register.enter(
                                finance,
                                office("1", null, towards("AS-2006-0002/" + YOGYA, null)),
                                "2"));
        refused("in-kind.no-value", () -> new NewInKindOf(null, null, "52500", DAY).wish());
        refused("in-kind.account", () -> new NewInKindOf(null, "1", "11200", DAY).wish());
        refused(
                "in-kind.before-period",
                () -> new NewInKindOf(null, "1", "52500", LocalDate.of(2005, 12, 31)).wish());
        refused("in-kind.no-fund", () -> new NewInKindOf(null, "1", "52500", DAY).wish(null));
        refused(
                "in-kind.unknown-account",
                () ->
                        register.enter(
                                finance, new NewInKindOf(null, "1", "59999", DAY).wish(), "3"));
        refused(
                "in-kind.unknown-fund",
                () ->
                        register.enter(
                                finance,
                                new NewInKindOf(null, "1", "52500", DAY)
                                        .wish(new FundCode("TIDAK-ADA")),
                                "4"));
        assertThat(register.list(finance, null, null)).isEmpty();
    }

    /** A market value, with one thing wrong. */
    private record NewInKindOf(
            @Nullable String tariff, @Nullable String value, String account, LocalDate on) {

        NewInKind wish() {
            return wish(new FundCode("UMUM"));
        }

        NewInKind wish(@Nullable FundCode fund) {
            return new NewInKind(
                    YOGYA,
                    InKind.Kind.VEHICLE,
                    "Mobil",
                    LocalDate.of(2006, 1, 1),
                    LocalDate.of(2006, 1, 31),
                    BigDecimal.ONE,
                    "bulan",
                    InKind.Valuation.MARKET,
                    "Penilaian",
                    tariff == null ? null : rupiah(tariff),
                    value == null ? null : rupiah(value),
                    null,
                    fund,
                    new AccountCode(account),
                    on,
                    null);
        }
    }

    @Test
    void aTreasurerSeesWhatItsOwnRegionGave() {
        register.enter(town.finance(), office("2000000", null, null), "k1");
        Access sleman = town.treasurerOf(SLEMAN);

        assertThat(register.list(town.treasurerOf(YOGYA), null, null)).hasSize(1);
        assertThat(register.list(sleman, null, null)).isEmpty();
        refused("in-kind.no-such", () -> register.get(sleman, 1));
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> register.enter(sleman, office("1", null, null), "k2"));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(call)
                .extracting(DomainException::code)
                .isEqualTo(code);
    }
}
