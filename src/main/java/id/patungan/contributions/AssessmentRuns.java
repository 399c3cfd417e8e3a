package id.patungan.contributions;

import id.patungan.basics.Money;
import id.patungan.contributions.AssessmentRun.Change;
import id.patungan.contributions.AssessmentRun.Comparison;
import id.patungan.contributions.AssessmentRun.State;
import id.patungan.contributions.IssuedDivisions.Sort;
import id.patungan.contributions.rules.Rules;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Assessments prepared by one person and approved by another. A run is frozen with its calculation
 * when it is prepared; approving issues it in the same transaction, with exactly the figures that
 * were approved, or is refused and says what has changed since.
 */
@Service
public class AssessmentRuns {

    private static final int LONGEST_REASON = 400;

    private final Assessments assessments;
    private final Sharing sharing;
    private final Sheets sheets;
    private final IssuedDivisions divisions;
    private final RunRepository runs;
    private final Rules rules;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Clock clock;

    AssessmentRuns(
            Assessments assessments,
            Sharing sharing,
            Sheets sheets,
            IssuedDivisions divisions,
            RunRepository runs,
            Rules rules,
            Books books,
            Commands commands,
            Audit audit,
            Transactions transactions,
            JsonMapper json,
            Clock clock) {
        this.assessments = assessments;
        this.sharing = sharing;
        this.sheets = sheets;
        this.divisions = divisions;
        this.runs = runs;
        this.rules = rules;
        this.books = books;
        this.commands = commands;
        this.audit = audit;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** What a key was used for; two commands with equal requests stay apart. */
    private record Command(String command, Object request) {}

    /**
     * Prepares an assessment for approval: works it out, checks all that issuing would check, and
     * freezes it. Nothing is charged.
     *
     * @param key of the command; the same key with the same wish answers the same run
     * @throws id.patungan.basics.DomainException as {@link Assessments#issue}
     */
    public AssessmentRun prepare(Access access, NewAssessment wish, String key) {
        access.require(Action.PREPARE);
        var number =
                once(access, key, "prepare-assessment-run", wish, () -> prepareOnce(access, wish));
        return get(access, number);
    }

    private int once(
            Access access,
            String key,
            String command,
            Object request,
            java.util.function.Supplier<Integer> work) {
        return books.write(
                access.body(),
                () ->
                        commands.once(
                                access.body(),
                                key,
                                new Command(command, request),
                                Integer.class,
                                work));
    }

    private int prepareOnce(Access access, NewAssessment wish) {
        var calculation = sharing.calculate(access, wish);
        var _ = sharing.ground(access, wish, calculation, false);
        var number =
                runs.insert(
                        access.body(),
                        new RunRepository.Prepared(
                                wish,
                                json.writeValueAsString(wish),
                                calculation.shares().total(),
                                sheets.freeze(calculation),
                                books.get(access.body()).approvalRequired(),
                                access.handle(),
                                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        audit.record(access, "assessment-run.prepare", subject(number), null, wish);
        return number;
    }

    private record Decided(int number, String decision, @Nullable String reason) {}

    /**
     * Approves a run, which issues its assessment, or rejects it. Where the body asks for two
     * people only who approves may, and not what they prepared themselves.
     *
     * @param reason needed to reject
     * @throws ContributionsException if it is decided, one's own, the reason is missing, or what it
     *     rests on has changed since it was prepared
     */
    public AssessmentRun decide(
            Access access, int number, boolean approve, @Nullable String reason, String key) {
        if (!(access.may(Action.PREPARE) && !books.get(access.body()).approvalRequired())) {
            access.require(Action.APPROVE);
        }
        var wish = new Decided(number, approve ? "approve" : "reject", said(reason, !approve));
        once(access, key, "decide-assessment-run", wish, () -> decideOnce(access, wish));
        return get(access, number);
    }

    private int decideOnce(Access access, Decided wish) {
        var run = waiting(access, wish.number());
        if (run.approval()) {
            access.require(Action.APPROVE);
            if (run.preparedBy().equals(access.handle())) {
                throw ContributionsException.ownRun(run.number());
            }
        }
        var approved = wish.decision().equals("approve");
        store(access, run, wish, approved ? issue(access, run) : null);
        return run.number();
    }

    /** Works it out again and issues it; the book is locked, so nothing comes in between. */
    private String issue(Access access, AssessmentRun run) {
        var preparer = Access.onBehalf(run.preparedBy(), access.body());
        var calculation = sharing.calculate(preparer, run.wish());
        if (!sheets.freeze(calculation).digest().equals(run.digest())) {
            RunDrift.requireNone(run.number(), run.sheet(), calculation.sheet());
        }
        return assessments.issue(
                preparer,
                run.wish(),
                calculation,
                access.handle().equals(run.preparedBy()) ? null : access.handle());
    }

    /**
     * Takes a run back before it is decided.
     *
     * @throws ContributionsException if it is decided, or the reason is missing
     */
    public AssessmentRun withdraw(Access access, int number, String reason, String key) {
        access.require(Action.PREPARE);
        var wish = new Decided(number, "withdraw", said(reason, true));
        once(
                access,
                key,
                "withdraw-assessment-run",
                wish,
                () -> {
                    store(access, waiting(access, number), wish, null);
                    return number;
                });
        return get(access, number);
    }

    private AssessmentRun waiting(Access access, int number) {
        var run = run(access, number);
        if (run.state() != State.WAITING) {
            throw ContributionsException.runDecided(number);
        }
        return run;
    }

    private void store(
            Access access, AssessmentRun run, Decided wish, @Nullable String assessment) {
        runs.insertDecision(
                access.body(),
                run,
                new RunRepository.Decision(
                        wish.decision(),
                        assessment,
                        wish.reason(),
                        access.handle(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
        audit.record(
                access,
                "assessment-run." + wish.decision(),
                subject(run.number()),
                run,
                run(access, run.number()));
    }

    private static @Nullable String said(@Nullable String reason, boolean needed) {
        var said = reason == null || reason.isBlank() ? null : reason.strip();
        if (said == null && needed) throw ContributionsException.noReason();
        return Typed.optional("reason", said, LONGEST_REASON);
    }

    /** The runs of the body, the newest first. */
    public List<AssessmentRun> all(Access access) {
        access.require(Action.READ_BOOKS);
        return transactions.read(
                () -> runs.runs(access.body(), null).stream().map(this::assembled).toList());
    }

    /**
     * One run.
     *
     * @throws ContributionsException not found
     */
    public AssessmentRun get(Access access, int number) {
        access.require(Action.READ_BOOKS);
        return transactions.read(() -> run(access, number));
    }

    private AssessmentRun run(Access access, int number) {
        return runs.runs(access.body(), number).stream()
                .findFirst()
                .map(this::assembled)
                .orElseThrow(() -> ContributionsException.noSuchRun(number));
    }

    private AssessmentRun assembled(RunRepository.Stored stored) {
        var state =
                switch (stored.decision()) {
                    case null -> State.WAITING;
                    case "approve" -> State.APPROVED;
                    case "reject" -> State.REJECTED;
                    default -> State.WITHDRAWN;
                };
        return new AssessmentRun(
                stored.number(),
                state,
                json.readValue(stored.wish(), NewAssessment.class),
                sheets.thaw(stored.frozen()),
                stored.total(),
                stored.frozen().digest(),
                stored.approval(),
                stored.preparedBy(),
                stored.preparedAt(),
                stored.decidedBy(),
                stored.decidedAt(),
                stored.reason(),
                stored.assessment(),
                stored.cancelled());
    }

    /**
     * What a run charges beside the assessment of the same kind, fund and project of the year
     * before, with the shares that stand now.
     */
    public Comparison compared(Access access, AssessmentRun run) {
        access.require(Action.READ_BOOKS);
        var wish = run.wish();
        var before =
                divisions
                        .yearBefore(
                                access,
                                wish.year(),
                                new Sort(wish.kind(), wish.fund().value(), wish.project()))
                        .orElse(null);
        var zero = Money.zero(run.total().currency());
        var shares = new LinkedHashMap<String, Money>();
        if (before != null) before.shares().forEach(one -> shares.put(one.party(), one.share()));
        var changes = new ArrayList<Change>();
        var charged = new HashSet<String>();
        for (var row : run.sheet().rows()) {
            charged.add(row.party());
            changes.add(
                    new Change(
                            row.party(),
                            row.name(),
                            shares.get(row.party()),
                            Money.of(zero.currency(), new BigDecimal(row.share()))));
        }
        if (before != null) {
            before.shares().stream()
                    .filter(one -> !charged.contains(one.party()) && !one.share().isZero())
                    .forEach(one ->
                            changes.add(new Change(one.party(), one.name(), one.share(), zero)));
        }
        return new Comparison(
                before == null ? null : before.issued().code(),
                before == null ? null : before.later(),
                changes,
                zero);
    }

    /**
     * Whether the viewer may decide about a run: whoever approves, and where that is not needed
     * whoever prepares; never their own work where another person is needed.
     */
    public boolean mayDecide(Access access, AssessmentRun run) {
        if (run.state() != State.WAITING) return false;
        return run.approval()
                ? access.may(Action.APPROVE) && !run.preparedBy().equals(access.handle())
                : access.may(Action.APPROVE) || access.may(Action.PREPARE);
    }

    /** What a run rests on: what was said, else what the rule of the body rests on. */
    public @Nullable LegalBasis ground(Access access, AssessmentRun run) {
        var rule = run.sheet().rule();
        if (run.wish().legalBasis() != null || rule == null) return run.wish().legalBasis();
        var version = rules.version(access, rule.code(), rule.version());
        return new LegalBasis(version.agreement(), version.article());
    }

    private static String subject(int number) {
        return "assessment-run/" + number;
    }
}
