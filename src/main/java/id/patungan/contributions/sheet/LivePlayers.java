package id.patungan.contributions.sheet;

import id.patungan.allocation.Costs;
import id.patungan.basics.Fraction;
import id.patungan.contributions.sheet.Live.Node;
import id.patungan.contributions.sheet.Live.Result;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who plays a cost game: each party by itself, or classes of parties. */
final class LivePlayers {

    private final Live live;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> players = new HashMap<>();
    private final List<List<Integer>> seats = new ArrayList<>();

    LivePlayers(Live live, Costs costs, Node node) {
        this.live = live;
        seat(costs, node);
    }

    /** How many play. */
    int count() {
        return names.size();
    }

    /** The code of a party, or the name of a class. */
    String name(int player) {
        return names.get(player);
    }

    /** The number of a player, by that name. */
    int number(String name) {
        return players.getOrDefault(name, 0);
    }

    private void seat(Costs costs, Node node) {
        var sorted = new TreeMap<String, List<Integer>>();
        for (var member : node.members()) {
            var code = live.party(member).code();
            if (costs.classes().isEmpty()) {
                sorted.put(code, List.of(member));
            }
            costs.classes()
                    .forEach((name, parties) -> {
                        if (parties.contains(code)) {
                            sorted.computeIfAbsent(name, key -> new ArrayList<>()).add(member);
                        }
                    });
        }
        sorted.forEach((name, members) -> {
            players.put(name, names.size());
            names.add(name);
            seats.add(members);
        });
    }

    /** Those whom a rule file joins by {@code +}. */
    BitSet coalition(String text) {
        var coalition = new BitSet();
        for (var name : text.split("\\+", -1)) {
            coalition.set(players.getOrDefault(name.strip(), 0));
        }
        return coalition;
    }

    /** What a coalition is called. */
    String called(BitSet coalition) {
        return coalition.stream().mapToObj(this::called).collect(Collectors.joining(" + "));
    }

    /** What several are called. */
    String called(List<String> users) {
        return users.stream().map(user -> called(number(user))).collect(Collectors.joining(" + "));
    }

    /** A party by its name, a class by its own. */
    String called(int player) {
        var members = seats.get(player);
        var own = members.size() == 1 ? live.party(members.getFirst()) : null;
        return own != null && own.code().equals(names.get(player)) ? own.name() : names.get(player);
    }

    /** One alone. */
    static BitSet only(int player) {
        var coalition = new BitSet();
        coalition.set(player);
        return coalition;
    }

    /** All together. */
    BitSet everybody() {
        var all = new BitSet();
        all.set(0, names.size());
        return all;
    }

    /** A table with a line for each. */
    Block block() {
        return new Block(
                live.page(),
                names.stream()
                        .map(name -> new Block.Label(name, called(players.getOrDefault(name, 0))))
                        .toList());
    }

    /** The parties of a class share its part equally. */
    Result shared(Block own, Node node) {
        var result = live.none();
        if (seats.stream().allMatch(members -> members.size() == 1)) {
            for (var player = 0; player < names.size(); player++) {
                result.quota().set(seats.get(player).getFirst(), own.exact("quota", player));
            }
            return result;
        }
        live.page().skip();
        var block = live.block(node.members());
        IntFunction<Integer> player =
                line ->
                        IntStream.range(0, seats.size())
                                .filter(at -> seats.get(at).contains(node.members().get(line)))
                                .findFirst()
                                .orElseThrow();
        block.add(
                "size",
                live.words("size"),
                Look.WHOLE,
                false,
                line -> new Entry.Figure(Fraction.of(seats.get(player.apply(line)).size())));
        live.carried(
                block,
                "quota",
                "",
                line ->
                        "INT(%s/%s)"
                                .formatted(
                                        own.exact("quota", player.apply(line)).whole(),
                                        block.at("size", line)),
                line ->
                        "((%1$s-INT(%1$s/%3$s)*%3$s+%2$s)/%3$s)"
                                .formatted(
                                        own.exact("quota", player.apply(line)).whole(),
                                        own.exact("quota", player.apply(line)).part(),
                                        block.at("size", line)));
        live.write(block);
        return live.result(block, "quota", node.members());
    }
}
