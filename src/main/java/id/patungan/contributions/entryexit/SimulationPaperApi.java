package id.patungan.contributions.entryexit;

import id.patungan.basics.AmountReader;
import id.patungan.basics.Input;
import id.patungan.contributions.entryexit.NewSimulation.Kind;
import id.patungan.contributions.entryexit.NewSimulation.Notice;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;

/** Simulations kept as papers, for programs. */
@RestController
class SimulationPaperApi {

    private final SimulationPapers papers;

    SimulationPaperApi(SimulationPapers papers) {
        this.papers = papers;
    }

    @PostMapping("/api/v1/bodies/{body}/entry-exit/papers")
    Kept keep(
            Access access,
            BodyEntry body,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody SimulationWish request) {
        access.require(Action.PREPARE);
        var title = ChangeApi.said("title", request.title());
        var paper =
                papers.save(
                        access,
                        title,
                        request.toWish(body.currency()),
                        Locale.of("en".equals(request.language()) ? "en" : "id"),
                        key);
        return new Kept(paper.code(), paper.digest());
    }

    /** The paper; its data and file are in the register of papers. */
    record Kept(String code, String digest) {}

    /**
     * See {@link NewSimulation}.
     *
     * @param language of the file: {@code id} or {@code en}
     */
    record SimulationWish(
            @Nullable String title,
            @Nullable String language,
            @Nullable String kind,
            @Nullable String party,
            @Nullable LocalDate day,
            @Nullable Integer noticeMonths,
            @Nullable Boolean yearEnd,
            @Nullable Integer liableYears,
            @Nullable String rule,
            @Nullable String ruleWithout,
            @Nullable Integer figuresOf,
            @Nullable String total,
            @Nullable Boolean equity) {

        NewSimulation toWish(Currency currency) {
            var asked = ChangeApi.said("kind", kind);
            var first = ChangeApi.said("day", day);
            return new NewSimulation(
                    Input.read("kind", () -> Kind.of(asked)),
                    ChangeApi.said("party", party),
                    first,
                    new Notice(
                            noticeMonths == null ? 0 : noticeMonths, Boolean.TRUE.equals(yearEnd)),
                    liableYears == null ? 0 : liableYears,
                    ChangeApi.said("rule", rule),
                    ruleWithout,
                    figuresOf == null ? first.getYear() : figuresOf,
                    AmountReader.require(
                            "total",
                            ChangeApi.said("total", total),
                            currency,
                            AmountReader.Grammar.PLAIN),
                    Boolean.TRUE.equals(equity));
        }
    }
}
