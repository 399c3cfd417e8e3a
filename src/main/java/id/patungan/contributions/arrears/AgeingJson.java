package id.patungan.contributions.arrears;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ageing as programs read it; amounts are decimals in main units.
 *
 * @param allowance and net: null for those who do not read the whole book
 * @param knownAt the entry up to which the book was read
 * @param controls that it ties: what is open of the charges, and the balance of the account
 */
record AgeingJson(
        LocalDate asOf,
        long knownAt,
        String currency,
        boolean allParties,
        List<Row> rows,
        Map<String, String> totals,
        String total,
        @Nullable String allowance,
        @Nullable String net,
        List<Control> controls,
        boolean ties) {

    static AgeingJson of(AgeingView view) {
        var ageing = view.ageing();
        var totals = new LinkedHashMap<String, String>();
        for (var bucket : Bucket.values()) totals.put(bucket.code(), text(ageing.total(bucket)));
        return new AgeingJson(
                ageing.asOf(),
                ageing.knownAt(),
                ageing.zero().currency().getCurrencyCode(),
                view.all(),
                ageing.rows().stream().map(row -> Row.of(row, view)).toList(),
                totals,
                text(ageing.total()),
                view.allowances() ? text(ageing.allowance()) : null,
                view.allowances() ? text(ageing.net()) : null,
                ageing.controls().stream()
                        .map(one ->
                                new Control(one.account(), text(one.charges()), text(one.ledger())))
                        .toList(),
                ageing.ties());
    }

    static String text(Money amount) {
        return amount.toDecimal().toPlainString();
    }

    /** A party; its standing and the count of its open disputes, as far as the viewer sees them. */
    record Row(
            String party,
            String name,
            Map<String, String> amounts,
            String total,
            @Nullable String allowance,
            @Nullable String net,
            @Nullable String standing,
            long oldestDays,
            int disputes) {

        static Row of(Ageing.Row row, AgeingView view) {
            var standing = view.standing(row.party());
            var disputed = view.disputed(row.party());
            var amounts = new LinkedHashMap<String, String>();
            for (var bucket : Bucket.values()) amounts.put(bucket.code(), text(row.in(bucket)));
            return new Row(
                    row.party(),
                    row.name(),
                    amounts,
                    text(row.total()),
                    view.allowances() ? text(row.allowance()) : null,
                    view.allowances() ? text(row.net()) : null,
                    standing.isEmpty() ? null : standing,
                    row.oldestDays(),
                    disputed == null ? 0 : disputed.count());
        }
    }

    /** A control account. */
    record Control(String account, String charges, String ledger) {}
}
