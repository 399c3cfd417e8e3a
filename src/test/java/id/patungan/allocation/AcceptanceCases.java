package id.patungan.allocation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cases of the cost-sharing guide that use these rules, as files and expected shares. */
public final class AcceptanceCases {

    private static final String KARTAMANTUL =
            """
            party,name,population,area
            34.71,Kota Yogyakarta,415605,32.819
            34.04,Kabupaten Sleman,1125571,573.749
            34.02,Kabupaten Bantul,980269,511.527
            """;

    private static final String WITH_PROVINCE = KARTAMANTUL + "34,Daerah Istimewa Yogyakarta,,\n";

    private static final String BARLINGMASCAKEB =
            """
            party;name;population
            33.04;Kab. Banjarnegara;1071977
            33.03;Kab. Purbalingga;1057750
            33.02;Kab. Banyumas;1868446
            33.01;Kab. Cilacap;2059748
            33.05;Kab. Kebumen;1446833
            """;

    private AcceptanceCases() {}

    /**
     * A case.
     *
     * @param expected {@code party=share} in main units
     */
    public record Case(
            String name,
            String currency,
            String total,
            String rule,
            String parties,
            Map<String, String> expected) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** All of them that divide a given total. */
    public static Stream<Case> all() {
        return Stream.of(first(), KindCases.all(), GameCases.all()).flatMap(cases -> cases);
    }

    private static Stream<Case> first() {
        return Stream.of(
                of(
                        "K3 waste",
                        "1900000000",
                        "rule: {kind: percent, shares: {'34.71': 75, '34.04': 15, '34.02': 10}}",
                        KARTAMANTUL,
                        "34.71=1425000000.00 34.04=285000000.00 34.02=190000000.00"),
                of(
                        "K4 wastewater",
                        "795000000",
                        """
                        rule:
                          kind: fixed
                          amounts: {'34.71': 125000000, '34.04': 10000000, '34.02': 10000000}
                          rest: {kind: only, party: '34'}
                        """,
                        WITH_PROVINCE,
                        "34.71=125000000.00 34.04=10000000.00 34.02=10000000.00 34=650000000.00"),
                of(
                        "K2 equal, flagged as an assumption elsewhere",
                        "330000000",
                        "rule: {kind: equal}",
                        KARTAMANTUL,
                        "34.71=110000000.00 34.04=110000000.00 34.02=110000000.00"),
                of(
                        "K2 by area between floor and cap",
                        "330000000",
                        """
                        rule:
                          kind: bounded
                          floor: 10
                          cap: 50
                          rule: {kind: weights, indicator: area}
                        """,
                        KARTAMANTUL,
                        "34.71=33000000.00 34.04=157013933.00 34.02=139986067.00"),
                of(
                        "K2 by area",
                        "330000000",
                        "rule: {kind: weights, indicator: area}",
                        KARTAMANTUL,
                        "34.71=9686360.00 34.04=169339072.00 34.02=150974568.00"),
                of(
                        "K2 by population",
                        "330000000",
                        "rule: {kind: weights, indicator: population}",
                        KARTAMANTUL,
                        "34.71=54393274.00 34.04=147311732.00 34.02=128294994.00"),
                of(
                        "K2 mix",
                        "330000000",
                        """
                        rule:
                          kind: mix
                          parts:
                          - {share: 40, rule: {kind: equal}}
                          - {share: 40, rule: {kind: weights, indicator: population}}
                          - {share: 20, rule: {kind: weights, indicator: area}}
                        """,
                        KARTAMANTUL,
                        "34.71=67694582.00 34.04=136792507.00 34.02=125512911.00"),
                of(
                        "B1 by population",
                        "500000000",
                        "rule: {kind: weights, indicator: population}",
                        BARLINGMASCAKEB,
                        "33.01=137229548.00 33.02=124484160.00 33.03=70471997.00"
                                + " 33.04=71419863.00 33.05=96394432.00"),
                of(
                        "thirds",
                        "100000000",
                        "rule: {kind: equal}",
                        "party,name\nC,Third\nA,First\nB,Second\n",
                        "A=33333334.00 B=33333333.00 C=33333333.00"),
                of(
                        "textbook apportionment",
                        "100",
                        "rule: {kind: weights, weights: {A: 78.26, B: 17.39, C: 4.35}}",
                        "party,name\nA,a\nB,b\nC,c\n",
                        "A=78.00 B=18.00 C=4.00"),
                of(
                        "pins",
                        "1000",
                        """
                        rule:
                          kind: pinned
                          pins: {'A': 10, 'B': 1/3}
                          rest: {kind: weights, indicator: w}
                        """,
                        "party,name,w\nA,a,\nB,b,\nC,c,1\nD,d,2\n",
                        // quotas 100, 3 1/3, 298 8/9, 597 7/9: one unit, to the 8/9; one to the 7/9
                        "A=100.00 B=3.00 C=299.00 D=598.00"));
    }

    private static Case of(
            String name, String total, String rule, String parties, String expected) {
        return new Case(
                name,
                "IDR",
                total,
                rule,
                parties,
                Arrays.stream(expected.split(" ", -1))
                        .map(share -> share.split("=", -1))
                        .collect(Collectors.toMap(share -> share[0], share -> share[1])));
    }

    /** A refusal: a rule, the parties, the total, the code and what the message must name. */
    public record Refused(
            String code, String total, String rule, String parties, List<String> names) {

        @Override
        public String toString() {
            return code;
        }
    }

    /** Every refusal that a rule can meet. */
    public static Stream<Refused> refusals() {
        return Stream.of(firstRefusals(), KindCases.refusals(), GameCases.refusals())
                .flatMap(cases -> cases);
    }

    private static Stream<Refused> firstRefusals() {
        var abc = "party,name,w\nA,a,1\nB,b,0\nC,c,3\n";
        return Stream.of(
                refused(
                        "percent-sum",
                        "{kind: percent, shares: {A: 33.33, B: 33.33, C: 33.33}}",
                        abc,
                        "99.99",
                        "100/3",
                        "normalise"),
                refused(
                        "percent-zero",
                        "{kind: percent, normalise: true, shares: {A: 0}}",
                        abc,
                        "above 0"),
                refused(
                        "weights-zero",
                        "{kind: weights, weights: {A: 0, B: 0, C: 0}}",
                        abc,
                        "weight above 0"),
                refused(
                        "negative-figure",
                        "{kind: weights, weights: {A: 2, B: -1, C: 0}}",
                        abc,
                        "Party B",
                        "-1",
                        "0 or more"),
                refused(
                        "negative-figure",
                        "{kind: weights, indicator: w}",
                        "party,name,w\nA,a,1\nB,b,-7\n",
                        "Party B",
                        "-7"),
                refused(
                        "missing-figure",
                        "{kind: weights, indicator: w}",
                        "party,name,w\nA,a,1\nB,b,\n",
                        "Party B",
                        "w",
                        "enter it"),
                refused("missing-weight", "{kind: weights, weights: {A: 1, B: 1}}", abc, "Party C"),
                refused("unknown-party", "{kind: only, party: Z}", abc, "Party Z"),
                refused(
                        "party-taken",
                        "{kind: fixed, amounts: {A: 5}, rest: {kind: only, party: A}}",
                        abc,
                        "Party A"),
                refused(
                        "mix-sum",
                        "{kind: mix, parts: [{share: 60, rule: {kind: equal}}, {share: 30, rule: {kind: equal}}]}",
                        abc,
                        "90"),
                refused(
                        "negative-part",
                        "{kind: mix, parts: [{share: 110, rule: {kind: equal}}, {share: -10, rule: {kind: equal}}]}",
                        abc,
                        "-10"),
                refused(
                        "floors-too-high",
                        "{kind: bounded, floor: 40, rule: {kind: equal}}",
                        abc,
                        "120",
                        "100"),
                refused(
                        "caps-too-low",
                        "{kind: bounded, cap: 30, rule: {kind: equal}}",
                        abc,
                        "90",
                        "100"),
                refused(
                        "caps-too-low",
                        "{kind: bounded, cap: 45, rule: {kind: weights, indicator: w}}",
                        abc,
                        "90"),
                refused(
                        "floor-above-cap",
                        "{kind: bounded, floor: {A: 50}, cap: 40, rule: {kind: equal}}",
                        abc,
                        "Party A",
                        "50",
                        "40"),
                refused(
                        "pins-too-high",
                        "{kind: pinned, pins: {A: 60, B: 50}, rest: {kind: equal}}",
                        abc,
                        "110"),
                refused(
                        "residual-negative",
                        "{kind: fixed, amounts: {A: 900, B: 200}, rest: {kind: only, party: C}}",
                        abc,
                        "1100",
                        "100",
                        "1000"),
                refused(
                        "nobody-left",
                        "{kind: fixed, amounts: {A: 1, B: 1, C: 1}, rest: {kind: equal}}",
                        abc,
                        "997"),
                refused(
                        "amount-too-fine",
                        "{kind: fixed, amounts: {A: 1.005}, rest: {kind: equal}}",
                        abc,
                        "Party A",
                        "1.005"),
                refused("remainder", "{kind: equal}\nunit: 300", abc, "100", "300", "remainder_to"),
                refused("unit", "{kind: equal}\nunit: 0.001", abc, "0.001", "IDR"),
                refused(
                        "missing-history",
                        "{kind: equal}\ntie: history",
                        abc,
                        "Party A",
                        "tie_history"),
                refused(
                        "several-remainders",
                        "{kind: fixed, amounts: {}, remainder_to: A, rest: {kind: fixed, amounts: {}, remainder_to: B, rest: {kind: equal}}}\nunit: 300",
                        abc,
                        "A",
                        "B"));
    }

    private static Refused refused(String code, String rule, String parties, String... names) {
        return new Refused("allocation." + code, "1000", "rule: " + rule, parties, List.of(names));
    }
}
