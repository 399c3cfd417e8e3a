package id.patungan.forecasting;

import id.patungan.basics.DomainException;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.scenarios.ScenarioFile;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;

/** Keeps the scenarios of a body in versions. Only for who reads all of its book. */
@Service
public class Scenarios {

    private final ScenarioRepository store;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    Scenarios(
            ScenarioRepository store,
            Books books,
            Commands commands,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.books = books;
        this.commands = commands;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The newest version of each scenario that is not put away, by number. */
    public List<SavedScenario> all(Access access) {
        var newest = new TreeMap<Integer, SavedScenario>();
        versions(access).forEach(one -> newest.put(one.no(), one));
        return newest.values().stream().filter(one -> !one.putAway()).toList();
    }

    /** Every version of every scenario, by number and version. */
    public List<SavedScenario> versions(Access access) {
        access.require(Action.READ_BOOKS);
        return transactions.read(
                () -> store.all(access.body(), books.get(access.body()).currency()));
    }

    /**
     * A scenario.
     *
     * @param version null for the newest
     * @throws AccessException not found
     */
    public SavedScenario get(Access access, int no, @Nullable Integer version) {
        return versions(access).stream()
                .filter(one -> one.no() == no)
                .filter(one -> version == null || one.version() == version)
                .reduce((one, other) -> other)
                .orElseThrow(() -> AccessException.nothingHere("scenario " + no));
    }

    private record Saving(@Nullable Integer no, int seen, boolean putAway, Scenario scenario) {}

    /**
     * Saves a scenario as a new one.
     *
     * @param key of the command: sent twice it saves once
     */
    public SavedScenario add(Access access, Scenario scenario, String key) {
        return save(access, new Saving(null, 0, false, scenario), key);
    }

    /**
     * Saves the next version of a scenario.
     *
     * @param seen the version that it was made from
     * @param putAway whether lists leave it out from now on
     * @throws ForecastException if somebody has saved another version meanwhile
     */
    public SavedScenario change(
            Access access, int no, int seen, boolean putAway, Scenario scenario, String key) {
        return save(access, new Saving(no, seen, putAway, scenario), key);
    }

    private SavedScenario save(Access access, Saving wish, String key) {
        access.require(Action.PREPARE);
        access.require(Action.READ_BOOKS);
        var saved =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        command(access, wish),
                                        Place.class,
                                        () -> saved(access, wish)));
        return get(access, saved.no(), saved.version());
    }

    private record Place(int no, int version) {}

    /** What a repeated command is told by: the text of the scenario, as records of it may grow. */
    private record Command(@Nullable Integer no, int seen, boolean putAway, String text) {}

    private Command command(Access access, Saving wish) {
        return new Command(wish.no(), wish.seen(), wish.putAway(), text(access, wish.scenario()));
    }

    private String text(Access access, Scenario scenario) {
        return ScenarioFile.write(scenario, books.get(access.body()).currency());
    }

    /** Nothing is kept that could not be read again. */
    private void requireReadable(Access access, Scenario scenario) {
        var currency = books.get(access.body()).currency();
        var said = ScenarioFile.write(scenario, currency);
        try {
            if (ScenarioFile.read("scenario", said, currency).equals(scenario)) return;
        } catch (DomainException unreadable) {
            throw ForecastException.notKept(unreadable);
        }
        throw ForecastException.notKept(null);
    }

    private Place saved(Access access, Saving wish) {
        var all = versions(access);
        var no = wish.no();
        if (no == null) {
            no = all.stream().mapToInt(SavedScenario::no).max().orElse(0) + 1;
        } else {
            var latest = get(access, no, null);
            if (latest.version() != wish.seen()) {
                throw ForecastException.changedMeanwhile(no, latest.version(), latest.by());
            }
        }
        requireReadable(access, wish.scenario());
        var saved =
                new SavedScenario(
                        no,
                        wish.seen() + 1,
                        wish.scenario(),
                        wish.putAway(),
                        access.handle(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        store.insert(access.body(), saved, books.get(access.body()).currency());
        audit.record(
                access,
                "scenario.save",
                "scenario/" + no + "/" + saved.version(),
                null,
                text(access, wish.scenario()));
        return new Place(saved.no(), saved.version());
    }
}
