package id.patungan.ledger;

import id.patungan.PatunganApplication;
import id.patungan.basics.BodyId;
import id.patungan.platform.Access;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * A client that posts until it is killed, and writes down what was acknowledged: number, key and
 * hash of each entry, forced to its own file before the next is asked for. Arguments: home, file,
 * name of this run.
 */
final class PostingProgram {

    static final BodyId BODY = new BodyId(1);

    private PostingProgram() {}

    public static void main(String[] arguments) throws Exception {
        var run = arguments[2];
        try (var context =
                        new SpringApplicationBuilder(PatunganApplication.class)
                                .web(WebApplicationType.SERVLET)
                                .run(
                                        "--patungan.home=" + arguments[0],
                                        "--server.port=0",
                                        "--spring.main.banner-mode=off",
                                        "--logging.level.root=warn");
                var file =
                        FileChannel.open(
                                Path.of(arguments[1]),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.APPEND)) {
            var access = Access.system(BODY);
            context.getBean(Books.class)
                    .open(
                            access,
                            new NewBook(
                                    "CRASH",
                                    Currency.getInstance("IDR"),
                                    ZoneId.of("Asia/Jakarta"),
                                    LocalDate.of(2006, 1, 1),
                                    false));
            var ledger = context.getBean(Ledger.class);
            for (var n = 1; System.in.available() == 0; n++) {
                var entry = ledger.post(access, entry("crash:" + run + ":" + n, n));
                var line = entry.no() + " " + entry.sourceKey() + " " + entry.hash() + "\n";
                file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
                file.force(true);
                System.out.println("acknowledged " + n);
            }
        }
    }

    private static NewEntry entry(String sourceKey, int n) {
        return new NewEntry(
                LocalDate.of(2006, 1, 15),
                "receipt",
                "Entry " + n,
                sourceKey,
                null,
                List.of(
                        NewPosting.debit("11200", "UMUM", 100L * n),
                        NewPosting.credit("11100", "UMUM", 100L * n)));
    }
}
