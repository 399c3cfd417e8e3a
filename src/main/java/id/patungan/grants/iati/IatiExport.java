package id.patungan.grants.iati;

import id.patungan.basics.Money;
import id.patungan.grants.AwardBook;
import id.patungan.grants.AwardEvent;
import id.patungan.grants.AwardFlow;
import id.patungan.grants.AwardLineCode;
import id.patungan.grants.AwardMovement;
import id.patungan.grants.AwardTerms;
import id.patungan.grants.AwardTerms.Purpose;
import id.patungan.grants.Phases;
import id.patungan.grants.iati.IatiActivity.ActivityDate;
import id.patungan.grants.iati.IatiActivity.Budget;
import id.patungan.grants.iati.IatiActivity.Country;
import id.patungan.grants.iati.IatiActivity.Defaults;
import id.patungan.grants.iati.IatiActivity.Head;
import id.patungan.grants.iati.IatiActivity.Organisation;
import id.patungan.grants.iati.IatiActivity.Participant;
import id.patungan.grants.iati.IatiActivity.Party;
import id.patungan.grants.iati.IatiActivity.Planned;
import id.patungan.grants.iati.IatiActivity.Sector;
import id.patungan.grants.iati.IatiActivity.Transaction;
import id.patungan.grants.iati.IatiActivity.Value;
import id.patungan.grants.iati.IatiActivity.Words;
import id.patungan.grants.iati.IatiCode.BudgetStatus;
import id.patungan.grants.iati.IatiCode.BudgetType;
import id.patungan.grants.iati.IatiCode.DateType;
import id.patungan.grants.iati.IatiCode.Role;
import id.patungan.grants.iati.IatiCode.Status;
import id.patungan.grants.iati.IatiCode.TransactionType;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * An award as an activity. The agreement is a commitment of the giver, money of the giver incoming
 * funds, a refund the same with the other sign; interest that stays with the award comes from the
 * body itself. What is passed on to a region or an organisation is a commitment with its agreement
 * and a disbursement on the day of its cost; other costs are summed by month and line. Entries are
 * named by their numbers: nothing that somebody typed about an entry leaves the house.
 */
final class IatiExport {

    private static final Words INTEREST = new Words("Bunga bank", "Bank interest");
    private static final Words REFUND =
            new Words("Pengembalian sisa dana", "Refund of unspent money");

    private final Source source;
    private final AwardBook book;
    private final AwardTerms terms;
    private final LocalDate today;
    private final String identifier;
    private final Organisation body;
    private final Party giver;
    private final Party own;

    private IatiExport(Source source, LocalDate today) {
        this.source = source;
        this.book = source.book();
        this.terms = book.terms();
        this.today = today;
        var publisher = source.publisher();
        var award = source.award();
        this.identifier = publisher.organisation() + "-" + book.code();
        this.body = new Organisation(publisher.organisation(), publisher.type(), source.bodyName());
        this.giver =
                new Party(
                        new Organisation(award.giver(), award.giverType(), source.giverName()),
                        award.giverActivity());
        this.own = new Party(body, identifier);
    }

    /**
     * What an activity is made of.
     *
     * @param receivers names of those whom money is passed on to, by their codes
     * @param updated when the books were last written to
     */
    record Source(
            AwardBook book,
            String bodyName,
            String giverName,
            Map<String, String> receivers,
            IatiPublisher publisher,
            IatiAward award,
            Instant updated) {}

    /** The activity as it stands on a day; nothing later is in it. */
    static IatiActivity activity(Source source, LocalDate today) {
        return new IatiExport(source, today).activity();
    }

    private IatiActivity activity() {
        var award = source.award();
        return new IatiActivity(
                new Head(
                        identifier,
                        body,
                        new Words(terms.titleId(), terms.titleEn()),
                        description(),
                        source.updated(),
                        terms.currency()),
                List.of(
                        new Participant(Role.FUNDING, giver.organisation(), award.giverActivity()),
                        new Participant(Role.ACCOUNTABLE, body, null),
                        new Participant(Role.IMPLEMENTING, body, identifier)),
                status(),
                dates(),
                List.of(new Country(source.publisher().country(), null)),
                List.of(new Sector(null, award.sector(), null, null)),
                new Defaults(award.flow(), award.finance(), award.aid(), award.tied()),
                budgets(),
                planned(),
                transactions(),
                List.of(),
                List.of());
    }

    private Words description() {
        return new Words(
                terms.purposes().stream().map(Purpose::nameId).collect(Collectors.joining("; ")),
                terms.purposes().stream().map(Purpose::nameEn).collect(Collectors.joining("; ")));
    }

    private Status status() {
        if (today.isBefore(terms.from())) return Status.PIPELINE;
        if (!today.isAfter(terms.to())) return Status.IMPLEMENTATION;
        var back = terms.returnBy();
        var last = back == null || back.isBefore(terms.paidUntil()) ? terms.paidUntil() : back;
        return today.isAfter(last) ? Status.CLOSED : Status.FINALISATION;
    }

    private List<ActivityDate> dates() {
        var dates = new ArrayList<ActivityDate>();
        dates.add(new ActivityDate(DateType.PLANNED_START, terms.from()));
        if (!terms.from().isAfter(today)) {
            dates.add(new ActivityDate(DateType.ACTUAL_START, terms.from()));
        }
        dates.add(new ActivityDate(DateType.PLANNED_END, terms.to()));
        if (terms.to().isBefore(today)) {
            dates.add(new ActivityDate(DateType.ACTUAL_END, terms.to()));
        }
        return dates;
    }

    private List<Budget> budgets() {
        return Phases.yearly(terms.money(terms.amount()), terms.from(), terms.to()).stream()
                .map(year ->
                        new Budget(
                                BudgetType.ORIGINAL,
                                BudgetStatus.COMMITTED,
                                year.from(),
                                year.until(),
                                new Value(year.amount(), terms.agreementDate())))
                .toList();
    }

    private List<Planned> planned() {
        return terms.tranches().stream()
                .map(tranche ->
                        new Planned(
                                BudgetType.ORIGINAL,
                                tranche.expectedOn(),
                                null,
                                new Value(terms.money(tranche.amount()), terms.agreementDate()),
                                giver,
                                own))
                .toList();
    }

    private List<Transaction> transactions() {
        var all = new ArrayList<Transaction>();
        if (!terms.agreementDate().isAfter(today)) {
            all.add(
                    new Transaction(
                            book.code(),
                            TransactionType.INCOMING_COMMITMENT,
                            terms.agreementDate(),
                            new Value(terms.money(terms.amount()), terms.agreementDate()),
                            null,
                            giver,
                            own));
        }
        incoming(all, AwardFlow::received, giver, null);
        incoming(all, AwardFlow::interest, new Party(body, null), INTEREST);
        passedOn(all);
        all.addAll(MonthlySpending.transactions(costs(), own));
        incoming(all, flow -> -flow.refunded(), giver, REFUND);
        return all;
    }

    private void incoming(
            List<Transaction> all,
            ToLongFunction<AwardFlow> amount,
            Party provider,
            @Nullable Words description) {
        AwardFlow.of(book).stream()
                .filter(flow ->
                        amount.applyAsLong(flow) != 0 && !flow.first().date().isAfter(today))
                .forEach(flow ->
                        all.add(
                                new Transaction(
                                        Long.toString(flow.first().entry()),
                                        TransactionType.INCOMING_FUNDS,
                                        flow.first().date(),
                                        new Value(
                                                flow.cash()
                                                        .filter(one -> one.original() != null)
                                                        .map(this::amount)
                                                        .orElseGet(() ->
                                                                new Money(
                                                                        book.currency(),
                                                                        amount.applyAsLong(flow))),
                                                flow.first().date()),
                                        description,
                                        provider,
                                        own)));
    }

    /** Promised by the agreement, and paid; whoever gets it is an organisation and is named. */
    private void passedOn(List<Transaction> all) {
        book.events(AwardEvent.Kind.PASS_ON)
                .filter(one -> !one.date().isAfter(today))
                .forEach(one ->
                        all.add(
                                new Transaction(
                                        book.code() + "/" + one.no(),
                                        TransactionType.OUTGOING_COMMITMENT,
                                        one.date(),
                                        new Value(
                                                new Money(
                                                        book.currency(),
                                                        Objects.requireNonNull(one.amount())),
                                                one.date()),
                                        null,
                                        own,
                                        receiver(one.item()))));
        book.costs()
                .filter(one -> !one.date().isAfter(today) && passedOn(one))
                .forEach(one ->
                        all.add(
                                new Transaction(
                                        Long.toString(one.entry()),
                                        TransactionType.DISBURSEMENT,
                                        one.date(),
                                        new Value(amount(one), one.date()),
                                        name(line(one)),
                                        own,
                                        receiver(Objects.requireNonNull(one.party())))));
    }

    /** Whether it was paid to whom an agreement of that day or before passes money on. */
    private boolean passedOn(AwardMovement cost) {
        return book.events(AwardEvent.Kind.PASS_ON)
                .anyMatch(
                        one -> one.item().equals(cost.party()) && !one.date().isAfter(cost.date()));
    }

    private Party receiver(String code) {
        var name = source.receivers().getOrDefault(code, code);
        return new Party(new Organisation(null, null, name), null);
    }

    /** In the giver's currency where it was given in it. */
    private Money amount(AwardMovement one) {
        var original = one.original();
        return original == null || original.amount() == 0
                ? new Money(book.currency(), one.amount())
                : new Money(original.currency(), original.amount());
    }

    private List<MonthlySpending.Cost> costs() {
        return book.costs()
                .filter(one -> !one.date().isAfter(today) && !passedOn(one))
                .map(one ->
                        new MonthlySpending.Cost(
                                one.date(), line(one), name(line(one)), amount(one)))
                .toList();
    }

    private static String line(AwardMovement one) {
        return AwardLineCode.read(one.awardLine())
                .map(AwardLineCode::line)
                .orElse(AwardLineCode.OUTSIDE);
    }

    private Words name(String line) {
        return terms.line(line)
                .map(one -> new Words(one.nameId(), one.nameEn()))
                .orElseGet(() -> new Words(terms.titleId(), terms.titleEn()));
    }
}
