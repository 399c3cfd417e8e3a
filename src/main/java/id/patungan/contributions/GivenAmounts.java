package id.patungan.contributions;

import id.patungan.basics.Money;

import java.util.Map;

/**
 * How amounts that stand already, party by party, become an assessment like any other: a rule that
 * gives each its own, and the table by which it does.
 */
public final class GivenAmounts {

    private GivenAmounts() {}

    /** A rule that gives each the {@code amount} of its row; exact, as they add up to the total. */
    public static String rule(Money total) {
        return "unit: "
                + Money.zero(total.currency()).toDecimal().ulp().toPlainString()
                + "\nrule: {kind: weights, indicator: amount}\n";
    }

    /** The table: {@code party,name,amount}. */
    public static String table(Map<String, Money> amounts, Map<String, String> names) {
        var table = new StringBuilder("party,name,amount\n");
        amounts.forEach((party, amount) ->
                table.append(party)
                        .append(',')
                        .append(quoted(names.getOrDefault(party, party)))
                        .append(',')
                        .append(amount.toDecimal().toPlainString())
                        .append('\n'));
        return table.toString();
    }

    /** A name as a field of such a table. */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
