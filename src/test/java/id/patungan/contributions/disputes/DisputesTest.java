package id.patungan.contributions.disputes;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.DomainException;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.arrears.Arrears;
import id.patungan.contributions.disputes.Dispute.State;
import id.patungan.contributions.disputes.Dispute.Subject;
import id.patungan.documents.Register;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.Objects;

/** A treasurer confirms and disputes its own account; the secretariat answers. */
@DatabaseTest
class DisputesTest {

    private static final LocalDate MARCH = LocalDate.of(2006, 3, 31);
    private static final LocalDate YEAR_END = LocalDate.of(2006, 12, 31);

    private final Town town;
    private final Access sleman;
    private final Access bantul;
    private final String charge;

    @Autowired private Confirmations confirmations;
    @Autowired private Disputes disputes;
    @Autowired private Receipts receipts;
    @Autowired private Register register;
    @Autowired private Arrears arrears;

    DisputesTest(
            @Autowired Bodies bodies,
            @Autowired Parties parties,
            @Autowired Members members,
            @Autowired Agreements agreements,
            @Autowired Books books,
            @Autowired Assessments assessments) {
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.sleman = town.treasurerOf(SLEMAN);
        this.bantul = town.treasurerOf(BANTUL);
        this.charge = assessments.issue(town.finance(), town.dues(), "k2").code() + "/" + SLEMAN;
    }

    @Test
    void aConfirmedBalanceIsFrozenAndADifferenceIsSaid() {
        var confirmed = confirmations.confirm(sleman, wish("110000000", MARCH), "c1");
        assertThat(confirmed.number()).isEqualTo(1);
        assertThat(confirmed.charges())
                .containsExactly(new Confirmation.Charge(charge, rupiah("110000000")));
        assertThat(confirmed.hash()).hasSize(64);
        assertThat(confirmed.capacity()).isEqualTo("Kepala BKAD");
        assertThat(confirmations.confirm(sleman, wish("110000000", MARCH), "c1").number())
                .isEqualTo(1);
        refused("disputes.confirmed-already", () -> confirm("110000000", MARCH, "c2"));
        assertThat(compared(MARCH).holds()).isTrue();

        receipts.record(town.finance(), town.receipt(SLEMAN, "10000000"), "r1");
        assertThat(compared(MARCH).holds()).isTrue();
        receipts.record(town.finance(), backdated("7000000", LocalDate.of(2006, 3, 15)), "r2");
        assertThat(compared(MARCH).difference()).isEqualTo(rupiah("-7000000"));
        assertThat(compared(MARCH).confirmation().balance()).isEqualTo(rupiah("110000000"));
        refused("disputes.other-balance", () -> confirm("110000000", MARCH, "c3"));
        assertThat(confirmations.confirm(sleman, wish("103000000", MARCH), "c4").number())
                .isEqualTo(2);
        assertThat(compared(MARCH).holds()).isTrue();
        assertThat(confirmations.all(bantul, null)).isEmpty();
        assertThat(confirmations.all(town.finance(), SLEMAN)).hasSize(2);
    }

    private id.patungan.contributions.NewReceipt backdated(String gross, LocalDate on) {
        var wish = town.receipt(SLEMAN, gross);
        return new id.patungan.contributions.NewReceipt(
                wish.party(), on, wish.description(), wish.parts(), null, null, null, null, null);
    }

    @Test
    void onlyATreasurerOfThePartyConfirmsOrDisputes() {
        refused("access.nothing-here", () -> confirmations.confirm(bantul, wish("1", MARCH), "a"));
        for (var role : Role.values()) {
            if (role == Role.TREASURER || role == Role.ADMINISTRATOR) continue;
            var all = town.as(role, new Scope.All());
            var code = all.reach().everything() ? "access.not-allowed" : "access.nothing-here";
            refused(code, () -> confirmations.confirm(all, wish("110000000", MARCH), "b"));
            refused(code, () -> disputes.raise(all, ofCharge(null), "b"));
        }
        var viewer =
                town.as(
                        Role.DONOR_VIEWER,
                        new Scope.OneParty(Objects.requireNonNull(town.ids().get(SLEMAN))));
        refused("access.not-allowed", () -> disputes.raise(viewer, ofCharge(null), "d"));
        refused("access.nothing-here", () -> disputes.raise(bantul, ofCharge(null), "e"));
        var raised = disputes.raise(sleman, ofCharge(null), "f");
        var number = raised.number();
        refused("disputes.no-such-dispute", () -> disputes.reply(bantul, number, "Ya", "g"));
        refused("disputes.no-such-dispute", () -> disputes.get(bantul, number));
        refused("access.not-allowed", () -> disputes.accept(sleman, number, "Ya", "Ya", "h"));
        refused("access.not-allowed", () -> disputes.reply(town.finance(), number, "Ya", "i"));
        var auditor = town.as(Role.AUDITOR, new Scope.All());
        assertThat(disputes.get(auditor, number).open()).isTrue();
        refused("access.not-allowed", () -> disputes.reject(auditor, number, "Tidak", "j"));
    }

    @Test
    void aDisputeIsAskedAnsweredAcceptedAndTakenUpAgain() {
        var raised = disputes.raise(sleman, ofCharge("100000000"), "d1");
        assertThat(raised.state()).isEqualTo(State.OPEN);
        assertThat(raised.booked()).isEqualTo(rupiah("110000000"));
        assertThat(raised.claimed()).isEqualTo(rupiah("100000000"));
        refused("disputes.open", () -> disputes.raise(sleman, ofCharge(null), "d2"));
        assertThat(disputes.ofCharges(town.finance())).containsKey(charge);
        assertThat(arrears.view(town.finance(), YEAR_END).disputed(SLEMAN)).isNotNull();
        assertThat(arrears.view(bantul, YEAR_END).disputed(SLEMAN)).isNull();

        var number = raised.number();
        var finance = town.finance();
        assertThat(disputes.ask(finance, number, "SK mana?", "d3").state()).isEqualTo(State.ASKED);
        assertThat(disputes.get(sleman, number).open()).isTrue();
        assertThat(disputes.reply(sleman, number, "SK 12", "d4").state()).isEqualTo(State.OPEN);
        refused("disputes.missing", () -> disputes.accept(finance, number, "Benar", " ", "d5"));
        assertThat(disputes.accept(finance, number, "Benar", "Dihitung ulang", "d6").state())
                .isEqualTo(State.ACCEPTED);
        refused("disputes.closed", () -> disputes.reject(finance, number, "Tidak", "d7"));
        refused("disputes.closed", () -> disputes.withdraw(sleman, number, "Batal", "d8"));
        assertThat(disputes.ofCharges(finance)).isEmpty();
        var again = disputes.reply(sleman, number, "Belum dihitung ulang", "d9");
        assertThat(again.state()).isEqualTo(State.OPEN);
        assertThat(again.since()).isEqualTo(again.events().getLast().at());
        assertThat(disputes.withdraw(sleman, number, "Sudah jelas", "d10").state())
                .isEqualTo(State.WITHDRAWN);
        assertThat(disputes.get(finance, number).events())
                .extracting(event -> event.said().code())
                .containsExactly("raised", "asked", "replied", "accepted", "replied", "withdrawn");
    }

    @Test
    void eachThingSaidIsANumberedPaperForBothSides() {
        var raised = disputes.raise(sleman, ofCharge(null), "n1");
        disputes.reject(town.finance(), raised.number(), "Menurut PKS", "n2");
        var papers =
                disputes.get(sleman, raised.number()).events().stream()
                        .map(event -> Objects.requireNonNull(event.paper()))
                        .toList();
        assertThat(papers).hasSize(2).allMatch(paper -> paper.startsWith("KB-"));
        for (var paper : papers) {
            assertThat(register.get(sleman, paper).subject())
                    .isEqualTo("dispute/" + raised.number());
            assertThat(register.file(town.finance(), paper)).isNotEmpty();
            refused("documents.no-such-paper", () -> register.get(bantul, paper));
        }
    }

    @Test
    void aLineABalanceAndWhatIsNoneAreTold() {
        var receipt = receipts.record(town.finance(), town.receipt(SLEMAN, "10000000"), "r1");
        var line =
                disputes.raise(
                        sleman,
                        new NewDispute(
                                SLEMAN,
                                Subject.LINE,
                                null,
                                null,
                                receipt.paper().entryNo(),
                                rupiah("-12000000"),
                                "Kami membayar 12 juta"),
                        "l1");
        assertThat(line.document()).isEqualTo(receipt.code());
        assertThat(line.booked()).isEqualTo(rupiah("-10000000"));
        var assessed =
                disputes.raise(
                        sleman,
                        new NewDispute(SLEMAN, Subject.LINE, null, null, 1L, null, "Salah"),
                        "l2");
        assertThat(assessed.subject()).isEqualTo(Subject.CHARGE);
        assertThat(assessed.charge()).isEqualTo(charge);
        refused(
                "disputes.no-such-line",
                () ->
                        disputes.raise(
                                bantul,
                                new NewDispute(
                                        BANTUL,
                                        Subject.LINE,
                                        null,
                                        null,
                                        receipt.paper().entryNo(),
                                        null,
                                        "Bukan kami"),
                                "l3"));
        refused(
                "disputes.no-such-charge",
                () ->
                        disputes.raise(
                                bantul,
                                new NewDispute(
                                        BANTUL, Subject.CHARGE, null, charge, null, null, "Salah"),
                                "l4"));
        refused(
                "disputes.which-one",
                () -> new NewDispute(SLEMAN, Subject.BALANCE, null, charge, null, null, "Salah"));
        refused(
                "disputes.missing",
                () -> new NewDispute(SLEMAN, Subject.BALANCE, MARCH, null, null, null, "  "));
        var balance =
                disputes.raise(
                        sleman,
                        new NewDispute(SLEMAN, Subject.BALANCE, MARCH, null, null, null, "Beda"),
                        "l5");
        assertThat(balance.booked()).isEqualTo(rupiah("110000000"));
        refused("disputes.balance-disputed", () -> confirm("110000000", MARCH, "l6"));
        confirmations.confirm(sleman, wish("100000000", YEAR_END), "l7");
    }

    @Test
    void whoSpokeForThePartyDoesNotAnswerForTheSecretariat() {
        var raised = disputes.raise(sleman, ofCharge(null), "o1");
        var both =
                new Access(
                        new id.patungan.platform.Viewer(
                                sleman.handle(),
                                "Dua jabatan",
                                java.util.List.of(
                                        new id.patungan.platform.Permission(
                                                Role.FINANCE, town.body(), new Scope.All()))),
                        town.body());
        refused("disputes.own-work", () -> disputes.reject(both, raised.number(), "Tidak", "o2"));
    }

    private Confirmation.Compared compared(LocalDate day) {
        return confirmations.compared(sleman, SLEMAN, day, Long.MAX_VALUE, null).orElseThrow();
    }

    private Confirmation confirm(String amount, LocalDate asOf, String key) {
        return confirmations.confirm(sleman, wish(amount, asOf), key);
    }

    private static NewConfirmation wish(String amount, LocalDate asOf) {
        return new NewConfirmation(SLEMAN, asOf, rupiah(amount), " Kepala BKAD ");
    }

    private NewDispute ofCharge(@Nullable String claimed) {
        return new NewDispute(
                SLEMAN,
                Subject.CHARGE,
                null,
                charge,
                null,
                claimed == null ? null : rupiah(claimed),
                "Bagian kami lain");
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(work)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
