package id.patungan.allocation;

import id.patungan.allocation.games.CostFunction;
import id.patungan.allocation.games.CostGame;
import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who plays, and the cost of every coalition, from what a rule lists; refuses what is missing,
 * twice or unknown. Players are in the order of their names, so that the order of the parties
 * changes nothing.
 */
final class GameTable {

    private static final int NAMED = 5;

    private final Division division;
    private final Node node;
    private final Costs costs;
    private final List<String> names;
    private final Map<String, Integer> players = new HashMap<>();
    private final Map<Integer, Integer> playerOf = new HashMap<>();
    private final int[] sizes;

    GameTable(Division division, Node node, Costs costs) {
        this.division = division;
        this.node = node;
        this.costs = costs;
        var sorted = new TreeMap<String, List<String>>(costs.classes());
        if (sorted.isEmpty()) {
            node.members()
                    .forEach(member ->
                            sorted.put(division.code(member), List.of(division.code(member))));
        }
        this.names = List.copyOf(sorted.keySet());
        this.sizes = new int[names.size()];
        for (var player = 0; player < names.size(); player++) {
            players.put(names.get(player), player);
        }
    }

    /** Their names, by number. */
    List<String> names() {
        return names;
    }

    int count() {
        return names.size();
    }

    boolean hasClasses() {
        return !costs.classes().isEmpty();
    }

    /** The number of the player that a member is, or belongs to. */
    int playerOf(int member) {
        return playerOf.getOrDefault(member, 0);
    }

    /** How many parties share a player's part. */
    int size(int player) {
        return sizes[player];
    }

    /** The codes of a coalition of a bit mask, joined as in the rule. */
    String name(int coalition) {
        return name(BitSet.valueOf(new long[] {coalition}));
    }

    private String name(BitSet coalition) {
        return coalition.stream().mapToObj(names::get).collect(Collectors.joining("+"));
    }

    /** The game, unless something is wrong with it. */
    @Nullable CostFunction read() {
        var before = division.refusals();
        seat();
        var listed = listed();
        var segments = segments();
        if (division.refusals() > before) {
            return null;
        }
        var function =
                new CostFunction(
                        count(),
                        listed,
                        switch (costs.otherwise()) {
                            case LISTED -> CostFunction.Otherwise.NOTHING;
                            case MAX -> CostFunction.Otherwise.DEAREST;
                            case SUM -> CostFunction.Otherwise.SUM;
                            case SEGMENTS -> CostFunction.Otherwise.SEGMENTS;
                        },
                        segments);
        complete(function);
        if (division.refusals() > before) {
            return null;
        }
        var all = function.total();
        var part = all.signum() != 0 && all.equals(division.total());
        if (!all.equals(node.amount()) && !part) {
            division.refuse(AllocationException.gameTotal(node.field("costs"), all, node.amount()));
            return null;
        }
        return function;
    }

    /** Refuses figures of those who do not play, and negative ones. */
    void check(Map<String, Fraction> figures, String place) {
        figures.forEach((name, figure) -> {
            if (isPlayer(name, place + "." + name) && figure.signum() < 0) {
                division.refuse(AllocationException.negative(place + "." + name, name, figure));
            }
        });
    }

    /** Finds the player of every member. */
    private void seat() {
        if (!hasClasses()) {
            for (var member : node.members()) {
                var player = number(division.code(member));
                playerOf.put(member, player);
                sizes[player] = 1;
            }
            return;
        }
        var place = node.field("classes");
        costs.classes()
                .forEach((name, parties) -> {
                    var at = place + "." + name;
                    var figures = new LinkedHashMap<String, Fraction>();
                    parties.forEach(party -> figures.put(party, Fraction.ZERO));
                    if (parties.isEmpty()) {
                        division.refuse(AllocationException.emptyClass(at, name));
                    }
                    if (division.named(figures, at, node.members())) {
                        for (var party : parties) {
                            var player = number(name);
                            if (playerOf.put(division.at(party), player) != null) {
                                division.refuse(AllocationException.classTwice(at, party));
                            }
                            sizes[player]++;
                        }
                    }
                });
        for (var member : node.members()) {
            if (!playerOf.containsKey(member)) {
                division.refuse(AllocationException.noClass(place, division.code(member)));
            }
        }
    }

    private int number(String name) {
        return players.getOrDefault(name, 0);
    }

    private Map<BitSet, Fraction> listed() {
        var listed = new HashMap<BitSet, Fraction>();
        var written = new HashMap<BitSet, String>();
        costs.listed()
                .forEach((text, cost) -> {
                    var place = node.field("costs." + text);
                    var coalition = coalition(text, place);
                    if (cost.signum() < 0) {
                        division.refuse(AllocationException.negativeCost(place, text, cost));
                    }
                    if (coalition != null) {
                        var other = written.putIfAbsent(coalition, text);
                        if (other != null) {
                            division.refuse(AllocationException.coalitionTwice(place, other, text));
                        }
                        listed.put(coalition, cost);
                    }
                });
        return listed;
    }

    private @Nullable BitSet coalition(String text, String place) {
        var before = division.refusals();
        var coalition = new BitSet();
        for (var name : Costs.names(text)) {
            if (!isPlayer(name, place)) {
                continue;
            }
            if (coalition.get(number(name))) {
                division.refuse(AllocationException.coalitionRepeats(place, text, name));
            }
            coalition.set(number(name));
        }
        return division.refusals() > before ? null : coalition;
    }

    private boolean isPlayer(String name, String place) {
        if (players.containsKey(name)) {
            return true;
        }
        division.refuse(
                hasClasses()
                        ? AllocationException.unknownClass(place, name)
                        : division.knows(name)
                                ? AllocationException.partyTaken(place, name)
                                : AllocationException.unknownParty(place, name));
        return false;
    }

    private List<CostFunction.Segment> segments() {
        var segments = new ArrayList<CostFunction.Segment>();
        for (var number = 0; number < costs.segments().size(); number++) {
            var segment = costs.segments().get(number);
            var place = node.field("segments[" + number + "]");
            if (segment.amount().signum() < 0) {
                division.refuse(
                        AllocationException.negativeAmount(place + ".amount", segment.amount()));
            }
            var users = new BitSet();
            for (var user : segment.users()) {
                if (isPlayer(user, place + ".users")) {
                    if (users.get(number(user))) {
                        division.refuse(AllocationException.userTwice(place + ".users", user));
                    }
                    users.set(number(user));
                }
            }
            if (segment.users().isEmpty()) {
                division.refuse(AllocationException.noUsers(place + ".users", segment.amount()));
            }
            if (!users.isEmpty()) {
                segments.add(new CostFunction.Segment(segment.amount(), users));
            }
        }
        return segments;
    }

    /** Refuses coalitions whose cost does not follow from what is listed. */
    private void complete(CostFunction function) {
        var place = node.field("costs");
        switch (costs.otherwise()) {
            case SEGMENTS -> {}
            case MAX, SUM -> {
                for (var player = 0; player < count(); player++) {
                    if (!function.knowsAlone(player)) {
                        division.refuse(
                                AllocationException.missingAlone(
                                        place, names.get(player), costs.otherwise().code()));
                    }
                }
            }
            case LISTED -> {
                if (count() > CostGame.MOST_PLAYERS) {
                    division.refuse(
                            AllocationException.tooManyCoalitions(
                                    place, count(), CostGame.MOST_PLAYERS));
                    return;
                }
                var missing = new ArrayList<String>();
                var all = (1 << count()) - 1;
                for (var coalition = 1; coalition <= all; coalition++) {
                    if (!function.knows(BitSet.valueOf(new long[] {coalition}))) {
                        missing.add(name(coalition));
                    }
                }
                if (!missing.isEmpty()) {
                    var named =
                            String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())));
                    division.refuse(
                            AllocationException.missingCoalitions(
                                    place,
                                    missing.size(),
                                    all,
                                    missing.size() > NAMED ? named + ", …" : named));
                }
            }
        }
    }
}
