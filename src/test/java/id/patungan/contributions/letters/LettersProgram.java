package id.patungan.contributions.letters;

import id.patungan.PatunganApplication;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The service with a run of letters by e-mail for many members, which it starts when it is not
 * there yet and goes on with otherwise, until it is killed. Arguments: home, port of the mail
 * server, members.
 */
final class LettersProgram {

    private LettersProgram() {}

    public static void main(String[] arguments) throws Exception {
        try (var context =
                new SpringApplicationBuilder(PatunganApplication.class)
                        .web(WebApplicationType.SERVLET)
                        .run(
                                "--patungan.home=" + arguments[0],
                                "--server.port=0",
                                "--spring.mail.host=127.0.0.1",
                                "--spring.mail.port=" + arguments[1],
                                "--patungan.mail.from=sekretariat@example.org",
                                "--spring.main.banner-mode=off",
                                "--logging.level.root=warn")) {
            var runs = context.getBean(LetterRuns.class);
            var known = ManyMembers.find(context);
            if (known.isEmpty()) {
                var access =
                        ManyMembers.open(context, ManyMembers.CODE, Integer.parseInt(arguments[2]));
                var assessment = ManyMembers.assess(context, access);
                runs.start(access, assessment, ManyMembers.wish(), true, "letters");
            }
            var access = ManyMembers.find(context).orElseThrow();
            var told = Thread.ofVirtual().start(LettersProgram::untilToldToStop);
            while (told.isAlive()) {
                var run = runs.get(access, 1);
                System.out.println("issued " + run.issued() / 10);
                if (run.finished() != null) System.out.println("finished " + run.issued());
                Thread.sleep(200);
            }
        }
    }

    private static void untilToldToStop() {
        try {
            while (System.in.read() >= 0) {
                // nothing is said before the end
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
