package id.patungan.cli;

import id.patungan.basics.DateReader;
import id.patungan.basics.Input;
import id.patungan.grants.papers.AwardPaperFormat;
import id.patungan.grants.papers.AwardPaperKind;
import id.patungan.grants.papers.AwardPaperRenderer;
import id.patungan.grants.papers.AwardPapers;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.BodyDirectory;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** A document by its name. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a document about an award as it stands in the books: donor-statement,",
            "hibah-report, or another by the name that its address has on the pages. It is not",
            "issued by that and gets no number."
        })
final class ReportCommand extends ServiceCommand {

    private static final Map<String, String> NAMES =
            Map.of("donor-statement", "statement", "hibah-report", "lpj");

    @Parameters(index = "0", paramLabel = "NAME", description = "The document.")
    private String name = "";

    @Option(names = "--body", required = true, paramLabel = "CODE", description = "The body.")
    private String body = "";

    @Option(names = "--award", required = true, paramLabel = "CODE", description = "The award.")
    private String award = "";

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "First day; if absent, of the last day's year.")
    private @Nullable String from;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "Last day, included; if absent, today or the award's last.")
    private @Nullable String until;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "pdf, xlsx, csv, json (default: $" + "{DEFAULT-VALUE}).")
    private String format = "";

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            defaultValue = "id",
            description = "id or en (default: $" + "{DEFAULT-VALUE}).")
    private String language = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where it goes; pdf and xlsx need it, the others else go to the output.")
    private @Nullable Path out;

    @Override
    protected int run(ApplicationContext services, PrintWriter output) throws IOException {
        var wanted = AwardPaperFormat.of(format);
        var kind = AwardPaperKind.of(NAMES.getOrDefault(name, name));
        var locale = Input.read("--lang", () -> locale(language));
        var papers = services.getBean(AwardPapers.class);
        var access =
                Access.system(
                        services.getBean(BodyDirectory.class)
                                .byCode(body)
                                .orElseThrow(AccessException::noSuchBody)
                                .id());
        Input.read("--out", () -> requireFile(wanted));
        var paper =
                papers.of(
                        access,
                        papers.asked(
                                access, kind, award, day("--from", from), day("--until", until)));
        var bytes = services.getBean(AwardPaperRenderer.class).render(paper, wanted, locale, null);
        if (out == null) {
            output.print(new String(bytes, StandardCharsets.UTF_8));
        } else {
            Files.write(out, bytes);
            output.print(out + "\n");
        }
        return ExitCode.DONE;
    }

    private boolean requireFile(AwardPaperFormat wanted) {
        if (out == null && (wanted == AwardPaperFormat.PDF || wanted == AwardPaperFormat.XLSX)) {
            throw new IllegalArgumentException(
                    "is missing: name the file that the " + wanted.suffix() + " goes to");
        }
        return true;
    }

    private static Locale locale(String language) {
        if (!language.equals("id") && !language.equals("en")) {
            throw new IllegalArgumentException("'" + language + "' is not id or en");
        }
        return Locale.of(language);
    }

    private static @Nullable LocalDate day(String option, @Nullable String text) {
        return text == null ? null : Input.read(option, () -> DateReader.read(text));
    }
}
