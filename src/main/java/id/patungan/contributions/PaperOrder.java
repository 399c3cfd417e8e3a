package id.patungan.contributions;

import id.patungan.basics.Money;
import id.patungan.contributions.OpenItemRepository.As;
import id.patungan.contributions.RecalculationRepository.Credit;
import id.patungan.platform.Access;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

/**
 * What must have happened before what: a paper is undone only when nothing rests on it any more,
 * and nothing is dated before the papers, or their undoing, that it counts on. Otherwise what is
 * shown as of the days between would hold a charge paid before it was charged, or money given back
 * before it came.
 */
@Component
class PaperOrder {

    private final OpenItemRepository openItems;
    private final AssessmentRepository assessments;
    private final ReceiptRepository receipts;
    private final RecalculationRepository runs;
    private final ClaimRepository claims;

    PaperOrder(
            OpenItemRepository openItems,
            AssessmentRepository assessments,
            ReceiptRepository receipts,
            RecalculationRepository runs,
            ClaimRepository claims) {
        this.openItems = openItems;
        this.assessments = assessments;
        this.receipts = receipts;
        this.runs = runs;
        this.claims = claims;
    }

    private static String standing(Collection<Dated> papers) {
        return String.join(
                ", ",
                papers.stream()
                        .filter(Dated::stands)
                        .map(Dated::code)
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** Whether an assessment can be cancelled on that day. */
    void requireUntouched(Access access, Paper assessment, LocalDate on) {
        var code = assessment.code();
        var day = notRecalculated(access, code, assessment);
        var touched = openItems.after(access.body(), code, assessment.entryNo());
        requireNoneStands(code, touched.stream().filter(PaperOrder::isClaim).toList());
        var earnings = standing(touched.stream().filter(PaperOrder::isEarning).toList());
        var receipts = standing(touched.stream().filter(one -> !isEarning(one)).toList());
        if (!receipts.isEmpty()) {
            throw ContributionsException.hasReceipts(code, receipts);
        }
        if (!earnings.isEmpty()) {
            throw ContributionsException.isEarned(code, earnings);
        }
        day.after(touched).require(on);
    }

    private static boolean isClaim(Dated paper) {
        return switch (Paper.Series.valueOf(paper.code().substring(0, 2))) {
            case CN, AL, WO, RV -> true;
            case AS, RC, ER, PU, TU, ES, IK -> false;
        };
    }

    private static boolean isEarning(Dated paper) {
        return paper.code().startsWith(Paper.Series.ER.name());
    }

    /** Whether an earning of an assessment can be undone on that day. */
    void requireNotRecalculated(Access access, String assessment, Paper earning, LocalDate on) {
        notRecalculated(access, assessment, earning).require(on);
    }

    /** What later figures have rested on, from that paper on, stays as long as they do. */
    private FirstDay notRecalculated(Access access, String assessment, Paper paper) {
        var later = runs.runs(access.body(), assessment, paper.entryNo());
        var standing = standing(later);
        if (!standing.isEmpty()) {
            throw ContributionsException.isRecalculated(paper.code(), standing);
        }
        var credits = credits(access, assessment, paper.entryNo());
        requireNoneStands(paper.code(), credits);
        return new FirstDay().after(paper).after(later).after(credits);
    }

    /** The credit notes on charges of an assessment from an entry on, also those undone since. */
    private List<Dated> credits(Access access, String assessment, long entryNo) {
        return claims.ofAssessment(access.body(), assessment).stream()
                .filter(event -> event.kind() == NewClaim.Kind.CREDIT)
                .filter(event -> event.entryNo() >= entryNo)
                .map(ClaimRepository.Event::paper)
                .toList();
    }

    /** What is earned is earned of the shares as later figures and credit notes left them. */
    FirstDay ofEarning(Access access, Paper assessment) {
        return new FirstDay()
                .after(assessment)
                .after(runs.runs(access.body(), assessment.code(), 0))
                .after(credits(access, assessment.code(), 0));
    }

    /** A credit note comes off what later figures and earnings left. */
    void ofCredit(Access access, AssessmentRepository.Header header, FirstDay day) {
        day.after(runs.runs(access.body(), header.paper().code(), 0))
                .after(earnings(access, header));
    }

    /** Whether a receipt can be reversed on that day. */
    void requireUnused(Access access, Receipt receipt, LocalDate on) {
        var uses = receipt.uses().stream().map(use -> use.paper().dated()).toList();
        var standing = standing(uses);
        if (!standing.isEmpty()) {
            throw ContributionsException.prepaymentUsed(receipt.code(), standing);
        }
        var credits =
                runs.creditsTo(access.body(), List.of(receipt.code())).stream()
                        .map(Credit::run)
                        .toList();
        requireNoneStands(receipt.code(), credits);
        new FirstDay().after(receipt.paper()).after(uses).after(credits).require(on);
    }

    /**
     * What rests on a paper stays as long as it does, as what was given back rests on what was paid
     * until then.
     */
    static void requireNoneStands(String paper, List<Dated> papers) {
        var standing = standing(papers);
        if (!standing.isEmpty()) {
            throw ContributionsException.usedSince(paper, standing);
        }
    }

    /**
     * Whether the use of a prepayment can be undone on that day: later figures that gave back money
     * of the charge which it settled rest on it, if they came after it. What they gave back of
     * other charges, or before it, does not.
     */
    void requireNotGivenBack(Access access, Receipt.Use use, LocalDate on) {
        var charge = use.charge();
        if (charge == null) return;
        var credits =
                runs.creditsTo(access.body(), List.of(use.receipt())).stream()
                        .filter(credit -> credit.charge().equals(charge))
                        .filter(credit -> credit.entryNo() > use.paper().entryNo())
                        .map(Credit::run)
                        .toList();
        requireNoneStands(use.paper().code(), credits);
        new FirstDay().after(use.paper()).after(credits).require(on);
    }

    /** What later figures gave back to a fund of a receipt can be used from their day on. */
    void there(Access access, String receipt, Receipt.Prepaid prepaid, Money needed, FirstDay day) {
        var credits =
                runs.creditsTo(access.body(), List.of(receipt)).stream()
                        .filter(credit -> credit.fund().equals(prepaid.fund()))
                        .toList();
        there(credits, prepaid.left(), needed, day);
    }

    /** Of what is left now the newest credits are spare, until what is needed would be touched. */
    private static void there(List<Credit> credits, Money left, Money needed, FirstDay day) {
        var spare = left.minus(needed).minorUnits();
        var newestFirst =
                credits.stream()
                        .filter(credit -> credit.run().stands())
                        .sorted(
                                Comparator.comparing((Credit credit) -> credit.run().date())
                                        .reversed())
                        .toList();
        for (var credit : newestFirst) {
            spare -= credit.amount();
            if (spare < 0) {
                day.after(credit.run());
                return;
            }
        }
    }

    /** What an assessment has gone through; a run counts on all of it. */
    FirstDay ofRun(Access access, AssessmentRepository.Header header) {
        var assessment = header.paper();
        return new FirstDay()
                .after(assessment.dated())
                .after(runs.runs(access.body(), assessment.code(), 0))
                .after(earnings(access, header))
                .after(
                        claims.ofAssessment(access.body(), assessment.code()).stream()
                                .filter(event -> event.kind().changesWhatIsOpen())
                                .map(ClaimRepository.Event::paper)
                                .toList());
    }

    private List<Dated> earnings(Access access, AssessmentRepository.Header header) {
        return assessments
                .earnings(access.body(), header.paper().code(), header.total().currency())
                .stream()
                .map(earning -> earning.paper().dated())
                .toList();
    }

    /** Whether a run can be undone on that day. */
    void requireUndoable(Access access, Recalculation run, LocalDate on) {
        if (run.paper().reversal() != null) {
            throw ContributionsException.alreadyReversed(run.code());
        }
        var since = openItems.after(access.body(), run.assessment(), run.paper().entryNo());
        var standing = standing(since);
        if (!standing.isEmpty()) {
            throw ContributionsException.usedSince(run.code(), standing);
        }
        var day = new FirstDay().after(run.paper()).after(since);
        requireStillThere(access, run.paper(), run.changes().getFirst().share().currency(), day);
        day.require(on);
    }

    /** A credit note is undone after later figures, and only while what it gave back is there. */
    void creditStillThere(Access access, ClaimPaper credit, FirstDay day) {
        var later = runs.runs(access.body(), credit.assessment(), credit.paper().entryNo());
        requireNoneStands(credit.code(), later);
        day.after(later);
        requireStillThere(access, credit.paper(), credit.amount().currency(), day);
    }

    /** Fund by fund, what a paper gave back to receipts must not have been used. */
    private void requireStillThere(Access access, Paper run, Currency currency, FirstDay day) {
        var given = runs.creditsOf(access.body(), run.code());
        if (given.isEmpty()) return;
        var needed = new TreeMap<Purse, Long>();
        given.forEach(credit -> needed.merge(Purse.of(credit), credit.amount(), Math::addExact));
        var left = new HashMap<Purse, Money>();
        openItems
                .prepaid(access.body(), Assessments.EVERYTHING, As.now(run.date()), currency)
                .forEach(one -> left.put(new Purse(one.receipt(), one.fund().value()), one.left()));
        var codes = needed.keySet().stream().map(Purse::receipt).distinct().toList();
        var uses = receipts.uses(access.body(), codes, currency);
        var others = runs.creditsTo(access.body(), codes);
        needed.forEach((purse, minorUnits) -> {
            var amount = new Money(currency, minorUnits);
            var there = left.getOrDefault(purse, Money.zero(currency));
            var own = uses.getOrDefault(purse.receipt(), List.of());
            if (there.compareTo(amount) < 0) {
                var papers = standing(own.stream().map(use -> use.paper().dated()).toList());
                throw ContributionsException.usedSince(
                        run.code(), papers.isEmpty() ? purse.receipt() : papers);
            }
            own.stream()
                    .filter(use -> use.paper().entryNo() > run.entryNo())
                    .map(use -> use.paper().dated())
                    .filter(use -> !use.stands())
                    .forEach(day::after);
            there(
                    others.stream()
                            .filter(credit -> Purse.of(credit).equals(purse))
                            .filter(credit -> !credit.run().code().equals(run.code()))
                            .toList(),
                    there,
                    amount,
                    day);
        });
    }

    /** The prepayment that a receipt has in a fund. */
    private record Purse(String receipt, String fund) implements Comparable<Purse> {

        static Purse of(Credit credit) {
            return new Purse(credit.receipt(), credit.fund());
        }

        @Override
        public int compareTo(Purse other) {
            return Comparator.comparing(Purse::receipt)
                    .thenComparing(Purse::fund)
                    .compare(this, other);
        }
    }
}
