package id.patungan.contributions.disputes;

import id.patungan.basics.Money;
import id.patungan.contributions.disputes.Dispute.Event;
import id.patungan.contributions.letters.Notice;
import id.patungan.contributions.letters.Notice.Row;
import id.patungan.contributions.letters.Notices;
import id.patungan.documents.PaperFormats;
import id.patungan.parties.Bodies;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The note about each thing said in a dispute: a paper of the register, for both sides, in the
 * language in which the party is written to.
 */
@Component
class DisputeNotes {

    /** The series of the notes in the register. */
    static final String SERIES = "KB";

    private final Notices notices;
    private final Parties parties;
    private final Bodies bodies;
    private final MessageSource messages;

    DisputeNotes(Notices notices, Parties parties, Bodies bodies, MessageSource messages) {
        this.notices = notices;
        this.parties = parties;
        this.bodies = bodies;
        this.messages = messages;
    }

    /**
     * Issues the note in the transaction of the caller; a treasurer's, too, is numbered and frozen
     * by the system on the treasurer's behalf.
     *
     * @return its code
     */
    String issue(Access access, Dispute dispute, Event event, LocalDate today) {
        var system = Access.onBehalf(access.handle(), access.body());
        var body = bodies.get(system);
        var language = notices.language(system, dispute.party());
        var words = new Words(new PaperFormats(language, body.currency(), body.zone()));
        var number = Integer.toString(dispute.number());
        return notices.issue(
                        system,
                        new Notices.Wanted(
                                SERIES,
                                today,
                                language,
                                words.text("title", number, words.said(event)),
                                "dispute/" + number,
                                parties.get(system, dispute.party()),
                                words.text("nature"),
                                words.text("annex"),
                                words.text("subject", number, words.said(event)),
                                words.text("opening", words.about(dispute), dispute.partyName()),
                                rows(dispute, event, words)))
                .code();
    }

    private static List<Row> rows(Dispute dispute, Event event, Words words) {
        var rows = new ArrayList<Row>();
        rows.add(Row.fact(words.text("booked"), words.money(dispute.booked())));
        var claimed = dispute.claimed();
        rows.add(
                Row.fact(
                        words.text("claimed"),
                        claimed == null ? words.text("claimed.none") : words.money(claimed)));
        rows.add(
                Row.fact(
                        words.text("known"),
                        words.text("known.entry", words.formats().entryNo(dispute.knownAt()))));
        var all = new ArrayList<>(dispute.events());
        all.add(event);
        for (var one : all) {
            rows.add(
                    Row.text(
                            words.text(
                                    "event",
                                    words.formats().instant(one.at()),
                                    words.said(one),
                                    one.person(),
                                    one.words())));
            var follows = one.follows();
            if (follows != null) rows.add(Row.text(words.text("follows", follows)));
        }
        rows.add(Row.text(words.text("closing")));
        rows.add(new Row(Notice.Kind.SIGN, null, null));
        return rows;
    }

    /** The sentences and figures in the language of the party's papers. */
    private final class Words {

        private final PaperFormats formats;

        Words(PaperFormats formats) {
            this.formats = formats;
        }

        PaperFormats formats() {
            return formats;
        }

        String text(String key, Object... arguments) {
            return messages.getMessage("disputes.note." + key, arguments, formats.language());
        }

        String money(Money amount) {
            return formats.money(amount.minorUnits());
        }

        String said(Event event) {
            return text("said." + event.said().code());
        }

        String about(Dispute dispute) {
            var day = formats.date(dispute.about());
            var charge = dispute.charge();
            var entry = dispute.entry();
            return switch (dispute.subject()) {
                case BALANCE -> text("about.balance", day);
                case CHARGE -> text("about.charge", charge == null ? "" : charge, dispute.label());
                case LINE ->
                        text(
                                "about.line",
                                formats.entryNo(entry == null ? 0 : entry),
                                day,
                                dispute.label());
            };
        }
    }

    /** Sends the note of an event to the other side, if its address is known. */
    void mail(Access access, Dispute dispute, Event event) {
        var paper = event.paper();
        if (paper == null) return;
        var system = Access.onBehalf(access.handle(), access.body());
        notices.mail(
                system,
                paper,
                event.said().party()
                        ? bodies.get(system).profile().letterhead().email()
                        : parties.get(system, dispute.party()).contact().email());
    }
}
