package id.patungan.forecasting.simulation;

import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Line.Group;
import id.patungan.forecasting.simulation.SimulationModel.Drawn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * That lines of a projection may come out otherwise, by a factor that chance decides.
 *
 * @param name unique among the risks
 * @param target which lines
 */
public record Risk(String name, Target target, Drawn drawn, Distribution distribution) {

    /**
     * Lines, as text: {@code income} or {@code income/D5} for money that comes in, all or of a
     * funding class; {@code costs} or {@code costs/521} for staff and all other costs, all or of
     * the accounts that begin so; else a group of lines such as {@code dues}, {@code other-income}
     * or {@code debts}, all of it or that of a party, {@code dues/34.04}; of staff and debts, that
     * of the accounts that begin so.
     *
     * @param part empty for all
     */
    public record Target(String lines, String part) {

        private static final String INCOME = "income";
        private static final String COSTS = "costs";

        /**
         * Checks it.
         *
         * @throws SimulationException if there are no such lines in any projection
         */
        public Target {
            if (!known().contains(lines)) {
                throw SimulationException.unknownTarget(lines, String.join(", ", known()));
            }
        }

        private static List<String> known() {
            return Stream.concat(Stream.of(INCOME), Arrays.stream(Group.values()).map(Group::code))
                    .toList();
        }

        /**
         * Reads one.
         *
         * @throws SimulationException if there are no such lines in any projection
         */
        public static Target parse(String text) {
            var slash = text.indexOf('/');
            return slash < 0
                    ? new Target(text, "")
                    : new Target(text.substring(0, slash), text.substring(slash + 1));
        }

        /** Whether the line is meant. */
        public boolean matches(Line line) {
            if (lines.equals(INCOME)) {
                return line.income() && (part.isEmpty() || part.equals(line.fundingClass()));
            }
            var inGroup =
                    line.group().code().equals(lines)
                            || (lines.equals(COSTS) && line.group() == Group.STAFF);
            return inGroup
                    && (line.income()
                            ? part.isEmpty() || part.equals(line.party())
                            : line.account().startsWith(part));
        }

        @Override
        public String toString() {
            return part.isEmpty() ? lines : lines + "/" + part;
        }
    }
}
