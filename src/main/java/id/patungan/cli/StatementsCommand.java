package id.patungan.cli;

import id.patungan.basics.DateReader;
import id.patungan.basics.Input;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.BodyDirectory;
import id.patungan.statements.StatementException;
import id.patungan.statements.StatementFormat;
import id.patungan.statements.StatementPeriod;
import id.patungan.statements.StatementRenderer;
import id.patungan.statements.Statements;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Statements of account as files, one per party and format, with a manifest. */
@Command(
        name = "statements",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the statement of account of every party that was ever charged or paid, or of one,",
            "and manifest.json with the SHA-256 of each file. The files carry the state of the books",
            "instead of the clock: the same books give the same bytes."
        })
final class StatementsCommand extends ServiceCommand {

    @Option(names = "--body", required = true, paramLabel = "CODE", description = "The body.")
    private String body = "";

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "First day.")
    private String from = "";

    @Option(
            names = "--until",
            required = true,
            paramLabel = "DATE",
            description = "Last day, included.")
    private String until = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where the files go; made if it is not there.")
    private @Nullable Path out;

    @Option(names = "--party", paramLabel = "CODE", description = "Only this party.")
    private @Nullable String party;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            defaultValue = "pdf,xlsx,csv,json",
            description =
                    "pdf, xlsx, csv, json, html; several with commas (default: $"
                            + "{DEFAULT-VALUE}).")
    private List<String> formats = List.of();

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            defaultValue = "id",
            description = "id or en (default: $" + "{DEFAULT-VALUE}).")
    private String language = "";

    @Override
    protected int run(ApplicationContext services, PrintWriter output) throws IOException {
        var wanted = formats();
        var access =
                Access.system(
                        services.getBean(BodyDirectory.class)
                                .byCode(body)
                                .orElseThrow(AccessException::noSuchBody)
                                .id());
        var statements = services.getBean(Statements.class);
        var period = new StatementPeriod(day("--from", from), day("--until", until));
        try {
            var made =
                    party == null
                            ? statements.all(access, period)
                            : List.of(statements.of(access, party, period, null));
            var files =
                    services.getBean(StatementRenderer.class)
                            .files(made, wanted, Locale.of(language()), null);
            var folder = Files.createDirectories(Objects.requireNonNull(out));
            for (var file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
                output.print(folder.resolve(file.getKey()) + "\n");
            }
            return ExitCode.DONE;
        } catch (StatementException refusal) {
            if (!refusal.isFailedCheck()) {
                throw refusal;
            }
            err().print(refusal.code() + ": " + refusal.getMessage() + "\n");
            err().flush();
            return ExitCode.CHECK_FAILED;
        }
    }

    private Set<StatementFormat> formats() {
        var wanted = EnumSet.noneOf(StatementFormat.class);
        formats.forEach(name -> wanted.add(StatementFormat.of(name.strip())));
        return wanted;
    }

    private String language() {
        return Input.read(
                "--lang",
                () -> {
                    if (!language.equals("id") && !language.equals("en")) {
                        throw new IllegalArgumentException("'" + language + "' is not id or en");
                    }
                    return language;
                });
    }

    private static LocalDate day(String option, String text) {
        return Input.read(option, () -> DateReader.read(text));
    }
}
