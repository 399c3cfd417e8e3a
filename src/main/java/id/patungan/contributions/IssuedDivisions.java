package id.patungan.contributions;

import id.patungan.basics.Money;
import id.patungan.contributions.AssessmentRepository.Header;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The frozen calculations of issued assessments. They are open to everybody who has a share in
 * them, with all shares: who pays by a rule may see how the others were charged by it. Payments and
 * whatever else happened to the others' charges are no part of them.
 */
@Service
public class IssuedDivisions {

    private final AssessmentRepository assessments;
    private final RecalculationRepository recalculations;
    private final Sheets sheets;
    private final Transactions transactions;

    IssuedDivisions(
            AssessmentRepository assessments,
            RecalculationRepository recalculations,
            Sheets sheets,
            Transactions transactions) {
        this.assessments = assessments;
        this.recalculations = recalculations;
        this.sheets = sheets;
        this.transactions = transactions;
    }

    /**
     * The division of an assessment.
     *
     * @throws ContributionsException not found, also where no share is within the viewer's reach
     */
    public IssuedDivision get(Access access, String code) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                assessments
                        .header(access.body(), access.reach(), code)
                        .map(this::division)
                        .orElseThrow(() -> ContributionsException.noSuchPaper(code)));
    }

    /**
     * A division with the shares that stand now.
     *
     * @param later the later figures by which they stand; null if those stand that were issued
     * @param sheet by which they stand
     * @param shares by party, in the order of the sheet, with names
     */
    public record Standing(
            IssuedDivision issued, @Nullable String later, Sheet sheet, List<Share> shares) {

        /** Takes a copy. */
        public Standing {
            shares = List.copyOf(shares);
        }

        /** A party's share as it stands. */
        public record Share(String party, String name, Money share) {}

        /** What they add to. */
        public Money total() {
            return shares.stream()
                    .map(Share::share)
                    .reduce(Money.zero(issued.total().currency()), Money::plus);
        }
    }

    /**
     * The division of an assessment as it stands, later figures included.
     *
     * @throws ContributionsException not found, also where no share is within the viewer's reach
     */
    public Standing asItStands(Access access, String code) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> standing(access, get(access, code)));
    }

    /**
     * The standing division of the year before, of the same kind, fund and project; of several the
     * newest. Its shares are those that stand now, later figures included. Empty too where the
     * viewer has no share in it.
     */
    public Optional<Standing> yearBefore(Access access, IssuedDivision division) {
        return yearBefore(
                access,
                division.year(),
                new Sort(division.kind(), division.fund(), division.project()));
    }

    /** Divisions of one sort are compared from year to year. */
    public record Sort(NewAssessment.Kind kind, String fund, @Nullable String project) {}

    /** The same for a division that is not issued yet. */
    public Optional<Standing> yearBefore(Access access, int year, Sort sort) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                assessments.headers(access.body(), access.reach(), year - 1).stream()
                        .filter(header -> header.paper().reversal() == null)
                        .filter(header ->
                                sort.equals(
                                        new Sort(header.kind(), header.fund(), header.project())))
                        .findFirst()
                        .map(header -> standing(access, division(header))));
    }

    private Standing standing(Access access, IssuedDivision issued) {
        var later = recalculations.inForce(access.body(), issued.code()).get(issued.code());
        var sheet = later == null ? issued.sheet() : sheets.thaw(later.frozen());
        return new Standing(
                issued,
                later == null ? null : later.code(),
                sheet,
                sheet.rows().stream()
                        .map(row ->
                                new Standing.Share(
                                        row.party(),
                                        row.name(),
                                        Money.of(
                                                issued.total().currency(),
                                                new BigDecimal(row.share()))))
                        .toList());
    }

    private IssuedDivision division(Header header) {
        return new IssuedDivision(
                header.paper(),
                header.kind(),
                header.year(),
                header.fund(),
                header.project(),
                header.total(),
                header.dues(),
                header.legalBasis(),
                header.legalText(),
                header.rule(),
                header.frozen().rule(),
                sheets.thaw(header.frozen()),
                header.frozen().digest());
    }
}
