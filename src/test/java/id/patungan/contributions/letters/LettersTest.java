package id.patungan.contributions.letters;

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
import id.patungan.contributions.NewReceipt;
import id.patungan.contributions.Receipts;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.IssuedPaper.Status;
import id.patungan.documents.PaperFilter;
import id.patungan.documents.PaperJson;
import id.patungan.documents.Register;
import id.patungan.documents.Sha256;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Letters and receipts on paper: what they say, their numbers, who reads them, what refuses. */
@DatabaseTest
class LettersTest {

    private static final LocalDate DAY = LocalDate.of(2006, 1, 20);

    private final Letters letters;
    private final LetterRuns runs;
    private final ReceiptPapers receiptPapers;
    private final PaymentAccounts accounts;
    private final Register register;
    private final PaperJson json;
    private final Assessments assessments;
    private final Receipts receipts;
    private final SuperUser database;
    private final Town town;
    private String dues = "";

    @Autowired
    LettersTest(
            Letters letters,
            LetterRuns runs,
            ReceiptPapers receiptPapers,
            PaymentAccounts accounts,
            Register register,
            PaperJson json,
            Assessments assessments,
            Receipts receipts,
            SuperUser database,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.letters = letters;
        this.runs = runs;
        this.receiptPapers = receiptPapers;
        this.accounts = accounts;
        this.register = register;
        this.json = json;
        this.assessments = assessments;
        this.receipts = receipts;
        this.database = database;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
    }

    @BeforeEach
    void anAssessmentAndAnAccount() {
        dues = assessments.issue(town.finance(), town.dues(), "dues").code();
        accounts.put(town.finance(), account("11200", null));
    }

    private static PaymentAccount account(String account, @Nullable String fund) {
        return new PaymentAccount(
                new AccountCode(account),
                fund == null ? null : new FundCode(fund),
                "Bank Contoh",
                "000.111.222",
                "Sekber");
    }

    private static NewLetter on(LocalDate date) {
        return new NewLetter(date, Locale.of("id"), List.of());
    }

    private String charge(String party) {
        return dues + "/" + party;
    }

    @Test
    void aLetterSaysWhatIsOwedOnWhichBasisAndWhereToPay() throws IOException {
        var letter =
                letters.issue(
                        town.finance(),
                        charge(SLEMAN),
                        new NewLetter(DAY, Locale.of("id"), List.of("Ketua DPRD", " ", "Arsip")),
                        "one");

        assertThat(letter.code()).isEqualTo("ST-2006-0001");
        assertThat(letter.status()).isEqualTo(Status.ISSUED);
        assertThat(text(letter))
                .contains(
                        "ST-2006-0001",
                        "20 Januari 2006",
                        "Kabupaten Sleman",
                        "01/PKS/2001",
                        "Pasal 6",
                        "Rp330.000.000,00",
                        "110.000.000,00",
                        "Seratus sepuluh juta rupiah",
                        "31 Maret 2006",
                        "Bank Contoh",
                        "000.111.222",
                        PaymentReference.of(dues, 2),
                        "Ketua DPRD",
                        letter.digest(),
                        // the annex
                        "LEMBAR PERHITUNGAN")
                .doesNotContain("null", "???");
    }

    @Test
    void inEnglishTheSameFiguresStandInEnglishForm() throws IOException {
        var letter =
                letters.issue(
                        town.finance(),
                        charge(SLEMAN),
                        new NewLetter(DAY, Locale.ENGLISH, List.of()),
                        "one");
        assertThat(text(letter))
                .contains(
                        "20 January 2006",
                        "110,000,000.00",
                        "One hundred ten million rupiah",
                        "Payment reference")
                .doesNotContain("Terbilang", "null");
    }

    @Test
    void whatIsFrozenIsWhatWasPrintedAndIsNeverChanged() throws SQLException {
        var letter = letters.issue(town.finance(), charge(SLEMAN), on(DAY), "one");
        var frozen = register.content(town.finance(), letter.code());

        assertThat(Sha256.hex(frozen.getBytes(StandardCharsets.UTF_8))).isEqualTo(letter.digest());
        assertThat(Sha256.hex(register.file(town.finance(), letter.code())))
                .isEqualTo(letter.fileDigest());
        var content = json.read(frozen, AssessmentLetter.class);
        assertThat(content.due()).isEqualTo(rupiah("110000000"));
        assertThat(json.digest(content)).isEqualTo(letter.digest());

        for (var forbidden :
                List.of(
                        "UPDATE issued_paper SET title = 'x'",
                        "DELETE FROM issued_paper",
                        "UPDATE issued_paper SET number = 7")) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> database.execute(forbidden))
                    .withMessageContaining("PAPER-02");
        }
    }

    @Test
    void theSameWishTwiceIsOneLetterAndAnotherWishIsRefused() {
        var first = letters.issue(town.finance(), charge(SLEMAN), on(DAY), "one");
        assertThat(letters.issue(town.finance(), charge(SLEMAN), on(DAY), "one")).isEqualTo(first);
        refused(
                "letters.standing",
                () -> letters.issue(town.finance(), charge(SLEMAN), on(DAY), "two"));
        assertThat(letters.issue(town.finance(), charge(BANTUL), on(DAY), "three").code())
                .isEqualTo("ST-2006-0002");
    }

    @Test
    void aReplacedLetterKeepsItsNumberAndNamesTheNewOne() {
        var old = letters.issue(town.finance(), charge(SLEMAN), on(DAY), "one");
        var fresh =
                letters.replace(
                        town.finance(), charge(SLEMAN), on(DAY), "Salah rekening", "replace");

        assertThat(fresh.code()).isEqualTo("ST-2006-0002");
        var withdrawn = register.get(town.finance(), old.code());
        assertThat(withdrawn.status()).isEqualTo(Status.REPLACED);
        var withdrawal = Objects.requireNonNull(withdrawn.withdrawal());
        assertThat(withdrawal.successor()).isEqualTo("ST-2006-0002");
        assertThat(withdrawal.reason()).isEqualTo("Salah rekening");
        assertThat(numbers(Letters.SERIES)).containsExactly("ST-2006-0002", "ST-2006-0001");
        refused(
                "documents.already-withdrawn",
                () -> letters.withdraw(town.finance(), old.code(), "lagi", "again"));
    }

    @Test
    void aLetterNamesWhatIsStillOpenOnItsDay() throws IOException {
        pay(SLEMAN, "40000000", LocalDate.of(2006, 2, 1));
        var before = letters.issue(town.finance(), charge(SLEMAN), on(DAY), "before");
        assertThat(text(before)).contains("110.000.000,00").doesNotContain("Sudah diterima");

        var after =
                letters.replace(
                        town.finance(),
                        charge(SLEMAN),
                        on(LocalDate.of(2006, 2, 2)),
                        "Sudah membayar sebagian",
                        "after");
        assertThat(text(after))
                .contains(
                        "Sudah diterima sampai 2 Februari 2006", "-40.000.000,00", "70.000.000,00");

        pay(SLEMAN, "70000000", LocalDate.of(2006, 2, 3));
        refused(
                "letters.nothing-open",
                () ->
                        letters.replace(
                                town.finance(),
                                charge(SLEMAN),
                                on(LocalDate.of(2006, 2, 4)),
                                "Lunas",
                                "paid"));
    }

    @Test
    void wrongDaysBodiesAndChargesAreRefusedAndTakeNoNumber() {
        refused(
                "letters.before-assessment",
                () ->
                        letters.issue(
                                town.finance(),
                                charge(SLEMAN),
                                on(LocalDate.of(2006, 1, 15)),
                                "a"));
        refused(
                "letters.far-date",
                () ->
                        letters.issue(
                                town.finance(), charge(SLEMAN), on(LocalDate.of(2999, 1, 1)), "b"));
        refused(
                "letters.no-such-charge",
                () -> letters.issue(town.finance(), "AS-2006-0001", on(DAY), "c"));
        refused(
                "letters.no-such-charge",
                () -> letters.issue(town.finance(), charge("99.99"), on(DAY), "d"));
        refused("letters.unknown-language", () -> NewLetter.language("fr"));
        refused(
                "access.not-allowed",
                () -> letters.issue(town.treasurerOf(SLEMAN), charge(SLEMAN), on(DAY), "e"));
        accounts.remove(town.finance(), new AccountCode("11200"));
        refused(
                "letters.no-payment-account",
                () -> letters.issue(town.finance(), charge(SLEMAN), on(DAY), "f"));
        accounts.put(town.finance(), account("11200", null));
        assertThat(letters.issue(town.finance(), charge(SLEMAN), on(DAY), "g").code())
                .isEqualTo("ST-2006-0001");
    }

    @Test
    void aRegionReadsItsOwnPapersAndNoOthers() {
        letters.issue(town.finance(), charge(SLEMAN), on(DAY), "one");
        letters.issue(town.finance(), charge(BANTUL), on(DAY), "two");

        var own = new PaperFilter(null, null, null, null, null);
        assertThat(register.list(town.treasurerOf(SLEMAN), own))
                .extracting(IssuedPaper::code)
                .containsExactly("ST-2006-0001");
        refused(
                "documents.no-such-paper",
                () -> register.file(town.treasurerOf(SLEMAN), "ST-2006-0002"));
        assertThat(
                        register.list(
                                town.as(Role.DONOR_VIEWER, new Scope.OneFund(new FundCode("UMUM"))),
                                own))
                .isEmpty();
    }

    @Test
    void aRunIssuesWhatIsMissingAndEndsOnceOnly() {
        letters.issue(town.finance(), charge(SLEMAN), on(DAY), "one");
        var run = runs.start(town.finance(), dues, on(DAY), false, "run");
        assertThat(run.wanted()).isEqualTo(2);
        assertThat(run.issued()).isZero();

        runs.work();
        runs.work();

        var done = runs.get(town.finance(), run.number());
        assertThat(done.issued()).isEqualTo(2);
        assertThat(done.percent()).isEqualTo(100);
        assertThat(done.finished()).isNotNull();
        assertThat(done.faults()).isEmpty();
        assertThat(numbers(Letters.SERIES)).hasSize(3);
        assertThat(register.get(town.finance(), done.papers().getFirst()).by())
                .isEqualTo(town.finance().handle());
        refused(
                "letters.nothing-to-send",
                () -> runs.start(town.finance(), dues, on(DAY), false, "again"));
    }

    @Test
    void aLetterThatIsRefusedIsNamedAndTheOthersGoOn() {
        var run = runs.start(town.finance(), dues, on(DAY), false, "run");
        // Paid meanwhile, with a date before the letter's
        pay(YOGYA, "110000000", LocalDate.of(2006, 1, 18));
        runs.work();

        var done = runs.get(town.finance(), run.number());
        assertThat(done.issued()).isEqualTo(2);
        assertThat(done.faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.charge()).isEqualTo(charge(YOGYA));
                    assertThat(fault.text(Locale.of("id"))).contains("tidak ada yang terbuka");
                    assertThat(fault.text(Locale.ENGLISH)).contains("nothing to ask for");
                });
    }

    @Test
    void manyAtOnceTakeEachNumberOnce() throws Exception {
        var wishes =
                List.of(YOGYA, SLEMAN, BANTUL, YOGYA, SLEMAN, BANTUL).stream()
                        .map(party ->
                                (Callable<Boolean>)
                                        () -> {
                                            try {
                                                letters.issue(
                                                        town.finance(),
                                                        charge(party),
                                                        on(DAY),
                                                        party + Thread.currentThread().threadId());
                                                return true;
                                            } catch (DomainException refusal) {
                                                assertThat(refusal.code())
                                                        .isEqualTo("letters.standing");
                                                return false;
                                            }
                                        })
                        .toList();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var issued = 0;
            for (var one : threads.invokeAll(wishes)) {
                if (one.get()) issued++;
            }
            assertThat(issued).isEqualTo(3);
        }
        assertThat(numbers(Letters.SERIES))
                .containsExactly("ST-2006-0003", "ST-2006-0002", "ST-2006-0001");
    }

    @Test
    void aReceiptOnPaperNamesTheGrossSumInWordsAndWhatWasWithheld() throws IOException {
        var receipt =
                receipts.record(
                        town.finance(),
                        new NewReceipt(
                                SLEMAN,
                                LocalDate.of(2006, 3, 14),
                                "Iuran 2006",
                                List.of(
                                        new NewReceipt.Part(
                                                new FundCode("UMUM"),
                                                new AccountCode("11200"),
                                                rupiah("110000000"),
                                                List.of(
                                                        new NewReceipt.Deduction(
                                                                NewReceipt.Deduction.Kind
                                                                        .CREDITABLE_TAX,
                                                                rupiah("2200000"))),
                                                null)),
                                "0412/2006",
                                LocalDate.of(2006, 3, 13),
                                "5.1.05.05.01.0001",
                                null,
                                null),
                        "pay");
        var day = LocalDate.of(2026, 11, 20);
        var paper = receiptPapers.issue(town.finance(), receipt.code(), on(day), "paper");

        assertThat(paper.code()).isEqualTo("KW-2026-0001");
        assertThat(text(paper))
                .contains(
                        "KUITANSI",
                        "Seratus sepuluh juta rupiah",
                        "Rp110.000.000,00",
                        "0412/2006",
                        "5.1.05.05.01.0001",
                        "Rp2.200.000,00",
                        "Rp107.800.000,00",
                        "Meterai Rp10.000,00",
                        "Lembar 1: pembayar",
                        "Lembar 2: arsip")
                .doesNotContain("null");
        refused(
                "letters.before-receipt",
                () ->
                        receiptPapers.replace(
                                town.finance(),
                                receipt.code(),
                                on(LocalDate.of(2006, 3, 13)),
                                "salah",
                                "early"));
        receipts.reverse(town.finance(), receipt.code(), LocalDate.of(2006, 4, 1), "Salah", "undo");
        refused(
                "letters.reversed",
                () ->
                        receiptPapers.replace(
                                town.finance(), receipt.code(), on(day), "salah", "late"));
    }

    @Test
    void moneyOfAFundGoesToItsOwnAccountElseToTheOneForAllOthers() {
        accounts.put(town.finance(), account("11210", "PROYEK-SAMPAH"));
        assertThat(accounts.forFund(town.finance(), "PROYEK-SAMPAH").account().value())
                .isEqualTo("11210");
        assertThat(accounts.forFund(town.finance(), "UMUM").account().value()).isEqualTo("11200");

        refused("letters.others-taken", () -> accounts.put(town.finance(), account("11220", null)));
        refused(
                "letters.fund-taken",
                () -> accounts.put(town.finance(), account("11220", "PROYEK-SAMPAH")));
        refused("letters.not-bank", () -> accounts.put(town.finance(), account("11300", null)));
        refused(
                "letters.unknown-fund",
                () -> accounts.put(town.finance(), account("11220", "TIDAK-ADA")));
        refused(
                "letters.bad-number",
                () ->
                        new PaymentAccount(
                                new AccountCode("11200"), null, "Bank", "<script>", "Sekber"));
    }

    private void pay(String party, String amount, LocalDate date) {
        receipts.record(
                town.finance(),
                new NewReceipt(
                        party,
                        date,
                        "Iuran",
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
                "pay-" + party + date);
    }

    private List<String> numbers(String series) {
        return register
                .list(town.finance(), new PaperFilter(series, null, null, null, null))
                .stream()
                .map(IssuedPaper::code)
                .toList();
    }

    /** The text of the file, with single blanks. */
    private String text(IssuedPaper paper) throws IOException {
        try (var pdf = Loader.loadPDF(register.file(town.finance(), paper.code()))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(work)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
