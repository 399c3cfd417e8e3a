package id.patungan.cli;

import id.patungan.basics.DateReader;
import id.patungan.basics.Input;
import id.patungan.contributions.letters.LetterMail;
import id.patungan.contributions.letters.LetterRun;
import id.patungan.contributions.letters.LetterRuns;
import id.patungan.contributions.letters.NewLetter;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.Register;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.BodyDirectory;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The letters of an assessment, issued as one piece of work, and as files. */
@Command(
        name = "letters",
        mixinStandardHelpOptions = true,
        description = {
            "Issues a letter for every open charge of an assessment that has none, and prints the",
            "charge and the number of each letter that stands. Cut off, the same command goes on where",
            "it stood; done, it issues nothing more."
        })
final class LettersCommand extends ServiceCommand {

    private static final long PAUSE = 200;

    @Option(names = "--body", required = true, paramLabel = "CODE", description = "The body.")
    private String body = "";

    @Option(
            names = "--assessment",
            required = true,
            paramLabel = "CODE",
            description = "Such as AS-2006-0001.")
    private String assessment = "";

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "Printed on the letters; today if absent.")
    private @Nullable String date;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            defaultValue = "id",
            description = "id or en (default: $" + "{DEFAULT-VALUE}).")
    private String language = "";

    @Option(
            names = "--copy",
            paramLabel = "TEXT",
            description = "Who gets a copy; may be given several times.")
    private List<String> copies = List.of();

    @Option(
            names = "--mail",
            description =
                    "Puts each letter into the outbox where an e-mail address is known; the service"
                            + " sends it.")
    private boolean mail;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the files go; made if it is not there. No files if absent.")
    private @Nullable Path out;

    @Override
    protected int run(ApplicationContext services, PrintWriter output) throws Exception {
        var entry =
                services.getBean(BodyDirectory.class)
                        .byCode(body)
                        .orElseThrow(AccessException::noSuchBody);
        var access = Access.system(entry.id());
        var day = day(services.getBean(Clock.class), entry);
        var wish = new NewLetter(day, NewLetter.language(language), copies);
        var runs = services.getBean(LetterRuns.class);
        var run = runs.missing(access, assessment, wish, mail).orElse(null);
        if (run != null) {
            run = finished(runs, access, run.number());
            for (var fault : run.faults()) {
                err().print(fault.charge() + ": " + fault.text(Locale.ENGLISH) + "\n");
            }
        }
        var letters = services.getBean(LetterMail.class).of(access, assessment).letters();
        write(services.getBean(Register.class), access, new TreeMap<>(letters), output);
        err().flush();
        return run == null || run.faults().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private LocalDate day(Clock clock, BodyEntry entry) {
        var given = date;
        return given == null
                ? LocalDate.now(clock.withZone(entry.zone()))
                : Input.read("--date", () -> DateReader.read(given));
    }

    /** Works on it, or waits for the process that does, and says how far it has come. */
    private LetterRun finished(LetterRuns runs, Access access, int number)
            throws InterruptedException {
        while (true) {
            runs.work();
            var run = runs.get(access, number);
            err().print("%d of %d letters%n".formatted(run.issued(), run.wanted()));
            err().flush();
            if (run.finished() != null) return run;
            Thread.sleep(PAUSE);
        }
    }

    private void write(
            Register register, Access access, Map<String, IssuedPaper> letters, PrintWriter output)
            throws IOException {
        if (out != null) Files.createDirectories(out);
        for (var letter : letters.entrySet()) {
            var code = letter.getValue().code();
            if (out != null) {
                Files.write(out.resolve(code + ".pdf"), register.file(access, code));
            }
            output.print(letter.getKey() + " " + code + "\n");
        }
    }
}
