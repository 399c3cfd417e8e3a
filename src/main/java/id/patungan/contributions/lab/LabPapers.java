package id.patungan.contributions.lab;

import id.patungan.contributions.lab.LabPaperRepository.Stored;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Comparisons saved as papers for the forum. A paper is what was shown, with all its figures; it
 * opens the same when indicators and rules have changed since. Once saved it is open to every party
 * of the body, for they are to vote on it; a permission for a fund alone opens none.
 */
@Service
public class LabPapers {

    private static final String SERIES = "LAB";
    private static final int LONGEST_TITLE = 200;

    private final Lab lab;
    private final LabPaperRepository papers;
    private final ComparisonJson json;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    LabPapers(
            Lab lab,
            LabPaperRepository papers,
            ComparisonJson json,
            Books books,
            Commands commands,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.lab = lab;
        this.papers = papers;
        this.json = json;
        this.books = books;
        this.commands = commands;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Command(
            String command, String title, NewComparison wish, @Nullable String seen) {}

    /**
     * Compares once more and saves that as a paper.
     *
     * @param seen digest of the comparison that was looked at; null if none was
     * @param key of the command; the same key with the same wish answers the same paper
     * @throws LabException if there is no title, or what was seen is not what comes out now
     */
    public LabPaper save(
            Access access, String title, NewComparison wish, @Nullable String seen, String key) {
        access.require(Action.PREPARE);
        var name = title.strip();
        if (name.isEmpty() || name.length() > LONGEST_TITLE) {
            throw LabException.noTitle(LONGEST_TITLE);
        }
        var code =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        new Command("lab-paper", name, wish, seen),
                                        String.class,
                                        () -> saveOnce(access, name, wish, seen)));
        return get(access, code);
    }

    private String saveOnce(
            Access access, String title, NewComparison wish, @Nullable String seen) {
        var content = json.text(lab.compare(access, wish));
        var digest = json.digest(content);
        if (seen != null && !seen.equals(digest)) {
            throw LabException.seenOtherwise();
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var year = at.atZone(books.get(access.body()).zone()).getYear();
        var number = books.nextDocumentNumber(access.body(), SERIES, year);
        var code = "%s-%04d-%04d".formatted(SERIES, year, number);
        var line = new LabPaper.Line(code, title, digest, access.handle(), at);
        papers.insert(access.body(), year, number, new Stored(line, content));
        audit.record(access, "lab.save", code, null, Map.of("title", title, "digest", digest));
        return code;
    }

    /** The papers of the body, the newest first; none for those who have no party in it. */
    public List<LabPaper.Line> list(Access access) {
        access.require(Action.READ_OWN);
        if (!open(access)) {
            throw AccessException.nothingHere("lab paper");
        }
        return transactions.read(() -> papers.lines(access.body()));
    }

    /**
     * A paper.
     *
     * @throws LabException not found, also for those who have no party in the body
     */
    public LabPaper get(Access access, String code) {
        access.require(Action.READ_OWN);
        if (!open(access)) {
            throw LabException.noSuchPaper(code);
        }
        var stored =
                transactions
                        .read(() -> papers.find(access.body(), code))
                        .orElseThrow(() -> LabException.noSuchPaper(code));
        var line = stored.line();
        return new LabPaper(
                line.code(),
                line.title(),
                json.read(stored.content()),
                line.digest(),
                line.by(),
                line.at());
    }

    private static boolean open(Access access) {
        return access.reach().everything() || !access.reach().parties().isEmpty();
    }
}
