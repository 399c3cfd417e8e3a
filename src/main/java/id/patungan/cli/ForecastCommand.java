package id.patungan.cli;

import id.patungan.basics.DateReader;
import id.patungan.basics.Input;
import id.patungan.forecasting.Examination;
import id.patungan.forecasting.Examinations;
import id.patungan.forecasting.Forecast;
import id.patungan.forecasting.ForecastJson;
import id.patungan.forecasting.Forecasts;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.scenarios.ScenarioFile;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.BodyDirectory;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The months ahead. */
@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        description = {
            "Works out how long the money of a body lasts: every line month by month with what it",
            "comes from, the cash of each fund, what would close a gap; bands of what chance may make",
            "of it, which assumption weighs most, the smallest shock that is too much, and how such",
            "forecasts did before; beside it the same under a scenario. The same books and options",
            "give the same bytes."
        })
final class ForecastCommand extends ServiceCommand {

    @Option(names = "--body", required = true, paramLabel = "CODE", description = "The body.")
    private String body = "";

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "Changes as a YAML file; if absent, nothing changes.")
    private @Nullable Path scenario;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "The last day of the books that counts; if absent, today or the end of the last year with entries.")
    private @Nullable String asOf;

    @Option(
            names = "--known-at",
            paramLabel = "N",
            description = "The last entry that counts; if absent, the last of the book.")
    private @Nullable Long knownAt;

    @Option(
            names = "--months",
            paramLabel = "N",
            defaultValue = "60",
            description = "How many, 12 to 240 (default: $" + "{DEFAULT-VALUE}).")
    private int months;

    @Option(
            names = "--paths",
            paramLabel = "N",
            defaultValue = "10000",
            description =
                    "Runs of the simulation, a multiple of 20; 0 for no examination (default: $"
                            + "{DEFAULT-VALUE}).")
    private int paths;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the simulation (default: $" + "{DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--under",
            paramLabel = "N",
            defaultValue = "12",
            description =
                    "The smallest shock is looked for that makes the money last less than so many months"
                            + " (default: $"
                            + "{DEFAULT-VALUE}).")
    private int under;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "json (default: $" + "{DEFAULT-VALUE}).")
    private String format = "";

    @Override
    protected int run(ApplicationContext services, PrintWriter out) throws IOException {
        Input.read("--format", () -> known(format));
        var access =
                Access.system(
                        services.getBean(BodyDirectory.class)
                                .byCode(body)
                                .orElseThrow(AccessException::noSuchBody)
                                .id());
        var asked =
                new Forecasts.Asked(day(asOf), knownAt == null ? Journal.HEAD : knownAt, months);
        var forecast =
                services.getBean(Forecasts.class).of(access, asked, scenario(services, access));
        out.print(ForecastJson.text(forecast, examination(services, access, forecast)));
        out.print("\n");
        return ExitCode.DONE;
    }

    private @Nullable Examination examination(
            ApplicationContext services, Access access, Forecast forecast) {
        if (paths == 0) return null;
        return services.getBean(Examinations.class)
                .of(access, forecast, new Examination.Asked(paths, seed, under));
    }

    private Scenario scenario(ApplicationContext services, Access access) throws IOException {
        if (scenario == null) return Scenario.BASE;
        return ScenarioFile.read(
                scenario.toString(),
                Files.readString(scenario),
                services.getBean(Books.class).get(access.body()).currency());
    }

    private static boolean known(String format) {
        if (!format.equals("json")) {
            throw new IllegalArgumentException("'" + format + "' is not json");
        }
        return true;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : Input.read("--as-of", () -> DateReader.read(text));
    }
}
