package id.patungan.cli;

import id.patungan.parties.Bodies;
import id.patungan.parties.Body;
import id.patungan.parties.BodyFiles;
import id.patungan.platform.Viewer;

import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Sets up a body from a file, and lists the bodies of the installation. */
@Command(
        name = "body",
        description = "Sets up a body from a file, or lists the bodies.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(create|list)",
        subcommands = {BodyCommand.Create.class, BodyCommand.ListAll.class})
final class BodyCommand implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Say create or list.");
        }
    }

    /** {@code body create FILE.yml}; the same file again changes nothing. */
    @Command(
            name = "create",
            description = "Sets up a body from a YAML file: everything or nothing.",
            mixinStandardHelpOptions = true)
    static final class Create extends ServiceCommand {

        @Parameters(paramLabel = "FILE.yml", description = "See src/docs/body-file.md.")
        private @Nullable Path file;

        @Override
        protected int run(ApplicationContext services, PrintWriter out) throws IOException {
            if (file == null) {
                throw new IllegalStateException("A command is run by picocli alone");
            }
            var bytes = Files.readAllBytes(file);
            String text;
            try {
                text =
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(bytes))
                                .toString();
            } catch (CharacterCodingException e) {
                err().print(file + ":0:0: input.encoding: the file is not UTF-8\n");
                err().flush();
                return ExitCode.REFUSED;
            }
            var body =
                    services.getBean(BodyFiles.class)
                            .create(Viewer.system(), file.toString(), text);
            out.print(body.code() + "\n");
            return ExitCode.DONE;
        }
    }

    /** {@code body list}. */
    @Command(
            name = "list",
            description = "Lists the bodies of the installation.",
            mixinStandardHelpOptions = true)
    static final class ListAll extends ServiceCommand {

        /** How the list is written. */
        enum Format {
            TEXT,
            CSV,
            JSON
        }

        @Option(names = "--format", defaultValue = "text", description = "text, csv or json.")
        private @Nullable Format format;

        @Override
        protected int run(ApplicationContext services, PrintWriter out) throws IOException {
            var bodies = services.getBean(Bodies.class).of(Viewer.system());
            switch (format == null ? Format.TEXT : format) {
                case TEXT -> text(bodies, out);
                case CSV -> csv(bodies, out);
                case JSON ->
                        out.print(
                                services.getBean(JsonMapper.class)
                                                .writeValueAsString(
                                                        bodies.stream().map(Line::of).toList())
                                        + "\n");
            }
            return ExitCode.DONE;
        }

        private static void text(List<Body> bodies, PrintWriter out) {
            var width = bodies.stream().mapToInt(body -> body.code().length()).max().orElse(0);
            for (var body : bodies) {
                var line = Line.of(body);
                out.print(
                        line.code()
                                + " ".repeat(width - line.code().length() + 2)
                                + line.currency()
                                + "  "
                                + line.name()
                                + (line.sample() ? " (contoh/sample)" : "")
                                + "\n");
            }
        }

        private static void csv(List<Body> bodies, PrintWriter out) throws IOException {
            var format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
            format.printRecord(out, "code", "name", "zone", "currency", "sample");
            for (var body : bodies) {
                var line = Line.of(body);
                format.printRecord(
                        out, line.code(), line.name(), line.zone(), line.currency(), line.sample());
            }
        }
    }

    /** A body as listed. */
    record Line(String code, String name, String zone, String currency, boolean sample) {

        static Line of(Body body) {
            return new Line(
                    body.code(),
                    body.name(),
                    body.zone().getId(),
                    body.currency().getCurrencyCode(),
                    body.isSample());
        }
    }
}
