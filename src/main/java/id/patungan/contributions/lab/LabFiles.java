package id.patungan.contributions.lab;

import id.patungan.documents.PdfPapers;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A saved comparison as a file: the paper, the spreadsheet, the data. */
@Component
class LabFiles {

    private final LabShown shown;
    private final PdfPapers pdf;
    private final ComparisonJson json;
    private final MessageSource messages;

    LabFiles(LabShown shown, PdfPapers pdf, ComparisonJson json, MessageSource messages) {
        this.shown = shown;
        this.pdf = pdf;
        this.json = json;
        this.messages = messages;
    }

    /** In what form a paper leaves the house. */
    enum Format {
        /** The paper. */
        PDF("application/pdf"),
        /** The spreadsheet, with live formulas. */
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        /** The data, of which the digest is. */
        JSON("application/json");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }

        String suffix() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The format of that name.
         *
         * @throws LabException if there is none
         */
        static Format of(String name) {
            for (var format : values()) {
                if (format.suffix().equals(name)) return format;
            }
            throw LabException.unknownFormat(name);
        }
    }

    byte[] render(LabPaper paper, BodyEntry body, Format format, Locale language) {
        var view = shown.of(paper.comparison(), body, language);
        return switch (format) {
            case PDF -> new LabPdf(paper, body, view, messages).render(pdf);
            case XLSX -> new LabWorkbook(paper, body, view).render();
            case JSON -> json.indented(paper.comparison()).getBytes(StandardCharsets.UTF_8);
        };
    }
}
