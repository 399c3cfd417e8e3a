package id.patungan.contributions;

import id.patungan.contributions.ClaimWish.State;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Wishes about claims in a body that asks for two people: one prepares, another decides. */
@Service
public class ClaimWishes {

    private static final int LONGEST_REASON = 400;

    private final ClaimWishRepository wishes;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Clock clock;

    ClaimWishes(
            ClaimWishRepository wishes, Books books, Commands commands, Audit audit, Clock clock) {
        this.wishes = wishes;
        this.books = books;
        this.commands = commands;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the body asks for two people. */
    public boolean required(Access access) {
        return books.get(access.body()).approvalRequired();
    }

    /** Stores a wish that can be fulfilled; its number. */
    int prepare(Access access, NewClaim wish) {
        var number =
                wishes.insert(
                        access.body(),
                        wish,
                        access.handle(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(access, "contributions.claim-wish", subject(number), null, wish);
        return number;
    }

    /** What a key was used for; two commands with equal requests stay apart. */
    private record Command(String command, Object request) {}

    private record Decided(int number, boolean approve, @Nullable String reason) {}

    /**
     * Approves a wish or turns it down; only another person than its preparer may.
     *
     * @param reason needed to turn it down
     * @throws ClaimException if it is decided, one's own, or the reason is missing
     */
    public ClaimWish decide(
            Access access, int number, boolean approve, @Nullable String reason, String key) {
        access.require(Action.APPROVE);
        var said = reason == null || reason.isBlank() ? null : reason.strip();
        if (said == null && !approve) throw ClaimException.noReason();
        Typed.optional("reason", said, LONGEST_REASON);
        var wish = new Decided(number, approve, said);
        books.write(
                access.body(),
                () ->
                        commands.once(
                                access.body(),
                                key,
                                new Command("decide-claim", wish),
                                Integer.class,
                                () -> decideOnce(access, wish)));
        return get(access, number);
    }

    private int decideOnce(Access access, Decided wish) {
        var before = get(access, wish.number());
        if (before.state() != State.WAITING) throw ClaimException.alreadyDecided(wish.number());
        if (before.preparedBy().equals(access.handle())) throw ClaimException.ownWork();
        wishes.insertDecision(
                access.body(),
                before,
                wish.approve(),
                wish.reason(),
                access.handle(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(
                access,
                wish.approve() ? "contributions.claim-approve" : "contributions.claim-reject",
                subject(wish.number()),
                before,
                get(access, wish.number()));
        return wish.number();
    }

    /** The wishes of the body, the newest first. */
    public List<ClaimWish> all(Access access) {
        access.require(Action.READ_BOOKS);
        return wishes.wishes(access.body(), books.get(access.body()).currency());
    }

    /**
     * The wish of that number.
     *
     * @throws ClaimException not found
     */
    public ClaimWish get(Access access, int number) {
        return all(access).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> ClaimException.noSuchWish(number));
    }

    private static String subject(int number) {
        return "claim-wish/" + number;
    }
}
