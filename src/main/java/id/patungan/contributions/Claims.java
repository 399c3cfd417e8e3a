package id.patungan.contributions;

import id.patungan.contributions.ClaimWish.State;
import id.patungan.platform.Access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.List;

/**
 * What becomes of a single charge beside being paid: credited, allowed for, written off, recovered,
 * given up. Every wish names the decision that it rests on. Where the body asks for two people, a
 * wish waits until another person has approved it, and is booked then.
 */
@Service
public class Claims {

    private final Papers papers;
    private final ClaimPlans plans;
    private final ClaimBook book;
    private final ClaimPapers shown;
    private final ClaimWishes wishes;

    Claims(Papers papers, ClaimPlans plans, ClaimBook book, ClaimPapers shown, ClaimWishes wishes) {
        this.papers = papers;
        this.plans = plans;
        this.book = book;
        this.shown = shown;
        this.wishes = wishes;
    }

    /**
     * What a wish has become: one of the three.
     *
     * @param waiting for another person
     */
    public record Made(
            @Nullable ClaimPaper paper,
            @Nullable MemoRelease release,
            @Nullable ClaimWish waiting) {}

    /**
     * Fulfils the wish; where the body asks for two people, prepares it for the other.
     *
     * @param key of the command; the same key with the same wish answers the same
     * @throws id.patungan.basics.DomainException if it cannot be fulfilled; nothing is stored then
     */
    public Made take(Access access, NewClaim wish, String key) {
        return made(
                access,
                papers.once(
                        access,
                        key,
                        "claim",
                        wish,
                        () -> {
                            var plan = plans.plan(access, wish, papers.today(access));
                            return wishes.required(access)
                                    ? Integer.toString(wishes.prepare(access, wish))
                                    : fulfil(access, wish, plan, null);
                        }));
    }

    /**
     * Books a wish that another person has approved.
     *
     * @throws id.patungan.basics.DomainException if it is not approved or is booked already, or
     *     cannot be fulfilled any more
     */
    public Made book(Access access, int number, String key) {
        return made(
                access,
                papers.once(
                        access,
                        key,
                        "book-claim",
                        number,
                        () -> {
                            var approved = wishes.get(access, number);
                            if (approved.state() != State.APPROVED) {
                                throw ClaimException.notApproved(number);
                            }
                            var wish = approved.wish();
                            return fulfil(
                                    access,
                                    wish,
                                    plans.plan(access, wish, papers.today(access)),
                                    number);
                        }));
    }

    private String fulfil(
            Access access, NewClaim wish, ClaimPlans.Plan plan, @Nullable Integer number) {
        if (wish.kind() == NewClaim.Kind.MEMO_RELEASE) {
            return book.release(access, wish, plan.charge(), number);
        }
        var paper = papers.issue(access, wish.kind().series(), wish.date(), null, plan.entry());
        book.store(access, paper.code(), wish, plan, number);
        papers.issued(access, paper, wish);
        return paper.code();
    }

    private Made made(Access access, String answer) {
        if (answer.startsWith(MemoRelease.SERIES)) {
            return new Made(null, shown.release(access, answer), null);
        }
        if (Character.isDigit(answer.charAt(0))) {
            return new Made(null, null, wishes.get(access, Integer.parseInt(answer)));
        }
        return new Made(shown.get(access, answer), null, null);
    }

    /**
     * Undoes a paper by the linked reversal of its entry, the newest about a charge first.
     *
     * @throws ContributionsException if something rests on it
     */
    public ClaimPaper reverse(Access access, String code, LocalDate on, String reason, String key) {
        return shown.get(
                access,
                papers.once(
                        access,
                        key,
                        "reverse-claim",
                        List.of(code, on, reason),
                        () -> {
                            var claim = shown.get(access, code);
                            plans.requireUndoable(access, claim, on);
                            papers.reverse(access, claim.paper(), on, reason);
                            return code;
                        }));
    }
}
