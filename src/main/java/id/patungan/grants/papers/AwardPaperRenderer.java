package id.patungan.grants.papers;

import id.patungan.documents.PaperJson;
import id.patungan.documents.PdfPapers;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Turns papers into layouts and files. The same paper in the same language gives the same bytes.
 */
@Component
public class AwardPaperRenderer {

    private final PdfPapers papers;
    private final PaperJson json;
    private final MessageSource messages;

    AwardPaperRenderer(PdfPapers papers, PaperJson json, MessageSource messages) {
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
            AwardPaper paper, AwardPaperFormat format, Locale language, @Nullable String number) {
        return switch (format) {
            case PDF -> new PaperPdf(layout(paper, language), number, messages).render(papers);
            case XLSX ->
                    new PaperWorkbook(layout(paper, language), number)
                            .render(
                                    messages.getMessage(
                                            "awardpapers.sheet.about", new Object[0], language));
            case CSV -> new PaperCsv(layout(paper, language)).render(number);
            case JSON -> json.indented(json.text(paper)).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** The paper in one language. */
    PaperLayout layout(AwardPaper paper, Locale language) {
        var words = new PaperWords(messages, language, paper, json.digest(paper));
        return switch (paper) {
            case DonorStatement one -> new DonorStatementTexts(one, words).layout();
            case HibahReport one -> new HibahReportTexts(one, words).layout();
            case Bridge one -> new BridgeTexts(one, words).layout();
            case OthersAccount one -> new OthersAccountTexts(one, words).layout();
            case FederalReport one -> new FederalReportTexts(one, words).layout();
            case BudgetReport one -> new BudgetReportTexts(one, words).layout();
            case AdvanceReport one -> new AdvanceReportTexts(one, words).layout();
            case UseOfFunds one -> new UseOfFundsTexts(one, words).layout();
        };
    }

    /** The name of a file: {@code kartamantul_statement_GTZ_2006-01-01_2006-12-31_id.pdf}. */
    String fileName(AwardPaper paper, AwardPaperFormat format, Locale language) {
        return layout(paper, language).head().file() + "." + format.suffix();
    }

    String title(AwardPaper paper, Locale language) {
        var head = layout(paper, language).head();
        return head.title() + ", " + head.period();
    }
}
