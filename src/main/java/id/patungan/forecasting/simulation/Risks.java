package id.patungan.forecasting.simulation;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.simulation.SimulationModel.Correlation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What is uncertain about a projection.
 *
 * @param correlations of risks, by their names
 * @param members that a member may not pay, the same for each; empty if they surely do
 * @param delays whether it is drawn how late each instalment of a member comes, by its own profile;
 *     otherwise each comes in parts, as late as on average
 */
public record Risks(
        List<Risk> risks,
        List<Correlation> correlations,
        Optional<MemberDefault> members,
        boolean delays) {

    /** Nothing is uncertain. */
    public static final Risks NONE = new Risks(List.of(), List.of(), Optional.empty(), false);

    /**
     * Copies the lists.
     *
     * @throws SimulationException if two risks have one name
     */
    public Risks {
        risks = List.copyOf(risks);
        correlations = List.copyOf(correlations);
        var names = new HashSet<String>();
        for (var risk : risks) {
            if (!names.add(risk.name())) throw SimulationException.twice(risk.name());
        }
    }

    /**
     * That a member does not pay a calendar year in full.
     *
     * @param probability of a year
     * @param loss the part of the year that then never comes
     */
    public record MemberDefault(Fraction probability, Fraction loss) {
        /**
         * Checks the figures.
         *
         * @throws SimulationException if one is not from 0 to 1
         */
        public MemberDefault {
            SimulationException.checkProbability(probability);
            SimulationException.checkProbability(loss);
        }
    }
}
