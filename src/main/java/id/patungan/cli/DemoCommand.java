package id.patungan.cli;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Loads the documented bodies into a home of their own, and serves them if asked. */
@Command(
        name = "demo",
        description = "Loads the documented sample bodies; --serve also serves them.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where the samples live; ~/.patungan-demo if absent.")
    private @Nullable Path home;

    @Option(names = "--serve", description = "Serves pages and API afterwards.")
    private boolean serve;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "The port on the loopback address; 0 for any free one.")
    private int port;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("A command is run by picocli alone");
        }
        var place =
                home == null ? Path.of(System.getProperty("user.home"), ".patungan-demo") : home;
        var type = serve ? WebApplicationType.SERVLET : WebApplicationType.NONE;
        var services =
                ServiceCommand.start(
                        spec, place, type, "server.port=" + port, DemoLoader.ASKED + "=true");
        tell(spec.commandLine().getOut(), services);
        if (serve) {
            return Commands.SERVING;
        }
        services.close();
        return ExitCode.DONE;
    }

    private void tell(PrintWriter out, ConfigurableApplicationContext services) {
        if (serve) {
            out.println(
                    "http://localhost:"
                            + services.getEnvironment().getProperty("local.server.port"));
        }
        out.println(
                "Kata sandi semua akun contoh (password of all sample sign-ins): " + Demo.PASSWORD);
        Stream.concat(Demo.SIGN_INS.stream(), DemoBodies.SIGN_INS.stream())
                .forEach(person ->
                        out.printf(
                                "  %-11s %-14s %s%n",
                                person.handle(), person.role(), person.name()));
        out.flush();
    }
}
