package id.patungan.grants.papers;

import id.patungan.documents.IssuedPaper;
import id.patungan.documents.NewPaper;
import id.patungan.documents.PaperFilter;
import id.patungan.documents.PaperFrames;
import id.patungan.documents.Register;
import id.patungan.grants.AwardBook;
import id.patungan.grants.Awards;
import id.patungan.grants.ForeignMoney;
import id.patungan.grants.papers.AwardPaper.Known;
import id.patungan.grants.papers.AwardPaper.Material;
import id.patungan.grants.papers.AwardPaper.Name;
import id.patungan.grants.rates.ExchangeRates;
import id.patungan.grants.rates.FxCost;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Commands;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Papers about awards for those who may see them: staff and auditors all, a giver those of its own
 * awards. For everybody else there is no such award.
 *
 * <p>What a giver sees of an award that is wholly its own is the whole truth, also by which fund a
 * cost is borne that was not eligible; the bridge, which tells what others bear, is for those who
 * read the whole book.
 */
@Service
public class AwardPapers {

    private final Awards awards;
    private final Journal journal;
    private final Parties parties;
    private final PaperFrames frames;
    private final AwardPaperRenderer renderer;
    private final Register register;
    private final Books books;
    private final Commands commands;
    private final Transactions transactions;
    private final ExchangeRates rates;
    private final AwardNotes notes;

    AwardPapers(
            Awards awards,
            Journal journal,
            Parties parties,
            PaperFrames frames,
            AwardPaperRenderer renderer,
            Register register,
            Books books,
            Commands commands,
            Transactions transactions,
            ExchangeRates rates,
            AwardNotes notes) {
        this.awards = awards;
        this.journal = journal;
        this.parties = parties;
        this.frames = frames;
        this.renderer = renderer;
        this.register = register;
        this.books = books;
        this.commands = commands;
        this.transactions = transactions;
        this.rates = rates;
        this.notes = notes;
    }

    /**
     * What a paper is to be about.
     *
     * @param award its code
     * @param from first day; of an LPJ, in whose year
     * @param until last day
     */
    public record Asked(AwardPaperKind kind, String award, LocalDate from, LocalDate until) {

        /** As the register names what a paper is about. */
        String subject() {
            return award + "/" + from + "/" + until;
        }
    }

    /** The days that a paper is about unless others are asked: this year, as far as it goes. */
    public Asked asked(
            Access access,
            AwardPaperKind kind,
            String award,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        var terms = awards.get(access, award).inForce();
        var today = awards.today(access);
        var last = until != null ? until : today.isAfter(terms.to()) ? terms.to() : today;
        var year = Year.from(from != null ? from : last);
        if (kind == AwardPaperKind.LPJ) {
            return new Asked(kind, award, year.atDay(1), year.atDay(year.length()));
        }
        return new Asked(kind, award, from != null ? from : year.atDay(1), last);
    }

    /**
     * A paper as the book stands, signed today.
     *
     * @throws AwardPaperException if it does not tie, or there can be none
     */
    public AwardPaper of(Access access, Asked asked) {
        return transactions.read(() -> of(access, asked, awards.today(access)));
    }

    private AwardPaper of(Access access, Asked asked, LocalDate signed) {
        access.require(Action.READ_OWN);
        if (asked.kind().ofTheWholeBook()) access.require(Action.READ_BOOKS);
        var material = material(access, asked.award(), signed);
        return switch (asked.kind()) {
            case STATEMENT -> DonorStatement.of(material, asked.from(), asked.until());
            case LPJ -> HibahReport.of(material, asked.from().getYear());
            case BRIDGE -> bridge(access, material, asked);
            case ASSOCIATION ->
                    OthersAccount.of(
                            bridge(access, material, asked),
                            journal.cashByFund(access, asked.from(), asked.until(), Journal.HEAD));
            case FEDERAL -> FederalReport.of(material, asked.from(), asked.until());
            case EU -> BudgetReport.of(material, asked.from(), asked.until());
            case FACE -> AdvanceReport.of(material, asked.from(), asked.until());
            case VOUCHERS -> UseOfFunds.of(material, asked.from(), asked.until());
        };
    }

    private Bridge bridge(Access access, Material material, Asked asked) {
        if (asked.until().isBefore(asked.from())) {
            throw AwardPaperException.order(asked.from(), asked.until());
        }
        return Bridge.of(
                material, journal.trialBalance(access, asked.from(), asked.until(), Journal.HEAD));
    }

    private Material material(Access access, String award, LocalDate signed) {
        var head = journal.head(access.body());
        var book = book(access, award);
        var giver = book.terms().giver();
        var system = Access.system(access.body());
        return new Material(
                book,
                frames.body(system),
                parties.find(system, giver).map(one -> one.name()).orElse(giver),
                new Known(head.lastNo(), head.hash(), head.lastRecordedAt()),
                frames.signing(system, signed),
                signed,
                names(system, award),
                converted(system, book),
                notes.standing(system, award),
                payees(system, book));
    }

    private Map<String, String> payees(Access system, AwardBook book) {
        var payees = new HashMap<String, String>();
        book.costs()
                .flatMap(one -> Stream.ofNullable(one.party()))
                .distinct()
                .forEach(party ->
                        parties.find(system, party)
                                .ifPresent(one -> payees.put(party, one.name())));
        return payees;
    }

    private Map<String, FxCost> converted(Access system, AwardBook book) {
        var converted = new HashMap<String, FxCost>();
        if (book.foreign()) {
            var table = rates.table(system, book.terms().currency());
            new ForeignMoney(book).costs(table).forEach(one -> converted.put(one.ref(), one));
        }
        return converted;
    }

    /** The whole of an award that the viewer sees the whole of. */
    private AwardBook book(Access access, String award) {
        var seen = awards.book(access, award);
        var system = Access.system(access.body());
        var whole = awards.get(system, award).inForce().funds();
        return seen.terms().funds().equals(whole) ? awards.book(system, award) : seen;
    }

    private Map<String, Name> names(Access system, String award) {
        var names = new HashMap<String, Name>();
        for (var one : journal.names(system).awardLines()) {
            if (one.code().startsWith(award + "/")) {
                names.put(one.code(), new Name(one.nameId(), one.nameEn()));
            }
        }
        return names;
    }

    /**
     * A paper that is to be issued.
     *
     * @param date printed on it, and of its signatures
     * @param reason why the one that stands is replaced; null if none stands
     */
    public record Issue(Asked asked, LocalDate date, Locale language, @Nullable String reason) {}

    /**
     * Issues a paper: it gets its number, is printed and frozen in the register.
     *
     * @param key of the command; the same key with the same wish answers the same paper
     * @throws AwardPaperException if it is dated after today, does not tie, may not be issued as it
     *     is, or one about the same stands and no reason is given
     */
    public IssuedPaper issue(Access access, Issue wish, String key) {
        access.require(Action.PREPARE);
        var code =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        wish,
                                        String.class,
                                        () -> issued(access, wish)));
        return register.get(access, code);
    }

    private String issued(Access access, Issue wish) {
        var asked = wish.asked();
        var today = awards.today(access);
        if (wish.date().isAfter(today)) throw AwardPaperException.future(wish.date(), today);
        var paper = of(access, asked, wish.date());
        requireIssuable(paper);
        var series = asked.kind().series();
        var standing = register.standing(access, series, asked.subject()).orElse(null);
        var reason = wish.reason();
        if (standing != null && (reason == null || reason.isBlank())) {
            throw AwardPaperException.standing(standing.code());
        }
        var number = books.nextDocumentNumber(access.body(), series, wish.date().getYear());
        var code = NewPaper.code(series, wish.date(), number);
        register.issue(
                access,
                new NewPaper(
                        series,
                        wish.date(),
                        number,
                        renderer.title(paper, wish.language()),
                        asked.subject(),
                        asked.kind().ofTheWholeBook() ? null : paper.common().giver(),
                        wish.language(),
                        paper),
                renderer.render(paper, AwardPaperFormat.PDF, wish.language(), code));
        if (standing != null && reason != null) {
            register.withdraw(access, standing.code(), reason, code);
        }
        return code;
    }

    /** What stands against issuing a paper as it is; empty if nothing does. */
    static List<AwardPaperException> objections(AwardPaper paper) {
        if (paper instanceof HibahReport report) return report.objections();
        if (!paper.common().signed().isBefore(paper.until())) return List.of();
        return List.of(
                AwardPaperException.beforeLastSpending(paper.common().signed(), paper.until()));
    }

    private static void requireIssuable(AwardPaper paper) {
        objections(paper).stream()
                .findFirst()
                .ifPresent(objection -> {
                    throw objection;
                });
    }

    /** The papers about an award that the viewer reaches, the newest first. */
    public List<IssuedPaper> issuedAbout(Access access, String award) {
        awards.get(access, award);
        return register.list(access, new PaperFilter(null, null, null, null, null)).stream()
                .filter(one -> one.subject().startsWith(award + "/"))
                .filter(one -> isOurs(one.series()))
                .toList();
    }

    private static boolean isOurs(String series) {
        for (var kind : AwardPaperKind.values()) {
            if (kind.series().equals(series)) return true;
        }
        return false;
    }
}
