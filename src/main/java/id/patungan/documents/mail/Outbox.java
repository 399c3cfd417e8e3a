package id.patungan.documents.mail;

import id.patungan.documents.IssuedPaper;
import id.patungan.documents.PaperFrames;
import id.patungan.documents.Register;
import id.patungan.documents.mail.Mail.State;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Transactions;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Papers to be sent by e-mail. They are written into the database here and sent in the background
 * ({@link Sender}), so a mail server that is down holds nobody up.
 */
@Service
public class Outbox {

    private static final int LONGEST_ADDRESS = 254;

    private final Register register;
    private final PaperFrames frames;
    private final MailRepository mails;
    private final Sender sender;
    private final MessageSource messages;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    Outbox(
            Register register,
            PaperFrames frames,
            MailRepository mails,
            Sender sender,
            MessageSource messages,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.register = register;
        this.frames = frames;
        this.mails = mails;
        this.sender = sender;
        this.messages = messages;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Puts a paper into the outbox.
     *
     * @param again whether it is sent although it was sent before
     * @throws MailException if the address is none, the paper is withdrawn, under way, or was sent
     *     before
     */
    public Mail send(Access access, String paper, String recipient, boolean again) {
        access.require(Action.PREPARE);
        var address = address(recipient);
        return transactions.run(() -> {
            var sent = register.get(access, paper);
            if (sent.withdrawal() != null) throw MailException.withdrawn(paper);
            var before = mails.of(access.body(), paper);
            requireFree(before, again);
            var key = new MailRepository.Key(access.body(), paper, before.size() + 1);
            mails.insert(
                    key,
                    address,
                    text(access, sent, "subject"),
                    text(access, sent, "text"),
                    access.handle(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            audit.record(
                    access,
                    "mail.send",
                    paper,
                    null,
                    Map.of("recipient", address, "sending", key.sending()));
            return mails.of(access.body(), paper).getFirst();
        });
    }

    private static void requireFree(List<Mail> before, boolean again) {
        if (before.isEmpty()) return;
        var last = before.getFirst();
        if (last.state() == State.QUEUED || last.state() == State.SENDING) {
            throw MailException.underWay(last.paper(), last.recipient());
        }
        if (!again && last.state() != State.RETURNED) {
            throw MailException.sentBefore(last.paper(), last.recipient());
        }
    }

    private static String address(String given) {
        var text = given.strip();
        try {
            var address = new InternetAddress(text, true);
            if (text.length() <= LONGEST_ADDRESS
                    && text.indexOf('@') > 0
                    && text.chars().noneMatch(Character::isISOControl)
                    && address.getAddress().equals(text)) {
                return text;
            }
        } catch (AddressException e) {
            // refused below
        }
        throw MailException.badAddress(given);
    }

    /** In the language of the paper. */
    private String text(Access access, IssuedPaper paper, String part) {
        var body = frames.body(access);
        return messages.getMessage(
                "documents.mail." + part,
                new Object[] {
                    messages.getMessage(
                            "documents.series." + paper.series(), null, paper.language()),
                    paper.code(),
                    paper.title(),
                    body.name(),
                    paper.digest()
                },
                paper.language());
    }

    /** Whether a mail server and a sender's address are set; until then the outbox waits. */
    public boolean ready() {
        return sender.ready();
    }

    /** The sendings of a paper, the newest first. */
    public List<Mail> of(Access access, String paper) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> {
            register.get(access, paper);
            return mails.of(access.body(), paper);
        });
    }

    /** How far the last sending of each paper has come, for those who read the whole book. */
    public Map<String, State> states(Access access) {
        access.require(Action.READ_BOOKS);
        var states = new TreeMap<String, State>();
        transactions
                .read(() -> mails.last(access.body()))
                .forEach(one -> states.put(one.paper(), one.state()));
        return states;
    }
}
