package id.patungan.cli;

import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
import id.patungan.parties.PartiesException;
import id.patungan.platform.Access;
import id.patungan.platform.BodyDirectory;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintWriter;
import java.util.List;

/** Runs every named check over the books, with figures; a failure is exit code 3. */
@Command(
        name = "check",
        description = "Runs every check over one book or all of them; exit 3 if one fails.",
        mixinStandardHelpOptions = true)
final class CheckCommand extends ServiceCommand {

    @Option(names = "--body", paramLabel = "CODE", description = "One body; all if absent.")
    private @Nullable String body;

    @Override
    protected int run(ApplicationContext services, PrintWriter out) {
        var checks = services.getBean(Checks.class);
        var failed = 0;
        for (var one : bodies(services.getBean(BodyDirectory.class))) {
            for (var result : checks.run(Access.system(one.id()))) {
                print(out, one.code(), result);
                failed += result.passed() ? 0 : 1;
            }
        }
        return failed == 0 ? ExitCode.DONE : ExitCode.CHECK_FAILED;
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
