package id.patungan.forecasting.papers;

import id.patungan.documents.PaperJson;
import id.patungan.documents.PdfPapers;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Turns reports into layouts and files. The same report in the same language gives the same bytes.
 */
@Component
public class ReportRenderer {

    private static final int PAGES = 2;

    /** Members that the paper lists, the fewest last. */
    private static final List<Integer> MEMBERS = List.of(13, 8, 5, 3);

    private final PdfPapers papers;
    private final PaperJson json;
    private final MessageSource messages;

    ReportRenderer(PdfPapers papers, PaperJson json, MessageSource messages) {
        this.papers = papers;
        this.json = json;
        this.messages = messages;
    }

    /**
     * The file.
     *
     * @param number under which it was issued; null if it was not
     */
    public byte[] render(
            SustainabilityReport report,
            ReportFormat format,
            Locale language,
            @Nullable String number) {
        var content = ReportContent.of(report);
        return switch (format) {
            case PDF -> pdf(report, language, number);
            case XLSX ->
                    new ReportWorkbook(report, layout(report, language), messages).render(number);
            case JSON -> json.indented(json.text(content)).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** With as many members as leave it two pages; the spreadsheet has all of them. */
    private byte[] pdf(SustainabilityReport report, Locale language, @Nullable String number) {
        var texts = texts(report, language);
        for (var most : MEMBERS) {
            var pdf = new ReportPdf(texts.layout(most), number, messages);
            var filled = pdf.fill(papers);
            if (filled.pages() <= PAGES || most.equals(MEMBERS.getLast())) {
                return papers.print(List.of(filled), pdf.properties());
            }
        }
        throw new IllegalStateException("No number of members is left to be tried");
    }

    private ReportTexts texts(SustainabilityReport report, Locale language) {
        return new ReportTexts(report, language, json.digest(ReportContent.of(report)), messages);
    }

    /** The report in one language, with all members. */
    ReportLayout layout(SustainabilityReport report, Locale language) {
        return texts(report, language).layout(Integer.MAX_VALUE);
    }

    /** The name of a file: {@code kartamantul_sustainability-report_2006-12-31_id.pdf}. */
    String fileName(SustainabilityReport report, ReportFormat format, Locale language) {
        return layout(report, language).head().file() + "." + format.suffix();
    }
}
