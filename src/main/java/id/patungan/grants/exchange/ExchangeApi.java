package id.patungan.grants.exchange;

import id.patungan.basics.AmountReader;
import id.patungan.basics.AmountReader.Grammar;
import id.patungan.basics.InputException;
import id.patungan.basics.Money;
import id.patungan.grants.AwardExchange;
import id.patungan.grants.AwardExchange.Interest;
import id.patungan.grants.AwardExchange.Part;
import id.patungan.grants.AwardExchange.Receipt;
import id.patungan.grants.AwardExchange.Refund;
import id.patungan.grants.AwardExchange.Revaluation;
import id.patungan.grants.AwardExchange.Settlement;
import id.patungan.grants.AwardExchange.Spending;
import id.patungan.grants.ForeignPosition;
import id.patungan.grants.rates.FxPart;
import id.patungan.ledger.Entry;
import id.patungan.platform.Access;
import id.patungan.platform.Action;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Awards in a foreign currency for programs; amounts are decimals, each in the currency named. */
@RestController
@RequestMapping("/api/v1/bodies/{body}/awards/{award}/exchange")
class ExchangeApi {

    private final AwardExchange exchange;

    ExchangeApi(AwardExchange exchange) {
        this.exchange = exchange;
    }

    /** What the award holds in both currencies, and every cost with its rates. */
    @GetMapping
    ExchangeItem view(Access access, @PathVariable String award) {
        return ExchangeItem.of(exchange.view(access, award));
    }

    @PostMapping("/receipts")
    Posted receive(
            Access access,
            @PathVariable String award,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ForeignReceiptWish request) {
        access.require(Action.PREPARE);
        var view = exchange.view(access, award);
        return Posted.of(
                exchange.receive(
                        access,
                        award,
                        new Receipt(
                                required("date", request.date()),
                                request.tranche(),
                                request.fund(),
                                amount("original", request.original(), view.terms().currency()),
                                amount("amount", request.amount(), view.bookCurrency()),
                                Boolean.TRUE.equals(request.kept()),
                                request.documentNo(),
                                request.description()),
                        key));
    }

    /** Amounts are in the currency that the bank account is kept in. */
    @PostMapping("/costs")
    Posted spend(
            Access access,
            @PathVariable String award,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ForeignCostWish request) {
        access.require(Action.PREPARE);
        var paidIn = exchange.view(access, award).paidIn();
        var parts =
                required("parts", request.parts()).stream()
                        .map(part -> required("parts", part))
                        .map(part ->
                                new Part(
                                        required("fund", part.fund()),
                                        required("awardLine", part.awardLine()),
                                        amount("amount", part.amount(), paidIn)))
                        .toList();
        return Posted.of(
                exchange.spend(
                        access,
                        award,
                        new Spending(
                                required("date", request.date()),
                                request.documentNo(),
                                required("description", request.description()),
                                required("account", request.account()),
                                parts),
                        key));
    }

    @PostMapping("/interest")
    Posted interest(
            Access access,
            @PathVariable String award,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ForeignInterestWish request) {
        access.require(Action.PREPARE);
        var view = exchange.view(access, award);
        return Posted.of(
                exchange.interest(
                        access,
                        award,
                        new Interest(
                                required("date", request.date()),
                                request.fund(),
                                amount("original", request.original(), view.terms().currency()),
                                amount("amount", request.amount(), view.bookCurrency()),
                                request.documentNo(),
                                request.description()),
                        key));
    }

    @PostMapping("/settlements")
    Posted settle(
            Access access,
            @PathVariable String award,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ForeignSettlementWish request) {
        access.require(Action.PREPARE);
        var view = exchange.view(access, award);
        return Posted.of(
                exchange.settle(
                        access,
                        award,
                        new Settlement(
                                required("date", request.date()),
                                request.fund(),
                                amount("original", request.original(), view.terms().currency()),
                                amount("amount", request.amount(), view.bookCurrency()),
                                request.documentNo(),
                                request.otherFund()),
                        key));
    }

    @PostMapping("/revaluations")
    Posted revalue(
            Access access,
            @PathVariable String award,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody RevaluationWish request) {
        access.require(Action.PREPARE);
        return Posted.of(
                exchange.revalue(
                        access,
                        award,
                        new Revaluation(required("date", request.date()), request.documentNo()),
                        key));
    }

    @PostMapping("/refunds")
    Posted refund(
            Access access,
            @PathVariable String award,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ForeignRefundWish request) {
        access.require(Action.PREPARE);
        var currency = exchange.view(access, award).terms().currency();
        return Posted.of(
                exchange.refund(
                        access,
                        award,
                        new Refund(
                                required("date", request.date()),
                                request.fund(),
                                amount("original", request.original(), currency),
                                request.documentNo(),
                                request.description()),
                        key));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) throw new InputException(field, "is missing");
        return value;
    }

    private static long amount(String field, @Nullable String text, Currency currency) {
        return AmountReader.require(field, required(field, text), currency, Grammar.PLAIN)
                .minorUnits();
    }

    private static String text(long minorUnits, Currency currency) {
        return new Money(currency, minorUnits).toDecimal().toPlainString();
    }

    /** Money from the giver; see {@link Receipt}. */
    record ForeignReceiptWish(
            @Nullable LocalDate date,
            @Nullable String tranche,
            @Nullable String fund,
            @Nullable String original,
            @Nullable String amount,
            @Nullable Boolean kept,
            @Nullable String documentNo,
            @Nullable String description) {}

    /** A cost; see {@link Spending}. */
    record ForeignCostWish(
            @Nullable LocalDate date,
            @Nullable String documentNo,
            @Nullable String description,
            @Nullable String account,
            @Nullable List<ForeignPart> parts) {}

    /** What a line bears. */
    record ForeignPart(
            @Nullable String fund, @Nullable String awardLine, @Nullable String amount) {}

    /** Interest; see {@link Interest}. */
    record ForeignInterestWish(
            @Nullable LocalDate date,
            @Nullable String fund,
            @Nullable String original,
            @Nullable String amount,
            @Nullable String documentNo,
            @Nullable String description) {}

    /** What funds owe each other; see {@link Settlement}. */
    record ForeignSettlementWish(
            @Nullable LocalDate date,
            @Nullable String fund,
            @Nullable String original,
            @Nullable String amount,
            @Nullable String documentNo,
            @Nullable String otherFund) {}

    /** The account at the rate of a day. */
    record RevaluationWish(@Nullable LocalDate date, @Nullable String documentNo) {}

    /** Money back; see {@link Refund}. */
    record ForeignRefundWish(
            @Nullable LocalDate date,
            @Nullable String fund,
            @Nullable String original,
            @Nullable String documentNo,
            @Nullable String description) {}

    /** The entry that was posted. */
    record Posted(long entry) {

        static Posted of(Entry entry) {
            return new Posted(entry.no());
        }
    }

    /** An award as the API writes it. */
    record ExchangeItem(
            String currency,
            String bookCurrency,
            String method,
            String bearer,
            boolean kept,
            @Nullable OwnPosition own,
            List<HoldingItem> holdings,
            List<TrancheItem> tranches,
            List<CostItem> costs) {

        static ExchangeItem of(AwardExchange.View view) {
            var own = view.terms().currency();
            var book = view.bookCurrency();
            return new ExchangeItem(
                    own.getCurrencyCode(),
                    book.getCurrencyCode(),
                    view.terms().exchange().code(),
                    view.terms().exchangeBearer().code(),
                    view.kept(),
                    view.own() == null ? null : OwnPosition.of(view.own(), own),
                    view.holdings().stream()
                            .map(one ->
                                    new HoldingItem(
                                            one.fund(),
                                            text(one.bank().original(), own),
                                            text(one.bank().book(), book)))
                            .toList(),
                    view.tranches().stream()
                            .map(one ->
                                    new TrancheItem(
                                            one.ref(),
                                            one.date(),
                                            text(one.original(), own),
                                            text(one.book(), book)))
                            .toList(),
                    view.costs().stream()
                            .map(row ->
                                    new CostItem(
                                            row.entry(),
                                            row.documentNo(),
                                            row.cost().date(),
                                            text(row.cost().original(), own),
                                            text(row.cost().book(), book),
                                            row.cost().parts().stream().map(RatePart::of).toList()))
                            .toList());
        }
    }

    /** The award in its own currency; received + interest = eligible + refunded + balance. */
    record OwnPosition(
            String received, String interest, String eligible, String refunded, String balance) {

        static OwnPosition of(ForeignPosition position, Currency currency) {
            return new OwnPosition(
                    text(position.received(), currency),
                    text(position.interest(), currency),
                    text(position.eligible(), currency),
                    text(position.refunded(), currency),
                    text(position.balance(), currency));
        }
    }

    /** What a fund has in the bank. */
    record HoldingItem(String fund, String original, String amount) {}

    /** What came from the giver. */
    record TrancheItem(String tranche, LocalDate date, String original, String amount) {}

    /** A cost or refund in both currencies. */
    record CostItem(
            long entry,
            @Nullable String documentNo,
            LocalDate date,
            String original,
            String amount,
            List<RatePart> rates) {}

    /** A rate, exact, and where it comes from: tranches, the register, or else the entry itself. */
    record RatePart(String rate, LocalDate from, List<String> tranches, @Nullable String source) {

        static RatePart of(FxPart part) {
            var recorded = part.recorded();
            return new RatePart(
                    part.rate().toShortText(),
                    part.from(),
                    part.tranches(),
                    recorded == null ? null : recorded.source());
        }
    }
}
