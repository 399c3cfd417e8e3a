package id.patungan.statements;

import id.patungan.documents.CanonicalJson;
import id.patungan.documents.PdfPapers;
import id.patungan.documents.Sha256;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns statements into files. The same statement in the same language gives the same bytes. */
@Component
public class StatementRenderer {

    /** The list of the files made together, with their digests. */
    public static final String MANIFEST = "manifest.json";

    private final PdfPapers papers;
    private final MessageSource messages;
    private final ITemplateEngine templates;

    StatementRenderer(PdfPapers papers, MessageSource messages, ITemplateEngine templates) {
        this.papers = papers;
        this.messages = messages;
        this.templates = templates;
    }

    /**
     * The file.
     *
     * @param made printed on it; null leaves the clock and the person out, so that printing again
     *     gives the same bytes
     */
    public byte[] render(
            RegionStatement statement,
            StatementFormat format,
            Locale language,
            @Nullable Made made) {
        var texts = texts(statement, language);
        return switch (format) {
            case PDF -> new StatementPaper(statement, texts).render(papers, made);
            case XLSX -> new StatementSheet(statement, texts).render(made);
            case CSV -> new StatementCsv(statement, texts).render();
            case JSON -> StatementData.json(statement, made);
            case HTML -> html(statement, texts, made);
        };
    }

    /**
     * The files of several statements by name, and {@value #MANIFEST} with the SHA-256 of each.
     *
     * @param formats each statement is made in each of them
     */
    public SortedMap<String, byte[]> files(
            List<RegionStatement> statements,
            Collection<StatementFormat> formats,
            Locale language,
            @Nullable Made made) {
        var files = new TreeMap<String, byte[]>();
        var listed = new TreeMap<String, Object>();
        for (var statement : statements) {
            for (var format : formats) {
                var name = Statements.fileName(statement, format, language);
                var bytes = render(statement, format, language, made);
                files.put(name, bytes);
                listed.put(name, entry(statement, format, bytes));
            }
        }
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("document", "region-statements");
        manifest.put("files", listed);
        files.put(MANIFEST, CanonicalJson.indented(manifest).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static Map<String, Object> entry(
            RegionStatement statement, StatementFormat format, byte[] bytes) {
        return Map.of(
                "body", statement.body().code(),
                "party", statement.party().code(),
                "format", format.suffix(),
                "from", statement.from().toString(),
                "until", statement.until().toString(),
                "asKnownAt", statement.known().entryNo(),
                "hash", statement.known().hash(),
                "dataSha256", StatementData.digest(statement),
                "sha256", Sha256.hex(bytes));
    }

    StatementTexts texts(RegionStatement statement, Locale language) {
        return new StatementTexts(statement, messages, language);
    }

    private byte[] html(RegionStatement statement, StatementTexts texts, @Nullable Made made) {
        var context = new Context(texts.formats().language());
        context.setVariable("view", new StatementView(statement, texts, null));
        context.setVariable("foot", texts.foot(made));
        context.setVariable("theme", asset("/static/assets/patungan.css"));
        context.setVariable("language", texts.formats().language().getLanguage());
        return templates
                .process("statements/region-file", context)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String asset(String path) {
        try (var stream = StatementRenderer.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("There is no " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
