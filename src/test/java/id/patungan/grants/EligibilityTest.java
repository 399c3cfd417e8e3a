package id.patungan.grants;

import static id.patungan.grants.Secretariat.day;
import static id.patungan.grants.Secretariat.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.DomainException;
import id.patungan.basics.InputException;
import id.patungan.grants.AwardEvents.Override;
import id.patungan.grants.AwardMoney.Move;
import id.patungan.grants.AwardMoney.Part;
import id.patungan.grants.AwardMoney.Receipt;
import id.patungan.grants.AwardMoney.Spending;
import id.patungan.ledger.Books;
import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
import id.patungan.ledger.Drafts;
import id.patungan.ledger.Journal;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.LedgerFiles;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.ledger.Original;
import id.patungan.parties.Bodies;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.testing.DatabaseTest;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** LoGIC (facts A1, amounts invented): what the terms allow, and what no door lets through. */
@DatabaseTest
class EligibilityTest {

    private static final String AWARD = "LOGIC";
    private static final String FUND = "DONOR-LOGIC";
    private static final String WORKSHOP = "LOGIC/A/1.1";

    private final Awards awards;
    private final AwardMoney money;
    private final AwardEvents events;
    private final Ledger ledger;
    private final Drafts drafts;
    private final Journal journal;
    private final LedgerFiles files;
    private final Checks checks;
    private final Secretariat office;
    private final Access finance;
    private int keys;

    @Autowired
    EligibilityTest(
            Awards awards,
            AwardMoney money,
            AwardEvents events,
            Ledger ledger,
            Drafts drafts,
            Journal journal,
            LedgerFiles files,
            Checks checks,
            Bodies bodies,
            Parties parties,
            Books books) {
        this.awards = awards;
        this.money = money;
        this.events = events;
        this.ledger = ledger;
        this.drafts = drafts;
        this.journal = journal;
        this.files = files;
        this.checks = checks;
        this.office = Secretariat.open(bodies, parties, books, awards);
        this.finance = office.finance();
    }

    @BeforeEach
    void receive() {
        office.approved(AWARD, Secretariat.framed());
        office.approved("HIBAH-1", Secretariat.hibah());
        money.receive(
                finance,
                AWARD,
                new Receipt(day("2006-01-20"), "T1", Map.of(FUND, rupiah(300_000_000)), "TT", null),
                key());
    }

    private String key() {
        return "k" + ++keys;
    }

    private void spend(String on, String voucher, Part... parts) {
        money.spend(
                finance,
                AWARD,
                new Spending(
                        day(on), voucher, "Kegiatan", "52300", null, null, Arrays.asList(parts)),
                key());
    }

    private void spend(String on, String voucher, String line, long amount) {
        spend(on, voucher, new Part(FUND, line, rupiah(amount)));
    }

    private void refused(String rule, ThrowingCallable work) {
        var before = journal.head(office.body());
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(work)
                .satisfies(refusal ->
                        assertThat(refusal.code()).isEqualTo("grants.ineligible." + rule));
        assertThat(journal.head(office.body())).isEqualTo(before);
    }

    /** The same cost as an entry made by hand, with what conditional money needs. */
    private static NewEntry byHand(
            String on, @Nullable String voucher, @Nullable String line, long amount, String key) {
        return new NewEntry(
                day(on),
                NewEntry.MANUAL,
                "Kegiatan",
                key,
                voucher,
                List.of(
                        NewPosting.debit("52300", FUND, rupiah(amount)).awardLine(line),
                        NewPosting.credit("11220", FUND, rupiah(amount)),
                        NewPosting.debit("21500", FUND, rupiah(amount)),
                        NewPosting.credit("43100", FUND, rupiah(amount))));
    }

    /** The command, the entry, the draft and the file refuse it for the same reason. */
    private void refusedByEveryDoor(
            String rule, String on, @Nullable String voucher, String line, long amount) {
        refused(
                rule,
                () -> {
                    money.spend(
                            finance,
                            AWARD,
                            new Spending(
                                    day(on),
                                    voucher,
                                    "Kegiatan",
                                    "52300",
                                    null,
                                    null,
                                    List.of(new Part(FUND, line, rupiah(amount)))),
                            key());
                });
        var entry = byHand(on, voucher, line, amount, "hand-" + key());
        refused(rule, () -> ledger.post(finance, entry));
        refused(rule, () -> drafts.create(finance, entry));
        var csv =
                """
                entry_id,date,description,account_code,fund_code,debit,credit,award_line,document_no
                e1,%s,Kegiatan,52300,DONOR-LOGIC,%d,,%s,%s
                e1,%s,Kegiatan,11220,DONOR-LOGIC,,%d,,%s
                e1,%s,Kegiatan,21500,DONOR-LOGIC,%d,,,%s
                e1,%s,Kegiatan,43100,DONOR-LOGIC,,%d,,%s
                """
                        .formatted(
                                on,
                                amount,
                                line,
                                shown(voucher),
                                on,
                                amount,
                                shown(voucher),
                                on,
                                amount,
                                shown(voucher),
                                on,
                                amount,
                                shown(voucher));
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() ->
                        files.importJournal(
                                finance,
                                "jurnal.csv",
                                () ->
                                        new ByteArrayInputStream(
                                                csv.getBytes(StandardCharsets.UTF_8)),
                                LedgerFiles.JournalOptions.PLAIN))
                .satisfies(refusal ->
                        assertThat(refusal.problems())
                                .extracting(problem -> problem.code() + " line " + problem.line())
                                .containsExactly("grants.ineligible." + rule + " line 2"));
    }

    private static String shown(@Nullable String voucher) {
        return voucher == null ? "" : voucher;
    }

    @Test
    void noDoorLetsThroughWhatTheTermsDoNotAllow() {
        spend("2006-03-01", "V-1", WORKSHOP, 40_000_000);
        refusedByEveryDoor("period", "2005-12-31", "V-2", WORKSHOP, 1_000_000);
        refusedByEveryDoor("period", "2009-01-01", "V-2", WORKSHOP, 1_000_000);
        awards.outsideActivity(finance, AWARD, "X1", "Rapat pengurus", "Board meeting");
        refusedByEveryDoor("frame", "2006-04-01", "V-2", "LOGIC/-/X1", 1_000_000);
        refusedByEveryDoor("evidence", "2006-04-01", null, WORKSHOP, 1_000_000);
        refusedByEveryDoor("twice", "2006-04-01", "V-1", WORKSHOP, 1_000_000);
        refusedByEveryDoor("budget", "2006-04-01", "V-2", WORKSHOP, 160_000_001);
        refusedByEveryDoor("line", "2006-04-01", "V-2", "HIBAH-1/1", 1_000_000);
    }

    @Test
    void anEntryByHandNamesALineAndReleasesWhatItSpends() {
        refused("line", () -> ledger.post(finance, byHand("2006-04-01", "V", null, 1, "a")));
        var unreleased =
                new NewEntry(
                        day("2006-04-01"),
                        NewEntry.MANUAL,
                        "Kegiatan",
                        "b",
                        "V",
                        List.of(
                                NewPosting.debit("52300", FUND, 100).awardLine(WORKSHOP),
                                NewPosting.credit("11220", FUND, 100)));
        refused("release", () -> ledger.post(finance, unreleased));
        assertThat(ledger.post(finance, byHand("2006-04-01", "V", WORKSHOP, 1, "c")).no())
                .isPositive();
    }

    @Test
    void anotherCurrencyAndAnotherPurposeAreRefused() {
        var dollars =
                new NewEntry(
                        day("2006-04-01"),
                        NewEntry.MANUAL,
                        "Kegiatan",
                        "usd",
                        "V",
                        List.of(
                                NewPosting.debit("52300", FUND, 900_000)
                                        .awardLine(WORKSHOP)
                                        .original(
                                                new Original(
                                                        Currency.getInstance("USD"),
                                                        100,
                                                        new BigDecimal("9000"))),
                                NewPosting.credit("11220", FUND, 900_000),
                                NewPosting.debit("21500", FUND, 900_000),
                                NewPosting.credit("43100", FUND, 900_000)));
        refused("currency", () -> ledger.post(finance, dollars));
        refused(
                "line",
                () ->
                        money.spend(
                                finance,
                                "HIBAH-1",
                                new Spending(
                                        day("2011-04-01"),
                                        "V",
                                        "Gaji",
                                        "51100",
                                        null,
                                        null,
                                        List.of(new Part("HIBAH-OPS", WORKSHOP, 100))),
                                key()));
    }

    @Test
    void anActivityOutsideTheFrameIsChargedToTheAssociation() {
        var outside =
                awards.outsideActivity(finance, AWARD, "X1", "Rapat pengurus", "Board meeting");
        assertThat(outside).isEqualTo("LOGIC/-/X1");
        refused("frame", () -> spend("2006-05-01", "V-9", outside, 15_000_000));
        spend("2006-05-01", "V-9", new Part("UMUM", outside, rupiah(15_000_000)));
        var book = awards.book(finance, AWARD);
        assertThat(book.elsewhere().mapToLong(AwardMovement::amount).sum())
                .isEqualTo(rupiah(15_000_000));
        assertThat(AwardPosition.of(book, day("2006-12-31")).eligible()).isZero();
        assertThat(awards.book(office.giver("LOGIC"), AWARD).elsewhere()).isEmpty();
    }

    @Test
    void aNamedPersonSetsARuleAsideForOneDocument() {
        refused("budget", () -> spend("2006-06-01", "V-5", WORKSHOP, 210_000_000));
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() ->
                        events.override(
                                office.approver(),
                                AWARD,
                                new Override("frame", "V-5", rupiah(1), "Perlu"),
                                key()))
                .satisfies(refusal ->
                        assertThat(refusal.code()).isEqualTo("grants.override-impossible"));
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() ->
                        events.override(
                                finance,
                                AWARD,
                                new Override("budget", "V-5", rupiah(210_000_000), "Perlu"),
                                key()));
        var event =
                events.override(
                        office.approver(),
                        AWARD,
                        new Override("budget", "V-5", rupiah(210_000_000), "Surat LoGIC 9 Juni"),
                        key());
        refused("budget", () -> spend("2006-06-01", "V-6", WORKSHOP, 210_000_000));
        refused("budget", () -> spend("2006-06-01", "V-5", WORKSHOP, 210_000_001));
        spend("2006-06-01", "V-5", WORKSHOP, 210_000_000);
        refused("twice", () -> spend("2006-06-02", "V-5", "LOGIC/B/1.2", 1_000_000));
        assertThat(event.by()).isEqualTo("approver");
    }

    @Test
    void restrictedMoneyIsNotLentToOtherFunds() {
        var loan =
                new NewEntry(
                        day("2006-07-01"),
                        NewEntry.MANUAL,
                        "Pinjaman antardana",
                        "loan",
                        "BA-1",
                        List.of(
                                NewPosting.debit("19100", FUND, rupiah(5_000_000)),
                                NewPosting.credit("11220", FUND, rupiah(5_000_000)),
                                NewPosting.debit("11200", "UMUM", rupiah(5_000_000)),
                                NewPosting.credit("29100", "UMUM", rupiah(5_000_000))));
        refused("loan", () -> ledger.post(finance, loan));
        events.override(
                office.approver(),
                AWARD,
                new Override("loan", "BA-1", rupiah(5_000_000), "Gaji Juli, kembali 10 Juli"),
                key());
        ledger.post(finance, loan);
        var book = awards.book(finance, AWARD);
        assertThat(book.balance(day("2006-07-01"), "19100")).isEqualTo(rupiah(5_000_000));
        assertThat(AwardPosition.of(book, day("2006-07-01")).ties()).isTrue();
        assertThat(failing()).contains("restricted-cash-covers").doesNotContain("awards-tie");
    }

    private List<String> failing() {
        return checks.run(finance).stream()
                .filter(one -> !one.passed())
                .map(CheckResult::check)
                .toList();
    }

    @Test
    void whatStandsOutsideTheAccountsOfAnAwardIsFound() {
        assertThat(failing()).doesNotContain("awards-tie", "restricted-cash-covers");
        ledger.post(
                finance,
                new NewEntry(
                        day("2006-07-01"),
                        NewEntry.MANUAL,
                        "Dibayar di muka",
                        "prepaid",
                        "BA-2",
                        List.of(
                                NewPosting.debit("11600", FUND, rupiah(1_000_000)),
                                NewPosting.credit("11220", FUND, rupiah(1_000_000)))));
        assertThat(failing()).contains("awards-tie");
    }

    @Test
    void aCostThatIsNotEligibleMovesAndTheLineIsFreeAgain() {
        spend("2006-03-01", "V-1", WORKSHOP, 200_000_000);
        refused("budget", () -> spend("2006-03-02", "V-2", WORKSHOP, 1));
        money.move(
                finance,
                AWARD,
                new Move(
                        day("2006-04-01"),
                        WORKSHOP,
                        "52300",
                        rupiah(50_000_000),
                        "UMUM",
                        "LHP-1",
                        "Tidak layak menurut pemeriksaan"),
                key());
        spend("2006-04-02", "V-3", WORKSHOP, 50_000_000);
        var book = awards.book(finance, AWARD);
        var position = AwardPosition.of(book, day("2006-12-31"));
        assertThat(position.eligible()).isEqualTo(rupiah(200_000_000));
        assertThat(position.ties()).isTrue();
        assertThat(book.balance(day("2006-12-31"), "19100")).isEqualTo(rupiah(50_000_000));
        assertThat(book.balance(day("2006-12-31"), "21500")).isEqualTo(-rupiah(100_000_000));
    }
}
