package id.patungan.grants;

import static id.patungan.grants.Secretariat.day;
import static id.patungan.grants.Secretariat.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import id.patungan.grants.AwardMoney.Amount;
import id.patungan.grants.AwardMoney.PromiseDone;
import id.patungan.grants.AwardMoney.Receipt;
import id.patungan.grants.AwardTerms.ExchangeBearer;
import id.patungan.grants.AwardTerms.ExchangeMethod;
import id.patungan.grants.AwardTerms.Interest;
import id.patungan.grants.AwardTerms.Kind;
import id.patungan.grants.AwardTerms.Promise;
import id.patungan.grants.AwardTerms.Purpose;
import id.patungan.grants.AwardTerms.Unspent;
import id.patungan.ledger.Books;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.parties.Bodies;
import id.patungan.parties.Parties;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;

/** A sponsor as MCE had (amounts invented): pattern 16, a promise kept and a promise broken. */
@DatabaseTest
class SponsorTest {

    private final Awards awards;
    private final AwardMoney money;
    private final Ledger ledger;
    private final Secretariat office;

    @Autowired
    SponsorTest(
            Awards awards,
            AwardMoney money,
            Ledger ledger,
            Bodies bodies,
            Parties parties,
            Books books) {
        this.awards = awards;
        this.money = money;
        this.ledger = ledger;
        this.office = Secretariat.open(bodies, parties, books, awards);
    }

    private static AwardTerms sponsorship() {
        return new AwardTerms(
                "IBM",
                Kind.SPONSOR,
                "IBM/1",
                day("2006-01-05"),
                "IBM",
                "Forum tahunan",
                "Annual forum",
                Secretariat.IDR,
                rupiah(50_000_000),
                true,
                day("2006-01-01"),
                day("2006-12-31"),
                day("2006-12-31"),
                "11221",
                Interest.BODY,
                Unspent.RETURN,
                day("2007-01-31"),
                ExchangeMethod.DAY,
                ExchangeBearer.BODY,
                null,
                "Contoh",
                List.of(new Purpose("F", "Forum", "Forum", "SPONSOR-IBM", null, false)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new Promise(
                                "P1",
                                "Logo di panggung",
                                "Logo on stage",
                                day("2006-06-01"),
                                rupiah(30_000_000)),
                        new Promise(
                                "P2",
                                "Pidato pembuka",
                                "Opening speech",
                                day("2006-06-01"),
                                rupiah(20_000_000))));
    }

    @Test
    void aPromiseKeptIsEarnedAndOneBrokenGoesBack() {
        office.approved("IBM", sponsorship());
        var finance = office.finance();
        money.receive(
                finance,
                "IBM",
                new Receipt(
                        day("2006-02-01"),
                        null,
                        Map.of("SPONSOR-IBM", rupiah(50_000_000)),
                        "T",
                        null),
                "r");
        ledger.post(
                finance,
                new NewEntry(
                        day("2006-05-30"),
                        NewEntry.MANUAL,
                        "Panggung",
                        "cost",
                        "V-1",
                        List.of(
                                NewPosting.debit("52300", "SPONSOR-IBM", rupiah(25_000_000)),
                                NewPosting.credit("11221", "SPONSOR-IBM", rupiah(25_000_000)))));
        money.promise(finance, "IBM", new PromiseDone(day("2006-06-02"), "P1", true, "BA"), "p1");
        money.promise(finance, "IBM", new PromiseDone(day("2006-06-02"), "P2", false, "BA"), "p2");
        assertThatExceptionOfType(AwardException.class)
                .isThrownBy(() ->
                        money.promise(
                                finance,
                                "IBM",
                                new PromiseDone(day("2006-06-03"), "P1", true, null),
                                "p3"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("grants.twice"));
        var book = awards.book(finance, "IBM");
        assertThat(AwardPromise.of(book, day("2006-06-01")))
                .extracting(AwardPromise::state)
                .containsExactly("due", "due");
        assertThat(AwardPromise.of(book, day("2006-06-02")))
                .extracting(AwardPromise::state, AwardPromise::settledOn)
                .containsExactly(
                        tuple("kept", day("2006-06-02")), tuple("broken", day("2006-06-02")));
        assertThat(book.balance(day("2006-06-30"), "21510")).isZero();
        assertThat(book.balance(day("2006-06-30"), "44100")).isEqualTo(-rupiah(30_000_000));
        assertThat(book.balance(day("2006-06-30"), "21700")).isEqualTo(-rupiah(20_000_000));
        money.refund(
                finance,
                "IBM",
                new Amount(day("2006-07-01"), null, rupiah(20_000_000), "TR-2", null, null),
                "back");
        var position = AwardPosition.of(awards.book(finance, "IBM"), day("2006-12-31"));
        assertThat(position.ties()).isTrue();
        assertThat(position.refunded()).isEqualTo(rupiah(20_000_000));
        assertThat(position.balance()).isEqualTo(rupiah(5_000_000));
    }
}
