package id.patungan.forecasting.indicators;

import java.util.List;

/** What an indicator comes to on a day, and from what. */
public record Figure(Value value, List<Term> inputs) {

    /** Takes a copy. */
    public Figure {
        inputs = List.copyOf(inputs);
    }

    static Figure of(Value value, Term... inputs) {
        return new Figure(value, List.of(inputs));
    }
}
