package id.patungan.grants.lineage;

import id.patungan.basics.InputException;
import id.patungan.basics.Money;
import id.patungan.grants.lineage.LineageView.Row;
import id.patungan.platform.Access;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** The lineage of an award for programs; amounts are decimals of the book's currency. */
@RestController
class LineageApi {

    private final AwardLineages lineages;

    LineageApi(AwardLineages lineages) {
        this.lineages = lineages;
    }

    /**
     * Both directions.
     *
     * @param order {@code first-in}, {@code pro-rata} or {@code restricted-first}
     */
    @GetMapping("/api/v1/bodies/{body}/awards/{award}/lineage")
    LineageItem lineage(
            Access access,
            @PathVariable String award,
            @RequestParam(defaultValue = "first-in") String order) {
        var asked =
                LineageOrder.of(order)
                        .orElseThrow(() ->
                                new InputException(
                                        "order", "must be first-in, pro-rata or restricted-first"));
        return LineageItem.of(lineages.of(access, award, asked));
    }

    private static String text(long minorUnits, Currency currency) {
        return new Money(currency, minorUnits).toDecimal().toPlainString();
    }

    /** A lineage as the API writes it. */
    record LineageItem(
            String award,
            String currency,
            String order,
            LocalDate on,
            List<FlowItem> sources,
            List<FlowItem> uses,
            String left,
            String uncovered) {

        static LineageItem of(LineageView view) {
            var currency = view.currency();
            return new LineageItem(
                    view.award(),
                    currency.getCurrencyCode(),
                    view.order().code(),
                    view.on(),
                    view.sources().stream().map(row -> FlowItem.of(row, currency)).toList(),
                    view.uses().stream().map(row -> FlowItem.of(row, currency)).toList(),
                    text(view.left(), currency),
                    text(view.uncovered(), currency));
        }
    }

    /** A source with its uses, or a use with its sources. */
    record FlowItem(
            String ref,
            String kind,
            long entry,
            LocalDate date,
            String fund,
            String description,
            @Nullable String documentNo,
            @Nullable String awardLine,
            String amount,
            List<PartItem> parts,
            String rest) {

        static FlowItem of(Row row, Currency currency) {
            var flow = row.flow();
            return new FlowItem(
                    flow.ref(),
                    flow.kind().name().toLowerCase(Locale.ROOT),
                    flow.entry(),
                    flow.date(),
                    flow.fund(),
                    flow.description(),
                    flow.documentNo(),
                    flow.awardLine(),
                    text(row.amount(), currency),
                    row.parts().stream()
                            .map(part ->
                                    new PartItem(part.flow().ref(), text(part.amount(), currency)))
                            .toList(),
                    text(row.rest(), currency));
        }
    }

    /** The other end, and how much. */
    record PartItem(String ref, String amount) {}
}
