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
    private final Transactions transactions;

    Recalculations(
            Papers papers,
            Sharing sharing,
            Sheets sheets,
            AssessmentRepository assessments,
            RecalculationRepository runs,
            OpenItemRepository openItems,
            Transactions transactions) {
        this.papers = papers;
        this.sharing = sharing;
        this.sheets = sheets;
        this.assessments = assessments;
        this.runs = runs;
        this.openItems = openItems;
        this.transactions = transactions;
    }

    /** A run worked out, before anything is stored. */
    private record Work(
            Header header,
            Calculation calculation,
            Map<String, StoredShare> shares,
            List<Recalculation.Change> changes) {}

    /**
     * What a run would charge and credit; posts and stores nothing.
     *
     * @throws id.patungan.basics.DomainException if there is no such assessment, a figure is
     *     missing, or nothing changes
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
        var header = work.header();
        var moves = moves(access, work);
        var paper =
                papers.issue(
                        access,
                        Paper.Series.TU,
                        wish.date(),
                        null,
                        code -> Entries.trueUp(code, wish, header, moves));
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
        Papers.requireNotBefore(header.paper(), wish.date());
        standing(access, header).forEach(run -> Papers.requireNotBefore(run.paper(), wish.date()));
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
        return new Work(header, calculation, shares, changes);
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
    private List<Entries.TrueUpPart> moves(Access access, Work work) {
        var header = work.header();
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
        var targets = earnedTargets(header, work.changes(), deferred);
        var moves = new ArrayList<Entries.TrueUpPart>();
        for (var change : work.changes()) {
            var share = share(work.shares(), change.party());
            var earned = change.before().minorUnits() - deferred.getOrDefault(change.charge(), 0L);
            var income = targets.getOrDefault(change.charge(), 0L) - earned;
            var owed = open.get(change.charge());
            moves.add(
                    new Entries.TrueUpPart(
                            change.party(),
                            change.charge(),
                            share.unit(),
                            share.member(),
                            change.difference().minorUnits(),
                            income,
                            credits(
                                    access,
                                    change,
                                    owed == null ? 0 : Math.max(0, owed.open().minorUnits()))));
        }
        return moves;
    }

    /** What of a credit goes back to receipts, because it is more than what is open. */
    private List<Entries.TrueUpCredit> credits(
            Access access, Recalculation.Change change, long open) {
        var rest = -change.difference().minorUnits() - open;
        var credits = new ArrayList<Entries.TrueUpCredit>();
        if (rest <= 0) return credits;
        for (var settler : runs.settlers(access.body(), change.charge())) {
            var amount = Math.min(rest, settler.amount());
            credits.add(new Entries.TrueUpCredit(settler.receipt(), amount));
            rest -= amount;
            if (rest == 0) return credits;
        }
        throw ContributionsException.paidByHand(change.charge());
    }

    /** What of each final share is to be earned, in minor units by charge. */
    private static Map<String, Long> earnedTargets(
            Header header, List<Recalculation.Change> changes, Map<String, Long> deferred) {
        var finals = new LinkedHashMap<String, Long>();
        var before = 0L;
        for (var change : changes) {
            before = Math.addExact(before, change.before().minorUnits());
            if (!change.share().isZero()) {
                finals.put(change.charge(), change.share().minorUnits());
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
                    requireUnused(access, run);
                    papers.reverse(access, run.paper(), on, reason);
                    return code;
                });
        return get(access, assessment, code);
    }

    private void requireUnused(Access access, Recalculation run) {
        if (run.paper().reversal() != null) {
            throw ContributionsException.alreadyReversed(run.code());
        }
        var since = openItems.after(access.body(), run.assessment(), run.paper().entryNo());
        if (!since.isEmpty()) {
            throw ContributionsException.usedSince(run.code(), String.join(", ", since));
        }
        var left = new LinkedHashMap<String, Long>();
        var currency = run.changes().getFirst().share().currency();
        openItems
                .prepaid(access.body(), Assessments.EVERYTHING, null, currency)
                .forEach(one -> left.merge(one.receipt(), one.left().minorUnits(), Math::addExact));
        for (var credit : runs.creditsOf(access.body(), run.code())) {
            if (left.getOrDefault(credit.receipt(), 0L) < credit.amount()) {
                throw ContributionsException.usedSince(run.code(), credit.receipt());
            }
        }
    }

    private List<Recalculation> standing(Access access, Header header) {
        return ofAssessment(access, header.paper().code()).stream()
                .filter(run -> run.paper().reversal() == null)
                .toList();
    }
}
