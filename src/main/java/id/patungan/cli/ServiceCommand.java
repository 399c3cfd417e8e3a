package id.patungan.cli;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;

/**
 * A command that uses the services of the program: starts them without a web server, on the home
 * given, and stops them at the end.
 */
abstract class ServiceCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where the data lives; PATUNGAN_HOME or ~/.patungan if absent.")
    private @Nullable Path home;

    /**
     * Does the work; refusals may simply be thrown.
     *
     * @param services where the services are, by their types
     * @param out for data; messages go to {@link #err}
     * @return an {@link ExitCode}
     */
    protected abstract int run(ApplicationContext services, PrintWriter out) throws Exception;

    @Override
    public final Integer call() throws Exception {
        // What libraries print is a message; standard output is for data alone.
        System.setOut(System.err);
        try (var services = start(WebApplicationType.NONE)) {
            var code = run(services, specification().commandLine().getOut());
            specification().commandLine().getOut().flush();
            return code;
        }
    }

    /** For messages. */
    protected final PrintWriter err() {
        return specification().commandLine().getErr();
    }

    private ConfigurableApplicationContext start(WebApplicationType type) {
        return start(specification(), home, type);
    }

    static ConfigurableApplicationContext start(
            CommandSpec spec, @Nullable Path home, WebApplicationType type, String... properties) {
        var commands = (Commands) spec.root().userObject();
        var arguments = new ArrayList<String>();
        if (home != null) {
            arguments.add("--patungan.home=" + home);
        }
        for (var property : properties) {
            arguments.add("--" + property);
        }
        if (type == WebApplicationType.NONE) {
            arguments.add("--logging.level.root=warn");
        }
        try {
            return new SpringApplicationBuilder(commands.application())
                    .web(type)
                    .initializers(context -> {
                        if (type == WebApplicationType.NONE) {
                            context.getBeanFactory().registerSingleton("noPages", new NoPages());
                        }
                    })
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .run(arguments.toArray(String[]::new));
        } catch (RuntimeException e) {
            throw new StartException(e);
        }
    }

    private CommandSpec specification() {
        if (spec == null) {
            throw new IllegalStateException("A command is run by picocli alone");
        }
        return spec;
    }
}
