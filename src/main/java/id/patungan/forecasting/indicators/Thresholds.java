package id.patungan.forecasting.indicators;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.indicators.Threshold.Side;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a body wants of its indicators: set by an organ of the body, recorded with its name and the
 * paper that says so, in versions. There is no default.
 */
@Service
public class Thresholds {

    private static final int LONGEST_OWNER = 160;
    private static final int LONGEST_BASIS = 400;

    /** Exact texts of more digits than this are no bound that somebody decided on. */
    private static final int LONGEST_BOUND = 40;

    private final ThresholdRepository store;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Clock clock;

    Thresholds(
            ThresholdRepository store, Books books, Commands commands, Audit audit, Clock clock) {
        this.store = store;
        this.books = books;
        this.commands = commands;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A threshold to be recorded.
     *
     * @param side null, like the bound, to take the threshold away
     * @param bound in the indicator's unit: 3/10 for 30 %
     */
    public record Wish(
            IndicatorCode indicator,
            @Nullable Side side,
            @Nullable Fraction bound,
            String owner,
            String basis,
            LocalDate from) {}

    private record Command(
            String indicator,
            @Nullable String side,
            @Nullable String bound,
            String owner,
            String basis,
            LocalDate from) {}

    /**
     * Records a threshold in the place of the one that stands.
     *
     * @throws ForecastingException if one of side and bound is missing, owner or basis is missing
     *     or too long, or there is nothing to take away
     */
    public Threshold set(Access access, Wish wish, String key) {
        access.require(Action.PREPARE);
        var side = wish.side();
        var bound = wish.bound();
        if ((side == null) != (bound == null)) throw ForecastingException.half();
        if (bound != null && bound.toString().length() > LONGEST_BOUND) {
            throw ForecastingException.tooLong("bound", LONGEST_BOUND);
        }
        var command =
                new Command(
                        wish.indicator().code(),
                        side == null ? null : side.code(),
                        bound == null ? null : bound.toString(),
                        text("owner", wish.owner(), LONGEST_OWNER),
                        text("basis", wish.basis(), LONGEST_BASIS),
                        wish.from());
        var version =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        command,
                                        Integer.class,
                                        () -> stored(access, wish, command)));
        return of(access, wish.indicator()).get(version - 1);
    }

    private int stored(Access access, Wish wish, Command command) {
        var held = of(access, wish.indicator());
        if (wish.bound() == null && (held.isEmpty() || held.getLast().withdrawn())) {
            throw ForecastingException.nothingToTakeAway();
        }
        var threshold =
                new Threshold(
                        wish.indicator(),
                        held.size() + 1,
                        wish.side(),
                        wish.bound(),
                        command.owner(),
                        command.basis(),
                        wish.from(),
                        access.handle(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        store.insert(access.body(), threshold);
        audit.record(
                access,
                "threshold.set",
                "threshold/" + command.indicator() + "/" + threshold.version(),
                null,
                command);
        return threshold.version();
    }

    private static String text(String field, String text, int longest) {
        var stripped = text.strip();
        if (stripped.isEmpty()) throw ForecastingException.missing(field);
        if (stripped.codePointCount(0, stripped.length()) > longest
                || stripped.codePoints().anyMatch(Character::isISOControl)) {
            throw ForecastingException.tooLong(field, longest);
        }
        return stripped;
    }

    private List<Threshold> of(Access access, IndicatorCode indicator) {
        return store.all(access.body()).stream()
                .filter(one -> one.indicator() == indicator)
                .toList();
    }

    /**
     * All versions, by indicator and number.
     *
     * @throws id.patungan.platform.AccessException if the viewer does not read the whole book
     */
    public List<Threshold> all(Access access) {
        access.require(Action.READ_BOOKS);
        return store.all(access.body()).stream()
                .sorted(
                        java.util.Comparator.comparing(Threshold::indicator)
                                .thenComparingInt(Threshold::version))
                .toList();
    }

    /** Of each indicator the version in force on a day: the latest first day, then the highest. */
    public Map<IndicatorCode, Threshold> inForce(Access access, LocalDate on) {
        var found = new EnumMap<IndicatorCode, Threshold>(IndicatorCode.class);
        for (var one : all(access)) {
            if (one.from().isAfter(on)) continue;
            var other = found.get(one.indicator());
            if (other == null || !other.from().isAfter(one.from())) {
                found.put(one.indicator(), one);
            }
        }
        found.values().removeIf(Threshold::withdrawn);
        return found;
    }
}
