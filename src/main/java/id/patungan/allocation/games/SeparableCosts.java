package id.patungan.allocation.games;

import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Separable costs, remaining benefits: each player pays what it adds to the whole, and the costs
 * that nobody adds alone are divided by the benefits that remain.
 *
 * <pre>x(i) = m(i) + (c(N) − Σm)·r(i)/Σr,   r(i) = min(b(i), c(i)) − m(i)</pre>
 *
 * <p>Real cost tables bring players whose separable cost or remaining benefit is negative. The
 * formula is then applied as it stands; it is for the caller to say so.
 *
 * @param separable m(i)
 * @param remaining r(i)
 * @param joint c(N) − Σm, the costs that are not separable; negative if the separable ones are more
 *     than the total
 */
public record SeparableCosts(List<Fraction> separable, List<Fraction> remaining, Fraction joint) {

    /** Takes copies. */
    public SeparableCosts {
        separable = List.copyOf(separable);
        remaining = List.copyOf(remaining);
    }

    /**
     * Works out what the shares are made of.
     *
     * @param benefits what the whole is worth to each player; null for alternate costs avoided,
     *     where a player's benefit is what it would pay alone
     */
    public static SeparableCosts of(CostFunction game, @Nullable List<Fraction> benefits) {
        var separable = new ArrayList<Fraction>();
        var remaining = new ArrayList<Fraction>();
        var joint = game.total();
        for (var player = 0; player < game.players(); player++) {
            var own = game.separable(player);
            var alone = game.alone(player);
            separable.add(own);
            joint = joint.minus(own);
            remaining.add((benefits == null ? alone : benefits.get(player).min(alone)).minus(own));
        }
        return new SeparableCosts(separable, remaining, joint);
    }

    /** Σr. */
    public Fraction benefit() {
        return remaining.stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    /** The shares; none if joint costs are left and the remaining benefits add to zero. */
    public Optional<List<Fraction>> shares() {
        if (joint.signum() == 0) {
            return Optional.of(separable);
        }
        var benefit = benefit();
        if (benefit.signum() == 0) {
            return Optional.empty();
        }
        var shares = new ArrayList<Fraction>();
        for (var player = 0; player < separable.size(); player++) {
            shares.add(
                    separable
                            .get(player)
                            .plus(joint.times(remaining.get(player)).dividedBy(benefit)));
        }
        return Optional.of(shares);
    }
}
