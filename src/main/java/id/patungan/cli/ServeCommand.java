package id.patungan.cli;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Serves pages and API until it is stopped. Never loads samples. */
@Command(
        name = "serve",
        description = "Serves pages and API; loads no samples.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where the data lives; PATUNGAN_HOME or ~/.patungan if absent.")
    private @Nullable Path home;

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
        ServiceCommand.start(spec, home, WebApplicationType.SERVLET, "server.port=" + port);
        return Commands.SERVING;
    }
}
