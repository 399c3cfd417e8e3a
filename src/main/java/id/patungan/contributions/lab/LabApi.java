package id.patungan.contributions.lab;

import id.patungan.basics.AmountReader;
import id.patungan.basics.Fraction;
import id.patungan.basics.Input;
import id.patungan.basics.InputException;
import id.patungan.contributions.lab.NewComparison.Candidate;
import id.patungan.contributions.lab.NewComparison.Change;
import id.patungan.contributions.lab.NewComparison.Ramp;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** The formula lab for programs; amounts are decimal strings in main units. */
@RestController
@RequestMapping("/api/v1/bodies/{body}/lab")
class LabApi {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Lab lab;
    private final LabPapers papers;
    private final LabFiles files;

    LabApi(Lab lab, LabPapers papers, LabFiles files) {
        this.lab = lab;
        this.papers = papers;
        this.files = files;
    }

    /** Rules side by side; stores nothing. */
    @PostMapping("/comparison")
    Comparison compare(Access access, BodyEntry body, @RequestBody Wish wish) {
        access.require(Action.READ_BOOKS);
        return lab.compare(access, wish.read(body.currency()));
    }

    @GetMapping("/papers")
    List<LabPaper.Line> list(Access access) {
        return papers.list(access);
    }

    @PostMapping("/papers")
    ResponseEntity<Answer> save(
            Access access,
            BodyEntry body,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody NewPaper request) {
        access.require(Action.PREPARE);
        var saved =
                papers.save(
                        access,
                        required("title", request.title()),
                        required("comparison", request.comparison()).read(body.currency()),
                        request.seen(),
                        key);
        return ResponseEntity.created(
                        URI.create(
                                "/api/v1/bodies/%s/lab/papers/%s"
                                        .formatted(body.code(), saved.code())))
                .body(Answer.of(saved));
    }

    @GetMapping(path = "/papers/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer get(Access access, @PathVariable String code) {
        return Answer.of(papers.get(access, code));
    }

    @GetMapping(path = "/papers/{code}", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(
            Access access, BodyEntry body, @PathVariable String code, Locale locale) {
        return file(access, body, code, LabFiles.Format.PDF, locale);
    }

    @GetMapping(path = "/papers/{code}", produces = XLSX)
    ResponseEntity<byte[]> xlsx(
            Access access, BodyEntry body, @PathVariable String code, Locale locale) {
        return file(access, body, code, LabFiles.Format.XLSX, locale);
    }

    private ResponseEntity<byte[]> file(
            Access access, BodyEntry body, String code, LabFiles.Format format, Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .body(files.render(papers.get(access, code), body, format, locale));
    }

    /**
     * The wish to compare; see {@link NewComparison}.
     *
     * @param rules of each its code, with or without a version, or its text
     * @param party whose {@code indicator} is to {@code change}; all three or none
     * @param from place of the old rule for a way of some {@code years} to the rule at {@code to}
     */
    record Wish(
            @Nullable String total,
            @Nullable Integer year,
            @Nullable LocalDate on,
            @Nullable List<LabRule> rules,
            @Nullable String against,
            @Nullable String party,
            @Nullable String indicator,
            @Nullable String change,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable Integer years,
            @Nullable String corridor) {

        NewComparison read(Currency currency) {
            var amount = required("total", total);
            return new NewComparison(
                    AmountReader.require("total", amount, currency, AmountReader.Grammar.PLAIN),
                    required("year", year),
                    required("on", on),
                    required("rules", rules).stream()
                            .map(rule -> required("rules", rule).read())
                            .toList(),
                    against,
                    change == null
                            ? null
                            : new Change(
                                    required("party", party),
                                    required("indicator", indicator),
                                    change),
                    years == null
                            ? null
                            : new Ramp(
                                    required("from", from),
                                    required("to", to),
                                    years,
                                    corridor == null
                                            ? null
                                            : Input.read(
                                                    "corridor", () -> Fraction.parse(corridor))));
        }
    }

    /** A rule to be compared; see {@link Candidate}. */
    record LabRule(
            @Nullable String rule,
            @Nullable Integer version,
            @Nullable String text,
            @Nullable Integer figuresOf) {

        Candidate read() {
            if ((rule == null) == (text == null)) {
                throw new InputException("rules", "give each either a rule or a text");
            }
            return new Candidate(rule, version, text, figuresOf);
        }
    }

    /**
     * The wish to save a paper.
     *
     * @param seen digest of the comparison that was looked at; another result is refused
     */
    record NewPaper(@Nullable String title, @Nullable Wish comparison, @Nullable String seen) {}

    /** A saved paper. */
    record Answer(
            String code,
            String title,
            String digest,
            String by,
            Instant at,
            Comparison comparison) {

        static Answer of(LabPaper paper) {
            return new Answer(
                    paper.code(),
                    paper.title(),
                    paper.digest(),
                    paper.by(),
                    paper.at(),
                    paper.comparison());
        }
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InputException(field, "is missing");
        }
        return value;
    }
}
