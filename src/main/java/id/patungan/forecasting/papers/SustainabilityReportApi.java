package id.patungan.forecasting.papers;

import id.patungan.basics.InputException;
import id.patungan.documents.IssuedPaper;
import id.patungan.forecasting.papers.SustainabilityReports.Issue;
import id.patungan.platform.Access;
import id.patungan.platform.Action;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Locale;

/** The sustainability report for programs; the issued ones stand in the register of papers. */
@RestController
@RequestMapping("/api/v1/bodies/{body}/sustainability/report")
class SustainabilityReportApi {

    private final SustainabilityReports reports;
    private final ReportRenderer renderer;

    SustainabilityReportApi(SustainabilityReports reports, ReportRenderer renderer) {
        this.reports = reports;
        this.renderer = renderer;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> data(
            Access access,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String scenario) {
        access.require(Action.READ_BOOKS);
        var asked =
                reports.asked(
                        access,
                        SustainabilityReportPages.day(asOf),
                        SustainabilityReportPages.number(scenario));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        renderer.render(
                                reports.of(access, asked),
                                ReportFormat.JSON,
                                Locale.ENGLISH,
                                null));
    }

    @GetMapping("/issued")
    List<IssuedPaper> issued(Access access) {
        return reports.issued(access);
    }

    /**
     * A report to be issued; Indonesian if no language is named.
     *
     * @param asOf the last day of the books; if absent, the one up to which one reads
     * @param scenario the number of a saved one
     * @param reason why the one that stands is replaced
     */
    record ReportWish(
            @Nullable String asOf,
            @Nullable String scenario,
            @Nullable String date,
            @Nullable String language,
            @Nullable String reason) {}

    @PostMapping
    IssuedPaper issue(
            Access access,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ReportWish wish) {
        access.require(Action.PREPARE);
        access.require(Action.READ_BOOKS);
        var date = SustainabilityReportPages.day(wish.date());
        if (date == null) throw new InputException("date", "is missing");
        var asked =
                reports.asked(
                        access,
                        SustainabilityReportPages.day(wish.asOf()),
                        SustainabilityReportPages.number(wish.scenario()));
        return reports.issue(
                access,
                new Issue(
                        asked.asOf(),
                        asked.saved(),
                        date,
                        SustainabilityReportPages.language(
                                wish.language() == null ? "id" : wish.language()),
                        wish.reason()),
                key);
    }
}
