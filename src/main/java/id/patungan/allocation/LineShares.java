package id.patungan.allocation;

import id.patungan.allocation.Shares.Share;
import id.patungan.basics.Money;

import java.util.HashSet;
import java.util.List;

/**
 * Several totals, such as the lines of a budget, split at once.
 *
 * @param lines in the order given; the shares of each add to its total
 * @param totals in the order of the parties; what each pays for all lines
 * @param trace how the sum was worked out if it was divided first; each line has its own otherwise
 */
public record LineShares(
        Money total, List<Line> lines, List<PartyTotal> totals, List<TraceStep> trace) {

    /** Takes copies. */
    public LineShares {
        lines = List.copyOf(lines);
        totals = List.copyOf(totals);
        trace = List.copyOf(trace);
    }

    /** A total to be split, with a name that no other has. */
    public record Total(String line, Money amount) {}

    /** A line, split. */
    public record Line(String line, Money total, List<Share> shares, List<TraceStep> trace) {
        /** Takes copies. */
        public Line {
            shares = List.copyOf(shares);
            trace = List.copyOf(trace);
        }
    }

    /** What one party pays for all lines. */
    public record PartyTotal(String party, String name, Money share) {}

    static void requireNames(List<Total> totals) {
        var names = new HashSet<String>();
        for (var total : totals) {
            if (!names.add(total.line())) {
                throw new IllegalArgumentException("Line " + total.line() + " is there twice");
            }
        }
    }
}
