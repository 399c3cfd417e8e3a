package id.patungan.contributions.pages;

import static id.patungan.contributions.pages.Wire.required;
import static id.patungan.contributions.pages.Wire.text;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.basics.Input;
import id.patungan.basics.Money;
import id.patungan.contributions.InKind;
import id.patungan.contributions.InKindCounting;
import id.patungan.contributions.InKindRegister;
import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.NewInKind;
import id.patungan.contributions.pages.Wire.WireBasis;
import id.patungan.contributions.pages.Wire.WireReversal;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** The register of what is given in kind, for programs; amounts are decimal strings. */
@RestController
@RequestMapping("/api/v1/bodies/{body}/in-kind")
class InKindApi {

    private static final String NUMBER = "{number:[0-9]{1,9}}";

    private final InKindRegister register;

    InKindApi(InKindRegister register) {
        this.register = register;
    }

    @GetMapping
    List<Item> list(
            Access access,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable String state) {
        var wanted = state == null ? null : Input.read("state", () -> stateOf(state));
        return register.list(access, party, wanted).stream().map(Item::of).toList();
    }

    private static InKind.State stateOf(String code) {
        for (var state : InKind.State.values()) {
            if (state.code().equals(code)) return state;
        }
        throw new IllegalArgumentException(
                "'" + code + "' is not a state; use proposed, recorded, rejected or reversed");
    }

    @GetMapping("/" + NUMBER)
    Item get(Access access, @PathVariable int number) {
        return Item.of(register.get(access, number));
    }

    @PostMapping
    ResponseEntity<Item> enter(
            Access access,
            BodyEntry body,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody GiftWish request) {
        access.require(Action.PREPARE);
        var entered = register.enter(access, request.toWish(body.currency()), key);
        return ResponseEntity.created(
                        URI.create(
                                "/api/v1/bodies/%s/in-kind/%d"
                                        .formatted(body.code(), entered.number())))
                .body(Item.of(entered));
    }

    @PostMapping("/" + NUMBER + "/decision")
    Item decide(
            Access access,
            @PathVariable int number,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody GiftDecision request) {
        access.require(Action.APPROVE);
        return Item.of(
                register.decide(
                        access,
                        number,
                        required("approve", request.approve()),
                        request.reason(),
                        key));
    }

    @PostMapping("/" + NUMBER + "/reversal")
    Item reverse(
            Access access,
            @PathVariable int number,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Reversal request) {
        access.require(Action.PREPARE);
        return Item.of(
                register.reverse(
                        access,
                        number,
                        required("date", request.date()),
                        required("reason", request.reason()),
                        key));
    }

    /** The wish to reverse. */
    record Reversal(@Nullable LocalDate date, @Nullable String reason) {}

    /** Yes or no, and why; a no needs a reason. */
    record GiftDecision(@Nullable Boolean approve, @Nullable String reason) {}

    /** The wish to record; see {@link NewInKind} for the fields. */
    record GiftWish(
            @Nullable String party,
            @Nullable String kind,
            @Nullable String what,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable String valuation,
            @Nullable String document,
            @Nullable String tariff,
            @Nullable String value,
            @Nullable WireCounting counts,
            @Nullable String fund,
            @Nullable String account,
            @Nullable LocalDate on,
            @Nullable WireBasis basis) {

        NewInKind toWish(Currency currency) {
            return new NewInKind(
                    required("party", party),
                    Input.read("kind", () -> InKind.Kind.of(required("kind", kind))),
                    required("what", what),
                    required("from", from),
                    required("until", until),
                    required("quantity", quantity),
                    required("unit", unit),
                    Input.read(
                            "valuation",
                            () -> InKind.Valuation.of(required("valuation", valuation))),
                    required("document", document),
                    amount("tariff", tariff, currency),
                    amount("value", value, currency),
                    counts == null ? null : counts.toCounting(currency),
                    fund == null ? null : Input.read("fund", () -> new FundCode(fund)),
                    Input.read("account", () -> new AccountCode(required("account", account))),
                    required("on", on),
                    WireBasis.read("basis", basis));
        }
    }

    private static @Nullable Money amount(String field, @Nullable String text, Currency currency) {
        return text == null ? null : Wire.amount(field, text, currency);
    }

    /** That an agreement counts it towards a charge. */
    record WireCounting(
            @Nullable String charge,
            @Nullable String agreement,
            @Nullable String article,
            @Nullable String yearlyMax) {

        InKindCounting toCounting(Currency currency) {
            return new InKindCounting(
                    required("counts.charge", charge),
                    new LegalBasis(
                            required("counts.agreement", agreement),
                            required("counts.article", article)),
                    amount("counts.yearlyMax", yearlyMax, currency));
        }

        static @Nullable WireCounting of(@Nullable InKindCounting counts) {
            if (counts == null) return null;
            var most = counts.yearlyMax();
            return new WireCounting(
                    counts.charge(),
                    counts.ground().agreement(),
                    counts.ground().article(),
                    most == null ? null : text(most));
        }
    }

    /** One of the register; see {@link InKind}. */
    record Item(
            int number,
            String state,
            String party,
            String partyName,
            String kind,
            String what,
            LocalDate from,
            LocalDate until,
            BigDecimal quantity,
            String unit,
            String valuation,
            String document,
            @Nullable String tariff,
            String value,
            @Nullable WireCounting counts,
            String fund,
            String account,
            LocalDate on,
            @Nullable WireBasis basis,
            String preparedBy,
            Instant preparedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            @Nullable String code,
            @Nullable Long entry,
            @Nullable String counted,
            @Nullable WireReversal reversed) {

        static Item of(InKind item) {
            var tariff = item.tariff();
            var decision = item.decision();
            var paper = item.paper();
            var counted = item.counted();
            return new Item(
                    item.number(),
                    item.state().code(),
                    item.party(),
                    item.partyName(),
                    item.kind().code(),
                    item.what(),
                    item.from(),
                    item.until(),
                    item.quantity(),
                    item.unit(),
                    item.valuation().code(),
                    item.document(),
                    tariff == null ? null : text(tariff),
                    text(item.value()),
                    WireCounting.of(item.counts()),
                    item.fund(),
                    item.account(),
                    item.on(),
                    WireBasis.of(item.basis()),
                    item.preparedBy(),
                    item.preparedAt(),
                    decision == null ? null : decision.by(),
                    decision == null ? null : decision.at(),
                    decision == null ? null : decision.reason(),
                    paper == null ? null : paper.code(),
                    paper == null ? null : paper.entryNo(),
                    counted == null ? null : text(counted),
                    paper == null ? null : WireReversal.of(paper.reversal()));
        }
    }
}
