package id.patungan.contributions.lab;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.BodyId;
import id.patungan.contributions.Sheet;
import id.patungan.contributions.lab.Comparison.Against;
import id.patungan.contributions.lab.Comparison.Changed;
import id.patungan.contributions.lab.Comparison.Outcome;
import id.patungan.contributions.lab.Comparison.Ramp;
import id.patungan.contributions.lab.Comparison.Ruled;
import id.patungan.contributions.lab.Comparison.Share;
import id.patungan.contributions.lab.Comparison.Sharer;
import id.patungan.contributions.lab.Comparison.Year;
import id.patungan.documents.PdfPapers;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.testing.DatabaseTest;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The paper for the forum as it is printed: tables as wide as they have columns, no orphans. */
@DatabaseTest
class LabPdfTest {

    private static final Path SEEN = Path.of("target", "lab-papers");
    private static final List<String> TEXTS =
            List.of(
                    "name: Bagi rata\nrule: {kind: equal}",
                    "name: Menurut penduduk\nrule: {kind: weights, indicator: population}",
                    "name: Luas, 1 sampai 50 persen\nrule: {kind: bounded, floor: 1, cap: 50, rule:"
                            + " {kind: weights, indicator: area_km2}}");

    private final LabShown shown;
    private final PdfPapers papers;
    private final MessageSource messages;

    @Autowired
    LabPdfTest(LabShown shown, PdfPapers papers, MessageSource messages) {
        this.shown = shown;
        this.papers = papers;
        this.messages = messages;
    }

    @ParameterizedTest
    @CsvSource({
        "2, 3, id", "2, 3, en", "2, 13, id", "2, 13, en", "3, 3, id", "3, 3, en", "3, 13, id",
        "3, 13, en", "2, 7, id", "3, 9, id", "3, 11, en", "3, 16, id", "2, 19, en", "3, 22, id"
    })
    void a_table_has_its_columns_alone_and_no_heading_ends_a_page(
            int rules, int members, String language) throws IOException {
        var body =
                new BodyEntry(
                        new BodyId(1),
                        "badan",
                        "Badan kerja sama contoh",
                        Currency.getInstance("IDR"),
                        ZoneId.of("Asia/Jakarta"),
                        true,
                        "",
                        "");
        var comparison = comparison(rules, members);
        var view = shown.of(comparison, body, Locale.of(language));
        var paper =
                new LabPaper(
                        "LAB-2026-0001",
                        "Perbandingan " + rules + " aturan",
                        comparison,
                        "0".repeat(64),
                        "bendahara",
                        Instant.parse("2026-01-05T03:00:00Z"));

        var pdf = new LabPdf(paper, body, view, messages).render(papers);

        Files.createDirectories(SEEN);
        Files.write(SEEN.resolve(rules + "-" + members + "-" + language + ".pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            var widths = new ArrayList<Integer>();
            rows(document.getDocumentCatalog().getStructureTreeRoot(), widths);
            var tables = 1 + (rules - 1) + rules + 1;
            assertThat(widths).hasSize(tables * (members + 2));
            assertThat(widths.subList(0, members + 2)).containsOnly(1 + rules);
            assertThat(new HashSet<>(widths)).isEqualTo(Set.of(1 + rules, 7, 5));
            var headings = headings(view);
            for (var page = 1; page < document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                var lines = stripper.getText(document).strip().lines().map(String::strip).toList();
                var foot =
                        lines.stream().filter(line -> line.startsWith("LAB-2026-0001")).findFirst();
                var last = lines.get(lines.indexOf(foot.orElseThrow()) - 1);
                assertThat(headings).as("the last line of page %s", page).doesNotContain(last);
            }
        }
    }

    /** How many cells each row of a table has. */
    private static void rows(PDStructureNode node, List<Integer> widths) {
        var cells = 0;
        for (var kid : node.getKids()) {
            if (!(kid instanceof PDStructureElement element)) continue;
            if (Set.of("TH", "TD").contains(element.getStructureType())) cells++;
            rows(element, widths);
        }
        if (node instanceof PDStructureElement row && "TR".equals(row.getStructureType())) {
            widths.add(cells);
        }
    }

    /** Those with words below them; below the first there is a drawing. */
    private static Set<String> headings(LabView view) {
        var headings = new HashSet<String>();
        for (var key : List.of("what-if", "ramp", "rules")) {
            headings.add(view.text(key));
        }
        view.differences().forEach(table -> headings.add(table.title()));
        view.rules().forEach(rule -> headings.add(rule.label()));
        return headings;
    }

    private static Comparison comparison(int rules, int members) {
        var codes = IntStream.rangeClosed(1, members).mapToObj("33.%02d"::formatted).toList();
        var parties =
                codes.stream()
                        .map(code ->
                                new Sharer(
                                        code,
                                        "Kabupaten Contoh " + code,
                                        true,
                                        figure("1250000", code)))
                        .toList();
        var figures = new HashMap<String, Map<String, Sheet.Figure>>();
        for (var code : codes) {
            figures.put(code, Map.of("population", figure("1250000", code)));
        }
        var ruled = new ArrayList<Ruled>();
        for (var at = 0; at < rules; at++) {
            ruled.add(
                    new Ruled(
                            TEXTS.get(at).lines().findFirst().orElseThrow().substring(6),
                            null,
                            null,
                            TEXTS.get(at),
                            2025,
                            figures,
                            Long.toString(members * 100_000_000L) + ".00",
                            shares(codes, at),
                            List.of(),
                            List.of()));
        }
        var first = new HashMap<String, String>();
        shares(codes, 0).forEach(share -> first.put(share.party(), share.share()));
        return new Comparison(
                Long.toString(members * 100_000_000L) + ".00",
                "IDR",
                2025,
                "2025-06-30",
                parties,
                ruled,
                new Against(null, "Bagi rata", null, null, first),
                new Changed(
                        "33.01",
                        "population",
                        "1250000",
                        "1375000",
                        IntStream.range(0, rules)
                                .mapToObj(at ->
                                        new Outcome(
                                                true,
                                                "1250000",
                                                "1375000",
                                                shares(codes, at + 1),
                                                List.of()))
                                .toList()),
                new Ramp(
                        1,
                        2,
                        null,
                        IntStream.rangeClosed(0, 3)
                                .mapToObj(year ->
                                        new Year(
                                                year,
                                                Integer.toString(year * 25),
                                                shares(codes, year),
                                                List.of()))
                                .toList()));
    }

    private static Sheet.Figure figure(String value, String code) {
        return new Sheet.Figure(value, "jiwa", "Contoh " + code.substring(0, 2), 2025, null);
    }

    /** A hundred million each, moved between neighbours so that the total stays. */
    private static List<Share> shares(List<String> codes, int by) {
        var shares = new ArrayList<Share>();
        for (var at = 0; at < codes.size(); at++) {
            var moved =
                    at == codes.size() - 1 && codes.size() % 2 == 1
                            ? 0
                            : (at % 2 == 0 ? 1 : -1) * by * 12_345_678;
            var amount = Integer.toString(100_000_000 + moved);
            shares.add(new Share(codes.get(at), amount, amount + ".00", null));
        }
        return shares;
    }
}
