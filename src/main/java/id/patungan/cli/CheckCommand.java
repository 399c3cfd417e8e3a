package id.patungan.cli;

import id.patungan.basics.InputException;
import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
import id.patungan.ledger.PrintedHead;
import id.patungan.parties.PartiesException;
import id.patungan.platform.Access;
import id.patungan.platform.BodyDirectory;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs every named check over the books, with figures; a failure is exit code 3. */
@Command(
        name = "check",
        description = "Runs every check over one book or all of them; exit 3 if one fails.",
        mixinStandardHelpOptions = true)
final class CheckCommand extends ServiceCommand {

    @Option(names = "--body", paramLabel = "CODE", description = "One body; all if absent.")
    private @Nullable String body;

    @Option(
            names = "--against",
            split = ",",
            paramLabel = "FILE",
            description =
                    "A statement in JSON, or the manifest.json of a set: the head of the chain that"
                            + " it shows must still be in the book.")
    private List<Path> papers = List.of();

    @Override
    protected int run(ApplicationContext services, PrintWriter out) throws IOException {
        var checks = services.getBean(Checks.class);
        var bodies = bodies(services.getBean(BodyDirectory.class));
        var shown = shown(bodies);
        var failed = 0;
        for (var one : bodies) {
            var access = Access.system(one.id());
            var results = new ArrayList<>(checks.run(access));
            var printed = shown.get(one.code());
            if (printed != null) results.add(checks.compare(access, printed));
            for (var result : results) {
                print(out, one.code(), result);
                failed += result.passed() ? 0 : 1;
            }
        }
        return failed == 0 ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }

    /** The heads that the papers show, by the code of their body. */
    private Map<String, List<PrintedHead>> shown(List<BodyDirectory.BodyEntry> bodies)
            throws IOException {
        var known = bodies.stream().map(BodyDirectory.BodyEntry::code).toList();
        var shown = new LinkedHashMap<String, List<PrintedHead>>();
        for (var paper : papers) {
            for (var one : PaperFile.read(paper)) {
                if (!known.contains(one.body())) {
                    throw new InputException(
                            "--against",
                            paper
                                    + " is a paper of body '"
                                    + one.body()
                                    + "', which is not among those that are checked");
                }
                shown.computeIfAbsent(one.body(), code -> new ArrayList<>()).add(one.head());
            }
        }
        return shown;
    }

    private List<BodyDirectory.BodyEntry> bodies(BodyDirectory directory) {
        var code = body;
        return code == null
                ? directory.all()
                : List.of(
                        directory
                                .byCode(code)
                                .orElseThrow(() -> PartiesException.noSuchBody(code)));
    }

    private static void print(PrintWriter out, String body, CheckResult result) {
        out.printf(
                "%s %-4s %-28s %d examined, %d wrong%n",
                body,
                result.passed() ? "ok" : "FAIL",
                result.check(),
                result.examined(),
                result.failures());
        result.findings().forEach(finding -> out.printf("  %s%n", finding));
        if (result.failures() > result.findings().size()) {
            out.printf("  and %d more%n", result.failures() - result.findings().size());
        }
    }
}
