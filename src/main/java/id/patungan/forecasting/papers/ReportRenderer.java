package id.patungan.forecasting.papers;

import id.patungan.documents.PaperJson;
import id.patungan.documents.PdfPapers;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Turns reports into layouts and files. The same report in the same language gives the same bytes.
 */
@Component
public class ReportRenderer {

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
            case PDF -> new ReportPdf(layout(report, language), number, messages).render(papers);
            case XLSX ->
                    new ReportWorkbook(report, layout(report, language), messages).render(number);
            case JSON -> json.indented(json.text(content)).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** The report in one language. */
    ReportLayout layout(SustainabilityReport report, Locale language) {
        return new ReportTexts(report, language, json.digest(ReportContent.of(report)), messages)
                .layout();
    }

    /** The name of a file: {@code kartamantul_sustainability-report_2006-12-31_id.pdf}. */
    String fileName(SustainabilityReport report, ReportFormat format, Locale language) {
        return layout(report, language).head().file() + "." + format.suffix();
    }
}
