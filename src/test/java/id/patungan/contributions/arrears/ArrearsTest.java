package id.patungan.contributions.arrears;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.Receipts;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.Set;

/** The ageing of a book: as of any day, tied to its control accounts, within the viewer's reach. */
@DatabaseTest
class ArrearsTest {

    private static final LocalDate DUE = LocalDate.of(2006, 3, 31);

    private final Arrears arrears;
    private final AgeingRepository sums;
    private final Receipts receipts;
    private final Town town;

    @Autowired
    ArrearsTest(
            Arrears arrears,
            AgeingRepository sums,
            Assessments assessments,
            Receipts receipts,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.arrears = arrears;
        this.sums = sums;
        this.receipts = receipts;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        assessments.issue(town.finance(), town.dues(), "k2");
        assessments.issue(town.finance(), town.waste(), "k3");
    }

    @Test
    void whatIsOpenMovesThroughTheBucketsAndTiesOnEveryDay() {
        receipts.record(town.finance(), town.receipt(SLEMAN, "60000000"), "r");

        var dueDay = arrears.ageing(town.finance(), DUE);
        assertThat(dueDay.total()).isEqualTo(rupiah("2230000000"));
        assertThat(dueDay.total(Bucket.NOT_DUE)).isEqualTo(dueDay.total());
        assertThat(dueDay.rows()).allMatch(row -> row.oldestDays() == 0);

        var later = arrears.ageing(town.finance(), DUE.plusDays(31));
        assertThat(later.ties()).isTrue();
        var sleman = row(later, SLEMAN);
        assertThat(sleman.in(Bucket.TO_60)).isEqualTo(rupiah("50000000"));
        assertThat(sleman.in(Bucket.NOT_DUE)).isEqualTo(rupiah("285000000"));
        assertThat(sleman.oldestDays()).isEqualTo(31);
        assertThat(row(later, YOGYA).in(Bucket.TO_60)).isEqualTo(rupiah("110000000"));
        assertThat(later.controls())
                .extracting(Ageing.Control::account)
                .containsExactly("11300", "11310");

        var old = arrears.ageing(town.finance(), DUE.plusDays(361));
        assertThat(row(old, BANTUL).in(Bucket.OVER_360)).isEqualTo(rupiah("110000000"));
        assertThat(row(old, BANTUL).in(Bucket.TO_360)).isEqualTo(rupiah("190000000"));
        assertThat(arrears.ageing(town.finance(), LocalDate.of(2006, 1, 15)).rows()).isEmpty();
    }

    @Test
    void aTreasurerSeesItsOwnRowThatTiesToItsOwnPostings() {
        var own = arrears.view(town.treasurerOf(SLEMAN), DUE.plusDays(1));

        assertThat(own.all()).isFalse();
        assertThat(own.ageing().rows()).extracting(Ageing.Row::party).containsExactly(SLEMAN);
        assertThat(own.ageing().total()).isEqualTo(rupiah("395000000"));
        assertThat(own.ageing().ledger()).isEqualTo(own.ageing().total());
        var donor = town.as(Role.DONOR_VIEWER, new Scope.OneFund(new FundCode("UMUM")));
        assertThat(arrears.ageing(donor, DUE).rows()).isEmpty();
    }

    @Test
    void theControlIsReadFromThePostingsAndNotFromTheCharges() {
        var all = town.finance();
        assertThat(
                        sums.balances(
                                town.body(),
                                all.reach(),
                                Set.of(new AccountCode("11300")),
                                DUE,
                                1,
                                rupiah("0")))
                .containsEntry("11300", rupiah("330000000"));
    }

    @Test
    void aDayOfOtherTimesIsRefused() {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> arrears.ageing(town.finance(), LocalDate.of(1, 1, 1)))
                .extracting(DomainException::code)
                .isEqualTo("arrears.not-a-day");
    }

    private static Ageing.Row row(Ageing ageing, String party) {
        return ageing.rows().stream()
                .filter(row -> row.party().equals(party))
                .findFirst()
                .orElseThrow();
    }
}
