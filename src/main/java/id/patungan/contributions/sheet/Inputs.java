package id.patungan.contributions.sheet;

import id.patungan.allocation.Parties;
import id.patungan.allocation.Rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;

/** The table of what was put in: each party's figures and words. */
final class Inputs {

    private final Block block;

    /**
     * Writes the table.
     *
     * @param names of indicators and columns as people read them
     * @param history whether ties look at earlier years
     */
    Inputs(
            Page page,
            Live.Words words,
            List<Parties.Party> parties,
            Rule rule,
            java.util.function.UnaryOperator<String> names,
            boolean history) {
        block =
                new Block(
                        page,
                        parties.stream()
                                .map(party -> new Block.Label(party.code(), party.name()))
                                .toList());
        var indicators = new LinkedHashSet<String>();
        var columns = new LinkedHashSet<String>();
        wordsOf(rule, columns);
        for (var party : parties) {
            indicators.addAll(party.figures().keySet());
            columns.addAll(party.words().keySet());
        }
        for (var indicator : indicators) {
            block.add(
                    "figure." + indicator,
                    names.apply(indicator),
                    Look.FIGURE,
                    true,
                    line -> {
                        var figure = parties.get(line).figures().get(indicator);
                        return figure == null ? Entry.blank() : new Entry.Input(figure);
                    });
        }
        for (var column : columns) {
            block.add(
                    "word." + column,
                    names.apply(column),
                    Look.TEXT,
                    false,
                    line -> word(parties.get(line), column));
        }
        if (history) {
            block.add(
                    "history",
                    words.of("history"),
                    Look.WHOLE,
                    false,
                    line ->
                            new Entry.Input(
                                    id.patungan.basics.Fraction.of(
                                            Objects.requireNonNullElse(
                                                    parties.get(line).tieHistory(), 0L))));
        }
        block.write(words.of("code"), words.of("party"), words.of("sum"));
        var number = 0;
        for (var indicator : indicators) {
            page.name(
                    "indicator_" + ++number,
                    block.firstRow(),
                    block.column("figure." + indicator),
                    parties.size());
        }
    }

    private static Entry word(Parties.Party party, String column) {
        var word = party.words().get(column);
        var figure = party.figures().get(column);
        if (word != null) return new Entry.InputText(word);
        return figure == null ? Entry.blank() : new Entry.InputText(figure.toShortText());
    }

    /** Columns that a rule reads as words, though all they hold may be numbers. */
    private static void wordsOf(Rule rule, SequencedSet<String> columns) {
        if (rule instanceof Rule.Bands bands) {
            switch (bands.table()) {
                case Rule.Table.ByWords table -> {
                    columns.add(table.category());
                    columns.add(table.classes());
                }
                case Rule.Table.ByFigure table -> {
                    if (table.category() != null) columns.add(table.category());
                }
            }
        }
        rule.inner().forEach(inner -> wordsOf(inner.rule(), columns));
    }

    String figure(String indicator, int party) {
        return block.at("figure." + indicator, party);
    }

    String word(String column, int party) {
        return block.at("word." + column, party);
    }

    String history(int party) {
        return block.at("history", party);
    }
}
