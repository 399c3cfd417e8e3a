package id.patungan.cli;

import id.patungan.basics.DateReader;
import id.patungan.basics.Input;
import id.patungan.basics.InputException;
import id.patungan.forecasting.Examination;
import id.patungan.forecasting.papers.ReportFormat;
import id.patungan.forecasting.papers.ReportRenderer;
import id.patungan.forecasting.papers.SustainabilityReports;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.scenarios.ScenarioFile;
import id.patungan.grants.papers.AwardPaperFormat;
import id.patungan.grants.papers.AwardPaperKind;
import id.patungan.grants.papers.AwardPaperRenderer;
import id.patungan.grants.papers.AwardPapers;
import id.patungan.ledger.Books;
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
            "Writes a document as it stands in the books: sustainability, or about an award:",
            "donor-statement, hibah-report, or another by the name that its address has on the",
            "pages. It is not issued by that and gets no number. The same books and options give",
            "the same bytes."
        })
final class ReportCommand extends ServiceCommand {

    private static final String SUSTAINABILITY = "sustainability";

    private static final Map<String, String> NAMES =
            Map.of("donor-statement", "statement", "hibah-report", "lpj");

    @Parameters(index = "0", paramLabel = "NAME", description = "The document.")
    private String name = "";

    @Option(names = "--body", required = true, paramLabel = "CODE", description = "The body.")
    private String body = "";

    @Option(
            names = "--award",
            paramLabel = "CODE",
            description = "The award; of sustainability, none.")
    private @Nullable String award;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "Of sustainability: the last day of the books that counts; if absent, today or the end of the last year with entries.")
    private @Nullable String asOf;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "Of sustainability: changes as a YAML file; if absent, nothing changes.")
    private @Nullable Path scenario;

    @Option(
            names = "--paths",
            paramLabel = "N",
            defaultValue = "10000",
            description =
                    "Of sustainability: runs of the simulation, a multiple of 20 (default: $"
                            + "{DEFAULT-VALUE}).")
    private int paths;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Of sustainability: seed of the simulation (default: $" + "{DEFAULT-VALUE}).")
    private long seed;

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
            description =
                    "pdf, xlsx, csv, json; of sustainability no csv (default: csv, of sustainability json).")
    private @Nullable String format;

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
        var locale = Input.read("--lang", () -> locale(language));
        return name.equals(SUSTAINABILITY)
                ? sustainability(services, output, locale)
                : award(services, output, locale);
    }

    private int award(ApplicationContext services, PrintWriter output, Locale locale)
            throws IOException {
        var wanted = AwardPaperFormat.of(format == null ? "csv" : format);
        var kind = AwardPaperKind.of(NAMES.getOrDefault(name, name));
        var papers = services.getBean(AwardPapers.class);
        var access = access(services);
        var code = award;
        if (code == null) throw new InputException("--award", "is missing");
        var binary = wanted == AwardPaperFormat.PDF || wanted == AwardPaperFormat.XLSX;
        Input.read("--out", () -> requireFile(binary, wanted.suffix()));
        var paper =
                papers.of(
                        access,
                        papers.asked(
                                access, kind, code, day("--from", from), day("--until", until)));
        return write(
                services.getBean(AwardPaperRenderer.class).render(paper, wanted, locale, null),
                output);
    }

    private int sustainability(ApplicationContext services, PrintWriter output, Locale locale)
            throws IOException {
        var wanted = ReportFormat.of(format == null ? "json" : format);
        Input.read("--out", () -> requireFile(wanted != ReportFormat.JSON, wanted.suffix()));
        var access = access(services);
        var reports = services.getBean(SustainabilityReports.class);
        var asked =
                reports.asked(access, day("--as-of", asOf), null)
                        .under(scenario(services, access))
                        .examined(
                                new Examination.Asked(
                                        paths, seed, Examination.Asked.USUAL.under()));
        return write(
                services.getBean(ReportRenderer.class)
                        .render(reports.of(access, asked), wanted, locale, null),
                output);
    }

    private @Nullable Scenario scenario(ApplicationContext services, Access access)
            throws IOException {
        if (scenario == null) return null;
        return ScenarioFile.read(
                scenario.toString(),
                Files.readString(scenario),
                services.getBean(Books.class).get(access.body()).currency());
    }

    private Access access(ApplicationContext services) {
        return Access.system(
                services.getBean(BodyDirectory.class)
                        .byCode(body)
                        .orElseThrow(AccessException::noSuchBody)
                        .id());
    }

    private int write(byte[] bytes, PrintWriter output) throws IOException {
        if (out == null) {
            output.print(new String(bytes, StandardCharsets.UTF_8));
        } else {
            Files.write(out, bytes);
            output.print(out + "\n");
        }
        return ExitCode.DONE;
    }

    private boolean requireFile(boolean binary, String suffix) {
        if (out == null && binary) {
            throw new IllegalArgumentException(
                    "is missing: name the file that the " + suffix + " goes to");
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
