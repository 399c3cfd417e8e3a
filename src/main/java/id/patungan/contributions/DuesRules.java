package id.patungan.contributions;

import id.patungan.allocation.Parties;
import id.patungan.allocation.Parties.Party;
import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.RuleFile;
import id.patungan.basics.Fraction;
import id.patungan.contributions.rules.RuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.platform.Access;
import id.patungan.platform.Action;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * By which rule dues are divided: that of the last assessment of dues which stands, in the version
 * that is in force on a day. Stores nothing.
 */
@Service
public class DuesRules {

    private final Assessments assessments;
    private final Rules rules;
    private final Sharing sharing;

    DuesRules(Assessments assessments, Rules rules, Sharing sharing) {
        this.assessments = assessments;
        this.rules = rules;
        this.sharing = sharing;
    }

    /**
     * The rule, with the figures that the last assessment took.
     *
     * @param until assessments of later days do not count
     * @param knownAt nor do those of later entries
     * @param on the day on which the rule is to hold
     * @param payers codes of those among whom it divides, beside whom it names
     * @return empty if no dues are charged
     * @throws id.patungan.basics.DomainException if no version is in force, or a party is not known
     */
    public Optional<DuesRule> find(
            Access access, LocalDate until, long knownAt, LocalDate on, Set<String> payers) {
        access.require(Action.READ_BOOKS);
        return assessments.list(access, null).stream()
                .filter(one -> one.kind() == NewAssessment.Kind.DUES)
                .filter(one -> stands(one.paper(), until, knownAt))
                .max(
                        Comparator.comparing((Assessment.Summary one) -> one.paper().date())
                                .thenComparingLong(one -> one.paper().entryNo()))
                .map(one -> rule(access, assessments.get(access, one.code()), on, payers));
    }

    private static boolean stands(Paper paper, LocalDate until, long knownAt) {
        var undone = paper.reversal();
        return !paper.date().isAfter(until)
                && paper.entryNo() <= knownAt
                && (undone == null || undone.date().isAfter(until) || undone.entryNo() > knownAt);
    }

    private DuesRule rule(Access access, Assessment last, LocalDate on, Set<String> payers) {
        var whole = last.whole();
        if (whole == null) throw ContributionsException.noSuchPaper(last.code());
        var reference = last.rule();
        var version =
                reference == null
                        ? Optional.<RuleVersion>empty()
                        : Optional.of(rules.inForce(access, reference.code(), on));
        var text = version.map(RuleVersion::text).orElse(whole.rule());
        var document = RuleFile.read("rule", text).document();
        var name = document.name();
        return new DuesRule(
                version.map(RuleVersion::name).orElse(name == null ? last.code() : name),
                version.map(RuleVersion::rule).orElse(null),
                version.map(RuleVersion::version).orElse(null),
                last.code(),
                document,
                parties(access, document, whole.sheet(), on, payers));
    }

    private Parties parties(
            Access access, RuleDocument document, Sheet last, LocalDate on, Set<String> payers) {
        var year = last.indicatorYear();
        return year == null
                ? given(last.rows(), payers)
                : sharing.gather(access, document, new TreeSet<>(payers), on, year).parties();
    }

    /** The figures of a table that was given with the assessment. */
    private static Parties given(List<Sheet.Row> rows, Set<String> payers) {
        return new Parties(
                rows.stream()
                        .filter(row -> payers.contains(row.party()))
                        .map(DuesRules::given)
                        .toList());
    }

    private static Party given(Sheet.Row row) {
        var figures = new HashMap<String, Fraction>();
        var words = new HashMap<String, String>();
        row.figures()
                .forEach((name, figure) ->
                        Fraction.tryParse(figure.value())
                                .ifPresentOrElse(
                                        number -> figures.put(name, number),
                                        () -> words.put(name, figure.value())));
        var ties = figures.remove(Sharing.TIE_HISTORY);
        return new Party(
                row.party(),
                row.name(),
                figures,
                words,
                ties == null ? null : ties.numerator().longValueExact());
    }
}
