package id.patungan.documents.mail;

import static id.patungan.contributions.Kartamantul.SLEMAN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DomainException;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.letters.Letters;
import id.patungan.contributions.letters.NewLetter;
import id.patungan.contributions.letters.PaymentAccount;
import id.patungan.contributions.letters.PaymentAccounts;
import id.patungan.documents.Register;
import id.patungan.documents.mail.Mail.State;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Transactions;
import id.patungan.testing.DatabaseTest;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Letters by e-mail, through a real SMTP server on the loopback address. */
@DatabaseTest
class OutboxTest {

    private final Outbox outbox;
    private final MailRepository mails;
    private final Register register;
    private final Transactions transactions;
    private final Letters letters;
    private final Town town;
    private final String paper;
    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    OutboxTest(
            Outbox outbox,
            MailRepository mails,
            Register register,
            Transactions transactions,
            Letters letters,
            PaymentAccounts accounts,
            Assessments assessments,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.outbox = outbox;
        this.mails = mails;
        this.register = register;
        this.transactions = transactions;
        this.letters = letters;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        var dues = assessments.issue(town.finance(), town.dues(), "dues").code();
        accounts.put(
                town.finance(),
                new PaymentAccount(new AccountCode("11200"), null, "Bank", "000 111", "Sekber"));
        this.paper =
                letters.issue(
                                town.finance(),
                                dues + "/" + SLEMAN,
                                new NewLetter(
                                        LocalDate.of(2006, 1, 20), Locale.of("id"), List.of()),
                                "letter")
                        .code();
    }

    @BeforeEach
    void startWithAnEmptyOutbox() throws FolderException {
        server.start();
        sender(later(Duration.ofDays(9999)), server.getSmtp().getPort()).work();
        server.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    /** A sender at that time of the day, through the server at that port. */
    private Sender sender(Instant at, int port) {
        var mailServer = new JavaMailSenderImpl();
        mailServer.setHost("127.0.0.1");
        mailServer.setPort(port);
        mailServer.getJavaMailProperties().put("mail.smtp.timeout", "2000");
        return new Sender(
                mails,
                new Only(mailServer),
                "sekber@kartamantul.example",
                transactions,
                Clock.fixed(at, ZoneOffset.UTC));
    }

    private record Only(JavaMailSender one) implements ObjectProvider<JavaMailSender> {
        @Override
        public JavaMailSender getObject() {
            return one;
        }
    }

    private static Instant later(Duration time) {
        return Clock.systemUTC().instant().plus(time);
    }

    private Mail last() {
        return outbox.of(town.finance(), paper).getFirst();
    }

    private List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    @Test
    void theLetterArrivesWithTheFrozenFile() throws Exception {
        outbox.send(town.finance(), paper, "bkad@sleman.example", false);
        assertThat(last().state()).isEqualTo(State.QUEUED);

        sender(later(Duration.ofMinutes(1)), server.getSmtp().getPort()).work();

        assertThat(last().state()).isEqualTo(State.SENT);
        assertThat(received()).hasSize(1);
        var message = received().getFirst();
        assertThat(message.getSubject()).contains("Surat tagihan " + paper);
        assertThat(message.getAllRecipients()[0].toString()).isEqualTo("bkad@sleman.example");
        var parts = (MimeMultipart) message.getContent();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo(paper + ".pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes())
                .isEqualTo(register.file(town.finance(), paper));
    }

    @Test
    void aDeadServerDelaysTheLetterAndLosesNone() {
        var port = server.getSmtp().getPort();
        server.stop();
        outbox.send(town.finance(), paper, "bkad@sleman.example", false);
        var at = later(Duration.ofMinutes(1));
        sender(at, port).work();
        assertThat(last().state()).isEqualTo(State.QUEUED);
        assertThat(last().attempts()).singleElement().extracting("outcome").isEqualTo("delayed");
        // Not before its time
        sender(at.plusSeconds(30), port).work();
        assertThat(last().attempts()).hasSize(1);
        sender(at.plusSeconds(61), port).work();
        assertThat(last().attempts()).hasSize(2);

        var again = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        again.start();
        try {
            sender(at.plus(Duration.ofHours(2)), again.getSmtp().getPort()).work();
            sender(at.plus(Duration.ofHours(4)), again.getSmtp().getPort()).work();
            assertThat(again.getReceivedMessages()).hasSize(1);
        } finally {
            again.stop();
        }
        assertThat(last().state()).isEqualTo(State.SENT);
        assertThat(last().attempts()).hasSize(3);
    }

    @Test
    void twoSendersAtOnceSendItOnce() throws Exception {
        outbox.send(town.finance(), paper, "bkad@sleman.example", false);
        var at = later(Duration.ofMinutes(1));
        Callable<Boolean> work =
                () -> {
                    sender(at, server.getSmtp().getPort()).work();
                    return true;
                };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var one : threads.invokeAll(List.of(work, work, work, work))) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(received()).hasSize(1);
        assertThat(last().attempts()).hasSize(1);
    }

    @Test
    void whatWasCutOffIsUncertainAndNeverSentAgainByItself() {
        outbox.send(town.finance(), paper, "bkad@sleman.example", false);
        var at = later(Duration.ofMinutes(1));
        // As if the program had been killed after the claim
        var letter =
                transactions.read(() -> mails.due(at, 1000)).stream()
                        .filter(one -> one.key().body().equals(town.body()))
                        .findFirst()
                        .orElseThrow();
        assertThat(transactions.run(() -> mails.claim(letter, at))).isTrue();

        sender(at.plus(Duration.ofMinutes(5)), server.getSmtp().getPort()).work();
        assertThat(last().state()).isEqualTo(State.SENDING);
        sender(at.plus(Duration.ofMinutes(11)), server.getSmtp().getPort()).work();
        sender(at.plus(Duration.ofDays(2)), server.getSmtp().getPort()).work();

        assertThat(last().state()).isEqualTo(State.UNCERTAIN);
        assertThat(received()).isEmpty();
        // A person may
        outbox.send(town.finance(), paper, "bkad@sleman.example", true);
        sender(later(Duration.ofMinutes(2)), server.getSmtp().getPort()).work();
        assertThat(received()).hasSize(1);
        assertThat(outbox.of(town.finance(), paper))
                .extracting(Mail::state)
                .containsExactly(State.SENT, State.UNCERTAIN);
    }

    @Test
    void whatTheServerRefusesForGoodComesBackAndWhatItPutsOffIsTriedAgain() throws IOException {
        outbox.send(town.finance(), paper, "nobody@sleman.example", false);
        var at = later(Duration.ofMinutes(1));
        try (var server = new Refusing("450 4.2.1 mailbox busy")) {
            sender(at, server.port()).work();
        }
        assertThat(last().state()).isEqualTo(State.QUEUED);
        try (var server = new Refusing("550 5.1.1 no such user here")) {
            sender(at.plus(Duration.ofMinutes(2)), server.port()).work();
        }
        assertThat(last().state()).isEqualTo(State.RETURNED);
        assertThat(last().attempts())
                .extracting(Mail.Attempt::outcome)
                .containsExactly("delayed", "returned");
        assertThat(last().attempts().getLast().detail()).contains("no such user");
        // Another address needs no word that it is again
        outbox.send(town.finance(), paper, "bkad@sleman.example", false);
    }

    @Test
    void aPaperIsSentTwiceOnlyWhenThatIsAskedFor() {
        outbox.send(town.finance(), paper, "bkad@sleman.example", false);
        refused(
                "mail.under-way",
                () -> outbox.send(town.finance(), paper, "bkad@sleman.example", true));
        sender(later(Duration.ofMinutes(1)), server.getSmtp().getPort()).work();
        refused(
                "mail.sent-before",
                () -> outbox.send(town.finance(), paper, "bkad@sleman.example", false));
        letters.withdraw(town.finance(), paper, "Salah", "withdraw");
        refused(
                "mail.withdrawn",
                () -> outbox.send(town.finance(), paper, "bkad@sleman.example", true));
        refused(
                "access.not-allowed",
                () -> outbox.send(town.treasurerOf(SLEMAN), paper, "a@b.example", true));
        assertThat(outbox.of(town.treasurerOf(SLEMAN), paper)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "bkad",
                "@sleman.example",
                "a@b@c",
                "a b@c.example",
                "a@b.example\nBcc: x@y.example",
                "Bkad <a@b.example>"
            })
    void noAddressIsGuessed(String given) {
        refused("mail.bad-address", () -> outbox.send(town.finance(), paper, given, false));
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(work)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** A server that speaks SMTP as far as the recipient, and then says this. */
    private static final class Refusing implements AutoCloseable {

        private final ServerSocket socket;

        Refusing(String answer) throws IOException {
            socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> speak(answer));
        }

        int port() {
            return socket.getLocalPort();
        }

        private void speak(String answer) {
            try (var client = socket.accept();
                    var in =
                            new BufferedReader(
                                    new InputStreamReader(
                                            client.getInputStream(), StandardCharsets.US_ASCII))) {
                say(client.getOutputStream(), "220 test");
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    say(
                            client.getOutputStream(),
                            line.startsWith("RCPT")
                                    ? answer
                                    : line.startsWith("QUIT") ? "221 bye" : "250 ok");
                }
            } catch (IOException e) {
                if (!socket.isClosed()) throw new UncheckedIOException(e);
            }
        }

        private static void say(OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
