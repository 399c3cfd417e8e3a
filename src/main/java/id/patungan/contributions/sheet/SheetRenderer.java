package id.patungan.contributions.sheet;

import id.patungan.contributions.rules.RuleTexts;
import id.patungan.documents.PdfPapers;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Locale;

/** Turns calculation sheets into pages and files. */
@Component
class SheetRenderer {

    private final PdfPapers papers;
    private final RuleTexts rules;
    private final MessageSource messages;

    SheetRenderer(PdfPapers papers, RuleTexts rules, MessageSource messages) {
        this.papers = papers;
        this.rules = rules;
        this.messages = messages;
    }

    SheetView view(CalculationSheet sheet, Locale locale) {
        var names = new HashMap<String, String>();
        sheet.parties().all().forEach(party -> names.put(party.code(), party.name()));
        var words = rules.of(sheet.document(), names, sheet.body().currency(), locale);
        return new SheetView(sheet, words, messages, locale);
    }

    byte[] file(CalculationSheet sheet, SheetFormat format, Locale locale) {
        return switch (format) {
            case PDF -> new SheetPaper(view(sheet, locale), messages).render(papers);
            case XLSX -> new SheetWorkbook(view(sheet, locale)).render();
            case CSV -> SheetData.csv(sheet, locale);
            case JSON -> SheetData.json(sheet);
        };
    }
}
