package id.patungan.forecasting.pages;

import id.patungan.documents.ChartRow;
import id.patungan.documents.DrawnChart;

import java.util.List;

/**
 * A chart with what it finds, what its figures are, and the same figures as a table.
 *
 * @param id unique on the page
 * @param heads of the table's columns, the first over the labels of its rows
 */
public record ShownChart(
        String id,
        DrawnChart chart,
        String finding,
        String unit,
        List<String> heads,
        List<ChartRow> rows) {}
