package id.patungan.contributions;

import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.OpenCharge.Part;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Dues that fall due in instalments: charged once, one open item, days of their own. */
@DatabaseTest
class InstalmentsTest {

    private static final List<LocalDate> QUARTERS = DueDays.every(LocalDate.of(2006, 3, 31), 4, 3);

    private final Assessments assessments;
    private final Receipts receipts;
    private final Contributions contributions;
    private final SuperUser database;
    private final Town town;

    @Autowired
    InstalmentsTest(
            Assessments assessments,
            Receipts receipts,
            Contributions contributions,
            SuperUser database,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.assessments = assessments;
        this.receipts = receipts;
        this.contributions = contributions;
        this.database = database;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
    }

    @Test
    void oneChargePerPartyHasFourDays() {
        var issued = assessments.issue(town.finance(), town.dues().dueOn(QUARTERS), "q");

        assertThat(issued.dues()).isEqualTo(QUARTERS);
        assertThat(issued.schedule())
                .extracting(Part::amount)
                .containsOnly(rupiah("82500000"))
                .hasSize(4);
        var charge = charge(LocalDate.of(2006, 4, 1));
        assertThat(charge.charged()).isEqualTo(rupiah("110000000"));
        assertThat(charge.due()).isEqualTo(QUARTERS.getFirst());
        assertThat(charge.status()).isEqualTo(OpenCharge.Status.OVERDUE);
        assertThat(charge.overdue(LocalDate.of(2006, 4, 1))).isEqualTo(rupiah("27500000"));
        assertThat(charge.overdue(LocalDate.of(2007, 1, 1))).isEqualTo(rupiah("110000000"));
    }

    @Test
    void aPaymentSettlesTheEarliestAndTheNextDayIsShown() {
        assessments.issue(town.finance(), town.dues().dueOn(QUARTERS), "q");
        pay("40000000", LocalDate.of(2006, 3, 20));

        var charge = charge(LocalDate.of(2006, 4, 1));
        assertThat(charge.due()).isEqualTo(QUARTERS.get(1));
        assertThat(charge.status()).isEqualTo(OpenCharge.Status.PARTLY_PAID);
        assertThat(charge.schedule())
                .extracting(Part::open)
                .containsExactly(
                        rupiah("0"), rupiah("15000000"), rupiah("27500000"), rupiah("27500000"));
    }

    /** 27.5 million are due in March, other dues in April, the next 27.5 million in June. */
    @Test
    void moneyGoesToWhatFellDueFirstOfAllCharges() {
        var quarterly = assessments.issue(town.finance(), town.dues().dueOn(QUARTERS), "q").code();
        var april = LocalDate.of(2006, 4, 30);
        var other =
                assessments.issue(town.finance(), town.dues().dueOn(List.of(april)), "a").code();

        pay("150000000", LocalDate.of(2006, 3, 20));

        assertThat(contributions.openCharges(town.finance(), SLEMAN))
                .extracting(OpenCharge::assessment, OpenCharge::paid)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(quarterly, rupiah("40000000")),
                        org.assertj.core.groups.Tuple.tuple(other, rupiah("110000000")));
    }

    @Test
    void whatIsStoredIsNeverChanged() throws SQLException {
        assessments.issue(town.finance(), town.dues().dueOn(QUARTERS), "q");
        var where = " WHERE book_id = " + town.body().value();

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() ->
                        database.execute(
                                "UPDATE assessment_instalment SET due_on = '2026-01-01'" + where))
                .withMessageContaining("INSTALMENT-02");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> database.execute("DELETE FROM assessment_instalment" + where))
                .withMessageContaining("INSTALMENT-02");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() ->
                        database.execute(
                                "INSERT INTO assessment_instalment VALUES (%d, 'AS-2006-0001', 6, '2099-01-01', 1)"
                                        .formatted(town.body().value())))
                .withMessageContaining("INSTALMENT-01");
    }

    @Test
    void theSameKeyWithOtherDaysIsRefused() {
        assessments.issue(town.finance(), town.dues().dueOn(QUARTERS), "q");

        assertThatExceptionOfType(id.patungan.platform.CommandException.class)
                .isThrownBy(() -> assessments.issue(town.finance(), town.dues(), "q"));
    }

    @Test
    void aCancelledAssessmentHasNothingDue() {
        var code = assessments.issue(town.finance(), town.dues().dueOn(QUARTERS), "q").code();

        assessments.cancel(town.finance(), code, LocalDate.of(2006, 2, 1), "Salah", "c");

        assertThat(contributions.openCharges(town.finance(), YOGYA))
                .allSatisfy(charge -> {
                    assertThat(charge.status()).isEqualTo(OpenCharge.Status.CANCELLED);
                    assertThat(charge.schedule()).allMatch(part -> part.open().isZero());
                });
    }

    private OpenCharge charge(LocalDate asOf) {
        return contributions.openCharges(town.finance(), SLEMAN, asOf, Long.MAX_VALUE).getFirst();
    }

    private void pay(String amount, LocalDate date) {
        receipts.record(
                town.finance(),
                new NewReceipt(
                        SLEMAN,
                        date,
                        "Pembayaran",
                        List.of(
                                new NewReceipt.Part(
                                        new FundCode("UMUM"),
                                        new AccountCode("11200"),
                                        rupiah(amount),
                                        List.of(),
                                        null)),
                        null,
                        null,
                        null,
                        null,
                        null),
                "pay-" + amount);
    }
}
