package id.patungan.grants.pages;

import id.patungan.basics.DomainException;
import id.patungan.basics.Money;
import id.patungan.grants.Award;
import id.patungan.grants.AwardBook;
import id.patungan.grants.AwardBudget;
import id.patungan.grants.AwardException;
import id.patungan.grants.AwardExpiries;
import id.patungan.grants.AwardExpiry;
import id.patungan.grants.AwardPromise;
import id.patungan.grants.AwardStanding;
import id.patungan.grants.AwardTerms;
import id.patungan.grants.AwardVersion;
import id.patungan.grants.Awards;
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
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Awards for programs: amounts are decimal strings in main units. What is recorded is sent as the
 * fields of the page's form, each a text; the tables of terms have a row per line and columns
 * between semicolons.
 */
@RestController
@RequestMapping("/api/v1/bodies/{body}/awards")
class AwardApi {

    private final Awards awards;
    private final AwardExpiries expiries;
    private final AwardActions actions;

    AwardApi(Awards awards, AwardExpiries expiries, AwardActions actions) {
        this.awards = awards;
        this.expiries = expiries;
        this.actions = actions;
    }

    @GetMapping
    List<WireAward> all(Access access) {
        return awards.all(access).stream().map(one -> wire(access, one)).toList();
    }

    @GetMapping("/{award}")
    WireAward one(Access access, @PathVariable String award) {
        return wire(access, awards.get(access, award));
    }

    @PostMapping("/{award}/terms")
    WireVersion draft(
            Access access,
            BodyEntry body,
            @PathVariable String award,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody AwardWish wish) {
        access.require(Action.PREPARE);
        var read = new AwardFields(wish.texts(), body.currency(), null);
        var terms = new TermsFields(read).terms();
        refuse(read);
        return WireVersion.of(awards.draft(access, award, terms.orElseThrow(), key));
    }

    @PostMapping("/{award}/versions/{version:[0-9]{1,6}}/decision")
    WireVersion decide(
            Access access,
            @PathVariable String award,
            @PathVariable int version,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody AwardDecision request) {
        access.require(Action.APPROVE);
        var approve = request.approve();
        if (approve == null) throw AwardException.missing("approve");
        return WireVersion.of(
                awards.decide(access, award, version, approve, request.reason(), key));
    }

    @PostMapping("/{award}/record/{action}")
    WireAward record(
            Access access,
            BodyEntry body,
            @PathVariable String award,
            @PathVariable String action,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody AwardWish wish) {
        var wanted = AwardAction.of(action).orElseThrow(() -> AwardException.noSuchAward(action));
        access.require(wanted.needs());
        var read = new AwardFields(wish.texts(), body.currency(), null);
        if (!actions.perform(access, award, wanted, read, key)) refuse(read);
        return one(access, award);
    }

    /** The first thing that is wrong, by the name of its field. */
    private static void refuse(AwardFields read) {
        for (var error : read.errors().all()) {
            DomainException refusal = error.refusal();
            if (refusal != null) throw refusal;
        }
    }

    private WireAward wire(Access access, Award award) {
        var terms = award.shown();
        if (award.terms().isEmpty()) {
            return new WireAward(
                    award.code(),
                    terms.giver(),
                    terms.titleId(),
                    terms.titleEn(),
                    terms.agreementNo(),
                    terms.currency(),
                    text(terms.money(terms.amount())),
                    terms.from(),
                    terms.to(),
                    null,
                    null,
                    award.versions().stream().map(WireVersion::of).toList());
        }
        var book = awards.book(access, award.code());
        var on = awards.today(access);
        return new WireAward(
                award.code(),
                terms.giver(),
                terms.titleId(),
                terms.titleEn(),
                terms.agreementNo(),
                terms.currency(),
                text(terms.money(terms.amount())),
                terms.from(),
                terms.to(),
                WireStanding.of(book, AwardStanding.of(book, on), AwardBudget.of(book, on)),
                expiries.of(access, book, on).map(one -> WireExpiry.of(book, one)).orElse(null),
                award.versions().stream().map(WireVersion::of).toList());
    }

    private static String text(Money amount) {
        return amount.toDecimal().toPlainString();
    }

    /** What is to be recorded: the fields of the page's form by their names. */
    record AwardWish(@Nullable Map<String, @Nullable String> fields) {

        Map<String, String> texts() {
            var texts = new HashMap<String, String>();
            if (fields != null) {
                fields.forEach((field, text) -> texts.put(field, text == null ? "" : text));
            }
            return texts;
        }
    }

    /** The decision about a version. */
    record AwardDecision(@Nullable Boolean approve, @Nullable String reason) {}

    /** An award; standing is null while no version is approved. */
    record WireAward(
            String code,
            String giver,
            String titleId,
            String titleEn,
            String agreementNo,
            Currency currency,
            String amount,
            LocalDate from,
            LocalDate to,
            @Nullable WireStanding standing,
            @Nullable WireExpiry expiry,
            List<WireVersion> versions) {}

    /**
     * What the end of an award leaves to be paid in a month, in the book's currency; null if
     * nothing does, or for a viewer of some funds.
     */
    record WireExpiry(
            LocalDate on,
            String free,
            String liquid,
            String gap,
            @Nullable Long months,
            List<WireEnd> ends) {

        static WireExpiry of(AwardBook book, AwardExpiry expiry) {
            var months = expiry.months();
            return new WireExpiry(
                    expiry.on(),
                    inBook(book, expiry.free().monthly()),
                    inBook(book, expiry.free().liquid()),
                    inBook(book, expiry.gap()),
                    months.isPresent() ? months.getAsLong() : null,
                    expiry.ends().stream()
                            .map(one ->
                                    new WireEnd(
                                            one.purpose().code(),
                                            one.last(),
                                            one.daysLeft(),
                                            one.basis().code(),
                                            inBook(book, one.monthly()),
                                            inBook(book, one.gap())))
                            .toList());
        }
    }

    /** The end of one purpose; a negative gap is what the unrestricted funds have over. */
    record WireEnd(
            String purpose,
            LocalDate last,
            long daysLeft,
            String basis,
            String monthly,
            String gap) {}

    private static String inBook(AwardBook book, long amount) {
        return text(new Money(book.currency(), amount));
    }

    /** A version of the terms. */
    record WireVersion(
            int version,
            String state,
            AwardTerms terms,
            String preparedBy,
            @Nullable String decidedBy,
            @Nullable String reason) {

        static WireVersion of(AwardVersion one) {
            return new WireVersion(
                    one.version(),
                    one.state().code(),
                    one.terms(),
                    one.preparedBy(),
                    one.decidedBy(),
                    one.reason());
        }
    }

    /**
     * Where an award stands; amounts in the book's currency, those of lines and tranches in its
     * own.
     */
    record WireStanding(
            LocalDate on,
            String received,
            String interest,
            String exchange,
            String eligible,
            String refunded,
            String balance,
            String spendable,
            String dueBack,
            long daysLeft,
            List<WireLine> lines,
            List<WireTranche> tranches,
            List<WireReport> reports,
            List<WirePromise> promises) {

        static WireStanding of(AwardBook book, AwardStanding standing, AwardBudget budget) {
            var position = standing.position();
            return new WireStanding(
                    standing.on(),
                    inBook(book, position.received()),
                    inBook(book, position.interest()),
                    inBook(book, position.exchange()),
                    inBook(book, position.eligible()),
                    inBook(book, position.refunded()),
                    inBook(book, position.balance()),
                    inBook(book, standing.spendable()),
                    inBook(book, standing.dueBack()),
                    standing.daysLeft(),
                    budget.lines().stream().map(one -> line(book, one)).toList(),
                    standing.tranches().stream()
                            .map(one ->
                                    new WireTranche(
                                            one.tranche().code(),
                                            inAward(book, one.tranche().amount()),
                                            inAward(book, one.received()),
                                            one.state()))
                            .toList(),
                    standing.reports().stream()
                            .map(one ->
                                    new WireReport(
                                            one.report().code(), one.report().dueOn(), one.state()))
                            .toList(),
                    AwardPromise.of(book, standing.on()).stream()
                            .map(one ->
                                    new WirePromise(
                                            one.promise().code(),
                                            one.promise().dueOn(),
                                            inAward(book, one.promise().amount()),
                                            one.state(),
                                            one.settledOn()))
                            .toList());
        }

        private static WireLine line(AwardBook book, AwardBudget.LineSpent one) {
            var how = one.line().calculation();
            return new WireLine(
                    one.line().code(),
                    inAward(book, one.line().amount()),
                    inAward(book, one.spent()),
                    inAward(book, one.left()),
                    how == null ? null : how.quantity().toPlainString(),
                    how == null ? null : how.unit(),
                    how == null ? null : inAward(book, how.unitCost()));
        }

        private static String inAward(AwardBook book, long amount) {
            return text(book.terms().money(amount));
        }
    }

    /** A budget line; the last three are null where only its amount was agreed. */
    record WireLine(
            String code,
            String budget,
            String spent,
            String left,
            @Nullable String quantity,
            @Nullable String unit,
            @Nullable String unitCost) {}

    /** A tranche. */
    record WireTranche(String code, String amount, String received, String state) {}

    /** A promise to a sponsor; settledOn is null while it is neither kept nor broken. */
    record WirePromise(
            String code,
            LocalDate dueOn,
            String amount,
            String state,
            @Nullable LocalDate settledOn) {}

    /** A report. */
    record WireReport(String code, LocalDate dueOn, String state) {}
}
