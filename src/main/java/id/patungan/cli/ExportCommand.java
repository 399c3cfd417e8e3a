package id.patungan.cli;

import id.patungan.basics.Input;
import id.patungan.grants.iati.IatiFiles;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.BodyDirectory;

import org.springframework.context.ApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** What a body publishes, as a file for programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the activity file of a body's awards (IATI 2.03) to the output: every award for",
            "which the body has said how it is published. A rule of the standard that it would break",
            "is named instead."
        })
final class ExportCommand extends ServiceCommand {

    @Parameters(index = "0", paramLabel = "FORMAT", description = "iati.")
    private String format = "";

    @Option(names = "--body", required = true, paramLabel = "CODE", description = "The body.")
    private String body = "";

    @Override
    protected int run(ApplicationContext services, PrintWriter output) {
        Input.read("FORMAT", () -> known(format));
        var access =
                Access.system(
                        services.getBean(BodyDirectory.class)
                                .byCode(body)
                                .orElseThrow(AccessException::noSuchBody)
                                .id());
        var file = services.getBean(IatiFiles.class).file(access);
        output.print(new String(file, StandardCharsets.UTF_8));
        return ExitCode.DONE;
    }

    private static String known(String format) {
        if (!format.equals("iati")) {
            throw new IllegalArgumentException("'" + format + "' is not iati");
        }
        return format;
    }
}
