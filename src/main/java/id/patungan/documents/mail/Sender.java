package id.patungan.documents.mail;

import id.patungan.documents.mail.Mail.State;
import id.patungan.documents.mail.MailRepository.Letter;
import id.patungan.platform.Transactions;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * Sends what the outbox holds. Before the mail server is asked, the sending is claimed in a
 * transaction of its own; afterwards its end is noted. A server that cannot be reached or says
 * "later" is tried again after 1, 2, 4 … 60 minutes, for as long as it takes. What it refuses for
 * good comes back. What was cut off in between is uncertain and left to a person.
 */
@Component
class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int AT_ONCE = 50;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration CUT_OFF = Duration.ofMinutes(10);
    private static final int LONGEST_DETAIL = 500;

    private final MailRepository mails;
    private final ObjectProvider<JavaMailSender> server;
    private final String from;
    private final Transactions transactions;
    private final Clock clock;

    Sender(
            MailRepository mails,
            ObjectProvider<JavaMailSender> server,
            @Value("${patungan.mail.from:}") String from,
            Transactions transactions,
            Clock clock) {
        this.mails = mails;
        this.server = server;
        this.from = from;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether a mail server and a sender's address are set. */
    boolean ready() {
        return server.getIfAvailable() != null && !from.isBlank();
    }

    /** Sends what is due. */
    void work() {
        for (var letter : transactions.read(() -> mails.cutOff(now().minus(CUT_OFF)))) {
            end(letter, State.UNCERTAIN, "uncertain", null, null);
        }
        if (!ready()) return;
        List<Letter> due;
        do {
            due = transactions.read(() -> mails.due(now(), AT_ONCE));
            for (var letter : due) {
                if (transactions.run(() -> mails.claim(letter, now()))) {
                    send(letter);
                }
            }
        } while (!due.isEmpty());
    }

    private void send(Letter letter) {
        try {
            deliver(letter);
            end(letter, State.SENT, "sent", null, null);
        } catch (MailAuthenticationException | MessagingException failure) {
            delay(letter, failure);
        } catch (MailSendException failure) {
            ended(letter, failure);
        }
    }

    private void deliver(Letter letter) throws MessagingException {
        var mailServer = server.getObject();
        var message = mailServer.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(letter.recipient());
        helper.setSubject(letter.subject());
        helper.setText(letter.text());
        var key = letter.key();
        var file = transactions.read(() -> mails.file(key.body(), key.paper())).orElseThrow();
        helper.addAttachment(key.paper() + ".pdf", new ByteArrayResource(file), "application/pdf");
        mailServer.send(message);
    }

    private void ended(Letter letter, MailSendException failure) {
        for (var cause : failure.getMessageExceptions()) {
            if (cause instanceof MailConnectException) {
                delay(letter, cause);
                return;
            }
            var code = code(cause);
            if (code >= 500) {
                end(letter, State.RETURNED, "returned", detail(cause), null);
                return;
            }
            if (code >= 400) {
                delay(letter, cause);
                return;
            }
        }
        if (failure.getCause() instanceof MailConnectException) {
            delay(letter, failure);
            return;
        }
        LOG.warn("Sending {} broke off", letter.key(), failure);
        end(letter, State.UNCERTAIN, "uncertain", detail(failure), null);
    }

    /** What the mail server answered; 0 if it did not come to an answer. */
    private static int code(@Nullable Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException refused ->
                    Math.max(refused.getReturnCode(), code(refused.getNextException()));
            case SendFailedException refused -> code(refused.getNextException());
            case null, default -> 0;
        };
    }

    private void delay(Letter letter, Throwable failure) {
        var minutes = Math.min(1L << Math.min(letter.attempts(), 6), LONGEST_PAUSE.toMinutes());
        end(
                letter,
                State.QUEUED,
                "delayed",
                detail(failure),
                now().plus(Duration.ofMinutes(minutes)));
    }

    private void end(
            Letter letter,
            State state,
            String outcome,
            @Nullable String detail,
            @Nullable Instant next) {
        transactions.run(() -> {
            mails.end(letter, state, outcome, detail, next, now());
            return letter.key().paper();
        });
    }

    /** The words of the mail server stand innermost. */
    private static String detail(Throwable failure) {
        var innermost = failure;
        while (innermost instanceof MessagingException message
                && message.getNextException() != null) {
            innermost = message.getNextException();
        }
        var text = Objects.requireNonNullElse(innermost.getMessage(), innermost.toString()).strip();
        return text.substring(0, Math.min(text.length(), LONGEST_DETAIL));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
