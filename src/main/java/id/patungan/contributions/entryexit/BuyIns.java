package id.patungan.contributions.entryexit;

import id.patungan.basics.Money;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.GivenAmounts;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.entryexit.NewSimulation.Kind;
import id.patungan.contributions.entryexit.Simulation.Worth;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Commands;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What a joiner pays once for its part of the unrestricted net assets: worked out as before the
 * vote, on the first day of its membership, and charged as a levy by one confirmed step.
 */
@Service
public class BuyIns {

    private final MembershipChanges changes;
    private final EntryExit entryExit;
    private final DaySettlement settlement;
    private final Assessments assessments;
    private final Books books;
    private final Commands commands;
    private final Clock clock;

    BuyIns(
            MembershipChanges changes,
            EntryExit entryExit,
            DaySettlement settlement,
            Assessments assessments,
            Books books,
            Commands commands,
            Clock clock) {
        this.changes = changes;
        this.entryExit = entryExit;
        this.settlement = settlement;
        this.assessments = assessments;
        this.books = books;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * What the joiner's part of the net assets is.
     *
     * @throws id.patungan.basics.DomainException if the record is no joining or is withdrawn, or
     *     the rule cannot be applied
     */
    public Worth worth(Access access, int change, String rule, int figuresOf) {
        access.require(Action.READ_BOOKS);
        var joining = changes.get(access, change);
        if (joining.kind() != Kind.JOIN) throw EntryExitException.notJoining(change);
        if (!joining.stands()) throw EntryExitException.withdrawn(change);
        return entryExit.worth(access, joining, rule, figuresOf);
    }

    private record Command(String command, Object request) {}

    /**
     * Charges it to the joiner, once.
     *
     * @param key of the command; the same key with the same wish does it once
     * @return code of the levy
     * @throws id.patungan.basics.DomainException as {@link #worth}; or if it has bought in already,
     *     or its part is nothing
     */
    public String issue(Access access, NewBuyIn wish, String key) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () ->
                        commands.once(
                                access.body(),
                                key,
                                new Command("buy-in", wish),
                                String.class,
                                () -> issueOnce(access, wish, key)));
    }

    private String issueOnce(Access access, NewBuyIn wish, String key) {
        var worth = worth(access, wish.change(), wish.rule(), wish.figuresOf());
        var joining = changes.get(access, wish.change());
        settlement.requireAnother(access, joining);
        settlement.parts(access, wish.change()).stream()
                .filter(part -> part.stands() && part.kind() == SettledPart.Kind.BUY_IN)
                .findFirst()
                .ifPresent(part -> {
                    throw EntryExitException.boughtIn(joining.party(), part.name());
                });
        if (worth.part().minorUnits() <= 0) {
            throw EntryExitException.nothingToBuy(worth.part());
        }
        var levy =
                assessments.issueApproved(
                        access, levy(joining, worth, wish), DaySettlement.inner(key, "buy-in"));
        settlement.store(
                access,
                new SettledPart(
                        joining.number(),
                        SettledPart.Kind.BUY_IN,
                        null,
                        null,
                        joining.party(),
                        joining.partyName(),
                        worth.part(),
                        levy.code(),
                        null,
                        true,
                        access.handle(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return levy.code();
    }

    private static NewAssessment levy(MembershipChange joining, Worth worth, NewBuyIn wish) {
        return new NewAssessment(
                NewAssessment.Kind.LEVY,
                wish.date().getYear(),
                wish.fund(),
                null,
                worth.part(),
                GivenAmounts.rule(worth.part()),
                "party,name,net_assets,amount\n"
                        + String.join(
                                ",",
                                joining.party(),
                                GivenAmounts.quoted(joining.partyName()),
                                plain(worth.all()),
                                plain(worth.part()))
                        + '\n',
                null,
                joining.ground(),
                wish.date(),
                wish.due(),
                wish.description(),
                null,
                Map.of(),
                Map.of());
    }

    private static String plain(Money money) {
        return money.toDecimal().toPlainString();
    }
}
