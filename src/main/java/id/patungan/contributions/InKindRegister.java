package id.patungan.contributions;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.contributions.rules.LegalGround;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * The register of what parties give in kind: offices, staff, vehicles. It never touches cash or
 * bank. Where an agreement counts it towards dues, it settles the named charge up to the agreed
 * tariff, up to what the agreement counts in a year and up to what is open; all beyond that is
 * income in kind. Where the body asks for two people, one proposes and another decides; nothing
 * stands in the book before.
 */
@Service
public class InKindRegister {

    private static final int LONGEST_REASON = 400;

    private final Papers papers;
    private final Books books;
    private final Agreements agreements;
    private final InKindRepository items;
    private final ReceiptRepository parties;
    private final OpenItemRepository openItems;
    private final AssessmentRepository assessments;
    private final NameRepository names;
    private final Commands commands;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    InKindRegister(
            Papers papers,
            Books books,
            Agreements agreements,
            InKindRepository items,
            ReceiptRepository parties,
            OpenItemRepository openItems,
            AssessmentRepository assessments,
            NameRepository names,
            Commands commands,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.papers = papers;
        this.books = books;
        this.agreements = agreements;
        this.items = items;
        this.parties = parties;
        this.openItems = openItems;
        this.assessments = assessments;
        this.names = names;
        this.commands = commands;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether a gift waits for another person's decision before it is booked. */
    public boolean asksForTwo(Access access) {
        return books.get(access.body()).approvalRequired();
    }

    /** What a key was used for; two commands with equal requests stay apart. */
    private record Command(String command, Object request) {}

    /**
     * Enters it; where one person is enough it is recorded at once, else it waits for another.
     *
     * @param key of the command; the same key with the same wish answers the same item
     * @throws id.patungan.basics.DomainException if a code is unknown, the charge is not open dues
     *     of the party, or the agreement is not in force
     */
    public InKind enter(Access access, NewInKind wish, String key) {
        access.require(Action.PREPARE);
        var number =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        new Command("in-kind", wish),
                                        Integer.class,
                                        () -> enterOnce(access, wish)));
        return get(access, number);
    }

    private int enterOnce(Access access, NewInKind wish) {
        requireCurrency(access, wish);
        requireKnown(access, wish);
        var payer =
                parties.payer(access.body(), wish.party())
                        .orElseThrow(() -> ContributionsException.unknownParty(wish.party()));
        var counts = wish.counts();
        var ground = counts == null ? null : ground(access, counts.ground(), wish.on());
        var number = items.nextNumber(access.body());
        var two = asksForTwo(access);
        items.insert(
                access.body(),
                wish,
                new InKindRepository.Row(
                        number,
                        payer.id(),
                        ground == null ? null : ground.agreementId(),
                        fund(access, wish, payer),
                        two,
                        access.handle(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
        var item = everything(access, number);
        audit.record(access, "in-kind.enter", subject(number), null, wish);
        if (two) {
            counted(access, item);
        } else {
            recordInBook(access, item, null);
        }
        return number;
    }

    private void requireCurrency(Access access, NewInKind wish) {
        var currency = books.get(access.body()).currency();
        if (!wish.worth().currency().equals(currency)) {
            throw ContributionsException.otherCurrency(
                    wish.worth().currency().getCurrencyCode(), currency.getCurrencyCode());
        }
    }

    private void requireKnown(Access access, NewInKind wish) {
        var known = names.names(access.body(), Assessments.EVERYTHING);
        var fund = wish.fund();
        if (fund != null && isUnknown(known.funds(), fund.value())) {
            throw InKindException.unknownFund(fund.value());
        }
        if (isUnknown(known.accounts(), wish.account().value())) {
            throw InKindException.unknownAccount(wish.account().value());
        }
    }

    private static boolean isUnknown(List<BookNames.Named> known, String code) {
        return known.stream().noneMatch(one -> one.code().equals(code));
    }

    private LegalGround ground(Access access, LegalBasis basis, LocalDate on) {
        if (basis.agreement().isBlank() || basis.article().isBlank()) {
            throw ContributionsException.noLegalBasis();
        }
        return LegalGround.of(agreements.get(access, basis.agreement()), basis.article(), on);
    }

    private String fund(Access access, NewInKind wish, ReceiptRepository.Payer payer) {
        var fund = wish.fund();
        var counts = wish.counts();
        if (counts == null) return Objects.requireNonNull(fund).value();
        var charge = charge(access, payer, counts.charge(), wish.on());
        if (fund != null && !fund.value().equals(charge.fund())) {
            throw InKindException.otherFund(charge.charge(), charge.fund(), fund.value());
        }
        return charge.fund();
    }

    /** The charge with what can be settled of it on the day; only dues are settled in kind. */
    private OpenCharge charge(
            Access access, ReceiptRepository.Payer payer, String code, LocalDate on) {
        var charge =
                openItems.settleable(access.body(), payer.id(), on).stream()
                        .filter(one -> one.charge().equals(code))
                        .findFirst()
                        .orElseThrow(() -> ContributionsException.noSuchCharge(code, payer.code()));
        if (!isDues(access, charge.assessment())) throw InKindException.notDues(code);
        if (charge.issued().isAfter(on)) {
            throw ContributionsException.chargeLater(code, charge.issued(), on);
        }
        return charge;
    }

    private boolean isDues(Access access, String assessment) {
        return assessments
                .header(access.body(), Assessments.EVERYTHING, assessment)
                .filter(header -> header.kind() == NewAssessment.Kind.DUES)
                .isPresent();
    }

    /** What an item takes off which charge. */
    private record Counted(Money amount, @Nullable OpenCharge charge) {}

    /** The least of value, tariff for the quantity, what the year still allows and what is open. */
    private Counted counted(Access access, InKind item) {
        var counts = item.counts();
        if (counts == null) return new Counted(Money.zero(item.value().currency()), null);
        var payer = parties.payer(access.body(), item.party()).orElseThrow();
        var charge = charge(access, payer, counts.charge(), item.on());
        if (charge.open().minorUnits() <= 0) {
            throw InKindException.nothingOpen(charge.charge(), item.on());
        }
        var agreed = NewInKind.times(Objects.requireNonNull(item.tariff()), item.quantity());
        var counted = least(least(item.value(), agreed), charge.open());
        var most = counts.yearlyMax();
        if (most != null) {
            var ground = ground(access, counts.ground(), item.on());
            var used =
                    items.counted(
                            access.body(),
                            payer.id(),
                            ground.agreementId(),
                            ground.article(),
                            Integer.parseInt(charge.period()));
            var left = most.minus(new Money(most.currency(), used));
            if (left.minorUnits() <= 0) {
                throw InKindException.usedUp(ground.article(), charge.period(), most);
            }
            counted = least(counted, left);
        }
        return new Counted(counted, charge);
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private void recordInBook(Access access, InKind item, @Nullable String reason) {
        var counted = counted(access, item);
        var another = items.needsAnother(access.body(), item.number());
        var paper =
                papers.issue(
                        access,
                        another ? item.preparedBy() : null,
                        Paper.Series.IK,
                        item.on(),
                        item.basis(),
                        code ->
                                Entries.inKind(
                                        code,
                                        item.on(),
                                        item.what(),
                                        new Entries.Given(
                                                item.party(),
                                                new FundCode(item.fund()),
                                                new AccountCode(item.account()),
                                                item.value(),
                                                counted.amount(),
                                                counted.charge() == null
                                                        ? null
                                                        : Entries.Booked.of(counted.charge()))));
        items.insertDecision(
                access.body(),
                item.number(),
                new InKind.Decision(true, reason, access.handle(), paper.at()),
                paper.code(),
                counted.amount());
        papers.issued(access, paper, item);
    }

    /**
     * Records what another person proposed, or turns it down. What it counts is worked out now: a
     * payment since may have left less of the charge.
     *
     * @param reason needed to turn it down
     * @throws InKindException if it is decided, one's own, or the reason is missing
     */
    public InKind decide(
            Access access, int number, boolean approve, @Nullable String reason, String key) {
        access.require(Action.APPROVE);
        var said = reason == null || reason.isBlank() ? null : reason.strip();
        if (said == null && !approve) throw InKindException.noReason();
        Typed.optional("reason", said, LONGEST_REASON);
        books.write(
                access.body(),
                () ->
                        commands.once(
                                access.body(),
                                key,
                                new Command("decide-in-kind", new Decided(number, approve, said)),
                                Integer.class,
                                () -> decideOnce(access, number, approve, said)));
        return get(access, number);
    }

    private record Decided(int number, boolean approve, @Nullable String reason) {}

    private int decideOnce(Access access, int number, boolean approve, @Nullable String reason) {
        var item = everything(access, number);
        if (item.decision() != null) throw InKindException.decided(number);
        if (item.preparedBy().equals(access.handle())) throw InKindException.ownWork();
        if (approve) {
            recordInBook(access, item, reason);
        } else {
            var decision =
                    new InKind.Decision(
                            false,
                            reason,
                            access.handle(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS));
            items.insertDecision(access.body(), number, decision, null, null);
            audit.record(access, "in-kind.reject", subject(number), item, decision);
        }
        return number;
    }

    /**
     * Undoes what was recorded by the linked reversal of its entry; the charge is open again.
     *
     * @throws InKindException if it does not stand in the book
     */
    public InKind reverse(Access access, int number, LocalDate on, String reason, String key) {
        papers.once(
                access,
                key,
                "reverse-in-kind",
                List.of(number, on, reason),
                () -> {
                    var paper = recorded(access, number);
                    papers.reverse(access, paper, on, reason);
                    return paper.code();
                });
        return get(access, number);
    }

    /**
     * The paper by which it was recorded.
     *
     * @throws InKindException if there is none
     */
    public Paper recorded(Access access, int number) {
        var paper = get(access, number).paper();
        if (paper == null) throw InKindException.notRecorded(number);
        return paper;
    }

    /**
     * One of the register, if its giver is within reach.
     *
     * @throws InKindException not found, also where it is not
     */
    public InKind get(Access access, int number) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                items.find(
                                access.body(),
                                access.reach(),
                                number,
                                books.get(access.body()).currency())
                        .orElseThrow(() -> InKindException.noSuch(number)));
    }

    private InKind everything(Access access, int number) {
        return items.find(
                        access.body(),
                        Assessments.EVERYTHING,
                        number,
                        books.get(access.body()).currency())
                .orElseThrow(() -> InKindException.noSuch(number));
    }

    /** What a party gave, or all within reach, the newest first. */
    public List<InKind> list(Access access, @Nullable String party, InKind.@Nullable State state) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                items
                        .all(access.body(), access.reach(), books.get(access.body()).currency())
                        .stream()
                        .filter(one -> party == null || one.party().equals(party))
                        .filter(one -> state == null || one.state() == state)
                        .toList());
    }

    private static String subject(int number) {
        return "in-kind/" + number;
    }
}
