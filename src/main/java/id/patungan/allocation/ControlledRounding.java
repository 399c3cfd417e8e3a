package id.patungan.allocation;

import id.patungan.basics.Fraction;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Rounds a table of exact quotas so that its rows and its columns add to given whole numbers, each
 * cell down or up (controlled rounding; L. H. Cox, "Controlled rounding", INFOR 20, 1982).
 *
 * <p>Every cell is rounded down first. The units that its row still needs then go to cells with a
 * fraction, the largest first, while the column has room; where that ends too early, units are
 * moved along alternating paths, as in a flow through the table. Should the wanted column totals be
 * out of reach, each column ends at its exact total rounded down or up, which is always possible.
 */
final class ControlledRounding {

    private final int rows;
    private final int columns;
    private final BigInteger[][] floors;
    private final boolean[][] open;
    private final boolean[][] given;
    private final List<int[]> cells = new ArrayList<>();
    private final int[] need;
    private final int[] room;
    private final Fraction[] columnFractions;

    /**
     * A table.
     *
     * @param quotas by row, then column, in units
     * @param rowTotals whole; the rows of the quotas add to them
     * @param columnTotals whole; each the column's sum rounded down or up; they add to the same
     */
    ControlledRounding(Fraction[][] quotas, BigInteger[] rowTotals, BigInteger[] columnTotals) {
        rows = rowTotals.length;
        columns = columnTotals.length;
        floors = new BigInteger[rows][columns];
        open = new boolean[rows][columns];
        given = new boolean[rows][columns];
        need = new int[rows];
        room = new int[columns];
        columnFractions = new Fraction[columns];
        Arrays.fill(columnFractions, Fraction.ZERO);
        var fractions = new Fraction[rows][columns];
        var inRow = rowTotals.clone();
        var inColumn = columnTotals.clone();
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                var floor = quotas[row][column].floor();
                var fraction = quotas[row][column].minus(new Fraction(floor, BigInteger.ONE));
                floors[row][column] = floor;
                fractions[row][column] = fraction;
                inRow[row] = inRow[row].subtract(floor);
                inColumn[column] = inColumn[column].subtract(floor);
                columnFractions[column] = columnFractions[column].plus(fraction);
                if (fraction.signum() > 0) {
                    open[row][column] = true;
                    cells.add(new int[] {row, column});
                }
            }
        }
        for (var row = 0; row < rows; row++) {
            need[row] = inRow[row].intValueExact();
        }
        for (var column = 0; column < columns; column++) {
            room[column] = inColumn[column].intValueExact();
        }
        cells.sort(
                Comparator.comparing((int[] cell) -> fractions[cell[0]][cell[1]])
                        .reversed()
                        .thenComparingInt(cell -> cell[0])
                        .thenComparingInt(cell -> cell[1]));
    }

    /** The whole table. */
    BigInteger[][] round() {
        var wanted = room.clone();
        var needed = need.clone();
        if (!fill()) {
            // Columns first get what they need at least, then what is wanted, then what they can
            // take
            System.arraycopy(needed, 0, need, 0, rows);
            for (var row : given) {
                Arrays.fill(row, false);
            }
            var before = new int[columns];
            for (var column = 0; column < columns; column++) {
                room[column] = columnFractions[column].floor().intValueExact();
                before[column] = room[column];
            }
            fill();
            for (var column = 0; column < columns; column++) {
                room[column] += wanted[column] - before[column];
            }
            fill();
            for (var column = 0; column < columns; column++) {
                var most = columnFractions[column].negated().floor().negate().intValueExact();
                room[column] += most - wanted[column];
            }
            if (!fill()) {
                throw new IllegalStateException("Rows and columns of quotas add up differently");
            }
        }
        var result = new BigInteger[rows][columns];
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                result[row][column] =
                        given[row][column]
                                ? floors[row][column].add(BigInteger.ONE)
                                : floors[row][column];
            }
        }
        return result;
    }

    /** Hands out as many units as the rooms allow; says whether no row needs any more. */
    private boolean fill() {
        for (var cell : cells) {
            if (need[cell[0]] > 0 && room[cell[1]] > 0 && !given[cell[0]][cell[1]]) {
                given[cell[0]][cell[1]] = true;
                need[cell[0]]--;
                room[cell[1]]--;
            }
        }
        var complete = true;
        for (var row = 0; row < rows; row++) {
            while (need[row] > 0 && move(row)) {
                need[row]--;
            }
            complete &= need[row] == 0;
        }
        return complete;
    }

    /** Gives a row one unit by the shortest path of exchanges that ends in a column with room. */
    private boolean move(int start) {
        var fromRow = new int[columns];
        var fromColumn = new int[rows];
        Arrays.fill(fromRow, -1);
        Arrays.fill(fromColumn, -1);
        var queue = new ArrayDeque<Integer>();
        queue.add(start);
        while (!queue.isEmpty()) {
            var row = queue.remove();
            for (var column = 0; column < columns; column++) {
                if (!open[row][column] || given[row][column] || fromRow[column] >= 0) {
                    continue;
                }
                fromRow[column] = row;
                if (room[column] > 0) {
                    room[column]--;
                    exchange(start, column, fromRow, fromColumn);
                    return true;
                }
                for (var other = 0; other < rows; other++) {
                    if (given[other][column] && other != start && fromColumn[other] < 0) {
                        fromColumn[other] = column;
                        queue.add(other);
                    }
                }
            }
        }
        return false;
    }

    private void exchange(int start, int end, int[] fromRow, int[] fromColumn) {
        var column = end;
        while (true) {
            var row = fromRow[column];
            given[row][column] = true;
            if (row == start) {
                return;
            }
            column = fromColumn[row];
            given[row][column] = false;
        }
    }
}
