package id.patungan.contributions;

import id.patungan.contributions.AssessmentRepository.Header;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;

import org.springframework.stereotype.Service;

import java.util.Objects;
import java.util.Optional;

/**
 * The frozen calculations of issued assessments. They are open to everybody who has a share in
 * them, with all shares: who pays by a rule may see how the others were charged by it. Payments and
 * whatever else happened to the others' charges are no part of them.
 */
@Service
public class IssuedDivisions {

    private final AssessmentRepository assessments;
    private final Sheets sheets;
    private final Transactions transactions;

    IssuedDivisions(AssessmentRepository assessments, Sheets sheets, Transactions transactions) {
        this.assessments = assessments;
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
     * The standing division of the year before, of the same kind, fund and project; of several the
     * newest. Empty too where the viewer has no share in it.
     */
    public Optional<IssuedDivision> yearBefore(Access access, IssuedDivision division) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                assessments.headers(access.body(), access.reach(), division.year() - 1).stream()
                        .filter(header -> header.paper().reversal() == null)
                        .filter(header -> header.kind() == division.kind())
                        .filter(header -> header.fund().equals(division.fund()))
                        .filter(header -> Objects.equals(header.project(), division.project()))
                        .findFirst()
                        .map(this::division));
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
