package id.patungan.contributions.letters;

import id.patungan.contributions.sheet.SheetAnnex;
import id.patungan.documents.PaperBody;
import id.patungan.documents.PaperFormats;
import id.patungan.documents.PdfPapers;
import id.patungan.documents.PdfPapers.Filled;
import id.patungan.platform.Access;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceResourceBundle;
import org.springframework.stereotype.Component;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Letters and receipts as PDF; every text comes from the bundles, in the language of the paper. */
@Component
class LetterPrinter {

    private final PdfPapers papers;
    private final SheetAnnex annex;
    private final MessageSource messages;

    LetterPrinter(PdfPapers papers, SheetAnnex annex, MessageSource messages) {
        this.papers = papers;
        this.annex = annex;
        this.messages = messages;
    }

    /**
     * The letter, with the calculation sheet behind it if it says so.
     *
     * @param digest of what the letter says
     */
    byte[] print(Access access, AssessmentLetter letter, String digest, Locale language) {
        var texts = texts(language, letter.body());
        var parts = new ArrayList<Filled>();
        parts.add(fill("assessment-letter", new LetterLayout(letter, digest, texts).page(), texts));
        if (letter.annexed()) {
            parts.add(annex.of(access, letter.assessment(), language));
        }
        return papers.print(
                parts,
                new PdfPapers.Properties(
                        texts.text("letter.title", letter.code(), letter.partyName()),
                        letter.body().name(),
                        texts.formats().language(),
                        letter.date().atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    /** A letter whose words were composed by whoever issues it. */
    byte[] print(Notice notice, String digest, Locale language) {
        var texts = texts(language, notice.body());
        return papers.print(
                List.of(
                        fill(
                                "assessment-letter",
                                new NoticeLayout(notice, digest, texts).page(),
                                texts)),
                new PdfPapers.Properties(
                        notice.subject() + ", " + notice.code(),
                        notice.body().name(),
                        texts.formats().language(),
                        notice.date().atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    /** The receipt, twice on one page. */
    byte[] print(ReceiptPaper receipt, String digest, Locale language) {
        var texts = texts(language, receipt.body());
        return papers.print(
                List.of(fill("receipt", new ReceiptLayout(receipt, digest, texts).page(), texts)),
                new PdfPapers.Properties(
                        texts.text("receipt.title", receipt.code(), receipt.partyName()),
                        receipt.body().name(),
                        texts.formats().language(),
                        receipt.date().atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    private LetterTexts texts(Locale language, PaperBody body) {
        return new LetterTexts(messages, new PaperFormats(language, body.currency(), body.zone()));
    }

    private Filled fill(String template, LetterPage page, LetterTexts texts) {
        return papers.fill(
                template,
                new MessageSourceResourceBundle(messages, texts.formats().language()),
                Map.of("text", page.texts()),
                page.rows(),
                texts.formats().language());
    }
}
