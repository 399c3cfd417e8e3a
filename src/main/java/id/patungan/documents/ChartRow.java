package id.patungan.documents;

import java.util.List;

/**
 * What a chart says about one of its years, months or rows, for the table beside it.
 *
 * @param figures in full, in the order that the chart names; empty where there is none
 */
public record ChartRow(String label, List<String> figures) {
    /** Takes a copy. */
    public ChartRow {
        figures = List.copyOf(figures);
    }
}
