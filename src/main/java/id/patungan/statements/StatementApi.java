package id.patungan.statements;

import id.patungan.basics.Money;
import id.patungan.platform.Access;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

/**
 * Statements for programs: JSON, or PDF, XLSX and CSV when the request accepts those. {@code from}
 * and {@code until} are the first and the last day; {@code knownAt} shows the books as they stood
 * at an entry.
 */
@RestController
@RequestMapping("/api/v1/bodies/{body}/statements")
class StatementApi {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Statements statements;
    private final StatementRenderer renderer;
    private final Clock clock;

    StatementApi(Statements statements, StatementRenderer renderer, Clock clock) {
        this.statements = statements;
        this.renderer = renderer;
        this.clock = clock;
    }

    /** The wire form of a party that has a statement; amounts are decimals in main units. */
    record Item(String party, String name, String opening, String change, String closing) {

        private static Item of(Statements.Line line, BodyEntry body) {
            return new Item(
                    line.party().code(),
                    line.party().name(),
                    text(body, line.opening()),
                    text(body, line.change()),
                    text(body, line.closing()));
        }

        private static String text(BodyEntry body, long minorUnits) {
            return new Money(body.currency(), minorUnits).toDecimal().toPlainString();
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    List<Item> list(
            Access access,
            BodyEntry body,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        return statements.lines(access, period(access, from, until)).stream()
                .map(line -> Item.of(line, body))
                .toList();
    }

    @GetMapping(path = "/{party}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> json(
            Access access,
            Locale locale,
            @PathVariable String party,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable Long knownAt) {
        return file(
                access,
                locale,
                statements.of(access, party, period(access, from, until), knownAt),
                StatementFormat.JSON);
    }

    @GetMapping(path = "/{party}", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(
            Access access,
            Locale locale,
            @PathVariable String party,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable Long knownAt) {
        return file(
                access,
                locale,
                statements.of(access, party, period(access, from, until), knownAt),
                StatementFormat.PDF);
    }

    @GetMapping(path = "/{party}", produces = XLSX)
    ResponseEntity<byte[]> xlsx(
            Access access,
            Locale locale,
            @PathVariable String party,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable Long knownAt) {
        return file(
                access,
                locale,
                statements.of(access, party, period(access, from, until), knownAt),
                StatementFormat.XLSX);
    }

    @GetMapping(path = "/{party}", produces = "text/csv")
    ResponseEntity<byte[]> csv(
            Access access,
            Locale locale,
            @PathVariable String party,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable Long knownAt) {
        return file(
                access,
                locale,
                statements.of(access, party, period(access, from, until), knownAt),
                StatementFormat.CSV);
    }

    private StatementPeriod period(Access access, @Nullable String from, @Nullable String until) {
        return StatementPeriod.asked(from, until, statements.latestYear(access));
    }

    private ResponseEntity<byte[]> file(
            Access access, Locale locale, RegionStatement statement, StatementFormat format) {
        var made = new Made(clock.instant(), access.viewer().name());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .body(renderer.render(statement, format, locale, made));
    }
}
