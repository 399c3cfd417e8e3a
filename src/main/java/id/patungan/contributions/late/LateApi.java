package id.patungan.contributions.late;

import id.patungan.basics.AmountReader;
import id.patungan.basics.FundCode;
import id.patungan.basics.Input;
import id.patungan.basics.Money;
import id.patungan.contributions.Basis;
import id.patungan.contributions.late.LatePolicy.Kind;
import id.patungan.contributions.late.LatePolicy.Terms;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** What lateness costs, for programs; amounts and percents are decimal strings in main units. */
@RestController
@RequestMapping("/api/v1/bodies/{body}")
class LateApi {

    private final LateCharges charges;
    private final LatePolicies policies;
    private final LateBook book;

    LateApi(LateCharges charges, LatePolicies policies, LateBook book) {
        this.charges = charges;
        this.policies = policies;
        this.book = book;
    }

    /** What can be charged up to a day, today if none is given, and what was charged before. */
    @GetMapping("/late-charges")
    LateAnswer proposals(Access access, @RequestParam(required = false) @Nullable String through) {
        access.require(Action.READ_BOOKS);
        var day = through == null ? book.today(access) : LateForm.readDay(through);
        return new LateAnswer(
                day,
                charges.proposals(access, day).stream().map(WireProposal::of).toList(),
                charges.charged(access).stream().map(WireLine::of).toList());
    }

    @PostMapping("/late-charges")
    Issued issue(
            Access access,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody LateWish request) {
        access.require(Action.PREPARE);
        return new Issued(charges.issue(access, request.toWish(), key).code());
    }

    @GetMapping("/late-charge-policy")
    List<WireVersion> versions(Access access) {
        return policies.all(access).stream().map(WireVersion::of).toList();
    }

    @PostMapping("/late-charge-policy")
    WireVersion draft(
            Access access,
            BodyEntry body,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody LatePolicyWish request) {
        access.require(Action.PREPARE);
        return WireVersion.of(policies.draft(access, request.toWish(body.currency()), key));
    }

    @PostMapping("/late-charge-policy/{version:[0-9]{1,6}}/decision")
    WireVersion decide(
            Access access,
            @PathVariable int version,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody LateDecision request) {
        access.require(Action.APPROVE);
        return WireVersion.of(
                policies.decide(
                        access,
                        version,
                        said("approve", request.approve()),
                        request.reason(),
                        key));
    }

    private static <T> T said(String field, @Nullable T value) {
        if (value == null) throw LateException.missing(field);
        return value;
    }

    private static String text(Money amount) {
        return amount.toDecimal().toPlainString();
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    /** The code of the fine. */
    record Issued(String assessment) {}

    /** The decision about a version. */
    record LateDecision(@Nullable Boolean approve, @Nullable String reason) {}

    /** The wish to charge; see {@link NewLateCharge}. */
    record LateWish(
            @Nullable LocalDate through,
            @Nullable LocalDate due,
            @Nullable String fund,
            @Nullable String description,
            @Nullable List<String> charges) {

        NewLateCharge toWish() {
            var named = said("fund", fund);
            return new NewLateCharge(
                    said("through", through),
                    said("due", due),
                    Input.read("fund", () -> new FundCode(named)),
                    said("description", description),
                    said("charges", charges));
        }
    }

    /** The wish for a version; see {@link LatePolicy}. */
    record LatePolicyWish(
            @Nullable LocalDate effectiveFrom,
            @Nullable String agreement,
            @Nullable String article,
            @Nullable String kind,
            @Nullable String percent,
            @Nullable String fine,
            @Nullable Integer graceDays,
            @Nullable String capPercent,
            @Nullable String unit,
            @Nullable String organ,
            @Nullable String basisNote) {

        NewLatePolicy toWish(Currency currency) {
            var how = said("kind", kind);
            return new NewLatePolicy(
                    said("effectiveFrom", effectiveFrom),
                    said("agreement", agreement),
                    said("article", article),
                    new Terms(
                            Input.read("kind", () -> Kind.of(how)),
                            number("percent", percent),
                            fine == null ? null : amount("fine", fine, currency),
                            said("graceDays", graceDays),
                            number("capPercent", capPercent),
                            amount("unit", said("unit", unit), currency)),
                    said("organ", organ),
                    basisNote == null
                            ? null
                            : Input.read(
                                    "basisNote", () -> new Basis(Basis.Kind.ASSUMED, basisNote)));
        }

        private static @Nullable BigDecimal number(String field, @Nullable String text) {
            return text == null ? null : Input.read(field, () -> new BigDecimal(text));
        }

        private static Money amount(String field, String text, Currency currency) {
            return AmountReader.require(field, text, currency, AmountReader.Grammar.PLAIN);
        }
    }

    /** A version of the policy. */
    record WireVersion(
            int version,
            String state,
            LocalDate effectiveFrom,
            String agreement,
            String article,
            String kind,
            @Nullable String percent,
            @Nullable String fine,
            int graceDays,
            @Nullable String capPercent,
            String unit,
            String organ,
            String preparedBy,
            @Nullable String decidedBy,
            @Nullable String reason) {

        static WireVersion of(LatePolicy policy) {
            var terms = policy.terms();
            var fine = terms.fine();
            return new WireVersion(
                    policy.version(),
                    policy.state().code(),
                    policy.effectiveFrom(),
                    policy.agreement(),
                    policy.article(),
                    terms.kind().code(),
                    plain(terms.percent()),
                    fine == null ? null : text(fine),
                    terms.graceDays(),
                    plain(terms.capPercent()),
                    text(terms.unit()),
                    policy.organ(),
                    policy.preparedBy(),
                    policy.decidedBy(),
                    policy.reason());
        }
    }

    /** What can be charged up to a day, and what was. */
    record LateAnswer(LocalDate through, List<WireProposal> proposals, List<WireLine> charged) {}

    /** A proposal; see {@link LateProposal}. */
    record WireProposal(
            String charge,
            String party,
            LocalDate due,
            LocalDate firstDay,
            LocalDate lastDay,
            int days,
            String late,
            @Nullable LocalDate chargedThrough,
            String chargedBefore,
            String amount) {

        static WireProposal of(LateProposal one) {
            return new WireProposal(
                    one.charge(),
                    one.party(),
                    one.due(),
                    one.firstDay(),
                    one.lastDay(),
                    one.days(),
                    text(one.late()),
                    one.chargedThrough(),
                    text(one.chargedBefore()),
                    text(one.amount()));
        }
    }

    /** What was charged; see {@link LateLine}. */
    record WireLine(
            String assessment,
            LocalDate date,
            boolean cancelled,
            String charge,
            int policy,
            LocalDate firstDay,
            LocalDate lastDay,
            int days,
            String late,
            String amount) {

        static WireLine of(LateLine one) {
            return new WireLine(
                    one.fine(),
                    one.date(),
                    one.cancelled(),
                    one.charge(),
                    one.policy(),
                    one.firstDay(),
                    one.lastDay(),
                    one.days(),
                    text(one.late()),
                    text(one.amount()));
        }
    }
}
