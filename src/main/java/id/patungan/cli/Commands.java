package id.patungan.cli;

import id.patungan.basics.DomainException;
import id.patungan.basics.InputException;

import org.springframework.dao.DataAccessException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/**
 * The command line. Data goes to standard output, messages to standard error; see {@link ExitCode}.
 *
 * <p><b>A new command</b> is a class annotated with {@link Command}, listed in {@code subcommands}
 * below. One that needs the services of the program extends {@link ServiceCommand}; one that does
 * not, such as {@link AllocateCommand}, implements {@link java.util.concurrent.Callable} and starts
 * within a JVM start.
 */
@Command(
        name = "patungan",
        description = "Financial ledger and cost-sharing calculator for joint bodies.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AllocateCommand.class,
            AssessCommand.class,
            LettersCommand.class,
            BodyCommand.class,
            CheckCommand.class,
            DemoCommand.class,
            ExportCommand.class,
            ForecastCommand.class,
            ImportCommand.class,
            RemindersCommand.class,
            ReportCommand.class,
            ServeCommand.class,
            StatementsCommand.class
        })
public final class Commands implements Runnable {

    /** Returned while a server is running: the caller must not end the program. */
    public static final int SERVING = -1;

    private final Class<?> application;

    @Spec private CommandSpec spec;

    /**
     * @param application the class whose context gives the services
     */
    @SuppressWarnings("NullAway.Init") // picocli fills the specification in
    private Commands(Class<?> application) {
        this.application = application;
    }

    /** Runs the command that the arguments name, on the streams of the program. */
    public static int run(Class<?> application, String... arguments) {
        var out = writer(FileDescriptor.out);
        var err = writer(FileDescriptor.err);
        try {
            return run(application, out, err, arguments);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** As {@link #run(Class, String...)}, writing elsewhere. */
    static int run(Class<?> application, PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Commands(application))
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Commands::misunderstood)
                .setExecutionExceptionHandler((e, command, _) -> failed(e, command.getErr()))
                .execute(arguments);
    }

    Class<?> application() {
        return application;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8));
    }

    private static int misunderstood(CommandLine.ParameterException e, String[] arguments) {
        var err = e.getCommandLine().getErr();
        err.print(e.getMessage() + "\n\n" + e.getCommandLine().getUsageMessage());
        err.flush();
        return ExitCode.USAGE;
    }

    private static int failed(Exception e, PrintWriter err) {
        var code =
                switch (e) {
                    case InputException refusal when !refusal.problems().isEmpty() -> {
                        refusal.problems().forEach(problem -> err.print(problem + "\n"));
                        yield ExitCode.REFUSED;
                    }
                    case DomainException refusal -> {
                        err.print(refusal.code() + ": " + refusal.getMessage() + "\n");
                        yield ExitCode.REFUSED;
                    }
                    case StartException _ -> environment(err, String.valueOf(e.getMessage()));
                    case UncheckedIOException file ->
                            environment(err, sentence(Objects.requireNonNull(file.getCause())));
                    case IOException file -> environment(err, sentence(file));
                    case DataAccessException _ ->
                            unknown(err, "The database did not answer as expected", e);
                    default -> unknown(err, "The program failed", e);
                };
        err.flush();
        return code;
    }

    /** The messages of the system name the file, and some of them nothing else. */
    private static String sentence(IOException failure) {
        return switch (failure) {
            case NoSuchFileException file -> "There is no file " + file.getFile();
            case AccessDeniedException file -> "You may not read or write " + file.getFile();
            case FileAlreadyExistsException file -> file.getFile() + " is a file, not a directory";
            default -> "A file could not be read or written: " + failure.getMessage();
        };
    }

    /** One sentence for whoever gave the command; what only we can read goes to a file. */
    private static int unknown(PrintWriter err, String sentence, Exception failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            var log = Files.createTempFile("patungan-", ".log");
            Files.writeString(log, trace.toString());
            return environment(
                    err,
                    "%s (%s); what happened is written in %s"
                            .formatted(sentence, failure.getClass().getSimpleName(), log));
        } catch (IOException e) {
            err.print(trace);
            return environment(err, sentence);
        }
    }

    private static int environment(PrintWriter err, String message) {
        err.print(message + "\n");
        return ExitCode.ENVIRONMENT;
    }
}
