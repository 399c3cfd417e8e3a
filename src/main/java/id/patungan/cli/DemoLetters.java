package id.patungan.cli;

import id.patungan.basics.AccountCode;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.letters.LetterRuns;
import id.patungan.contributions.letters.NewLetter;
import id.patungan.contributions.letters.PaymentAccount;
import id.patungan.contributions.letters.PaymentAccounts;
import id.patungan.contributions.letters.ReceiptPapers;
import id.patungan.platform.Access;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The letters and receipts on paper of the demo, as its secretariat would have sent them. The bank
 * account is invented, and says so.
 */
@Component
class DemoLetters {

    private final PaymentAccounts accounts;
    private final LetterRuns runs;
    private final ReceiptPapers papers;
    private final Assessments assessments;
    private final Receipts receipts;

    DemoLetters(
            PaymentAccounts accounts,
            LetterRuns runs,
            ReceiptPapers papers,
            Assessments assessments,
            Receipts receipts) {
        this.accounts = accounts;
        this.runs = runs;
        this.papers = papers;
        this.assessments = assessments;
        this.receipts = receipts;
    }

    void send(Access finance) {
        accounts.put(
                finance,
                new PaymentAccount(
                        new AccountCode("11200"),
                        null,
                        "Bank Contoh, Cabang Yogyakarta (fiktif)",
                        "000.111.222.333",
                        "Sekretariat Bersama Kartamantul (contoh)"));
        assessments.list(finance, null).stream()
                .filter(one -> one.paper().reversal() == null)
                .sorted(Comparator.comparing(one -> one.code()))
                .forEach(one ->
                        runs.start(
                                finance,
                                one.code(),
                                indonesian(one.paper().date()),
                                false,
                                "demo-letters:" + one.code()));
        runs.work();
        receipts.list(finance, null, null).stream()
                .filter(one -> one.paper().reversal() == null)
                .sorted(Comparator.comparing(one -> one.code()))
                .forEach(one ->
                        papers.issue(
                                finance,
                                one.code(),
                                indonesian(one.paper().date()),
                                "demo-receipt:" + one.code()));
    }

    private static NewLetter indonesian(LocalDate date) {
        return new NewLetter(date, Locale.of("id"), List.of());
    }
}
