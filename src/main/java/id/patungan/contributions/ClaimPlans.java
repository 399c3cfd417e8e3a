package id.patungan.contributions;

import id.patungan.basics.Money;
import id.patungan.contributions.AssessmentRepository.Header;
import id.patungan.contributions.ClaimRepository.Event;
import id.patungan.contributions.OpenItemRepository.As;
import id.patungan.contributions.OpenItemRepository.Which;
import id.patungan.ledger.NewEntry;
import id.patungan.platform.Access;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Whether a wish about a charge can be fulfilled on its day, and by which entry: nothing is taken
 * off twice, nothing is dated before what it counts on, no allowance covers more than what is open,
 * and nothing is written off that no allowance covers.
 */
@Component
class ClaimPlans {

    private final AssessmentRepository assessments;
    private final OpenItemRepository openItems;
    private final ClaimRepository claims;
    private final GivingBack givingBack;
    private final PaperOrder order;

    ClaimPlans(
            AssessmentRepository assessments,
            OpenItemRepository openItems,
            ClaimRepository claims,
            GivingBack givingBack,
            PaperOrder order) {
        this.assessments = assessments;
        this.openItems = openItems;
        this.claims = claims;
        this.givingBack = givingBack;
        this.order = order;
    }

    /**
     * How a wish is fulfilled.
     *
     * @param provided of a write-off: what its entry allows for first, in minor units
     * @param entry for the code of the paper
     */
    record Plan(OpenCharge charge, long provided, Function<String, NewEntry> entry) {}

    /**
     * The plan of a wish; locks nothing and stores nothing.
     *
     * @throws id.patungan.basics.DomainException if it cannot be fulfilled on that day
     */
    Plan plan(Access access, NewClaim wish, LocalDate today) {
        var header =
                assessments
                        .header(access.body(), Assessments.EVERYTHING, wish.assessment())
                        .orElseThrow(() -> ClaimException.noSuchClaim(wish.charge()));
        if (header.paper().reversal() != null) {
            throw ContributionsException.alreadyReversed(header.paper().code());
        }
        var charge = charge(access, wish, today);
        if (!wish.amount().currency().equals(charge.open().currency())) {
            throw ContributionsException.otherCurrency(
                    wish.amount().currency().getCurrencyCode(),
                    charge.open().currency().getCurrencyCode());
        }
        if (wish.amount().minorUnits() <= 0) {
            throw ContributionsException.notPositive("amount", wish.amount());
        }
        var before = ofCharge(access, wish.charge());
        var day = new FirstDay().after(header.paper()).after(dated(before));
        return switch (wish.kind()) {
            case CREDIT -> credit(access, wish, charge, header, day);
            case ALLOWANCE -> {
                day.require(wish.date());
                yield allowance(wish, charge);
            }
            case RELEASE -> {
                day.require(wish.date());
                yield release(access, wish, charge);
            }
            case WRITE_OFF -> {
                day.require(wish.date());
                yield writeOff(access, wish, charge);
            }
            case RECOVERY -> {
                day.require(wish.date());
                requireInMemo(wish, charge);
                var booked = Entries.Booked.of(charge);
                yield new Plan(charge, 0, code -> ClaimEntries.recovery(code, wish, booked));
            }
            case MEMO_RELEASE -> {
                day.require(wish.date());
                if (wish.date().isAfter(today)) throw ClaimException.future(wish.date(), today);
                requireInMemo(wish, charge);
                yield new Plan(
                        charge,
                        0,
                        code -> {
                            throw new IllegalStateException(code + " has no entry");
                        });
            }
        };
    }

    private OpenCharge charge(Access access, NewClaim wish, LocalDate today) {
        return openItems
                .charges(
                        access.body(),
                        Assessments.EVERYTHING,
                        Which.ofAssessment(wish.assessment()),
                        As.now(today))
                .stream()
                .filter(one -> one.charge().equals(wish.charge()))
                .findFirst()
                .orElseThrow(() -> ClaimException.noSuchClaim(wish.charge()));
    }

    private Plan credit(
            Access access, NewClaim wish, OpenCharge charge, Header header, FirstDay day) {
        var rest = charge.charged().minus(charge.credited());
        if (wish.amount().compareTo(rest) > 0) {
            throw ClaimException.creditTooMuch(wish.charge(), wish.amount(), rest);
        }
        var free = rest.minus(charge.writtenOff());
        if (wish.amount().compareTo(free) > 0) {
            throw ClaimException.writtenOff(wish.charge(), charge.writtenOff());
        }
        order.ofCredit(access, header, day);
        var back =
                givingBack.of(
                        wish.charge(),
                        wish.amount().minus(charge.open()).minorUnits(),
                        givingBack.paid(access, List.of(wish.charge())),
                        day);
        day.require(wish.date());
        var deferred =
                Math.min(
                        wish.amount().minorUnits(),
                        openItems
                                .deferred(access.body(), wish.assessment())
                                .getOrDefault(wish.charge(), 0L));
        var income = Entries.income(header.kind(), member(access, header, charge));
        return new Plan(
                charge,
                0,
                code ->
                        ClaimEntries.credit(
                                code, wish, Entries.Booked.of(charge), income, deferred, back));
    }

    private boolean member(Access access, Header header, OpenCharge charge) {
        return assessments
                .shares(
                        access.body(),
                        Assessments.EVERYTHING,
                        header.paper().code(),
                        header.total().currency())
                .stream()
                .anyMatch(share -> share.charge().equals(charge.charge()) && share.member());
    }

    private static Plan allowance(NewClaim wish, OpenCharge charge) {
        var rest = charge.open().minus(charge.allowance());
        if (wish.amount().compareTo(rest) > 0) {
            throw ClaimException.allowanceTooMuch(wish.charge(), wish.amount(), rest);
        }
        var booked = Entries.Booked.of(charge);
        return new Plan(charge, 0, code -> ClaimEntries.allowance(code, wish, booked));
    }

    private Plan release(Access access, NewClaim wish, OpenCharge charge) {
        var there = money(wish, claims.leastAllowance(access.body(), wish.charge(), wish.date()));
        if (wish.amount().compareTo(there) > 0) {
            throw ClaimException.releaseTooMuch(wish.charge(), wish.amount(), there);
        }
        var booked = Entries.Booked.of(charge);
        return new Plan(charge, 0, code -> ClaimEntries.release(code, wish, booked));
    }

    private Plan writeOff(Access access, NewClaim wish, OpenCharge charge) {
        var open = money(wish, openItems.leastOpen(access.body(), wish.charge(), wish.date()));
        if (wish.amount().compareTo(open) > 0) {
            throw ClaimException.writeOffTooMuch(wish.charge(), wish.amount(), open);
        }
        var covered = money(wish, claims.leastAllowance(access.body(), wish.charge(), wish.date()));
        var missing = wish.amount().minus(covered);
        if (missing.minorUnits() > 0 && !wish.together()) {
            throw ClaimException.notCovered(wish.charge(), wish.amount(), covered, missing);
        }
        var provided = Math.max(0, missing.minorUnits());
        var booked = Entries.Booked.of(charge);
        return new Plan(
                charge, provided, code -> ClaimEntries.writeOff(code, wish, booked, provided));
    }

    private static void requireInMemo(NewClaim wish, OpenCharge charge) {
        if (wish.amount().compareTo(charge.memo()) > 0) {
            throw ClaimException.recoverTooMuch(wish.charge(), wish.amount(), charge.memo());
        }
    }

    private static Money money(NewClaim wish, long minorUnits) {
        return new Money(wish.amount().currency(), Math.max(0, minorUnits));
    }

    private List<Event> ofCharge(Access access, String charge) {
        return claims.ofAssessment(access.body(), charge.substring(0, charge.indexOf('/'))).stream()
                .filter(event -> event.charge().equals(charge))
                .toList();
    }

    private static List<Dated> dated(Collection<Event> events) {
        return events.stream().map(Event::paper).toList();
    }

    /**
     * Whether a paper can be undone on that day: the newest about its charge first, and nothing
     * that it gave may have been used.
     *
     * @throws id.patungan.basics.DomainException naming what rests on it, or the first day
     */
    void requireUndoable(Access access, ClaimPaper claim, LocalDate on) {
        if (claim.paper().reversal() != null) {
            throw ContributionsException.alreadyReversed(claim.code());
        }
        var later =
                dated(
                        ofCharge(access, claim.charge()).stream()
                                .filter(event -> event.entryNo() >= claim.paper().entryNo())
                                .filter(event -> !event.paper().code().equals(claim.code()))
                                .toList());
        PaperOrder.requireNoneStands(claim.code(), later);
        var day = new FirstDay().after(claim.paper()).after(later);
        if (claim.kind() == NewClaim.Kind.CREDIT) {
            order.creditStillThere(access, claim, day);
        }
        day.require(on);
        if (claim.kind() == NewClaim.Kind.ALLOWANCE || claim.kind() == NewClaim.Kind.RECOVERY) {
            requireStillThere(access, claim, on);
        }
    }

    /** An allowance that was used, and a claim that was paid, are not there to be taken back. */
    private void requireStillThere(Access access, ClaimPaper claim, LocalDate on) {
        var amount = claim.amount();
        var allowance =
                new Money(
                        amount.currency(),
                        claims.leastAllowance(access.body(), claim.charge(), on));
        if (allowance.compareTo(amount) < 0) {
            throw ClaimException.releaseTooMuch(claim.charge(), amount, allowance);
        }
        if (claim.kind() == NewClaim.Kind.ALLOWANCE) return;
        var open =
                new Money(
                        amount.currency(), openItems.leastOpen(access.body(), claim.charge(), on));
        if (open.compareTo(amount) < 0) {
            throw ClaimException.writeOffTooMuch(claim.charge(), amount, open);
        }
    }
}
