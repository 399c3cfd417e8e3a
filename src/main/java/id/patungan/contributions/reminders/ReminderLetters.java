package id.patungan.contributions.reminders;

import id.patungan.basics.Money;
import id.patungan.contributions.letters.Notice;
import id.patungan.contributions.letters.Notice.Row;
import id.patungan.contributions.letters.Notices;
import id.patungan.contributions.letters.PaymentAccounts;
import id.patungan.contributions.letters.PaymentReference;
import id.patungan.contributions.reminders.DueReminder.Item;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.PaperFormats;
import id.patungan.ledger.Books;
import id.patungan.parties.Party;
import id.patungan.platform.Access;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The letters of reminders: what is open, for how long, and where to pay. */
@Component
class ReminderLetters {

    /** The series of the letters in the register. */
    static final String SERIES = "PG";

    private final Notices notices;
    private final PaymentAccounts accounts;
    private final Books books;
    private final MessageSource messages;

    ReminderLetters(
            Notices notices, PaymentAccounts accounts, Books books, MessageSource messages) {
        this.notices = notices;
        this.accounts = accounts;
        this.books = books;
        this.messages = messages;
    }

    /**
     * Issues the letter in the transaction of the caller, who has locked the book.
     *
     * @param places of the charges on their calculation sheets, for the payment references
     * @throws id.patungan.basics.DomainException if no payment account is named for a fund
     */
    IssuedPaper issue(
            Access access,
            DueReminder due,
            Party party,
            Map<String, Integer> places,
            Locale language) {
        var book = books.get(access.body());
        var words = new Words(new PaperFormats(language, book.currency(), book.zone()));
        var tone = due.step().tone().code();
        var when = due.step().days() < 0 ? "before" : "after";
        return notices.issue(
                access,
                new Notices.Wanted(
                        SERIES,
                        due.asOf(),
                        language,
                        words.text("title." + tone, party.name()),
                        "reminder/" + party.code() + "/" + due.step().days(),
                        party,
                        words.text("nature." + tone),
                        words.text("annex"),
                        words.text("subject." + tone),
                        words.text(
                                "opening." + tone + "." + when,
                                words.date(due.asOf()),
                                party.name()),
                        rows(access, due, places, words)));
    }

    private List<Row> rows(
            Access access, DueReminder due, Map<String, Integer> places, Words words) {
        var rows = new ArrayList<Row>();
        rows.add(new Row(Notice.Kind.HEAD, words.text("what"), words.formats().symbol()));
        for (var item : due.items()) {
            rows.add(new Row(Notice.Kind.ITEM, words.item(item), words.amount(item.open())));
        }
        rows.add(new Row(Notice.Kind.TOTAL, words.text("total"), words.amount(due.total())));
        rows.add(
                new Row(
                        Notice.Kind.WORDS,
                        words.text("in-words", words.spelled(due.total())),
                        null));
        var funds = new TreeSet<String>();
        due.items().forEach(item -> funds.add(item.fund()));
        for (var fund : funds) {
            var account = accounts.forFund(access, fund);
            rows.add(
                    Row.fact(
                            words.text(funds.size() == 1 ? "account" : "account.fund", fund),
                            words.text(
                                    "account.words",
                                    account.bank(),
                                    account.number(),
                                    account.holder())));
        }
        for (var item : due.items()) {
            var place = places.get(item.charge());
            if (place != null) {
                rows.add(
                        Row.fact(
                                words.text("reference", item.assessment()),
                                PaymentReference.of(item.assessment(), place)));
            }
        }
        if (due.disputed() > 0) rows.add(Row.text(words.text("disputed.note")));
        rows.add(Row.text(words.text("closing." + due.step().tone().code())));
        rows.add(new Row(Notice.Kind.SIGN, null, null));
        return rows;
    }

    /** The sentences and figures in the language of the letter. */
    private final class Words {

        private final PaperFormats formats;

        Words(PaperFormats formats) {
            this.formats = formats;
        }

        PaperFormats formats() {
            return formats;
        }

        String text(String key, Object... arguments) {
            return messages.getMessage("reminders.letter." + key, arguments, formats.language());
        }

        String date(LocalDate day) {
            return formats.date(day);
        }

        String amount(Money amount) {
            return formats.amount(amount.minorUnits());
        }

        String spelled(Money amount) {
            var words = formats.words(amount.minorUnits());
            return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }

        String item(Item item) {
            var days =
                    item.days() < 0
                            ? text("days.before", -item.days())
                            : item.days() == 0
                                    ? text("days.today")
                                    : text("days.after", item.days());
            var line = text("item", item.description(), item.charge(), date(item.due()), days);
            var disputed = item.disputedSince();
            return disputed == null
                    ? line
                    : line
                            + "\n"
                            + text("disputed", date(LocalDate.ofInstant(disputed, formats.zone())));
        }
    }
}
