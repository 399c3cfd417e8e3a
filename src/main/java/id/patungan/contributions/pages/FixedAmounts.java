package id.patungan.contributions.pages;

import id.patungan.basics.Money;
import id.patungan.contributions.GivenAmounts;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Amounts that were decided for single parties, typed row by row: a levy of so much each, a fine of
 * one member. They become the table by which the amount is divided, so that only those who pay
 * stand on the sheet.
 *
 * @param rule divides by that table, in the smallest unit of the currency
 */
record FixedAmounts(Money total, String rule, String figures) {

    /** Rows that are offered; more come when these are filled. */
    private static final int ROWS = 3;

    /** The rows to show: those that were filled, and some more. */
    static int rows(Sent form) {
        var filled = 0;
        for (var at = 0; at < form.all("amountOf").size(); at++) {
            if (!blank(form, at)) filled = at + 1;
        }
        return filled + ROWS;
    }

    private static boolean blank(Sent form, int at) {
        return form.text("amountOf", at).isBlank() && form.text("amountParty", at).isBlank();
    }

    /**
     * What was typed; empty if nothing was, or something is wrong, which the form says then.
     *
     * @param names of the parties, by code
     */
    static Optional<FixedAmounts> read(Sent form, Map<String, String> names) {
        var amounts = new LinkedHashMap<String, Money>();
        @Nullable Money total = null;
        var readable = true;
        for (var at = 0; at < form.all("amountParty").size(); at++) {
            if (blank(form, at)) continue;
            var party = form.text("amountParty", at).strip();
            var field = "amountOf-" + at;
            if (party.isEmpty()) {
                form.errors().add(field, "contributions.missing.amountParty");
                readable = false;
                continue;
            }
            if (!names.containsKey(party)) {
                form.errors().add(field, "refusal.contributions.unknown-party", party);
                readable = false;
                continue;
            }
            if (form.text("amountOf", at).isBlank()) {
                form.errors().add(field, "contributions.missing.amountOf", names.get(party));
                readable = false;
                continue;
            }
            var amount = form.amount("amountOf", at);
            if (amount.isEmpty()) {
                readable = false;
                continue;
            }
            if (amount.get().minorUnits() <= 0
                    || amounts.putIfAbsent(party, amount.get()) != null) {
                form.errors()
                        .add(
                                field,
                                amount.get().minorUnits() <= 0
                                        ? "contributions.amount-not-positive"
                                        : "contributions.amount-twice",
                                names.get(party));
                readable = false;
                continue;
            }
            total = total == null ? amount.get() : total.plus(amount.get());
        }
        if (!readable || total == null) return Optional.empty();
        return Optional.of(
                new FixedAmounts(
                        total, GivenAmounts.rule(total), GivenAmounts.table(amounts, names)));
    }
}
