package id.patungan.allocation;

import id.patungan.allocation.AcceptanceCases.Case;
import id.patungan.allocation.AcceptanceCases.Refused;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The cases of the kinds that divide by a cost game, as text. */
final class GameCases {

    private static final String ABC = "party,name\nA,a\nB,b\nC,c\n";

    private GameCases() {}

    /** Textbook games as rule files. */
    static Stream<Case> all() {
        var taxi = "costs: {A: 6, B: 12, C: 42}, default: max}";
        var dams =
                "costs: {A: 163520, B: 140826, C: 250096, A+B: 301607, A+C: 378821, B+C: 367370,"
                        + " A+B+C: 412584}}";
        return Stream.of(
                of("taxi, Shapley", "42", "{kind: shapley, " + taxi, "2", "5", "35"),
                of("taxi, nucleolus", "42", "{kind: nucleolus, " + taxi, "3", "4", "35"),
                of(
                        "airport in segments",
                        "42",
                        "{kind: shapley, default: segments, segments: [{amount: 6, users: [A, B,"
                                + " C]}, {amount: 6, users: [B, C]}, {amount: 30, users: [C]}]}",
                        "2",
                        "5",
                        "35"),
                of("glove, nucleolus", "1", "{kind: nucleolus, " + glove(), "1", "0", "0"),
                of("estate of 100", "100", estate(100), "34", "33", "33"),
                of("estate of 200", "200", estate(200), "50", "75", "75"),
                of("estate of 300", "300", estate(300), "50", "100", "150"),
                of(
                        "Tennessee Valley, Shapley",
                        "412584",
                        "{kind: shapley, " + dams,
                        "117829",
                        "100756",
                        "193999"),
                of(
                        "Tennessee Valley, nucleolus",
                        "412584",
                        "{kind: nucleolus, " + dams,
                        "116234",
                        "93540",
                        "202810"),
                of(
                        "Tennessee Valley, alternate costs",
                        "412584",
                        "{kind: scrb, alternate: true, " + dams,
                        "117476",
                        "99157",
                        "195951"));
    }

    private static String glove() {
        return "costs: {A: 1, B: 0, C: 0, A+B: 1, A+C: 1, B+C: 1, A+B+C: 1}}";
    }

    /** Creditors for 100, 200 and 300; no coalition can be charged more than there is. */
    private static String estate(int estate) {
        return "{kind: nucleolus, costs: {A: 100, B: "
                + Math.min(estate, 200)
                + ", C: "
                + Math.min(estate, 300)
                + ", A+B: "
                + Math.min(estate, 300)
                + ", A+C: "
                + estate
                + ", B+C: "
                + estate
                + ", A+B+C: "
                + estate
                + "}}";
    }

    private static Case of(String name, String total, String rule, String... shares) {
        return new Case(
                name,
                "IDR",
                total,
                "rule: " + rule,
                ABC,
                Map.of("A", shares[0] + ".00", "B", shares[1] + ".00", "C", shares[2] + ".00"));
    }

    /** Every refusal that a cost game can meet. */
    static Stream<Refused> refusals() {
        var abc = "party,name\nA,a\nB,b\nC,c\n";
        var many = new StringBuilder("party,name\n");
        var alone = new StringBuilder();
        for (var letter = 'A'; letter <= 'P'; letter++) {
            many.append(letter).append(',').append(letter).append('\n');
            alone.append(letter).append(": 1000, ");
        }
        var excepted = "costs: {" + alone + "A+B: 1500}, default: max}";
        return Stream.of(
                refused(
                        "game-total",
                        "{kind: shapley, costs: {A: 6, B: 12, C: 42}, default: max}",
                        abc,
                        "42",
                        "1000"),
                refused(
                        "negative-cost",
                        "{kind: shapley, costs: {A: -6, B: 12, C: 1000}, default: max}",
                        abc,
                        "Coalition A",
                        "-6"),
                refused(
                        "coalition-twice",
                        "{kind: shapley, costs: {A: 6, B: 9, C: 985, A+B: 4, B + A: 5}, default: sum}",
                        abc,
                        "A+B",
                        "B + A"),
                refused(
                        "coalition-repeats",
                        "{kind: shapley, costs: {A: 6, B: 9, C: 985, A+A: 4}, default: sum}",
                        abc,
                        "A+A"),
                refused(
                        "unknown-party",
                        "{kind: shapley, costs: {A: 6, B: 9, C: 985, A+Z: 4}, default: sum}",
                        abc,
                        "Party Z"),
                refused(
                        "party-taken",
                        "{kind: fixed, amounts: {A: 100}, rest: {kind: nucleolus, costs: {A: 6,"
                                + " B: 9, C: 891}, default: sum}}",
                        abc,
                        "Party A"),
                refused(
                        "unknown-class",
                        "{kind: shapley, costs: {x: 6, z: 994}, default: sum, classes: {x: [A, B, C]}}",
                        abc,
                        "class z"),
                refused(
                        "class-twice",
                        "{kind: shapley, costs: {x: 6, y: 994}, default: sum, classes: {x: [A, B],"
                                + " y: [B, C]}}",
                        abc,
                        "Party B"),
                refused(
                        "no-class",
                        "{kind: shapley, costs: {x: 6, y: 994}, default: sum, classes: {x: [A], y:"
                                + " [B]}}",
                        abc,
                        "Party C"),
                refused(
                        "missing-alone",
                        "{kind: stand-alone, costs: {A: 6, B: 994}, default: sum}",
                        abc,
                        "C has no cost",
                        "sum"),
                refused(
                        "missing-coalitions",
                        "{kind: scrb, alternate: true, costs: {A: 6, B: 9, A+B+C: 1000}}",
                        abc,
                        "4 of the 7",
                        "C, A+C, B+C"),
                refused(
                        "too-many-coalitions",
                        "{kind: shapley, costs: {A: 6}}",
                        many.toString(),
                        "16",
                        "15"),
                refused(
                        "too-many-for-shapley",
                        "{kind: shapley, " + excepted,
                        many.toString(),
                        "16",
                        "sample"),
                refused(
                        "sample-too-large",
                        "{kind: shapley, sample: {orders: 1000000, seed: 1}, " + excepted,
                        many.toString(),
                        "625000"),
                refused(
                        "too-many-for-nucleolus",
                        "{kind: nucleolus, " + excepted,
                        many.toString(),
                        "16",
                        "classes"),
                refused(
                        "negative-marginal",
                        "{kind: marginal, costs: {A: 6, B: 9, C: 9, B+C: 1030, A+B+C: 1000},"
                                + " default: sum}",
                        abc,
                        "A adds -30"),
                refused(
                        "missing-benefit",
                        "{kind: scrb, benefits: {A: 1, B: 2}, costs: {A: 6, B: 9, C: 985}, default:"
                                + " sum}",
                        abc,
                        "C has no benefit"),
                refused(
                        "no-benefit-remains",
                        "{kind: scrb, alternate: true, costs: {A: 100, B: 100, C: 100, A+B: 900,"
                                + " A+C: 900, B+C: 900, A+B+C: 1000}}",
                        abc,
                        "700"),
                refused(
                        "nobody-gains",
                        "{kind: nucleolus, costs: {A: 6, B: 9, C: 9, A+B+C: 1000}, default: sum}",
                        abc,
                        "1000",
                        "24"));
    }

    private static Refused refused(String code, String rule, String parties, String... names) {
        return new Refused("allocation." + code, "1000", "rule: " + rule, parties, List.of(names));
    }
}
