package id.patungan.contributions.letters;

import id.patungan.basics.BodyId;
import id.patungan.basics.DomainException;
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
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private final PaperIssue issue;
    private final LetterMail mail;
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
            PaperIssue issue,
            LetterMail mail,
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
        this.issue = issue;
        this.mail = mail;
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

    private record Asked(String command, String assessment, NewLetter wish, boolean byMail) {

        static Asked of(String assessment, NewLetter wish, boolean byMail) {
            return new Asked("letter-run", assessment, wish, byMail);
        }
    }

    /**
     * Asks for a letter for every open charge of an assessment that has none.
     *
     * @param byMail whether each goes into the outbox when it is issued, if its addressee has an
     *     e-mail address
     * @param key of the command; the same key with the same wish answers the same run
     * @throws LettersException if there is nothing to send, or the date is wrong
     */
    public LetterRun start(
            Access access, String assessment, NewLetter wish, boolean byMail, String key) {
        access.require(Action.PREPARE);
        var asked = Asked.of(assessment, wish, byMail);
        var number =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        asked,
                                        Integer.class,
                                        () ->
                                                startOnce(access, asked)
                                                        .orElseThrow(() ->
                                                                LettersException.nothingToSend(
                                                                        assessment))));
        return get(access, number);
    }

    /**
     * The run that issues what an assessment still misses: the one that goes on, or a new one; none
     * if every open charge has its letter.
     *
     * @throws LettersException if the assessment is cancelled, or the date is wrong
     */
    public Optional<LetterRun> missing(
            Access access, String assessment, NewLetter wish, boolean byMail) {
        access.require(Action.PREPARE);
        var asked = Asked.of(assessment, wish, byMail);
        var number =
                books.write(
                        access.body(),
                        () ->
                                runs.runs(access.body(), null, assessment).stream()
                                        .filter(run -> run.finished() == null)
                                        .map(LetterRun::number)
                                        .findFirst()
                                        .or(() -> startOnce(access, asked)));
        return number.map(one -> get(access, one));
    }

    /** The number of the run; none if no open charge is without a letter. */
    private Optional<Integer> startOnce(Access access, Asked asked) {
        var assessment = asked.assessment();
        var date = asked.wish().date();
        var paper = divisions.get(access, assessment).paper();
        if (paper.reversal() != null) throw LettersException.reversed(assessment);
        if (date.isBefore(paper.date())) {
            throw LettersException.beforeAssessment(assessment, paper.date(), date);
        }
        issue.requirePast(access, date);
        var wanted = wanted(access, contributions.chargesOf(access, assessment, date));
        if (wanted.isEmpty()) return Optional.empty();
        var number = runs.nextNumber(access.body());
        runs.insert(
                access.body(),
                number,
                assessment,
                asked.wish(),
                asked.byMail(),
                wanted,
                access.handle(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(
                access,
                "letters.run",
                assessment,
                null,
                Map.of("run", number, "letters", wanted.size()));
        return Optional.of(number);
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
                            if (run.byMail()) mail.send(access, letter);
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
