package id.patungan.contributions;

import id.patungan.allocation.TrueUp;
import id.patungan.basics.Money;
import id.patungan.contributions.AssessmentRepository.Header;
import id.patungan.contributions.AssessmentRepository.StoredShare;
import id.patungan.contributions.OpenItemRepository.As;
import id.patungan.contributions.OpenItemRepository.Which;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Later figures: an assessment worked out again by its frozen rule among its frozen parties, and
 * the difference charged or credited by one entry in an open month. The assessment and every
 * statement made of it stay as they were; each run is frozen with figures and result of its own.
 *
 * <p>What a party is credited comes off what it still owes; what it has paid already becomes a
 * prepayment of the receipt that paid it, the latest first.
 */
@Service
public class Recalculations {

    private final Papers papers;
    private final Sharing sharing;
    private final Sheets sheets;
    private final AssessmentRepository assessments;
    private final RecalculationRepository runs;
    private final OpenItemRepository openItems;
    private final GivingBack givingBack;
    private final PaperOrder order;
    private final Transactions transactions;

    Recalculations(
            Papers papers,
            Sharing sharing,
            Sheets sheets,
            AssessmentRepository assessments,
            RecalculationRepository runs,
            OpenItemRepository openItems,
            GivingBack givingBack,
            PaperOrder order,
            Transactions transactions) {
        this.papers = papers;
        this.sharing = sharing;
        this.sheets = sheets;
        this.assessments = assessments;
        this.runs = runs;
        this.openItems = openItems;
        this.givingBack = givingBack;
        this.order = order;
        this.transactions = transactions;
    }

    /** A run worked out, before anything is stored. */
    private record Work(
            Header header,
            Calculation calculation,
            Map<String, StoredShare> shares,
            List<Recalculation.Change> changes,
            List<Entries.TrueUpPart> moves) {}

    /**
     * What a run would charge and credit; posts and stores nothing.
     *
     * @throws id.patungan.basics.DomainException if there is no such assessment, a figure is
     *     missing, nothing changes, or the date lies before a paper that the run counts on
     */
    public Recalculation.Preview preview(Access access, NewRecalculation wish) {
        access.require(Action.PREPARE);
        return transactions.read(() -> {
            var work = work(access, wish);
            return new Recalculation.Preview(work.calculation().sheet(), work.changes());
        });
    }

    /**
     * Charges and credits the differences.
     *
     * @param key of the command; the same key with the same wish answers the same run
     * @throws id.patungan.basics.DomainException as {@link #preview}; nothing is stored then
     */
    public Recalculation issue(Access access, NewRecalculation wish, String key) {
        var code = papers.once(access, key, "recalculation", wish, () -> issueOnce(access, wish));
        return get(access, wish.assessment(), code);
    }

    private String issueOnce(Access access, NewRecalculation wish) {
        var work = work(access, wish);
        var paper =
                papers.issue(
                        access,
                        Paper.Series.TU,
                        wish.date(),
                        null,
                        code -> Entries.trueUp(code, wish, work.header(), work.moves()));
        runs.insert(
                access.body(),
                paper.code(),
                wish,
                sheets.freeze(work.calculation()),
                changes(work));
        papers.issued(access, paper, wish);
        return paper.code();
    }

    private static List<RecalculationRepository.NewChange> changes(Work work) {
        var ids =
                work.calculation().parts().stream()
                        .collect(Collectors.toMap(Calculation.Part::party, Calculation.Part::id));
        return work.changes().stream()
                .map(change ->
                        new RecalculationRepository.NewChange(
                                Objects.requireNonNull(ids.get(change.party())),
                                change.charge(),
                                change.before(),
                                change.share()))
                .toList();
    }

    private Work work(Access access, NewRecalculation wish) {
        var header =
                assessments
                        .header(access.body(), Assessments.EVERYTHING, wish.assessment())
                        .orElseThrow(() -> ContributionsException.noSuchPaper(wish.assessment()));
        if (header.paper().reversal() != null) {
            throw ContributionsException.alreadyReversed(wish.assessment());
        }
        var day = order.ofRun(access, header);
        if (wish.due().isBefore(wish.date())) {
            throw ContributionsException.dueBeforeDate(wish.due(), wish.date());
        }
        var calculation =
                sharing.again(access, header, sheets.thaw(header.frozen()), wish.figures());
        var shares = new LinkedHashMap<String, StoredShare>();
        assessments
                .shares(
                        access.body(),
                        Assessments.EVERYTHING,
                        wish.assessment(),
                        header.total().currency())
                .forEach(share -> shares.put(share.party(), share));
        var changes = changes(access, header, calculation, shares);
        if (changes.stream().allMatch(change -> change.difference().isZero())) {
            throw ContributionsException.nothingChanged(wish.assessment());
        }
        var moves = moves(access, header, shares, changes, day);
        day.require(wish.date());
        return new Work(header, calculation, shares, changes, moves);
    }

    /** Final less charged, where charged counts the runs that stand. */
    private List<Recalculation.Change> changes(
            Access access,
            Header header,
            Calculation calculation,
            Map<String, StoredShare> shares) {
        var later = runs.later(access.body(), header.paper().code(), null, null);
        var charged = new LinkedHashMap<String, Money>();
        shares.forEach((party, share) -> {
            var more = later.get(share.charge());
            charged.put(
                    party,
                    more == null ? share.share() : share.share().plus(money(header, more.more())));
        });
        return TrueUp.of(calculation.shares(), charged, Map.of()).rows().stream()
                .map(row -> {
                    var share = share(shares, row.party());
                    return new Recalculation.Change(
                            row.party(),
                            share.name(),
                            share.charge(),
                            row.provisional(),
                            row.share());
                })
                .toList();
    }

    private static StoredShare share(Map<String, StoredShare> shares, String party) {
        return Objects.requireNonNull(shares.get(party), party);
    }

    /**
     * Where each difference goes. Receivable: off what is open, then to the receipts that paid it.
     * Other side: what was earned of the whole is earned of the final shares, the rest is deferred.
     */
    private List<Entries.TrueUpPart> moves(
            Access access,
            Header header,
            Map<String, StoredShare> shares,
            List<Recalculation.Change> changes,
            FirstDay day) {
        var code = header.paper().code();
        var open =
                openItems
                        .charges(
                                access.body(),
                                Assessments.EVERYTHING,
                                Which.ofAssessment(code),
                                As.now(papers.today(access)))
                        .stream()
                        .collect(Collectors.toMap(OpenCharge::charge, Function.identity()));
        var deferred = openItems.deferred(access.body(), code);
        requireNotBelow(changes, open);
        var targets = earnedTargets(header, changes, open, deferred);
        var paid = givingBack.paid(access, lowered(changes));
        var moves = new ArrayList<Entries.TrueUpPart>();
        for (var change : changes) {
            var share = share(shares, change.party());
            var owed = open.get(change.charge());
            var earned =
                    change.before().minorUnits()
                            - credited(owed)
                            - deferred.getOrDefault(change.charge(), 0L);
            var income = targets.getOrDefault(change.charge(), 0L) - earned;
            var stillOpen = owed == null ? 0 : Math.max(0, owed.open().minorUnits());
            moves.add(
                    new Entries.TrueUpPart(
                            change.party(),
                            change.charge(),
                            share.unit(),
                            share.member(),
                            change.difference().minorUnits(),
                            income,
                            givingBack.of(
                                    change.charge(),
                                    -change.difference().minorUnits() - stillOpen,
                                    paid,
                                    day)));
        }
        return moves;
    }

    /** What was credited of a charge stays credited, and was never earned. */
    private static long credited(@Nullable OpenCharge charge) {
        return charge == null ? 0 : charge.credited().minorUnits();
    }

    private static List<String> lowered(List<Recalculation.Change> changes) {
        return changes.stream()
                .filter(change -> change.difference().isNegative())
                .map(Recalculation.Change::charge)
                .toList();
    }

    /** A share cannot become less than what credit notes and write-offs took off it. */
    private static void requireNotBelow(
            List<Recalculation.Change> changes, Map<String, OpenCharge> open) {
        for (var change : changes) {
            var charge = open.get(change.charge());
            if (charge == null || !change.difference().isNegative()) continue;
            var taken = charge.credited().plus(charge.writtenOff());
            if (change.share().compareTo(taken) < 0) {
                throw ClaimException.belowCredited(change.charge(), change.share(), taken);
            }
        }
    }

    /** What of each final share is to be earned, in minor units by charge. */
    private static Map<String, Long> earnedTargets(
            Header header,
            List<Recalculation.Change> changes,
            Map<String, OpenCharge> open,
            Map<String, Long> deferred) {
        var finals = new LinkedHashMap<String, Long>();
        var before = 0L;
        for (var change : changes) {
            var credited = credited(open.get(change.charge()));
            before = Math.addExact(before, change.before().minorUnits() - credited);
            var left = change.share().minorUnits() - credited;
            if (left != 0) {
                finals.put(change.charge(), left);
            }
        }
        var left = deferred.values().stream().mapToLong(Long::longValue).sum();
        if (left == 0) return finals;
        var total = finals.values().stream().mapToLong(Long::longValue).sum();
        var earned = Math.min(before - left, total);
        if (earned <= 0) return Map.of();
        var targets = new LinkedHashMap<String, Long>();
        Sharing.earn(money(header, earned), finals)
                .forEach((charge, amount) -> targets.put(charge, amount.minorUnits()));
        return targets;
    }

    private static Money money(Header header, long minorUnits) {
        return new Money(header.total().currency(), minorUnits);
    }

    /**
     * The recalculations of an assessment, the oldest first, with the changes within reach.
     *
     * @throws ContributionsException not found, also where no share of it is within reach
     */
    public List<Recalculation> ofAssessment(Access access, String assessment) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> {
            var header =
                    assessments
                            .header(access.body(), access.reach(), assessment)
                            .orElseThrow(() -> ContributionsException.noSuchPaper(assessment));
            return runs
                    .ofAssessment(
                            access.body(), access.reach(), assessment, header.total().currency())
                    .stream()
                    .map(stored -> assembled(access, assessment, stored))
                    .toList();
        });
    }

    private Recalculation assembled(
            Access access, String assessment, RecalculationRepository.Stored stored) {
        return new Recalculation(
                stored.paper(),
                assessment,
                stored.due(),
                stored.reason(),
                stored.source(),
                stored.changes(),
                access.reach().everything()
                        ? new Recalculation.Whole(
                                sheets.thaw(stored.frozen()), stored.frozen().digest())
                        : null);
    }

    /**
     * One run of an assessment.
     *
     * @throws ContributionsException not found
     */
    public Recalculation get(Access access, String assessment, String code) {
        return ofAssessment(access, assessment).stream()
                .filter(run -> run.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ContributionsException.noSuchPaper(code));
    }

    /**
     * Undoes the latest run by the linked reversal of its entry.
     *
     * @throws ContributionsException if something followed from it: a later run, money, a cost
     */
    public Recalculation reverse(
            Access access,
            String assessment,
            String code,
            LocalDate on,
            String reason,
            String key) {
        papers.once(
                access,
                key,
                "reverse-recalculation",
                List.of(assessment, code, on, reason),
                () -> {
                    var run = get(access, assessment, code);
                    order.requireUndoable(access, run, on);
                    papers.reverse(access, run.paper(), on, reason);
                    return code;
                });
        return get(access, assessment, code);
    }
}
