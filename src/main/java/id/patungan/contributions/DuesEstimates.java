package id.patungan.contributions;

import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.List;

/**
 * Dues that are earned before members declare what they owe: estimated by a rule, on 11330 against
 * income, and billed later by an assessment that takes the estimate off again. The difference is
 * income of the day of the assessment.
 */
@Service
public class DuesEstimates {

    private final Papers papers;
    private final Sharing sharing;
    private final Sheets sheets;
    private final Assessments assessments;
    private final EstimateRepository estimates;
    private final Transactions transactions;

    DuesEstimates(
            Papers papers,
            Sharing sharing,
            Sheets sheets,
            Assessments assessments,
            EstimateRepository estimates,
            Transactions transactions) {
        this.papers = papers;
        this.sharing = sharing;
        this.sheets = sheets;
        this.assessments = assessments;
        this.estimates = estimates;
        this.transactions = transactions;
    }

    /**
     * Records an estimate: one entry, with rule, figures and result frozen. Nobody is charged.
     *
     * @param wish dues of a year that has begun; its due days mean nothing here
     * @param key of the command; the same key with the same wish answers the same estimate
     * @throws id.patungan.basics.DomainException as {@link Assessments#issue}, and if it is not for
     *     dues or its year has not begun
     */
    public DuesEstimate issue(Access access, NewAssessment wish, String key) {
        return get(
                access,
                papers.once(access, key, "dues-estimate", wish, () -> issueOnce(access, wish)));
    }

    private String issueOnce(Access access, NewAssessment wish) {
        if (wish.kind() != NewAssessment.Kind.DUES) {
            throw EstimateException.ofDuesOnly();
        }
        if (wish.year() > wish.date().getYear()) {
            throw EstimateException.tooEarly(wish.year(), wish.date());
        }
        var calculation = sharing.calculate(access, wish);
        var ground = sharing.ground(access, wish, calculation, false);
        var paper =
                papers.issue(
                        access,
                        Paper.Series.ES,
                        wish.date(),
                        wish.basis(),
                        code -> Entries.estimate(code, wish, estimated(code, calculation)));
        estimates.insert(
                access.body(), paper.code(), wish, calculation, ground, sheets.freeze(calculation));
        papers.issued(access, paper, wish);
        return paper.code();
    }

    private static List<Entries.Estimated> estimated(String code, Calculation calculation) {
        return calculation.parts().stream()
                .filter(part -> !part.share().share().isZero())
                .map(part ->
                        new Entries.Estimated(
                                part.party(),
                                EstimateRepository.charge(code, part.party()),
                                part.share().share()))
                .toList();
    }

    /**
     * Charges what members have declared and takes the estimate off.
     *
     * @param wish dues of the same year and fund
     * @return the assessment
     * @throws id.patungan.basics.DomainException as {@link Assessments#issue}, and if the estimate
     *     is billed or undone, of another year or fund, or later than the assessment
     */
    public Assessment bill(Access access, String estimate, NewAssessment wish, String key) {
        return assessments.get(
                access,
                papers.once(
                        access,
                        key,
                        "bill-estimate",
                        List.of(estimate, wish),
                        () -> billOnce(access, estimate, wish)));
    }

    private String billOnce(Access access, String code, NewAssessment wish) {
        var estimate = get(access, code);
        requireOpen(estimate);
        if (wish.kind() != NewAssessment.Kind.DUES
                || wish.year() != estimate.year()
                || !wish.fund().value().equals(estimate.fund())) {
            throw EstimateException.other(code, estimate.year(), estimate.fund());
        }
        new FirstDay()
                .after(estimate.paper())
                .after(estimates.billings(access.body(), code).getOrDefault(code, List.of()))
                .require(wish.date());
        var left =
                estimate.shares().stream()
                        .filter(share -> !share.share().isZero())
                        .map(share ->
                                new Entries.Estimated(share.party(), share.charge(), share.share()))
                        .toList();
        var assessment = assessments.bill(access, wish, left);
        estimates.insertBilling(access.body(), assessment, code);
        return assessment;
    }

    private static void requireOpen(DuesEstimate estimate) {
        if (estimate.paper().reversal() != null) {
            throw ContributionsException.alreadyReversed(estimate.code());
        }
        if (estimate.billedBy() != null) {
            throw EstimateException.billed(estimate.code(), estimate.billedBy());
        }
    }

    /**
     * Undoes an estimate by the linked reversal of its entry; it keeps its number.
     *
     * @throws ContributionsException if it is billed
     */
    public DuesEstimate reverse(
            Access access, String code, LocalDate on, String reason, String key) {
        return get(
                access,
                papers.once(
                        access,
                        key,
                        "reverse-estimate",
                        List.of(code, on, reason),
                        () -> {
                            var estimate = get(access, code);
                            requireOpen(estimate);
                            new FirstDay()
                                    .after(estimate.paper())
                                    .after(
                                            estimates
                                                    .billings(access.body(), code)
                                                    .getOrDefault(code, List.of()))
                                    .require(on);
                            papers.reverse(access, estimate.paper(), on, reason);
                            return code;
                        }));
    }

    /** The estimates of which a share is within the viewer's reach, the newest first. */
    public List<DuesEstimate> all(Access access) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> assembled(access, null));
    }

    /**
     * One estimate.
     *
     * @throws ContributionsException not found, also where no share is within reach
     */
    public DuesEstimate get(Access access, String code) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                assembled(access, code).stream()
                        .findFirst()
                        .orElseThrow(() -> ContributionsException.noSuchPaper(code)));
    }

    private List<DuesEstimate> assembled(Access access, @Nullable String code) {
        var billings = estimates.billings(access.body(), code);
        return estimates.estimates(access.body(), access.reach(), code).stream()
                .map(stored ->
                        new DuesEstimate(
                                stored.paper(),
                                stored.year(),
                                stored.fund(),
                                stored.legalBasis(),
                                stored.legalText(),
                                billings.getOrDefault(stored.paper().code(), List.of()).stream()
                                        .filter(Dated::stands)
                                        .map(Dated::code)
                                        .findFirst()
                                        .orElse(null),
                                stored.shares(),
                                access.reach().everything()
                                        ? new DuesEstimate.Whole(
                                                stored.total(),
                                                stored.frozen().rule(),
                                                sheets.thaw(stored.frozen()),
                                                stored.frozen().digest())
                                        : null))
                .toList();
    }
}
