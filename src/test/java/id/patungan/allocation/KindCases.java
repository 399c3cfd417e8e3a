package id.patungan.allocation;

import id.patungan.allocation.AcceptanceCases.Case;
import id.patungan.allocation.AcceptanceCases.Refused;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cases of the kinds beyond the first ones: of the guide, or small enough to check by hand. */
public final class KindCases {

    private static final String AB = "party,name,w\nA,a,1\nB,b,3\n";
    private static final String ABC = "party,name,w\nA,a,1\nB,b,2\nC,c,5\n";

    /** The dues of INTA, in euros a year, as its statutes print them. */
    static final String INTA =
            """
            rule:
              kind: bands
              category: membership
              class: gnp
              table:
                national: {high: 9350, high-middle: 8450, middle: 7570, low: 6800}
                corporate: {high: 1800, high-middle: 1650, middle: 1500, low: 1350}
                individual: {high: 300, high-middle: 280, middle: 250, low: 230}
              add-ons:
              - {category: national, indicator: persons, included: 15}
              - {category: corporate, indicator: persons, included: 6, price: 230}
              - {category: individual, indicator: persons, included: 1}
            """;

    private KindCases() {}

    /** Those that divide a given total. */
    static Stream<Case> all() {
        return Stream.of(
                // 1 : 1/2 : 1/5 = 10 : 5 : 2, so quotas 647.06, 323.53, 129.41
                of(
                        "inverse",
                        "1100",
                        "rule: {kind: weights, indicator: w, inverse: true}",
                        ABC,
                        "A=647.00 B=324.00 C=129.00"),
                of(
                        "power of weights in the rule",
                        "140",
                        "rule: {kind: weights, weights: {A: 1, B: 2, C: 3}, power: 2}",
                        ABC,
                        "A=10.00 B=40.00 C=90.00"),
                of(
                        "inverse square",
                        "145",
                        "rule: {kind: weights, weights: {A: 1, B: 2, C: 5}, power: 2, inverse:"
                                + " true}",
                        ABC,
                        // 100 : 25 : 4 of 129
                        "A=112.00 B=28.00 C=5.00"),
                of(
                        "sum of scaled units",
                        "2000",
                        "rule: {kind: scaled-sum, indicators: {calls: 1, population: 100, value:"
                                + " 1000000}}",
                        """
                        party,name,calls,population,value
                        A,a,120,10000,800000000
                        B,b,80,5000,450000000
                        C,c,40,2000,340000000
                        """,
                        "A=1020.00 B=580.00 C=400.00"),
                of(
                        "two-part tariff",
                        "1000",
                        """
                        rule:
                          kind: two-part
                          fixed: {amount: 300, rule: {kind: equal}}
                          usage: {rule: {kind: weights, indicator: w}}
                        """,
                        AB,
                        "A=325.00 B=675.00"),
                of(
                        "taxi as segments",
                        "42",
                        """
                        rule:
                          kind: sequential
                          segments:
                          - {amount: 6, users: [A, B, C]}
                          - {amount: 6, users: [B, C]}
                          - {amount: 30, users: [C]}
                        """,
                        ABC,
                        "A=2.00 B=5.00 C=35.00"),
                of(
                        "blend",
                        "1000",
                        """
                        rule:
                          kind: blend
                          old: {kind: percent, shares: {A: 60, B: 40}}
                          new: {kind: percent, shares: {A: 30, B: 70}}
                          share_new: 25
                        """,
                        AB,
                        "A=525.00 B=475.00"),
                of(
                        "blend in a corridor",
                        "1000",
                        """
                        rule:
                          kind: blend
                          old: {kind: percent, shares: {A: 60, B: 40}}
                          new: {kind: percent, shares: {A: 30, B: 70}}
                          share_new: 25
                          corridor: 5
                        """,
                        AB,
                        // B may pay 420 at most, so A pays the rest, above its floor of 570
                        "A=580.00 B=420.00"),
                of(
                        "blend in a corridor that the new rule alone cannot fill",
                        "1000",
                        """
                        rule:
                          kind: blend
                          old: {kind: percent, shares: {A: 20, B: 30, C: 50}}
                          new: {kind: only, party: A}
                          share_new: 100
                          corridor: 10
                        """,
                        ABC,
                        // A at its cap of 220; the others divide 780 as 30 : 50, the tie to the
                        // larger
                        "A=220.00 B=292.00 C=488.00"),
                of(
                        "credit in kind",
                        "1000",
                        "rule: {kind: equal, credits: {A: 100}}",
                        AB,
                        // 900 divided; A has given 100 of its share already
                        "A=550.00 B=450.00"),
                of(
                        "compensation to a host",
                        "100",
                        "rule: {kind: equal, credits: {A: -300}}",
                        AB,
                        // 400 to raise, of which the host gets 300
                        "A=-100.00 B=200.00"),
                of(
                        "rate as weights",
                        "100",
                        "rule: {kind: rate, rate: 10%, indicators: [w], plus: 0.1, scale: true}",
                        AB,
                        // 0.2 : 0.4
                        "A=33.00 B=67.00"),
                of(
                        "bands within a mix",
                        "1000",
                        """
                        rule:
                          kind: mix
                          parts:
                          - {share: 50, rule: {kind: equal}}
                          - share: 50
                            rule:
                              kind: bands
                              indicator: w
                              bands: [{from: 0, amount: 10}, {from: 3, amount: 40}]
                              scale: true
                        """,
                        AB,
                        "A=350.00 B=650.00"));
    }

    /** Those that make their own total. */
    public static Stream<Case> priced() {
        return Stream.of(
                rate("rate and fixed", "63983", "27211", "91930"),
                rate("rate and fixed, the year before", "43263", "6611", "91630"),
                priced(
                        "Javapromo, a tenth of two taxes of one of thirteen",
                        "IDR",
                        "1500000050",
                        "rule: {kind: rate, rates: {'34.04': 10%}, indicators: [hotel,"
                                + " restaurant]}",
                        // the bases are fictional: the source gives none
                        """
                        party,name,hotel,restaurant
                        34.04,Sleman,10000000000,5000000495
                        34.71,Kota Yogyakarta,,
                        33.05,Kebumen,,
                        """,
                        "34.04=1500000050.00 34.71=0.00 33.05=0.00"),
                priced(
                        "least and greatest amounts",
                        "IDR",
                        "93",
                        "rule: {kind: rate, rate: 1/2, indicators: [w], min: 3, max: 80}",
                        "party,name,w\nA,a,1\nB,b,19\nC,c,1000\n",
                        "A=3.00 B=10.00 C=80.00"),
                priced("INTA", "EUR", "39530", INTA, inta(), intaDues()),
                intaAlone("INTA corporate-middle with 8 executives", "corporate,middle,8", 1960),
                intaAlone("INTA corporate-low with 6 executives", "corporate,low,6", 1350),
                intaAlone("INTA national-high with 15", "national,high,15", 9350),
                priced(
                        "bands begin at their figure and end before the next",
                        "IDR",
                        "370",
                        "rule: {kind: bands, indicator: w, bands: [{from: 0, amount: 10}, {from:"
                                + " 10, amount: 50}, {from: 20.5, amount: 100}]}",
                        """
                        party,name,w
                        A,a,0
                        B,b,9.999
                        C,c,10
                        D,d,20.499
                        E,e,20.5
                        F,f,99
                        G,g,15
                        """,
                        "A=10.00 B=10.00 C=50.00 D=50.00 E=100.00 F=100.00 G=50.00"),
                priced(
                        "slabs, each unit at the price of its band, by category",
                        "IDR",
                        "356",
                        """
                        rule:
                          kind: bands
                          category: kind
                          indicator: m3
                          mode: slab
                          table:
                            home: [{from: 0, amount: 1}, {from: 10, amount: 2}]
                            works: [{from: 0, amount: 3}]
                        """,
                        "party,name,kind,m3\nA,a,home,10\nB,b,home,30\nC,c,works,98.5\n",
                        // 10; 10 + 20 · 2; 295.5, half up
                        "A=10.00 B=50.00 C=296.00"));
    }

    private static Case rate(String name, String total, String plus, String population) {
        return priced(
                name,
                "IDR",
                total,
                "rule: {kind: rate, rate: 0.40, indicators: [population], plus: " + plus + "}",
                "party,name,population\nA,a," + population + "\n",
                "A=" + total + ".00");
    }

    private static Case intaAlone(String name, String member, int dues) {
        return priced(
                name,
                "EUR",
                String.valueOf(dues),
                INTA,
                "party,name,membership,gnp,persons\nM,Member," + member + "\n",
                "M=" + dues + ".00");
    }

    private static String inta() {
        return """
        party,name,membership,gnp,persons
        N1,,national,high,15
        N2,,national,high-middle,1
        N3,,national,middle,1
        N4,,national,low,1
        C1,,corporate,high,1
        C2,,corporate,high-middle,6
        C3,,corporate,middle,1
        C4,,corporate,low,1
        I1,,individual,high,1
        I2,,individual,high-middle,1
        I3,,individual,middle,1
        I4,,individual,low,1
        """;
    }

    private static String intaDues() {
        return "N1=9350.00 N2=8450.00 N3=7570.00 N4=6800.00 C1=1800.00 C2=1650.00 C3=1500.00"
                + " C4=1350.00 I1=300.00 I2=280.00 I3=250.00 I4=230.00";
    }

    private static Case of(
            String name, String total, String rule, String parties, String expected) {
        return priced(name, "IDR", total, rule, parties, expected);
    }

    private static Case priced(
            String name,
            String currency,
            String total,
            String rule,
            String parties,
            String expected) {
        return new Case(
                name,
                currency,
                total,
                rule,
                parties,
                Arrays.stream(expected.split(" ", -1))
                        .map(share -> share.split("=", -1))
                        .collect(Collectors.toMap(share -> share[0], share -> share[1])));
    }

    /** The refusals of these kinds. */
    static Stream<Refused> refusals() {
        return Stream.of(
                refused(
                        "inverse-zero",
                        "{kind: weights, weights: {A: 0, B: 1, C: 1}, inverse: true}",
                        "Party A"),
                refused(
                        "negative-figure",
                        "{kind: weights, weights: {A: -2, B: 1, C: 1}, power: 2}",
                        "Party A",
                        "-2"),
                refused("divisor", "{kind: scaled-sum, indicators: {w: 0}}", "w", "above 0"),
                refused(
                        "missing-figure",
                        "{kind: scaled-sum, indicators: {w: 1, x: 2}}",
                        "Party A",
                        "x"),
                refused(
                        "residual-negative",
                        "{kind: two-part, fixed: {amount: 1001, rule: {kind: equal}}, usage: {rule: {kind: equal}}}",
                        "1001",
                        "1000",
                        "1"),
                refused(
                        "negative-amount",
                        "{kind: two-part, fixed: {amount: -1, rule: {kind: equal}}, usage: {rule: {kind: equal}}}",
                        "-1"),
                refused(
                        "segments-sum",
                        "{kind: sequential, segments: [{amount: 900, users: [A, B]}]}",
                        "900",
                        "1000",
                        "100"),
                refused(
                        "user-twice",
                        "{kind: sequential, segments: [{amount: 1000, users: [A, A]}]}",
                        "Party A"),
                refused(
                        "unknown-party",
                        "{kind: sequential, segments: [{amount: 1000, users: [A, Z]}]}",
                        "Party Z"),
                refused(
                        "negative-amount",
                        "{kind: sequential, segments: [{amount: 1010, users: [A]}, {amount: -10, users: [A]}]}",
                        "-10"),
                refused(
                        "share-new",
                        "{kind: blend, old: {kind: equal}, new: {kind: equal}, share_new: 101}",
                        "101"),
                refused(
                        "negative-part",
                        "{kind: blend, old: {kind: equal}, new: {kind: equal}, share_new: 1, corridor: -5}",
                        "-5"),
                refused(
                        "credits-too-high",
                        "{kind: equal, credits: {A: 900, B: 101}}",
                        "1001",
                        "1000"),
                refused("unknown-party", "{kind: equal, credits: {Z: 1}}", "Party Z"),
                refused(
                        "amount-too-fine",
                        "{kind: equal, credits: {A: 0.001}}",
                        "Party A",
                        "0.001"),
                refused(
                        "negative-figure",
                        "{kind: bounded, cap: 90, rule: {kind: equal, credits: {A: -2000}}}",
                        "Party A",
                        "-1000"),
                refused(
                        "own-total",
                        "{kind: mix, parts: [{share: 100, rule: {kind: rate, rate: 1, indicators: [w]}}]}",
                        "rate",
                        "1000",
                        "scale: true"),
                refused(
                        "own-total",
                        "{kind: rate, rate: 1, indicators: [w], credits: {A: 1}}",
                        "rate",
                        "999"),
                refused("other-total", "{kind: rate, rate: 1, indicators: [w]}", "8.00", "1000.00"),
                refused("negative-amount", "{kind: rate, rate: -1, indicators: [w]}", "-1"),
                refused(
                        "negative-figure",
                        "{kind: rate, rates: {A: -1%}, indicators: [w]}",
                        "Party A",
                        "-0.01"),
                refused(
                        "min-above-max",
                        "{kind: rate, rate: 1, indicators: [w], min: 5, max: 4}",
                        "5",
                        "4"),
                refused(
                        "negative-price",
                        "{kind: rate, rate: 1, indicators: [w], plus: -2}",
                        "Party A",
                        "-1"),
                refused(
                        "missing-figure",
                        "{kind: rate, rate: 1, indicators: [w, x]}",
                        "Party A",
                        "x"),
                refused(
                        "too-large",
                        "{kind: rate, rate: 100000000000000000, indicators: [w]}",
                        "800000000000000000"),
                refused(
                        "weights-zero",
                        "{kind: rate, rate: 0, indicators: [w], scale: true}",
                        "above 0"),
                refused(
                        "below-bands",
                        "{kind: bands, indicator: w, bands: [{from: 2, amount: 5}]}",
                        "Party A",
                        "1",
                        "w"),
                refused(
                        "bands-order",
                        "{kind: bands, indicator: w, bands: [{from: 2, amount: 5}, {from: 2, amount: 6}]}",
                        "2",
                        "rising"),
                refused(
                        "negative-amount",
                        "{kind: bands, indicator: w, bands: [{from: 0, amount: -5}]}",
                        "-5"),
                refused(
                        "missing-word",
                        "{kind: bands, category: k, class: c, table: {x: {y: 1}}}",
                        "Party A",
                        "k"),
                refused(
                        "not-in-table",
                        "{kind: bands, category: w, class: w, table: {'1': {'1': 1}}}",
                        "Party B",
                        "2, 2"),
                new Refused(
                        "allocation.more-than-included",
                        "250",
                        INTA,
                        "party,name,membership,gnp,persons\nM,m,individual,middle,2\n",
                        List.of("Party M", "2", "1", "persons")),
                new Refused(
                        "allocation.more-than-included",
                        "9350",
                        INTA,
                        "party,name,membership,gnp,persons\nM,m,national,high,16\n",
                        List.of("Party M", "16", "15", "agree on a price")));
    }

    private static Refused refused(String code, String rule, String... names) {
        return new Refused("allocation." + code, "1000", "rule: " + rule, ABC, List.of(names));
    }
}
