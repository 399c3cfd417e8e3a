package id.patungan.contributions.letters;

import id.patungan.documents.IssuedPaper;
import id.patungan.documents.NewPaper;
import id.patungan.documents.PaperJson;
import id.patungan.documents.Register;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Commands;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * How a paper about one thing, a charge or a receipt, leaves the house: in one transaction it takes
 * the next number of its series, is composed, printed and registered, and the one whose place it
 * takes is withdrawn. Of each series one paper about a thing stands at most.
 */
@Component
class PaperIssue {

    private final PaperJson json;
    private final Register register;
    private final Books books;
    private final Commands commands;
    private final Clock clock;

    PaperIssue(PaperJson json, Register register, Books books, Commands commands, Clock clock) {
        this.json = json;
        this.register = register;
        this.books = books;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param subject the charge or the receipt
     * @param reason why the paper that stands is withdrawn; null if none is to stand yet
     */
    record Request(String series, String subject, NewLetter wish, @Nullable String reason) {}

    /**
     * A paper before it is registered.
     *
     * @param content a record of everything that is printed
     * @param print makes the PDF, given the digest of the content
     */
    record Draft(String title, String party, Object content, Function<String, byte[]> print) {}

    /**
     * Issues the paper.
     *
     * @param key of the command; the same key with the same request answers the same paper
     * @param compose the draft, given the code that it gets; may refuse, nothing is stored then
     * @throws LettersException if one stands already, none stands that could be replaced, or the
     *     date lies after today
     */
    IssuedPaper once(Access access, Request request, String key, Function<String, Draft> compose) {
        access.require(Action.PREPARE);
        var code =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        request,
                                        String.class,
                                        () -> issue(access, request, compose)));
        return register.get(access, code);
    }

    private String issue(Access access, Request request, Function<String, Draft> compose) {
        var series = request.series();
        var subject = request.subject();
        var standing = register.standing(access, series, subject).orElse(null);
        var reason = request.reason();
        if (reason == null && standing != null) {
            throw LettersException.standing(standing.code(), subject);
        }
        if (reason != null && standing == null) {
            throw LettersException.noneStanding(subject);
        }
        var date = request.wish().date();
        requirePast(access, date);
        var number = books.nextDocumentNumber(access.body(), series, date.getYear());
        var code = NewPaper.code(series, date, number);
        var draft = compose.apply(code);
        register.issue(
                access,
                new NewPaper(
                        series,
                        date,
                        number,
                        draft.title(),
                        subject,
                        draft.party(),
                        request.wish().language(),
                        draft.content()),
                draft.print().apply(json.digest(draft.content())));
        if (reason != null && standing != null) {
            register.withdraw(access, standing.code(), reason, code);
        }
        return code;
    }

    /** Withdraws a paper without a new one. */
    IssuedPaper withdraw(Access access, String code, String reason, String key) {
        access.require(Action.PREPARE);
        books.write(
                access.body(),
                () ->
                        commands.once(
                                access.body(),
                                key,
                                List.of("withdraw-paper", code, reason),
                                String.class,
                                () -> register.withdraw(access, code, reason, null).code()));
        return register.get(access, code);
    }

    /**
     * A paper bears no date that is still to come.
     *
     * @throws LettersException if it does
     */
    void requirePast(Access access, LocalDate date) {
        var today = LocalDate.now(clock.withZone(books.get(access.body()).zone()));
        if (date.isAfter(today)) throw LettersException.farDate(date, today);
    }
}
