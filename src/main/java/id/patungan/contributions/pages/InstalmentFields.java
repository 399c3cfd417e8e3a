package id.patungan.contributions.pages;

import id.patungan.allocation.Instalments;
import id.patungan.basics.DateReader;
import id.patungan.basics.Money;
import id.patungan.contributions.AssessmentRun;
import id.patungan.contributions.Calculation;
import id.patungan.contributions.DueDays;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The fields of a form that say in which instalments something falls due: how many and at which
 * interval, or the days that follow the first, one to a line.
 */
final class InstalmentFields {

    private static final String COUNT = "instalments";
    private static final String INTERVAL = "everyMonths";
    private static final String DAYS = "dues";
    private static final int LONGEST_INTERVAL = 24;

    /** Choices of months between two instalments. */
    static final List<Integer> INTERVALS = List.of(1, 2, 3, 4, 6, 12);

    private InstalmentFields() {}

    /** What falls due on a day of all parties together. */
    record Planned(int number, LocalDate due, Money total) {}

    /** What an assessment would make fall due when; nothing if it is all due at once. */
    static List<Planned> planned(Calculation calculation, List<LocalDate> dues) {
        if (dues.size() < 2) return List.of();
        var totals = Instalments.of(calculation.shares(), dues.size()).totals();
        return IntStream.range(0, dues.size())
                .mapToObj(at -> new Planned(at + 1, dues.get(at), totals.get(at)))
                .toList();
    }

    /** The same for one that waits for approval. */
    static List<Planned> planned(AssessmentRun run) {
        var dues = run.wish().dues();
        if (dues.size() < 2) return List.of();
        var currency = run.total().currency();
        var unit = Money.of(currency, new BigDecimal(run.sheet().unit())).minorUnits();
        var totals = new Money[dues.size()];
        Arrays.fill(totals, Money.zero(currency));
        for (var row : run.sheet().rows()) {
            var share = Money.of(currency, new BigDecimal(row.share()));
            var parts = Instalments.parts(share, unit, dues.size());
            for (var at = 0; at < totals.length; at++) totals[at] = totals[at].plus(parts.get(at));
        }
        return IntStream.range(0, totals.length)
                .mapToObj(at -> new Planned(at + 1, dues.get(at), totals[at]))
                .toList();
    }

    /**
     * The days, the first of them {@code due}; empty if something is wrong, which is noted then.
     */
    static Optional<List<LocalDate>> read(Sent form, Optional<LocalDate> due) {
        var count = number(form, COUNT, DueDays.MOST);
        var months = number(form, INTERVAL, LONGEST_INTERVAL);
        if (due.isEmpty() || count.isEmpty() || months.isEmpty()) {
            return Optional.empty();
        }
        return form.optional(DAYS) == null
                ? Optional.of(DueDays.every(due.get(), count.get(), months.get()))
                : listed(form, due.get(), count.get());
    }

    /** One if nothing was typed. */
    private static Optional<Integer> number(Sent form, String field, int most) {
        var text = form.optional(field);
        if (text == null) return Optional.of(1);
        if (text.matches("[0-9]{1,3}")) {
            var number = Integer.parseInt(text);
            if (number >= 1 && number <= most) return Optional.of(number);
        }
        form.errors().add(field, "contributions.not-a-count." + field, text, most);
        return Optional.empty();
    }

    private static Optional<List<LocalDate>> listed(Sent form, LocalDate due, int count) {
        var days = new ArrayList<LocalDate>(List.of(due));
        for (var line : form.text(DAYS).strip().split("[\\s;,]*\\R\\s*|\\s*;\\s*", -1)) {
            if (line.isBlank()) continue;
            LocalDate day;
            try {
                day = DateReader.read(line.strip());
            } catch (IllegalArgumentException unreadable) {
                form.errors().add(DAYS, "contributions.not-a-date", line.strip());
                return Optional.empty();
            }
            if (!day.isAfter(days.getLast())) {
                form.errors()
                        .add(
                                DAYS,
                                "contributions.dues-order",
                                DateReader.typed(day),
                                DateReader.typed(days.getLast()));
                return Optional.empty();
            }
            days.add(day);
        }
        if (days.size() > DueDays.MOST || (count > 1 && count != days.size())) {
            form.errors()
                    .add(
                            DAYS,
                            days.size() > DueDays.MOST
                                    ? "contributions.dues-many"
                                    : "contributions.dues-count",
                            days.size(),
                            days.size() > DueDays.MOST ? DueDays.MOST : count);
            return Optional.empty();
        }
        return Optional.of(List.copyOf(days));
    }
}
