package id.patungan.contributions.entryexit;

import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Claims;
import id.patungan.contributions.GivenAmounts;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.NewClaim;
import id.patungan.ledger.Books;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Commands;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Puts dues right for a joining or leaving, by one confirmed step: a levy to those who pay more,
 * credit notes to those who pay less, in one transaction. Nothing is charged by itself, and nothing
 * twice: what stands is counted, what was cancelled is left again.
 */
@Service
public class DaySettlement {

    private final MembershipChanges changes;
    private final DuesByDays dues;
    private final SettlementRepository settlements;
    private final Assessments assessments;
    private final Claims claims;
    private final Parties parties;
    private final Books books;
    private final Commands commands;
    private final Transactions transactions;
    private final Clock clock;

    DaySettlement(
            MembershipChanges changes,
            DuesByDays dues,
            SettlementRepository settlements,
            Assessments assessments,
            Claims claims,
            Parties parties,
            Books books,
            Commands commands,
            Transactions transactions,
            Clock clock) {
        this.changes = changes;
        this.dues = dues;
        this.settlements = settlements;
        this.assessments = assessments;
        this.claims = claims;
        this.parties = parties;
        this.books = books;
        this.commands = commands;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What was charged and credited because of a change, the oldest first. */
    public List<SettledPart> parts(Access access, int change) {
        access.require(Action.READ_BOOKS);
        return transactions.read(() ->
                settlements.all(access.body(), books.get(access.body()).currency()).stream()
                        .filter(part -> part.change() == change)
                        .toList());
    }

    private record Command(String command, Object request) {}

    /**
     * Charges and credits what is left of the differences.
     *
     * @param key of the command; the same key with the same wish does it once
     * @throws id.patungan.basics.DomainException if nothing is left, it cannot be worked out, a
     *     charge cannot be credited that much, or in a body that asks for two people the same
     *     person recorded the change; nothing is stored then
     */
    public DayDues settle(Access access, NewDayDues wish, String key) {
        access.require(Action.PREPARE);
        books.write(
                access.body(),
                () ->
                        commands.once(
                                access.body(),
                                key,
                                new Command("day-settlement", wish),
                                String.class,
                                () -> settleOnce(access, wish, key)));
        return dues.of(access, wish.change(), wish.assessment(), wish.otherRule());
    }

    private String settleOnce(Access access, NewDayDues wish, String key) {
        var change = changes.get(access, wish.change());
        requireAnother(access, change);
        var due = dues.of(access, wish.change(), wish.assessment(), wish.otherRule());
        var refusal = due.refusal();
        if (refusal != null) throw refusal;
        if (due.isSettled()) throw EntryExitException.nothingLeft(wish.assessment());
        var more = due.lines().stream().filter(line -> line.left().minorUnits() > 0).toList();
        if (!more.isEmpty()) {
            var levy =
                    assessments.issueApproved(
                            access, levy(change, due, wish, more), inner(key, "levy"));
            more.forEach(line -> store(access, wish, line, levy.code(), null));
        }
        due.lines().stream()
                .filter(line -> line.left().isNegative())
                .forEach(line -> credit(access, change, wish, line, key));
        return wish.assessment();
    }

    /** Where two people are asked for, who recorded the paper does not charge by it alone. */
    void requireAnother(Access access, MembershipChange change) {
        if (books.get(access.body()).approvalRequired() && change.by().equals(access.handle())) {
            throw EntryExitException.ownRecord(change.number());
        }
    }

    private void credit(
            Access access,
            MembershipChange change,
            NewDayDues wish,
            DayDues.Line line,
            String key) {
        var made =
                claims.take(
                        access,
                        new NewClaim(
                                NewClaim.Kind.CREDIT,
                                wish.assessment() + "/" + line.party(),
                                wish.date(),
                                line.left().negated(),
                                false,
                                change.document(),
                                wish.description()),
                        inner(key, line.party()));
        var paper = made.paper();
        var waiting = made.waiting();
        store(
                access,
                wish,
                line,
                paper == null ? null : paper.code(),
                waiting == null ? null : waiting.number());
    }

    private void store(
            Access access,
            NewDayDues wish,
            DayDues.Line line,
            @Nullable String paper,
            @Nullable Integer waiting) {
        store(
                access,
                new SettledPart(
                        wish.change(),
                        SettledPart.Kind.DAYS,
                        wish.assessment(),
                        wish.otherRule(),
                        line.party(),
                        line.name(),
                        line.left(),
                        paper,
                        waiting,
                        true,
                        access.handle(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /** Keeps what a paper was for; in the transaction of the caller. */
    void store(Access access, SettledPart part) {
        var party = parties.byCodes(access, List.of(part.party())).get(part.party());
        if (party == null) throw EntryExitException.noParty(part.party());
        settlements.insert(access.body(), party.id(), part);
    }

    /** The key of a command within the command. */
    static String inner(String key, String what) {
        return "days-"
                + UUID.nameUUIDFromBytes((what + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    private static NewAssessment levy(
            MembershipChange change, DayDues due, NewDayDues wish, List<DayDues.Line> lines) {
        var total = lines.stream().map(DayDues.Line::left).reduce(Money::plus).orElseThrow();
        var table = new StringBuilder("party,name,charged,by_days,settled,amount\n");
        for (var line : lines) {
            table.append(line.party()).append(',').append(GivenAmounts.quoted(line.name()));
            for (var amount : List.of(line.charged(), line.byDays(), line.settled(), line.left())) {
                table.append(',').append(amount.toDecimal().toPlainString());
            }
            table.append('\n');
        }
        return new NewAssessment(
                NewAssessment.Kind.LEVY,
                due.year(),
                new FundCode(due.fund()),
                null,
                total,
                GivenAmounts.rule(total),
                table.toString(),
                null,
                change.ground(),
                wish.date(),
                wish.due(),
                wish.description(),
                null,
                Map.of(),
                Map.of());
    }
}
