package id.patungan.contributions.letters;

import id.patungan.basics.BodyId;
import id.patungan.basics.DomainException;
import id.patungan.basics.Money;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.IssuedDivisions;
import id.patungan.contributions.OpenCharge;
import id.patungan.contributions.letters.LetterRun.Fault;
import id.patungan.contributions.letters.LetterRunRepository.Unfinished;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.PaperFilter;
import id.patungan.documents.Register;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;
import id.patungan.platform.Refusals;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The letters of a whole assessment, issued one by one in the background. Each letter and the note
 * that it is done are one transaction, so a run that is cut off goes on where it stood: no number
 * is used twice and no letter issued twice.
 */
@Service
public class LetterRuns {

    private static final Logger LOG = LoggerFactory.getLogger(LetterRuns.class);

    private final LetterRunRepository runs;
    private final Letters letters;
    private final Contributions contributions;
    private final IssuedDivisions divisions;
    private final Register register;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Refusals refusals;
    private final Transactions transactions;
    private final Clock clock;
    private final ReentrantLock working = new ReentrantLock();

    LetterRuns(
            LetterRunRepository runs,
            Letters letters,
            Contributions contributions,
            IssuedDivisions divisions,
            Register register,
            Books books,
            Commands commands,
            Audit audit,
            Refusals refusals,
            Transactions transactions,
            Clock clock) {
        this.runs = runs;
        this.letters = letters;
        this.contributions = contributions;
        this.divisions = divisions;
        this.register = register;
        this.books = books;
        this.commands = commands;
        this.audit = audit;
        this.refusals = refusals;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Command(String command, String assessment, NewLetter wish) {}

    /**
     * Asks for a letter for every open charge of an assessment that has none.
     *
     * @param key of the command; the same key with the same wish answers the same run
     * @throws LettersException if there is nothing to send, or the date is wrong
     */
    public LetterRun start(Access access, String assessment, NewLetter wish, String key) {
        access.require(Action.PREPARE);
        var number =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        new Command("letter-run", assessment, wish),
                                        Integer.class,
                                        () -> startOnce(access, assessment, wish)));
        return get(access, number);
    }

    private Integer startOnce(Access access, String assessment, NewLetter wish) {
        var division = divisions.get(access, assessment);
        if (division.paper().reversal() != null) throw LettersException.reversed(assessment);
        if (wish.date().isBefore(division.paper().date())) {
            throw LettersException.beforeAssessment(
                    assessment, division.paper().date(), wish.date());
        }
        var today = LocalDate.now(clock.withZone(books.get(access.body()).zone()));
        if (wish.date().isAfter(today)) throw LettersException.farDate(wish.date(), today);
        var charges = contributions.chargesOf(access, assessment, wish.date());
        var wanted = wanted(access, charges);
        if (wanted.isEmpty()) {
            throw LettersException.nothingToSend(
                    assessment,
                    charges.stream()
                            .map(OpenCharge::open)
                            .reduce(Money.zero(division.total().currency()), Money::plus));
        }
        var number = runs.nextNumber(access.body());
        runs.insert(
                access.body(),
                number,
                assessment,
                wish,
                wanted,
                access.handle(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(
                access,
                "letters.run",
                assessment,
                null,
                Map.of("run", number, "letters", wanted.size()));
        return number;
    }

    /** The open charges without a letter that stands. */
    private List<String> wanted(Access access, List<OpenCharge> charges) {
        var standing = new HashSet<String>();
        register.list(
                        access,
                        new PaperFilter(
                                Letters.SERIES, null, null, null, IssuedPaper.Status.ISSUED))
                .forEach(paper -> standing.add(paper.subject()));
        return charges.stream()
                .filter(charge -> charge.open().minorUnits() > 0)
                .map(OpenCharge::charge)
                .filter(charge -> !standing.contains(charge))
                .toList();
    }

    /** The runs of the body, the newest first; of one assessment if one is named. */
    public List<LetterRun> list(Access access, @Nullable String assessment) {
        access.require(Action.READ_BOOKS);
        return transactions.read(() -> runs.runs(access.body(), null, assessment));
    }

    /**
     * A run and how far it has come.
     *
     * @throws LettersException not found
     */
    public LetterRun get(Access access, int number) {
        access.require(Action.READ_BOOKS);
        return transactions.read(() -> runs.runs(access.body(), number, null)).stream()
                .findFirst()
                .orElseThrow(() -> LettersException.noSuchRun(number));
    }

    /** Goes on with every run that is not finished; does no harm when done twice. */
    public void work() {
        if (!working.tryLock()) return;
        try {
            for (var run : transactions.read(runs::unfinished)) {
                work(run);
            }
        } finally {
            working.unlock();
        }
    }

    private void work(Unfinished run) {
        var access = Access.onBehalf(run.by(), run.body());
        var failed = false;
        for (var charge : transactions.read(() -> runs.waiting(run.body(), run.number()))) {
            try {
                books.write(
                        run.body(),
                        () -> {
                            var letter =
                                    letters.issue(
                                            access,
                                            charge,
                                            run.wish(),
                                            "letter-run:%d:%s".formatted(run.number(), charge));
                            runs.issued(run.body(), run.number(), charge, letter.code());
                            return letter.code();
                        });
            } catch (DomainException refusal) {
                refuse(run.body(), run.number(), charge, refusal);
            } catch (RuntimeException failure) {
                // The next pass tries again; the letters of the others do not wait for it
                LOG.error("Letter for {} of run {}", charge, run.number(), failure);
                failed = true;
            }
        }
        if (failed) return;
        transactions.run(() -> {
            runs.finish(run.body(), run.number(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            return run.number();
        });
    }

    private void refuse(BodyId body, int number, String charge, DomainException refusal) {
        var fault =
                new Fault(
                        charge,
                        refusal.code(),
                        refusals.text(refusal, Locale.of("id")),
                        refusals.text(refusal, Locale.ENGLISH));
        transactions.run(() -> {
            runs.refused(body, number, fault);
            return charge;
        });
    }
}
