package id.patungan.documents;

import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

import org.springframework.stereotype.Component;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fills a report template of {@code reports/}, compiled at build time, and exports it as tagged PDF
 * with embedded fonts. The same input gives the same bytes ({@link PdfStamps}).
 */
@Component
public class PdfPapers {

    private final Map<String, JasperReport> templates = new ConcurrentHashMap<>();

    /**
     * What stands in the file's properties.
     *
     * @param title shown by readers instead of the file's name
     * @param author the body
     * @param language of the text, for screen readers
     * @param dataFrom printed as the file's date: the state of the books that it shows
     */
    public record Properties(String title, String author, Locale language, Instant dataFrom) {}

    /** A paper, or a part of one, with its pages laid out. */
    public static final class Filled {

        private final JasperPrint pages;

        private Filled(JasperPrint pages) {
            this.pages = pages;
        }

        /** How many pages it has. */
        public int pages() {
            return pages.getPages().size();
        }
    }

    /**
     * The PDF.
     *
     * @param template name of a template, such as {@code region-statement}
     * @param labels the texts that the template names with {@code $R{…}}
     * @param parameters by the names that the template declares
     * @param rows by the names of the template's fields
     */
    public byte[] render(
            String template,
            ResourceBundle labels,
            Map<String, ?> parameters,
            Collection<Map<String, ?>> rows,
            Properties properties) {
        return print(
                List.of(fill(template, labels, parameters, rows, properties.language())),
                properties);
    }

    /** Lays out pages that {@link #print} puts into a file; see {@link #render}. */
    public Filled fill(
            String template,
            ResourceBundle labels,
            Map<String, ?> parameters,
            Collection<Map<String, ?>> rows,
            Locale language) {
        var values = new HashMap<String, Object>(parameters);
        values.put(JRParameter.REPORT_RESOURCE_BUNDLE, labels);
        values.put(JRParameter.REPORT_LOCALE, language);
        try {
            return new Filled(
                    JasperFillManager.fillReport(
                            templates.computeIfAbsent(template, PdfPapers::load),
                            values,
                            new JRMapCollectionDataSource(rows)));
        } catch (JRException e) {
            throw new IllegalStateException("The template " + template + " could not be filled", e);
        }
    }

    /** One file of several parts, such as a letter and its annex; each numbers its own pages. */
    public byte[] print(List<Filled> parts, Properties properties) {
        var bytes = new ByteArrayOutputStream();
        try {
            var exporter = new JRPdfExporter();
            exporter.setExporterInput(
                    SimpleExporterInput.getInstance(
                            parts.stream().map(part -> part.pages).toList()));
            exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
            exporter.setConfiguration(configuration(properties));
            exporter.exportReport();
        } catch (JRException e) {
            throw new IllegalStateException(properties.title() + " could not be printed", e);
        }
        return PdfStamps.fixed(bytes.toByteArray(), properties.dataFrom());
    }

    private static SimplePdfExporterConfiguration configuration(Properties properties) {
        var configuration = new SimplePdfExporterConfiguration();
        configuration.setTagged(true);
        configuration.setTagLanguage(properties.language().toLanguageTag());
        configuration.setMetadataTitle(properties.title());
        configuration.setDisplayMetadataTitle(true);
        configuration.setMetadataAuthor(properties.author());
        configuration.setMetadataCreator("Patungan");
        configuration.setMetadataProducer("Patungan");
        // objects inside compressed streams could not be given fixed stamps; pages stay compressed
        configuration.setCompressed(false);
        return configuration;
    }

    private static JasperReport load(String template) {
        try (var stream = PdfPapers.class.getResourceAsStream("/reports/" + template + ".jasper")) {
            if (stream == null) {
                throw new IllegalArgumentException("No report template is named " + template);
            }
            return (JasperReport) JRLoader.loadObject(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JRException e) {
            throw new IllegalStateException("The template " + template + " cannot be read", e);
        }
    }
}
