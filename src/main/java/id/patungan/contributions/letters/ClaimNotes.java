package id.patungan.contributions.letters;

import id.patungan.basics.Money;
import id.patungan.contributions.ClaimPaper;
import id.patungan.contributions.ClaimPapers;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.OpenCharge;
import id.patungan.contributions.letters.Notice.Row;
import id.patungan.contributions.letters.PaperIssue.Draft;
import id.patungan.contributions.letters.PaperIssue.Request;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.PaperFilter;
import id.patungan.documents.PaperFormats;
import id.patungan.documents.Register;
import id.patungan.ledger.Books;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Credit notes, write-offs and recoveries on paper: what a payer gets for its file. Each has at
 * most one paper that stands. An allowance is the body's own estimate; no payer gets a paper of it.
 */
@Service
public class ClaimNotes implements ReplaceablePapers {

    /** The series in the register: credit notes, write-offs, recoveries. */
    public static final List<String> ALL_SERIES = List.of("NK", "HB", "PR");

    private final ClaimPapers claims;
    private final Contributions contributions;
    private final Notices notices;
    private final LetterPrinter printer;
    private final PaperIssue papers;
    private final Register register;
    private final Parties parties;
    private final Books books;
    private final MessageSource messages;

    ClaimNotes(
            ClaimPapers claims,
            Contributions contributions,
            Notices notices,
            LetterPrinter printer,
            PaperIssue papers,
            Register register,
            Parties parties,
            Books books,
            MessageSource messages) {
        this.claims = claims;
        this.contributions = contributions;
        this.notices = notices;
        this.printer = printer;
        this.papers = papers;
        this.register = register;
        this.parties = parties;
        this.books = books;
        this.messages = messages;
    }

    /**
     * The paper of which there can be one: a credit note, a write-off or a recovery.
     *
     * @throws LettersException if it is of another kind
     * @throws id.patungan.basics.DomainException not found, also where it is not within reach
     */
    public ClaimPaper of(Access access, String claim) {
        var paper = claims.get(access, claim);
        series(paper);
        return paper;
    }

    /**
     * Issues the paper.
     *
     * @param claim such as {@code CN-2006-0001}
     * @param key of the command; the same key with the same wish answers the same paper
     * @throws LettersException if one stands, it was reversed, is of another kind, or the date is
     *     wrong
     */
    public IssuedPaper issue(Access access, String claim, NewLetter wish, String key) {
        return once(access, new Request(series(claims.get(access, claim)), claim, wish, null), key);
    }

    @Override
    public boolean issues(String series) {
        return ALL_SERIES.contains(series);
    }

    @Override
    public IssuedPaper replace(
            Access access, String claim, NewLetter wish, String reason, String key) {
        return once(
                access, new Request(series(claims.get(access, claim)), claim, wish, reason), key);
    }

    /** The papers that stand, by the credit note, write-off or recovery, as far as in reach. */
    public Map<String, IssuedPaper> standing(Access access) {
        var standing = new TreeMap<String, IssuedPaper>();
        for (var series : ALL_SERIES) {
            register.list(
                            access,
                            new PaperFilter(series, null, null, null, IssuedPaper.Status.ISSUED))
                    .forEach(one -> standing.put(one.subject(), one));
        }
        return standing;
    }

    private static String series(ClaimPaper claim) {
        return switch (claim.kind()) {
            case CREDIT -> "NK";
            case WRITE_OFF -> "HB";
            case RECOVERY -> "PR";
            case ALLOWANCE, RELEASE, MEMO_RELEASE -> throw LettersException.ownMatter(claim.code());
        };
    }

    private IssuedPaper once(Access access, Request request, String key) {
        var wish = request.wish();
        return papers.once(
                access,
                request,
                key,
                code -> {
                    var claim = standing(access, request.subject(), wish.date());
                    var notice = notices.compose(access, code, wanted(access, claim, request));
                    return new Draft(
                            notice.subject(),
                            claim.party(),
                            notice,
                            digest -> printer.print(notice, digest, wish.language()));
                });
    }

    private ClaimPaper standing(Access access, String code, LocalDate date) {
        var claim = claims.get(access, code);
        if (claim.paper().reversal() != null) throw LettersException.reversed(code);
        if (date.isBefore(claim.paper().date())) {
            throw LettersException.beforeClaim(code, claim.paper().date(), date);
        }
        return claim;
    }

    private Notices.Wanted wanted(Access access, ClaimPaper claim, Request request) {
        var wish = request.wish();
        var book = books.get(access.body());
        var words =
                new NoticeWords(
                        messages,
                        "letters.note.",
                        new PaperFormats(wish.language(), book.currency(), book.zone()));
        var own = "." + claim.kind().code();
        var charge =
                contributions
                        .charge(access, claim.charge(), wish.date())
                        .orElseThrow(() -> LettersException.noSuchCharge(claim.charge()));
        return new Notices.Wanted(
                request.series(),
                wish.date(),
                wish.language(),
                words.text("subject" + own, claim.code()),
                claim.code(),
                parties.get(access, claim.party()),
                words.text("nature"),
                "-",
                words.text("subject" + own, claim.code()),
                words.text(
                        "opening" + own,
                        claim.document(),
                        claim.charge(),
                        charge.description(),
                        claim.partyName()),
                rows(claim, charge, wish, words));
    }

    private static List<Row> rows(
            ClaimPaper claim, OpenCharge charge, NewLetter wish, NoticeWords words) {
        var own = "." + claim.kind().code();
        var rows = new ArrayList<Row>();
        rows.add(new Row(Notice.Kind.HEAD, words.text("what"), words.symbol()));
        rows.add(
                new Row(
                        Notice.Kind.ITEM,
                        words.text("item" + own, claim.code(), words.date(claim.paper().date())),
                        words.amount(claim.amount())));
        rows.add(new Row(Notice.Kind.TOTAL, words.text("total"), words.amount(claim.amount())));
        rows.add(
                new Row(
                        Notice.Kind.WORDS,
                        words.text("in-words", words.spelled(claim.amount())),
                        null));
        rows.add(Row.fact(words.text("reason"), claim.paper().description()));
        rows.add(Row.fact(words.text("decision"), claim.document()));
        rows.add(Row.text(words.text("charge-now", words.date(wish.date()))));
        rows.add(Row.fact(words.text("charged"), words.money(charge.charged())));
        fact(rows, words, "credited", charge.credited());
        fact(rows, words, "written-off", charge.writtenOff());
        fact(rows, words, "in-kind", charge.inKind());
        fact(rows, words, "paid", charge.paid().minus(charge.inKind()));
        rows.add(Row.fact(words.text("open"), words.money(charge.open())));
        rows.add(Row.text(words.text("effect" + own)));
        rows.add(new Row(Notice.Kind.SIGN, null, null));
        if (!wish.copies().isEmpty()) {
            rows.add(Row.text(words.text("copies", String.join("\n", wish.copies()))));
        }
        return rows;
    }

    private static void fact(List<Row> rows, NoticeWords words, String key, Money amount) {
        if (!amount.isZero()) {
            rows.add(Row.fact(words.text(key), words.money(amount.negated())));
        }
    }
}
