package id.patungan.contributions.disputes;

import id.patungan.basics.AmountReader;
import id.patungan.basics.Input;
import id.patungan.basics.InputException;
import id.patungan.basics.Money;
import id.patungan.contributions.disputes.Dispute.Event;
import id.patungan.contributions.disputes.Dispute.Subject;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.OpenTo;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Confirmations and disputes for programs; amounts are decimal strings in main units. */
@RestController
@RequestMapping("/api/v1/bodies/{body}")
class DisputeApi {

    private static final String KEY = "Idempotency-Key";

    private final Confirmations confirmations;
    private final Disputes disputes;

    DisputeApi(Confirmations confirmations, Disputes disputes) {
        this.confirmations = confirmations;
        this.disputes = disputes;
    }

    /** What a party owes at the end of a day; today if none is named. */
    @GetMapping("/parties/{party}/balance")
    BalanceAnswer balance(
            Access access,
            @PathVariable String party,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        access.require(Action.READ_OWN);
        var day = asOf == null ? confirmations.today(access) : asOf;
        return BalanceAnswer.of(confirmations.balance(access, party, day));
    }

    @GetMapping("/confirmations")
    List<ConfirmationAnswer> confirmations(
            Access access, @RequestParam(required = false) @Nullable String party) {
        return confirmations.all(access, party).stream().map(ConfirmationAnswer::of).toList();
    }

    @PostMapping("/parties/{party}/confirmations")
    @OpenTo(Action.CONFIRM)
    ConfirmationAnswer confirm(
            Access access,
            BodyEntry body,
            @PathVariable String party,
            @RequestHeader(KEY) String key,
            @RequestBody ConfirmationWish wish) {
        access.require(Action.CONFIRM);
        return ConfirmationAnswer.of(
                confirmations.confirm(
                        access,
                        new NewConfirmation(
                                party,
                                required("asOf", wish.asOf()),
                                amount("balance", wish.balance(), body.currency()),
                                required("capacity", wish.capacity())),
                        key));
    }

    /**
     * The disputes within reach, the newest first.
     *
     * @param open only those that are open
     */
    @GetMapping("/disputes")
    List<DisputeAnswer> disputes(Access access, @RequestParam(defaultValue = "false") String open) {
        var only = open.equals("true");
        return disputes.all(access).stream()
                .filter(one -> !only || one.open())
                .map(DisputeAnswer::of)
                .toList();
    }

    @GetMapping("/disputes/{number:[0-9]{1,9}}")
    DisputeAnswer dispute(Access access, @PathVariable int number) {
        return DisputeAnswer.of(disputes.get(access, number));
    }

    @PostMapping("/parties/{party}/disputes")
    @OpenTo(Action.CONFIRM)
    DisputeAnswer raise(
            Access access,
            BodyEntry body,
            @PathVariable String party,
            @RequestHeader(KEY) String key,
            @RequestBody DisputeWish wish) {
        access.require(Action.CONFIRM);
        var subject = required("subject", wish.subject());
        return DisputeAnswer.of(
                disputes.raise(
                        access,
                        new NewDispute(
                                party,
                                Input.read("subject", () -> Subject.of(subject)),
                                wish.asOf(),
                                wish.charge(),
                                wish.entry(),
                                wish.claimed() == null
                                        ? null
                                        : amount("claimed", wish.claimed(), body.currency()),
                                required("reason", wish.reason())),
                        key));
    }

    /** The party answers back, or withdraws. */
    @PostMapping("/disputes/{number:[0-9]{1,9}}/reply")
    @OpenTo(Action.CONFIRM)
    DisputeAnswer reply(
            Access access,
            @PathVariable int number,
            @RequestHeader(KEY) String key,
            @RequestBody ReplyWish wish) {
        access.require(Action.CONFIRM);
        var words = required("words", wish.words());
        return DisputeAnswer.of(
                Boolean.TRUE.equals(wish.withdraw())
                        ? disputes.withdraw(access, number, words, key)
                        : disputes.reply(access, number, words, key));
    }

    /** The secretariat accepts, rejects or asks. */
    @PostMapping("/disputes/{number:[0-9]{1,9}}/answer")
    DisputeAnswer answer(
            Access access,
            @PathVariable int number,
            @RequestHeader(KEY) String key,
            @RequestBody AnswerWish wish) {
        access.require(Action.PREPARE);
        var words = required("words", wish.words());
        var answer = required("answer", wish.answer());
        return DisputeAnswer.of(
                switch (answer) {
                    case "accept" ->
                            disputes.accept(
                                    access,
                                    number,
                                    words,
                                    required("follows", wish.follows()),
                                    key);
                    case "reject" -> disputes.reject(access, number, words, key);
                    case "ask" -> disputes.ask(access, number, words, key);
                    default -> throw DisputesException.unknownAnswer(answer);
                });
    }

    private static Money amount(String field, @Nullable String text, Currency currency) {
        return AmountReader.require(
                field, required(field, text), currency, AmountReader.Grammar.PLAIN);
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) throw new InputException(field, "is missing");
        return value;
    }

    private static String text(Money amount) {
        return amount.toDecimal().toPlainString();
    }

    /** See {@link NewConfirmation}. */
    record ConfirmationWish(
            @Nullable LocalDate asOf, @Nullable String balance, @Nullable String capacity) {}

    /** See {@link NewDispute}. */
    record DisputeWish(
            @Nullable String subject,
            @Nullable LocalDate asOf,
            @Nullable String charge,
            @Nullable Long entry,
            @Nullable String claimed,
            @Nullable String reason) {}

    /** The party's next word; to withdraw says so. */
    record ReplyWish(@Nullable String words, @Nullable Boolean withdraw) {}

    /** The secretariat's next word: accept, reject or ask. */
    record AnswerWish(@Nullable String answer, @Nullable String words, @Nullable String follows) {}

    /** A charge of which something is open. */
    record OpenAnswer(String charge, String open) {}

    /** See {@link AccountBalance}. */
    record BalanceAnswer(
            String party,
            String name,
            LocalDate asOf,
            long knownAt,
            String hash,
            List<OpenAnswer> charges,
            String others,
            String balance) {

        static BalanceAnswer of(AccountBalance balance) {
            return new BalanceAnswer(
                    balance.party(),
                    balance.partyName(),
                    balance.asOf(),
                    balance.knownAt(),
                    balance.hash(),
                    balance.open().stream()
                            .map(one -> new OpenAnswer(one.charge(), text(one.open())))
                            .toList(),
                    text(balance.others()),
                    text(balance.balance()));
        }
    }

    /** See {@link Confirmation}. */
    record ConfirmationAnswer(
            int number,
            String party,
            LocalDate asOf,
            long knownAt,
            String hash,
            List<OpenAnswer> charges,
            String balance,
            String by,
            String person,
            String capacity,
            Instant at) {

        static ConfirmationAnswer of(Confirmation one) {
            return new ConfirmationAnswer(
                    one.number(),
                    one.party(),
                    one.asOf(),
                    one.knownAt(),
                    one.hash(),
                    one.charges().stream()
                            .map(charge -> new OpenAnswer(charge.charge(), text(charge.open())))
                            .toList(),
                    text(one.balance()),
                    one.by(),
                    one.person(),
                    one.capacity(),
                    one.at());
        }
    }

    /** See {@link Event}. */
    record EventAnswer(
            int no,
            String said,
            String words,
            @Nullable String follows,
            @Nullable String paper,
            String by,
            String person,
            Instant at) {

        static EventAnswer of(Event one) {
            return new EventAnswer(
                    one.no(),
                    one.said().code(),
                    one.words(),
                    one.follows(),
                    one.paper(),
                    one.by(),
                    one.person(),
                    one.at());
        }
    }

    /** See {@link Dispute}. */
    record DisputeAnswer(
            int number,
            String party,
            String name,
            String subject,
            LocalDate about,
            @Nullable String charge,
            @Nullable Long entry,
            @Nullable String document,
            String label,
            String booked,
            @Nullable String claimed,
            long knownAt,
            String state,
            boolean open,
            Instant since,
            List<EventAnswer> events) {

        static DisputeAnswer of(Dispute one) {
            var claimed = one.claimed();
            return new DisputeAnswer(
                    one.number(),
                    one.party(),
                    one.partyName(),
                    one.subject().name().toLowerCase(Locale.ROOT),
                    one.about(),
                    one.charge(),
                    one.entry(),
                    one.document(),
                    one.label(),
                    text(one.booked()),
                    claimed == null ? null : text(claimed),
                    one.knownAt(),
                    one.state().code(),
                    one.open(),
                    one.since(),
                    one.events().stream().map(EventAnswer::of).toList());
        }
    }
}
