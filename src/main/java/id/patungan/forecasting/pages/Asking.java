package id.patungan.forecasting.pages;

import id.patungan.basics.DateReader;
import id.patungan.forecasting.ForecastException;
import id.patungan.forecasting.Forecasts;
import id.patungan.forecasting.Forecasts.Asked;
import id.patungan.ledger.Journal;
import id.patungan.platform.FormErrors;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an address asks for, as it was typed.
 *
 * @param asOf the last day of the books; empty for the usual one
 * @param months how many; empty for the usual
 * @param scenario its number; empty for the base
 */
record Asking(@Nullable String asOf, @Nullable String months, @Nullable String scenario) {

    private static final int FIRST_YEAR = 1902;
    private static final int LAST_YEAR = 2999;
    private static final List<String> FIELDS = List.of("asOf", "months", "scenario");

    /** What is asked for, read; the usual in place of what cannot be, which is noted. */
    Asked read(FormErrors errors) {
        var day = errors.read("asOf", () -> Optional.ofNullable(day()));
        var count = errors.read("months", this::count);
        return new Asked(
                day.flatMap(one -> one).orElse(null), Journal.HEAD, count.orElse(Forecasts.MONTHS));
    }

    /** The same for a program: refused if it cannot be read. */
    Asked read() {
        return new Asked(day(), Journal.HEAD, count());
    }

    private @Nullable LocalDate day() {
        var text = asOf;
        if (text == null || text.isBlank()) return null;
        try {
            var day = DateReader.read(text.strip());
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) return day;
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw ForecastException.notADay(text);
        }
        throw ForecastException.notADay(text);
    }

    private int count() {
        if (months == null || months.isBlank()) return Forecasts.MONTHS;
        if (!months.strip().matches("[0-9]{1,6}")) throw ForecastException.months(months);
        return new Asked(null, Journal.HEAD, Integer.parseInt(months.strip())).months();
    }

    /**
     * The number of the scenario; null for the base.
     *
     * @throws ForecastException if it is no number
     */
    @Nullable Integer no() {
        if (scenario == null || scenario.isBlank()) return null;
        if (!scenario.strip().matches("[0-9]{1,6}")) throw ForecastException.scenario(scenario);
        return Integer.valueOf(scenario.strip());
    }

    /** As typed, for the form and for links. */
    public String typed(String field) {
        var text =
                switch (field) {
                    case "asOf" -> asOf;
                    case "months" -> months;
                    default -> scenario;
                };
        return text == null ? "" : text.strip();
    }

    /** What was asked for, to be added to an address; empty if it was nothing. */
    public String query() {
        var query = UriComponentsBuilder.newInstance();
        for (var field : FIELDS) {
            if (!typed(field).isEmpty()) query.queryParam(field, "{" + field + "}");
        }
        return query.encode()
                .buildAndExpand(
                        FIELDS.stream().map(this::typed).filter(text -> !text.isEmpty()).toArray())
                .toUriString();
    }

    /** The same after other parameters. */
    public String more() {
        return query().replaceFirst("^\\?", "&");
    }
}
