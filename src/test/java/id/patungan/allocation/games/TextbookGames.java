package id.patungan.allocation.games;

import id.patungan.basics.Fraction;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/** Games whose answers stand in books, and ways to write games down. */
final class TextbookGames {

    private TextbookGames() {}

    /** Costs by mask, from 1 on: {@code 1, 2, 1+2, 3, 1+3, 2+3, 1+2+3}. */
    static CostGame table(String... costs) {
        var players = Integer.numberOfTrailingZeros(costs.length + 1);
        return CostGame.of(players, coalition -> Fraction.parse(costs[coalition - 1]));
    }

    /** As a table, for what takes a function. */
    static CostFunction function(CostGame game) {
        var listed = new HashMap<BitSet, Fraction>();
        for (var coalition = 1; coalition <= game.everybody(); coalition++) {
            listed.put(mask(coalition), game.cost(coalition));
        }
        return new CostFunction(game.players(), listed, CostFunction.Otherwise.NOTHING, List.of());
    }

    static BitSet mask(int coalition) {
        return BitSet.valueOf(new long[] {coalition});
    }

    /** A coalition costs its dearest member. */
    static CostFunction dearest(long... alone) {
        var listed = new HashMap<BitSet, Fraction>();
        for (var player = 0; player < alone.length; player++) {
            listed.put(mask(1 << player), Fraction.of(alone[player]));
        }
        return new CostFunction(alone.length, listed, CostFunction.Otherwise.DEAREST, List.of());
    }

    /**
     * A bankrupt's estate and what each creditor claims. Each coalition can be charged no more than
     * it claims and no more than there is: the same excesses as those of the game of what the
     * others must leave to it.
     */
    static CostGame bankruptcy(long estate, long... claims) {
        return CostGame.of(
                claims.length,
                coalition -> {
                    var claimed = 0L;
                    for (var player = 0; player < claims.length; player++) {
                        claimed += (coalition >> player & 1) * claims[player];
                    }
                    return Fraction.of(Math.min(estate, claimed));
                });
    }

    /**
     * One left glove and two right ones, a pair being worth 1: charged is what a coalition's
     * leaving would take away.
     */
    static CostGame glove() {
        return table("1", "0", "1", "0", "1", "1", "1");
    }

    /**
     * The Tennessee Valley's dams in thousands of dollars, for navigation, flood control and power:
     * J. S. Ransmeier, The Tennessee Valley Authority (1942), as in P. D. Straffin and J. P.
     * Heaney, Game theory and the Tennessee Valley Authority, Int. J. Game Theory 10 (1981).
     */
    static CostGame tennessee() {
        return table("163520", "140826", "301607", "250096", "378821", "367370", "412584");
    }

    /**
     * Water of six groups of municipalities in Skåne, in millions of crowns: H. P. Young, N. Okada
     * and T. Hashimoto, Cost allocation in water resources development, IIASA WP-79-077 (1979).
     */
    static CostGame skane() {
        var players = "AHKLMT";
        var words =
                new StringTokenizer(
                        """
                        A 21.95 H 17.08 K 10.91 L 15.88 M 20.81 T 21.98
                        AH 34.69 AK 32.86 AL 37.83 AM 42.76 AT 43.93 HK 22.96 HL 25.00 HM 37.89 HT 39.06
                        KL 26.79 KM 31.45 KT 32.89 LM 31.10 LT 37.86 MT 39.41
                        AHK 40.74 AHL 43.22 AHM 55.50 AHT 56.67 AKL 48.74 AKM 53.40 AKT 54.84 ALM 53.05
                        ALT 59.81 AMT 61.36 HKL 27.26 HKM 42.55 HKT 44.94 HLM 45.81 HLT 46.98 HMT 56.49
                        KLM 42.01 KLT 48.77 KMT 50.32 LMT 51.46
                        AHKL 48.95 AHKM 60.25 AHKT 62.72 AHLM 64.03 AHLT 65.20 AHMT 74.10 AKLM 63.96
                        AKLT 70.72 AKMT 72.27 ALMT 73.41 HKLM 48.07 HKLT 49.24 HKMT 59.35 HLMT 64.41
                        KLMT 56.61
                        AHKLM 69.76 AHKLT 70.93 AHKMT 77.42 AHLMT 83.00 AKLMT 73.97 HKLMT 66.46
                        AHKLMT 83.82
                        """);
        Map<String, String> costs = new HashMap<>();
        while (words.hasMoreTokens()) {
            costs.put(words.nextToken(), words.nextToken());
        }
        return CostGame.of(
                players.length(),
                coalition -> {
                    var name = new StringBuilder();
                    for (var player = 0; player < players.length(); player++) {
                        if ((coalition >> player & 1) == 1) {
                            name.append(players.charAt(player));
                        }
                    }
                    return Fraction.parse(costs.getOrDefault(name.toString(), ""));
                });
    }

    static List<Fraction> figures(String... figures) {
        return Arrays.stream(figures).map(Fraction::parse).toList();
    }

    /** To two decimals, as printed. */
    static List<String> printed(List<Fraction> figures, int decimals) {
        var printed = new ArrayList<String>();
        for (var figure : figures) {
            printed.add(figure.rounded(decimals, RoundingMode.HALF_UP).toPlainString());
        }
        return printed;
    }
}
