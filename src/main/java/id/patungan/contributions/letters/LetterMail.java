package id.patungan.contributions.letters;

import id.patungan.documents.IssuedPaper;
import id.patungan.documents.PaperFilter;
import id.patungan.documents.Register;
import id.patungan.documents.mail.Mail;
import id.patungan.documents.mail.Outbox;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.Action;

import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Letters by e-mail, to the addressees that have an address. */
@Service
public class LetterMail {

    private final Register register;
    private final Outbox outbox;
    private final Parties parties;

    LetterMail(Register register, Outbox outbox, Parties parties) {
        this.register = register;
        this.outbox = outbox;
        this.parties = parties;
    }

    /**
     * The letters of an assessment that stand, and how far they were sent.
     *
     * @param letters by charge
     * @param states of the last sending of a letter, by its code; none for one that was never sent
     * @param unsent those that can be sent and were not
     * @param unaddressed how many have an addressee without an e-mail address
     */
    public record Sent(
            Map<String, IssuedPaper> letters,
            Map<String, Mail.State> states,
            List<IssuedPaper> unsent,
            long unaddressed) {

        /** Takes copies. */
        public Sent {
            letters = Map.copyOf(letters);
            states = Map.copyOf(states);
            unsent = List.copyOf(unsent);
        }
    }

    /** The letters of an assessment that stand, and how far they were sent. */
    public Sent of(Access access, String assessment) {
        access.require(Action.READ_BOOKS);
        var letters = new TreeMap<String, IssuedPaper>();
        for (var letter :
                register.list(
                        access,
                        new PaperFilter(
                                Letters.SERIES, null, null, null, IssuedPaper.Status.ISSUED))) {
            if (letter.subject().startsWith(assessment + "/")) {
                letters.put(letter.subject(), letter);
            }
        }
        var states = outbox.states(access);
        var addresses = addresses(access, letters.values());
        var unsent = new ArrayList<IssuedPaper>();
        for (var letter : letters.values()) {
            if (addresses.containsKey(letter.party()) && !states.containsKey(letter.code())) {
                unsent.add(letter);
            }
        }
        var unaddressed =
                letters.values().stream()
                        .filter(letter -> !addresses.containsKey(letter.party()))
                        .count();
        return new Sent(letters, states, unsent, unaddressed);
    }

    /**
     * Puts every letter of an assessment that was not sent yet into the outbox, where its addressee
     * has an address.
     *
     * @return how many that were
     */
    public int sendUnsent(Access access, String assessment) {
        access.require(Action.PREPARE);
        var unsent = of(access, assessment).unsent();
        unsent.forEach(letter -> send(access, letter));
        return unsent.size();
    }

    /** Puts a letter into the outbox, if its addressee has an address. */
    void send(Access access, IssuedPaper letter) {
        var address = addresses(access, List.of(letter)).get(letter.party());
        if (address != null) outbox.send(access, letter.code(), address, false);
    }

    /** The e-mail addresses of the addressees, by party. */
    private Map<String, String> addresses(Access access, Iterable<IssuedPaper> letters) {
        var codes = new ArrayList<String>();
        letters.forEach(letter -> codes.add(Objects.requireNonNull(letter.party())));
        var addresses = new TreeMap<String, String>();
        parties.byCodes(access, codes)
                .forEach((code, party) -> {
                    var email = party.contact().email();
                    if (email != null) addresses.put(code, email);
                });
        return addresses;
    }
}
