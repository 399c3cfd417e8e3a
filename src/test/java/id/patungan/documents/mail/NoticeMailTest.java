package id.patungan.documents.mail;

import static id.patungan.contributions.Kartamantul.SLEMAN;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import id.patungan.basics.AccountCode;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.disputes.Dispute;
import id.patungan.contributions.disputes.Disputes;
import id.patungan.contributions.disputes.NewDispute;
import id.patungan.contributions.letters.Letters;
import id.patungan.contributions.letters.NewLetter;
import id.patungan.contributions.letters.PaymentAccount;
import id.patungan.contributions.letters.PaymentAccounts;
import id.patungan.contributions.reminders.NewReminderSchedule;
import id.patungan.contributions.reminders.ReminderSchedules;
import id.patungan.contributions.reminders.ReminderStep;
import id.patungan.contributions.reminders.ReminderStep.Channel;
import id.patungan.contributions.reminders.ReminderStep.Tone;
import id.patungan.contributions.reminders.Reminders;
import id.patungan.documents.Register;
import id.patungan.documents.mail.Mail.State;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Contact;
import id.patungan.parties.Letterhead;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.parties.Profile;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Transactions;
import id.patungan.testing.DatabaseTest;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Reminders and the notes of disputes by e-mail, through a real SMTP server. */
@DatabaseTest
class NoticeMailTest {

    private static final LocalDate DUE = LocalDate.of(2006, 3, 31);

    private final Outbox outbox;
    private final MailRepository mails;
    private final Register register;
    private final Transactions transactions;
    private final Reminders reminders;
    private final ReminderSchedules schedules;
    private final Disputes disputes;
    private final Letters letters;
    private final Town town;
    private final String charge;
    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    NoticeMailTest(
            Outbox outbox,
            MailRepository mails,
            Register register,
            Transactions transactions,
            Reminders reminders,
            ReminderSchedules schedules,
            Disputes disputes,
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
        this.reminders = reminders;
        this.schedules = schedules;
        this.disputes = disputes;
        this.letters = letters;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.charge = assessments.issue(town.finance(), town.dues(), "dues").code() + "/" + SLEMAN;
        accounts.put(
                town.finance(),
                new PaymentAccount(new AccountCode("11200"), null, "Bank", "000 111", "Sekber"));
        parties.change(
                town.finance(),
                SLEMAN,
                parties.get(town.finance(), SLEMAN).name(),
                new Contact(null, null, "bkad@sleman.example", null));
        bodies.change(
                town.finance(),
                new Profile(
                        "Sekber Kartamantul",
                        null,
                        null,
                        new Letterhead(null, null, null, null, "sekber@kartamantul.example", null),
                        null));
    }

    @BeforeEach
    void startWithAnEmptyOutbox() throws FolderException {
        server.start();
        deliver(Duration.ofDays(9999));
        server.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void deliver(Duration later) {
        var mailServer = new JavaMailSenderImpl();
        mailServer.setHost("127.0.0.1");
        mailServer.setPort(server.getSmtp().getPort());
        new Sender(
                        mails,
                        new Only(mailServer),
                        "sekber@kartamantul.example",
                        transactions,
                        Clock.fixed(Clock.systemUTC().instant().plus(later), ZoneOffset.UTC))
                .work();
    }

    private record Only(JavaMailSender one) implements ObjectProvider<JavaMailSender> {
        @Override
        public JavaMailSender getObject() {
            return one;
        }
    }

    @Test
    void aReminderArrivesWithItsLetterAndOneOnPaperDoesNot() throws Exception {
        schedules.draft(
                town.finance(),
                new NewReminderSchedule(
                        LocalDate.of(2006, 1, 1),
                        "PKS-1",
                        "Pasal 6",
                        List.of(
                                new ReminderStep(1, Tone.FRIENDLY, Channel.MAIL),
                                new ReminderStep(30, Tone.LAST, Channel.PAPER)),
                        null),
                "draft");
        schedules.decide(town.as(Role.APPROVER, new Scope.All()), 1, true, null, "approve");
        var sent =
                reminders.send(
                        town.finance(), SLEMAN, 1, DUE.plusDays(3), Locale.of("id"), "first");
        // Without a mail server it waits, and is not lost
        assertThat(outbox.of(town.finance(), sent.paper()).getFirst().state())
                .isEqualTo(State.QUEUED);

        deliver(Duration.ofMinutes(1));

        arrived("bkad@sleman.example", "Surat pengingat " + sent.paper(), sent.paper());
        assertThat(outbox.of(town.finance(), sent.paper()).getFirst().state())
                .isEqualTo(State.SENT);
        var last =
                reminders.send(
                        town.finance(), SLEMAN, 30, DUE.plusDays(31), Locale.of("id"), "second");
        assertThat(outbox.of(town.finance(), last.paper())).isEmpty();
    }

    @Test
    void theNotesOfADisputeGoToTheOtherSideInTheLanguageOfTheLetters() throws Exception {
        letters.issue(
                town.finance(),
                charge,
                new NewLetter(LocalDate.of(2006, 1, 20), Locale.ENGLISH, List.of()),
                "letter");
        var raised =
                disputes.raise(
                        town.treasurerOf(SLEMAN),
                        new NewDispute(
                                SLEMAN,
                                Dispute.Subject.CHARGE,
                                null,
                                charge,
                                null,
                                null,
                                "Bagian lain"),
                        "raise");
        deliver(Duration.ofMinutes(1));
        var first = Objects.requireNonNull(raised.events().getLast().paper());
        arrived("sekber@kartamantul.example", first, first);
        assertThat(register.content(town.finance(), first))
                .contains("This note records what was said about charge " + charge);

        server.purgeEmailFromAllMailboxes();
        var answered =
                disputes.reject(town.finance(), raised.number(), "Menurut keputusan", "reject");
        deliver(Duration.ofMinutes(2));
        var second = Objects.requireNonNull(answered.events().getLast().paper());
        arrived("bkad@sleman.example", second, second);
        assertThat(register.get(town.finance(), second).language()).isEqualTo(Locale.ENGLISH);
    }

    private void arrived(String recipient, String subject, String paper) throws Exception {
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getAllRecipients()[0].toString()).isEqualTo(recipient);
        assertThat(received[0].getSubject()).contains(subject);
        var parts = (MimeMultipart) received[0].getContent();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo(paper + ".pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes())
                .isEqualTo(register.file(town.finance(), paper));
    }
}
