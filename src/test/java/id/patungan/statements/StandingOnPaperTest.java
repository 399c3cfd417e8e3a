package id.patungan.statements;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.DomainException;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.arrears.ArrearsPolicies;
import id.patungan.contributions.arrears.ArrearsPolicy.ClockStart;
import id.patungan.contributions.arrears.ArrearsPolicy.Terms;
import id.patungan.contributions.arrears.NewArrearsPolicy;
import id.patungan.contributions.arrears.NewStep;
import id.patungan.contributions.arrears.StandingDecisions;
import id.patungan.contributions.arrears.Step;
import id.patungan.contributions.letters.NewLetter;
import id.patungan.contributions.letters.StandingNotes;
import id.patungan.documents.IssuedPaper;
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

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** SALGA's thirty days as a member reads them: in the letter, on its statement and in its data. */
@DatabaseTest
class StandingOnPaperTest {

    /** Given ten days after dues of 31 March; thirty days later is 10 May. */
    private static final LocalDate NOTICE = LocalDate.of(2006, 4, 10);

    private static final LocalDate LAST_DAY = LocalDate.of(2006, 5, 10);

    private final StandingNotes notes;
    private final StandingDecisions decisions;
    private final Statements statements;
    private final Receipts receipts;
    private final Register register;
    private final MessageSource messages;
    private final Town town;
    private final Access finance;
    private final Access approver;

    @Autowired
    StandingOnPaperTest(
            StandingNotes notes,
            ArrearsPolicies policies,
            StandingDecisions decisions,
            Statements statements,
            Assessments assessments,
            Receipts receipts,
            Register register,
            MessageSource messages,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.notes = notes;
        this.decisions = decisions;
        this.statements = statements;
        this.receipts = receipts;
        this.register = register;
        this.messages = messages;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.finance = town.finance();
        this.approver = town.as(Role.APPROVER, new Scope.All());
        assessments.issue(finance, town.dues(), "dues");
        policies.draft(
                finance,
                new NewArrearsPolicy(
                        LocalDate.of(2006, 1, 1),
                        "PKS-1",
                        "Pasal 6",
                        new Terms(ClockStart.NOTICE, 0, 30, 60),
                        "Rapat anggota",
                        true,
                        false,
                        false,
                        null),
                "policy");
        policies.decide(approver, 1, true, null, "approve");
    }

    private int decided(Step step, LocalDate on) {
        var made =
                decisions.prepare(
                        finance,
                        new NewStep(
                                SLEMAN,
                                step,
                                on,
                                "0%d/SK/2006".formatted(List.of(Step.values()).indexOf(step)),
                                "Tunggak"),
                        step.code());
        decisions.decide(approver, made.number(), true, null, "d" + step.code());
        return made.number();
    }

    private RegionStatement statement(Access access, LocalDate until) {
        return statements.of(
                access, SLEMAN, new StatementPeriod(LocalDate.of(2006, 1, 1), until), null);
    }

    private List<String> remarks(LocalDate until, String language) {
        return new StatementTexts(statement(finance, until), messages, Locale.of(language))
                .remarks();
    }

    private static NewLetter on(LocalDate date, String language) {
        return new NewLetter(date, Locale.of(language), List.of());
    }

    @Test
    void theLetterSaysTheLastDayToPay() throws IOException {
        var notice = decided(Step.NOTICE, NOTICE);

        var letter = notes.issue(finance, SLEMAN, notice, on(NOTICE, "id"), "k");

        assertThat(letter.code()).isEqualTo("KA-2006-0001");
        assertThat(text(letter))
                .contains(
                        "Peringatan tunggakan",
                        "00/SK/2006",
                        "Rapat anggota",
                        "jatuh tempo 31 Maret 2006, lewat 10 hari",
                        "110.000.000,00",
                        "Seratus sepuluh juta rupiah",
                        "setelah 30 hari sejak 10 April 2006",
                        "hari terakhir membayar 10 Mei 2006")
                .doesNotContain("null", "??");
        assertThat(notes.issue(finance, SLEMAN, notice, on(NOTICE, "id"), "k")).isEqualTo(letter);
        assertThat(register.file(town.treasurerOf(SLEMAN), letter.code())).isNotEmpty();
        refused(
                "documents.no-such-paper",
                () -> register.get(town.treasurerOf(BANTUL), letter.code()));
        refused(
                "letters.standing",
                () -> notes.issue(finance, SLEMAN, notice, on(NOTICE, "en"), "again"));
        var english = notes.replace(finance, letter.subject(), on(NOTICE, "en"), "Bahasa", "r");
        assertThat(text(english))
                .contains("after 30 days from 10 April 2006", "last day to pay is 10 May 2006")
                .doesNotContain("null", "??", "Terbilang");
    }

    @Test
    void theStatementSaysWhatHoldsAndNoLongerWhatDoesNot() {
        assertThat(remarks(NOTICE, "id")).isEmpty();
        decided(Step.NOTICE, NOTICE);

        assertThat(remarks(NOTICE.minusDays(1), "id")).isEmpty();
        assertThat(remarks(NOTICE, "id"))
                .singleElement()
                .asString()
                .contains("peringatan tunggakan pada 10 April 2006", "10 Mei 2006");
        assertThat(remarks(NOTICE, "en"))
                .singleElement()
                .asString()
                .contains("notice of arrears on 10 April 2006", "10 May 2006");
        assertThat(
                        new String(
                                StatementData.json(
                                        statement(town.treasurerOf(SLEMAN), NOTICE), null),
                                StandardCharsets.UTF_8))
                .contains("\"step\": \"notice\"", "\"lastDay\": \"2006-05-10\"");

        decided(Step.SUSPENSION, LAST_DAY.plusDays(1));
        assertThat(remarks(LAST_DAY.plusDays(1), "id"))
                .singleElement()
                .asString()
                .contains("ditangguhkan sejak 11 Mei 2006");

        receipts.record(finance, town.receipt(SLEMAN, "110000000"), "paid");
        decided(Step.REINSTATEMENT, LAST_DAY.plusDays(3));
        assertThat(remarks(LAST_DAY.plusDays(3), "en"))
                .singleElement()
                .asString()
                .contains("reinstated on 13 May 2006");
    }

    @Test
    void aNoticeThatWasPaidIsNotOnTheStatementAndOneNobodyDecidedHasNoLetter() {
        var waiting =
                decisions.prepare(
                        finance, new NewStep(SLEMAN, Step.NOTICE, NOTICE, "1", "Tunggak"), "n");
        refused(
                "standing.not-decided",
                () -> notes.issue(finance, SLEMAN, waiting.number(), on(NOTICE, "id"), "k"));
        refused(
                "standing.no-such-step",
                () -> notes.issue(finance, SLEMAN, 9, on(NOTICE, "id"), "k"));
        decisions.decide(approver, waiting.number(), true, null, "a");
        refused(
                "standing.no-such-step",
                () -> notes.issue(finance, BANTUL, waiting.number(), on(NOTICE, "id"), "other"));
        refused(
                "letters.before-claim",
                () ->
                        notes.issue(
                                finance,
                                SLEMAN,
                                waiting.number(),
                                on(NOTICE.minusDays(1), "id"),
                                "early"));
        refused(
                "access.not-allowed",
                () ->
                        notes.issue(
                                town.treasurerOf(SLEMAN),
                                SLEMAN,
                                waiting.number(),
                                on(NOTICE, "id"),
                                "own"));

        receipts.record(finance, town.receipt(SLEMAN, "110000000"), "paid");

        assertThat(remarks(LocalDate.of(2006, 12, 31), "id")).isEmpty();
    }

    private String text(IssuedPaper paper) throws IOException {
        try (var pdf = Loader.loadPDF(register.file(finance, paper.code()))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(work)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
