package id.patungan.contributions.letters;

import id.patungan.basics.Money;
import id.patungan.contributions.arrears.DecidedStep;
import id.patungan.contributions.arrears.StandingException;
import id.patungan.contributions.arrears.StandingStep;
import id.patungan.contributions.arrears.Standings;
import id.patungan.contributions.letters.Notice.Row;
import id.patungan.contributions.letters.PaperIssue.Draft;
import id.patungan.contributions.letters.PaperIssue.Request;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.PaperFormats;
import id.patungan.ledger.Books;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a member is told about its standing: a notice with the last day to pay by the body's clock,
 * a suspension, an expulsion, a reinstatement. Only of steps that people decided; each has at most
 * one letter that stands.
 */
@Service
public class StandingNotes implements ReplaceablePapers {

    /** The series in the register. */
    public static final String SERIES = StandingStep.PAPER_SERIES;

    private final Standings standings;
    private final Notices notices;
    private final LetterPrinter printer;
    private final PaperIssue papers;
    private final Parties parties;
    private final Books books;
    private final MessageSource messages;

    StandingNotes(
            Standings standings,
            Notices notices,
            LetterPrinter printer,
            PaperIssue papers,
            Parties parties,
            Books books,
            MessageSource messages) {
        this.standings = standings;
        this.notices = notices;
        this.printer = printer;
        this.papers = papers;
        this.parties = parties;
        this.books = books;
        this.messages = messages;
    }

    /**
     * Issues the letter about a step.
     *
     * @param key of the command; the same key with the same wish answers the same letter
     * @throws LettersException if one stands or the date is wrong
     * @throws StandingException if the step is not there, or not approved
     */
    public IssuedPaper issue(Access access, String party, int step, NewLetter wish, String key) {
        var subject = standings.decided(access, party, step).step().subject();
        return once(access, new Request(SERIES, subject, wish, null), key);
    }

    @Override
    public boolean issues(String series) {
        return series.equals(SERIES);
    }

    @Override
    public IssuedPaper replace(
            Access access, String subject, NewLetter wish, String reason, String key) {
        return once(access, new Request(SERIES, subject, wish, reason), key);
    }

    private static int number(String subject) {
        return Integer.parseInt(subject.substring(subject.indexOf('/') + 1));
    }

    private IssuedPaper once(Access access, Request request, String key) {
        return papers.once(
                access,
                request,
                key,
                code -> {
                    var decided = standings.decided(access, number(request.subject()));
                    var wish = request.wish();
                    requireNotBefore(decided, wish.date());
                    var notice = notices.compose(access, code, wanted(access, decided, request));
                    return new Draft(
                            notice.subject(),
                            decided.step().party(),
                            notice,
                            digest -> printer.print(notice, digest, wish.language()));
                });
    }

    private static void requireNotBefore(DecidedStep decided, LocalDate date) {
        var step = decided.step();
        if (date.isBefore(step.on())) {
            throw LettersException.beforeClaim(step.document(), step.on(), date);
        }
    }

    private Notices.Wanted wanted(Access access, DecidedStep decided, Request request) {
        var wish = request.wish();
        var step = decided.step();
        var policy = decided.policy();
        var book = books.get(access.body());
        var words =
                new NoticeWords(
                        messages,
                        "letters.standing.",
                        new PaperFormats(wish.language(), book.currency(), book.zone()));
        var kind = step.step().code();
        return new Notices.Wanted(
                SERIES,
                wish.date(),
                wish.language(),
                words.text("subject." + kind),
                request.subject(),
                parties.get(access, step.party()),
                words.text("nature"),
                "-",
                words.text("subject." + kind),
                words.text(
                        "opening." + kind,
                        policy.agreement(),
                        policy.article(),
                        policy.organ(),
                        step.document(),
                        words.date(step.on()),
                        step.name()),
                rows(decided, Money.zero(book.currency()), wish, words));
    }

    private static List<Row> rows(
            DecidedStep decided, Money zero, NewLetter wish, NoticeWords words) {
        var step = decided.step();
        var rows = new ArrayList<Row>();
        if (!step.charges().isEmpty()) {
            rows.add(new Row(Notice.Kind.HEAD, words.text("what"), words.symbol()));
            for (var late : step.charges()) {
                rows.add(
                        new Row(
                                Notice.Kind.ITEM,
                                words.text(
                                        "item",
                                        late.description(),
                                        late.charge(),
                                        words.date(late.due()),
                                        late.days()),
                                words.amount(late.open())));
            }
            var total = step.charges().stream().map(late -> late.open()).reduce(zero, Money::plus);
            rows.add(
                    new Row(
                            Notice.Kind.TOTAL,
                            words.text("total", words.date(step.on())),
                            words.amount(total)));
            rows.add(
                    new Row(Notice.Kind.WORDS, words.text("in-words", words.spelled(total)), null));
        }
        rows.add(Row.fact(words.text("reason"), step.reason()));
        rows.add(Row.text(effect(decided, words)));
        rows.add(new Row(Notice.Kind.SIGN, null, null));
        if (!wish.copies().isEmpty()) {
            rows.add(Row.text(words.text("copies", String.join("\n", wish.copies()))));
        }
        return rows;
    }

    private static String effect(DecidedStep decided, NoticeWords words) {
        var step = decided.step();
        var start = decided.clockStart();
        var last = decided.lastDay();
        if (start == null || last == null) return words.text("effect." + step.step().code());
        var limit = decided.policy().terms().suspendAfter();
        return last.isBefore(step.on())
                ? words.text("effect.notice.passed", limit, words.date(start), words.date(last))
                : words.text("effect.notice", limit, words.date(start), words.date(last));
    }
}
