package id.patungan.contributions.letters;

import id.patungan.basics.Money;
import id.patungan.contributions.NewReceipt.Deduction;
import id.patungan.contributions.Receipt;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.letters.ReceiptPaper.Part;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.NewPaper;
import id.patungan.documents.PaperFrames;
import id.patungan.documents.PaperJson;
import id.patungan.documents.PaperSignatory;
import id.patungan.documents.Register;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Commands;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Receipts on paper (kuitansi): what a payer gets to show that it has paid. A receipt has at most
 * one paper that stands. The paper names what the payer paid, before deductions, for that is what
 * its account was credited with.
 */
@Service
public class ReceiptPapers {

    /** The series of receipts on paper in the register. */
    public static final String SERIES = "KW";

    private final Receipts receipts;
    private final PaperFrames frames;
    private final PaperJson json;
    private final LetterPrinter printer;
    private final Register register;
    private final Books books;
    private final Commands commands;
    private final Clock clock;

    ReceiptPapers(
            Receipts receipts,
            PaperFrames frames,
            PaperJson json,
            LetterPrinter printer,
            Register register,
            Books books,
            Commands commands,
            Clock clock) {
        this.receipts = receipts;
        this.frames = frames;
        this.json = json;
        this.printer = printer;
        this.register = register;
        this.books = books;
        this.commands = commands;
        this.clock = clock;
    }

    private record Command(
            String command, String receipt, NewLetter wish, @Nullable String reason) {}

    /**
     * Issues the paper of a receipt.
     *
     * @param key of the command; the same key with the same wish answers the same paper
     * @throws LettersException if one stands, the receipt was reversed, or the date is wrong
     */
    public IssuedPaper issue(Access access, String receipt, NewLetter wish, String key) {
        return once(access, new Command("receipt-paper", receipt, wish, null), key);
    }

    /** Issues a new paper of a receipt in place of the one that stands. */
    public IssuedPaper replace(
            Access access, String receipt, NewLetter wish, String reason, String key) {
        return once(access, new Command("replace-receipt-paper", receipt, wish, reason), key);
    }

    private IssuedPaper once(Access access, Command command, String key) {
        access.require(Action.PREPARE);
        var code =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        command,
                                        String.class,
                                        () -> issueOnce(access, command)));
        return register.get(access, code);
    }

    private String issueOnce(Access access, Command command) {
        var receipt = receipts.get(access, command.receipt());
        var standing = register.standing(access, SERIES, receipt.code()).orElse(null);
        var reason = command.reason();
        if (reason == null && standing != null) {
            throw LettersException.standing(standing.code(), receipt.code());
        }
        if (reason != null && standing == null) {
            throw LettersException.noneStanding(receipt.code());
        }
        if (receipt.paper().reversal() != null) throw LettersException.reversed(receipt.code());
        var date = command.wish().date();
        requireDate(access, receipt, date);
        var number = books.nextDocumentNumber(access.body(), SERIES, date.getYear());
        var paper = paper(access, receipt, NewPaper.code(SERIES, date, number), date);
        var language = command.wish().language();
        register.issue(
                access,
                new NewPaper(
                        SERIES,
                        date,
                        number,
                        receipt.paper().description(),
                        receipt.code(),
                        receipt.party(),
                        language,
                        paper),
                printer.print(paper, json.digest(paper), language));
        if (reason != null && standing != null) {
            register.withdraw(access, standing.code(), reason, paper.code());
        }
        return paper.code();
    }

    private void requireDate(Access access, Receipt receipt, LocalDate date) {
        var today = LocalDate.now(clock.withZone(books.get(access.body()).zone()));
        if (date.isAfter(today)) throw LettersException.farDate(date, today);
        if (date.isBefore(receipt.paper().date())) {
            throw LettersException.beforeReceipt(receipt.code(), receipt.paper().date(), date);
        }
    }

    private ReceiptPaper paper(Access access, Receipt receipt, String code, LocalDate date) {
        var withheld = new LinkedHashMap<String, Money>();
        for (var part : receipt.parts()) {
            for (Deduction deduction : part.deductions()) {
                withheld.merge(deduction.kind().code(), deduction.amount(), Money::plus);
            }
        }
        var prepaid =
                receipt.prepaid().stream()
                        .map(Receipt.Prepaid::amount)
                        .reduce(Money.zero(receipt.gross().currency()), Money::plus);
        return new ReceiptPaper(
                code,
                date,
                frames.body(access),
                receipt.party(),
                receipt.partyName(),
                receipt.code(),
                receipt.paper().date(),
                receipt.paper().description(),
                receipt.gross(),
                parts(withheld),
                receipt.net(),
                receipt.settled().stream()
                        .map(one -> new Part(one.charge(), one.amount()))
                        .toList(),
                prepaid,
                receipt.sp2dNo(),
                receipt.sp2dOn(),
                receipt.payerAccount(),
                StampDuty.on(date, receipt.gross()).orElse(null),
                frames.signing(access, date).stream()
                        .filter(one -> !one.head())
                        .findFirst()
                        .orElseGet(() -> head(access, date)));
    }

    private @Nullable PaperSignatory head(Access access, LocalDate date) {
        return frames.signing(access, date).stream().findFirst().orElse(null);
    }

    private static List<Part> parts(Map<String, Money> amounts) {
        return amounts.entrySet().stream()
                .map(one -> new Part(one.getKey(), one.getValue()))
                .toList();
    }
}
