package id.patungan.contributions.letters;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DomainException;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Claims;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.NewClaim;
import id.patungan.contributions.NewClaim.Kind;
import id.patungan.contributions.Receipts;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.Register;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.testing.DatabaseTest;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Credit notes, write-offs and recoveries on paper, read back from the PDF. */
@DatabaseTest
class ClaimNotesTest {

    private static final LocalDate DAY = LocalDate.of(2006, 5, 2);
    private static final LocalDate LATER = LocalDate.of(2006, 5, 9);

    private final ClaimNotes notes;
    private final Letters letters;
    private final Claims claims;
    private final Register register;
    private final Assessments assessments;
    private final Receipts receipts;
    private final Town town;
    private String charge = "";

    @Autowired
    ClaimNotesTest(
            ClaimNotes notes,
            Letters letters,
            PaymentAccounts accounts,
            Claims claims,
            Register register,
            Assessments assessments,
            Receipts receipts,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.notes = notes;
        this.letters = letters;
        this.claims = claims;
        this.register = register;
        this.assessments = assessments;
        this.receipts = receipts;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        accounts.put(
                town.finance(),
                new PaymentAccount(new AccountCode("11200"), null, "Bank", "000 111", "Sekber"));
    }

    @BeforeEach
    void aChargePaidInPart() {
        charge = assessments.issue(town.finance(), town.dues(), "dues").code() + "/" + SLEMAN;
        receipts.record(town.finance(), town.receipt(SLEMAN, "50000000"), "r");
    }

    private String take(Kind kind, String amount, boolean together) {
        return take(kind, amount, together, DAY);
    }

    private String take(Kind kind, String amount, boolean together, LocalDate day) {
        var made =
                claims.take(
                        town.finance(),
                        new NewClaim(
                                kind,
                                charge,
                                day,
                                rupiah(amount),
                                together,
                                "SK Forum 07/2006",
                                "Volume lebih kecil"),
                        kind.code() + amount);
        return Objects.requireNonNull(made.paper()).code();
    }

    private static NewLetter on(LocalDate date, String language) {
        return new NewLetter(date, Locale.of(language), List.of("Arsip"));
    }

    @Test
    void aCreditNoteSaysWhatIsTakenOffAndWhatIsLeft() throws IOException {
        var credit = take(Kind.CREDIT, "10000000", false);

        var paper = notes.issue(town.finance(), credit, on(LATER, "id"), "k");

        assertThat(paper.code()).isEqualTo("NK-2006-0001");
        assertThat(paper.subject()).isEqualTo(credit);
        assertThat(notes.standing(town.finance())).containsKey(credit);
        assertThat(text(paper))
                .contains(
                        "NK-2006-0001",
                        "9 Mei 2006",
                        "Kabupaten Sleman",
                        "Nota kredit CN-2006-0001",
                        "SK Forum 07/2006",
                        "Volume lebih kecil",
                        charge,
                        "Terbilang: Sepuluh juta rupiah",
                        "Rp110.000.000,00",
                        "-Rp10.000.000,00",
                        "-Rp50.000.000,00",
                        "Rp50.000.000,00",
                        "Halaman 1 dari 1",
                        "Tembusan",
                        paper.digest())
                .doesNotContain("null", "??");
        assertThat(register.file(town.treasurerOf(SLEMAN), paper.code())).isNotEmpty();
        refused(
                "documents.no-such-paper",
                () -> register.get(town.treasurerOf(BANTUL), paper.code()));
    }

    @Test
    void inEnglishAWriteOffAndItsRecoverySayTheSame() throws IOException {
        var off = take(Kind.WRITE_OFF, "20000000", true);
        var paper = notes.issue(town.finance(), off, on(LATER, "en"), "k");
        assertThat(paper.code()).isEqualTo("HB-2006-0001");
        assertThat(text(paper))
                .contains(
                        "Write-off WO-2006-0001",
                        "In words: Twenty million rupiah",
                        "The claim remains",
                        "Rp40,000,000.00",
                        "Page 1 of 1")
                .doesNotContain("null", "??", "Terbilang");

        var back = take(Kind.RECOVERY, "5000000", false);
        var recovered = notes.issue(town.finance(), back, on(LATER, "en"), "l");
        assertThat(recovered.code()).isEqualTo("PR-2006-0001");
        assertThat(text(recovered))
                .contains("Recovery RV-2006-0001", "still to be paid", "Rp45,000,000.00")
                .doesNotContain("null", "??");
    }

    @Test
    void onePaperStandsAndWhatIsUndoneOrTheBodysOwnHasNone() {
        var credit = take(Kind.CREDIT, "10000000", false);
        refused(
                "letters.before-claim",
                () -> notes.issue(town.finance(), credit, on(DAY.minusDays(1), "id"), "early"));
        var paper = notes.issue(town.finance(), credit, on(DAY, "id"), "k");
        assertThat(notes.issue(town.finance(), credit, on(DAY, "id"), "k")).isEqualTo(paper);
        refused(
                "letters.standing",
                () -> notes.issue(town.finance(), credit, on(DAY, "id"), "again"));
        refused(
                "access.not-allowed",
                () -> notes.issue(town.treasurerOf(SLEMAN), credit, on(DAY, "id"), "own"));
        var second =
                notes.replace(town.finance(), credit, on(LATER, "en"), "Salah bahasa", "replace");
        assertThat(second.code()).isEqualTo("NK-2006-0002");
        assertThat(register.get(town.finance(), paper.code()).status())
                .isEqualTo(IssuedPaper.Status.REPLACED);

        claims.reverse(town.finance(), credit, LATER, "Keliru", "rev");
        refused(
                "letters.reversed",
                () ->
                        notes.replace(
                                town.finance(), credit, on(LATER, "id"), "Sekali lagi", "late"));
        var allowance = take(Kind.ALLOWANCE, "1000000", false, LATER);
        refused(
                "letters.own-matter",
                () -> notes.issue(town.finance(), allowance, on(LATER, "id"), "al"));
    }

    /** A letter names what was taken off; it is no change of figures. */
    @Test
    void aLetterNamesCreditsAndWriteOffs() throws IOException {
        take(Kind.CREDIT, "10000000", false);
        take(Kind.WRITE_OFF, "20000000", true);

        var letter = letters.issue(town.finance(), charge, on(LATER, "id"), "letter");

        assertThat(text(letter))
                .contains("Nota kredit -10.000.000,00", "Dihapusbukukan -20.000.000,00")
                .contains("-50.000.000,00", "30.000.000,00")
                .doesNotContain("Perubahan setelah angka");
    }

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
