package id.patungan.contributions.sheet;

import id.patungan.documents.PdfPapers;
import id.patungan.platform.Access;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.util.Locale;

/** The calculation sheet as pages behind another paper. */
@Component
public class SheetAnnex {

    private final CalculationSheets sheets;
    private final SheetRenderer renderer;
    private final PdfPapers papers;
    private final MessageSource messages;

    SheetAnnex(
            CalculationSheets sheets,
            SheetRenderer renderer,
            PdfPapers papers,
            MessageSource messages) {
        this.sheets = sheets;
        this.renderer = renderer;
        this.papers = papers;
        this.messages = messages;
    }

    /**
     * The sheet of an assessment.
     *
     * @throws id.patungan.contributions.ContributionsException not found, also where no share is
     *     within the viewer's reach
     */
    public PdfPapers.Filled of(Access access, String assessment, Locale language) {
        var sheet = sheets.of(access, assessment);
        return new SheetPaper(renderer.view(sheet, language), messages).fill(papers);
    }
}
