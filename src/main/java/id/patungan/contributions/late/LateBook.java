package id.patungan.contributions.late;

import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Commands;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.function.Supplier;

/** The book of a body: its day, its currency, and commands done once in it. */
@Component
class LateBook {

    private final Books books;
    private final Commands commands;
    private final Clock clock;

    LateBook(Books books, Commands commands, Clock clock) {
        this.books = books;
        this.commands = commands;
        this.clock = clock;
    }

    LocalDate today(Access access) {
        return LocalDate.now(clock.withZone(books.get(access.body()).zone()));
    }

    Currency currency(Access access) {
        return books.get(access.body()).currency();
    }

    private record Command(String command, NewLateCharge request) {}

    /** Does the work once per key, in one transaction. */
    String once(Access access, String key, NewLateCharge wish, Supplier<String> work) {
        return books.write(
                access.body(),
                () ->
                        commands.once(
                                access.body(),
                                key,
                                new Command("late-charge", wish),
                                String.class,
                                work));
    }
}
