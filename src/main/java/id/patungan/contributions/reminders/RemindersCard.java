package id.patungan.contributions.reminders;

import id.patungan.basics.Money;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.HomeCard;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** The home card of the secretariat: how many reminders are due. */
@Component
class RemindersCard implements HomeCard {

    private final Reminders reminders;
    private final Journal journal;
    private final Books books;

    RemindersCard(Reminders reminders, Journal journal, Books books) {
        this.reminders = reminders;
        this.journal = journal;
        this.books = books;
    }

    @Override
    public String name() {
        return "reminders-due";
    }

    @Override
    public String titleKey() {
        return "reminders.title";
    }

    @Override
    public String fragment() {
        return "contributions/reminders/home :: due";
    }

    @Override
    public Action needs() {
        return Action.PREPARE;
    }

    @Override
    public int order() {
        return 13;
    }

    @Override
    public Optional<?> model(Access access, Locale locale) {
        var day = journal.reportingDay(access, reminders.today(access));
        var due = reminders.due(access, day);
        return due.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Shown(
                                books.get(access.body()).code(),
                                day,
                                due.size(),
                                reminders.total(access, due)));
    }

    /**
     * What the card shows.
     *
     * @param body code, for addresses
     */
    public record Shown(String body, LocalDate day, int count, Money total) {}
}
