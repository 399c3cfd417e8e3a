package id.patungan.contributions.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import id.patungan.PatunganApplication;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.PaperFilter;
import id.patungan.documents.Register;
import id.patungan.documents.mail.Mail.State;
import id.patungan.documents.mail.Outbox;
import id.patungan.ledger.Checks;
import id.patungan.testing.ChildProgram;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Letters for 500 members by e-mail, with the service killed twice on the way: no number is given
 * twice, none is left out, and nobody gets a second e-mail.
 */
class LettersCrashIT {

    private static final int MEMBERS = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final GreenMail mailServer =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Test
    void aRunKilledTwiceGivesEachMemberOneNumberAndOneMail() throws Exception {
        var home = Path.of("target/crashes/letters").toAbsolutePath();
        FileSystemUtils.deleteRecursively(home);
        Files.createDirectories(home);
        mailServer.start();
        try {
            for (var tens : List.of(12, 31)) {
                try (var service = service(home)) {
                    service.await("issued " + tens, PATIENCE);
                    service.kill();
                }
            }
            try (var service = service(home)) {
                service.await("finished " + MEMBERS, PATIENCE);
                assertThat(mailServer.waitForIncomingEmail(PATIENCE.toMillis(), MEMBERS - 2))
                        .as("all but those that a kill cut off")
                        .isTrue();
                assertThat(service.finish()).isZero();
            }
            assertEverythingOnce(home);
        } finally {
            mailServer.stop();
        }
    }

    private ChildProgram service(Path home) throws IOException {
        return ChildProgram.start(
                LettersProgram.class, home, mailServer.getSmtp().getPort(), MEMBERS);
    }

    private void assertEverythingOnce(Path home) {
        try (var context =
                new SpringApplicationBuilder(PatunganApplication.class)
                        .web(WebApplicationType.SERVLET)
                        .run(
                                "--patungan.home=" + home,
                                "--server.port=0",
                                "--spring.main.banner-mode=off",
                                "--logging.level.root=warn")) {
            var access = ManyMembers.find(context).orElseThrow();
            var letters =
                    context.getBean(Register.class)
                            .list(access, new PaperFilter(Letters.SERIES, null, null, null, null));
            assertThat(letters.stream().map(IssuedPaper::code).sorted())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, MEMBERS)
                                    .mapToObj("ST-2026-%04d"::formatted)
                                    .toList());
            assertThat(letters.stream().map(IssuedPaper::subject)).doesNotHaveDuplicates();
            assertMails(context.getBean(Outbox.class).states(access).values());
            assertThat(context.getBean(Checks.class).run(access)).allMatch(check -> check.passed());
        }
    }

    /** What a kill cut off between asking and noting is uncertain and not sent again. */
    private void assertMails(Collection<State> states) {
        var recipients =
                Arrays.stream(mailServer.getReceivedMessages())
                        .map(LettersCrashIT::recipient)
                        .toList();
        assertThat(recipients).doesNotHaveDuplicates();
        assertThat(states).hasSize(MEMBERS);
        var sent = states.stream().filter(state -> state == State.SENT).count();
        var cutOff =
                states.stream()
                        .filter(state -> state == State.SENDING || state == State.UNCERTAIN)
                        .count();
        assertThat(sent + cutOff).isEqualTo(MEMBERS);
        assertThat(cutOff).as("one for each kill at most").isLessThanOrEqualTo(2);
        assertThat((long) recipients.size()).isBetween(sent, sent + cutOff);
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getRecipients(RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
