package id.patungan.contributions.pages;

import static id.patungan.contributions.pages.Wire.required;
import static id.patungan.contributions.pages.Wire.text;

import id.patungan.basics.FundCode;
import id.patungan.basics.Input;
import id.patungan.basics.InputException;
import id.patungan.contributions.Assessment;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Basis;
import id.patungan.contributions.DueDays;
import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.Sheet;
import id.patungan.contributions.pages.Wire.WireBasis;
import id.patungan.contributions.pages.Wire.WirePart;
import id.patungan.contributions.pages.Wire.WireReversal;
import id.patungan.contributions.rules.RuleReference;
import id.patungan.platform.Access;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Assessments for programs; amounts are decimal strings in main units. */
@RestController
@RequestMapping("/api/v1/bodies/{body}/assessments")
class AssessmentApi {

    private final Assessments assessments;

    AssessmentApi(Assessments assessments) {
        this.assessments = assessments;
    }

    @GetMapping
    List<Line> list(Access access, @RequestParam(required = false) @Nullable Integer year) {
        return assessments.list(access, year).stream().map(Line::of).toList();
    }

    @GetMapping("/{code}")
    Answer get(Access access, @PathVariable String code) {
        return Answer.of(assessments.get(access, code));
    }

    @PostMapping
    ResponseEntity<Answer> issue(
            Access access,
            BodyEntry body,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Request request) {
        var issued = assessments.issue(access, request.toWish(body.currency()), key);
        return ResponseEntity.created(
                        URI.create(
                                "/api/v1/bodies/%s/assessments/%s"
                                        .formatted(body.code(), issued.code())))
                .body(Answer.of(issued));
    }

    /** What issuing would charge; stores nothing. */
    @PostMapping("/preview")
    Sheet preview(Access access, BodyEntry body, @RequestBody Request request) {
        return assessments.preview(access, request.toWish(body.currency())).sheet();
    }

    @PostMapping("/{code}/cancellation")
    Answer cancel(
            Access access,
            @PathVariable String code,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Cancellation request) {
        return Answer.of(
                assessments.cancel(
                        access,
                        code,
                        required("date", request.date()),
                        required("reason", request.reason()),
                        key));
    }

    /** The wish to cancel. */
    record Cancellation(@Nullable LocalDate date, @Nullable String reason) {}

    /**
     * The wish to issue; see {@link NewAssessment} for the fields.
     *
     * @param instalments how many, the first on {@code due}, the others {@code everyMonths} later
     * @param dues instead of these three: the days themselves
     */
    record Request(
            @Nullable String kind,
            @Nullable Integer year,
            @Nullable String fund,
            @Nullable String project,
            @Nullable String total,
            @Nullable String rule,
            @Nullable String ruleCode,
            @Nullable String figures,
            @Nullable Integer indicatorYear,
            @Nullable LegalBasis legalBasis,
            @Nullable LocalDate date,
            @Nullable LocalDate due,
            @Nullable String description,
            @Nullable WireBasis basis,
            @Nullable Map<String, WireBasis> shareBasis,
            @Nullable Map<String, String> units,
            @Nullable Integer instalments,
            @Nullable Integer everyMonths,
            @Nullable List<LocalDate> dues) {

        /** The days that were named, or the first and an interval. */
        private List<LocalDate> days() {
            if (dues != null && !dues.isEmpty()) {
                if (dues.contains(null))
                    throw new InputException("dues", "has a day that is missing");
                return dues;
            }
            var first = required("due", due);
            if (instalments == null || instalments == 1) return List.of(first);
            return DueDays.every(first, instalments, required("everyMonths", everyMonths));
        }

        NewAssessment toWish(Currency currency) {
            var notes = new LinkedHashMap<String, Basis>();
            if (shareBasis != null) {
                shareBasis.forEach((party, note) -> {
                    var read = WireBasis.read("shareBasis." + party, note);
                    if (read != null) notes.put(party, read);
                });
            }
            var days = days();
            return new NewAssessment(
                    Input.read("kind", () -> NewAssessment.Kind.of(required("kind", kind))),
                    required("year", year),
                    Input.read("fund", () -> new FundCode(required("fund", fund))),
                    project,
                    total == null ? null : Wire.amount("total", total, currency),
                    rule,
                    ruleCode,
                    figures,
                    indicatorYear,
                    legalBasis,
                    required("date", date),
                    due == null ? days.getFirst() : due,
                    required("description", description),
                    WireBasis.read("basis", basis),
                    notes,
                    units == null ? Map.of() : units,
                    days);
        }
    }

    /**
     * An assessment as far as the caller may see it.
     *
     * @param instalments what falls due when of these shares together
     * @param total null for those who see single shares only, and so are all fields after {@code
     *     shares}
     */
    record Answer(
            String code,
            String kind,
            int year,
            String fund,
            @Nullable String project,
            LocalDate date,
            LocalDate due,
            String description,
            LegalBasis legalBasis,
            String legalText,
            @Nullable RuleReference ruleVersion,
            @Nullable WireBasis basis,
            long entry,
            @Nullable WireReversal cancelled,
            List<WirePart> instalments,
            List<Share> shares,
            @Nullable String total,
            @Nullable String rule,
            @Nullable Sheet sheet,
            @Nullable String digest,
            @Nullable String deferred) {

        static Answer of(Assessment assessment) {
            var whole = assessment.whole();
            var paper = assessment.paper();
            return new Answer(
                    paper.code(),
                    assessment.kind().code(),
                    assessment.year(),
                    assessment.fund(),
                    assessment.project(),
                    paper.date(),
                    assessment.due(),
                    paper.description(),
                    assessment.legalBasis(),
                    assessment.legalText(),
                    assessment.rule(),
                    WireBasis.of(paper.basis()),
                    paper.entryNo(),
                    WireReversal.of(paper.reversal()),
                    WirePart.of(assessment.schedule()),
                    assessment.shares().stream().map(Share::of).toList(),
                    whole == null ? null : text(whole.total()),
                    whole == null ? null : whole.rule(),
                    whole == null ? null : whole.sheet(),
                    whole == null ? null : whole.digest(),
                    whole == null ? null : text(whole.deferred()));
        }
    }

    /**
     * What a party pays; the fields from {@code charge} on are null when its share is zero.
     *
     * @param due the earliest day on which something falls due that is open
     */
    record Share(
            String party,
            String name,
            String quota,
            String share,
            @Nullable String bound,
            String rounding,
            boolean member,
            @Nullable String unit,
            @Nullable WireBasis basis,
            @Nullable String charge,
            @Nullable String charged,
            @Nullable String credited,
            @Nullable String writtenOff,
            @Nullable String paid,
            @Nullable String inKind,
            @Nullable String open,
            @Nullable String status,
            @Nullable LocalDate due,
            List<WirePart> instalments) {

        static Share of(Assessment.Share share) {
            var charge = share.charge();
            return new Share(
                    share.party(),
                    share.name(),
                    share.quota().toString(),
                    text(share.share()),
                    share.bound(),
                    text(share.rounding()),
                    share.member(),
                    share.unit(),
                    WireBasis.of(share.basis()),
                    charge == null ? null : charge.charge(),
                    charge == null ? null : text(charge.charged()),
                    charge == null ? null : text(charge.credited()),
                    charge == null ? null : text(charge.writtenOff()),
                    charge == null ? null : text(charge.paid()),
                    charge == null ? null : text(charge.inKind()),
                    charge == null ? null : text(charge.open()),
                    charge == null ? null : Wire.status(charge.status()),
                    charge == null ? null : charge.due(),
                    charge == null ? List.of() : WirePart.of(charge.schedule()));
        }
    }

    /** A line of the list; amounts are those of the shares within the caller's reach. */
    record Line(
            String code,
            String kind,
            int year,
            String fund,
            LocalDate date,
            LocalDate due,
            String description,
            String amount,
            String credited,
            String writtenOff,
            String paid,
            String open,
            String status) {

        static Line of(Assessment.Summary one) {
            return new Line(
                    one.code(),
                    one.kind().code(),
                    one.year(),
                    one.fund(),
                    one.paper().date(),
                    one.due(),
                    one.paper().description(),
                    text(one.amount()),
                    text(one.credited()),
                    text(one.writtenOff()),
                    text(one.paid()),
                    text(one.open()),
                    Wire.status(one.status()));
        }
    }
}
