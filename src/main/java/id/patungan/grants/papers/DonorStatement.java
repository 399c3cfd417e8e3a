package id.patungan.grants.papers;

import id.patungan.basics.Money;
import id.patungan.grants.AwardBook;
import id.patungan.grants.AwardEvent;
import id.patungan.grants.AwardLineCode;
import id.patungan.grants.AwardMovement;
import id.patungan.grants.AwardPosition;
import id.patungan.grants.AwardPromise;
import id.patungan.grants.AwardStanding;
import id.patungan.grants.AwardTerms.BudgetLine;
import id.patungan.grants.Phases;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The statement to a donor (Laporan dana donor): what became of its money in a period and since the
 * beginning, by its own lines, down to the voucher.
 *
 * @param period what happened from the first day to the last
 * @param cumulative the same since the beginning
 * @param lines budget against actual
 * @param unassigned costs that name no line of the award, in minor units of its currency
 * @param unassignedInBook the same in minor units of the book's currency
 * @param received money from the giver in the period
 * @param refunded money back to the giver, negative, by its deposit slip
 * @param costs of the period, moved ones with the other sign among them
 * @param moved costs that other funds bear after all, with the reason
 * @param overrides rules that a named person set aside, up to the last day
 * @param loans what other funds owe and are owed at the end
 * @param promises to a sponsor, as they stand at the end
 * @param balances the accounts of which the closing balance consists
 */
public record DonorStatement(
        AwardPaper.Common common,
        LocalDate from,
        LocalDate until,
        Flows period,
        Flows cumulative,
        List<Line> lines,
        Spent unassigned,
        Spent unassignedInBook,
        List<AwardPaper.Transfer> received,
        List<AwardPaper.Transfer> refunded,
        List<AwardPaper.Cost> costs,
        List<Moved> moved,
        List<SetAside> overrides,
        List<AwardPaper.Balance> loans,
        List<AwardPromise> promises,
        List<AwardPaper.Balance> balances)
        implements AwardPaper {

    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    /** Copies the lists. */
    public DonorStatement {
        lines = List.copyOf(lines);
        received = List.copyOf(received);
        refunded = List.copyOf(refunded);
        costs = List.copyOf(costs);
        moved = List.copyOf(moved);
        overrides = List.copyOf(overrides);
        loans = List.copyOf(loans);
        promises = List.copyOf(promises);
        balances = List.copyOf(balances);
    }

    /**
     * opening + received + interest + exchange − spent + moved − refunded = closing.
     *
     * @param spent costs as they were booked
     * @param moved what of them was not eligible and is borne by other funds
     */
    public record Flows(
            long opening,
            long received,
            long interest,
            long exchange,
            long spent,
            long moved,
            long refunded,
            long closing) {

        /** Costs that the award bears. */
        public long eligible() {
            return Math.subtractExact(spent, moved);
        }

        /** What the flows come to. */
        public long counted() {
            return opening + received + interest + exchange - spent + moved - refunded;
        }
    }

    /**
     * What was spent.
     *
     * @param before the first day
     * @param within the period
     */
    public record Spent(long before, long within) {

        /** Since the beginning. */
        public long total() {
            return Math.addExact(before, within);
        }
    }

    /**
     * A line of the giver's budget against what was spent.
     *
     * @param budget minor units of the award's currency
     * @param planned what of it falls until the last day if it is spread evenly over the months of
     *     the award
     * @param spent minor units of the award's currency
     * @param inBook minor units of the book's currency
     * @param activities of the frame that had costs, with these
     * @param note why it differs from its plan; null if nobody typed one for this period
     */
    public record Line(
            String code,
            String nameId,
            String nameEn,
            String purpose,
            long budget,
            long planned,
            Spent spent,
            Spent inBook,
            List<ActivitySpent> activities,
            @Nullable AwardNote note) {

        /** Copies the list. */
        public Line {
            activities = List.copyOf(activities);
        }

        /** What is left of the budget. */
        public long left() {
            return Math.subtractExact(budget, spent.total());
        }

        /** Spent less planned: negative where less was spent. */
        public long variance() {
            return Math.subtractExact(spent.total(), planned);
        }
    }

    /** What the costs of the period come to in the award's currency, each rounded by itself. */
    public long memo() {
        return costs.stream()
                .map(AwardPaper.Cost::memo)
                .filter(Objects::nonNull)
                .mapToLong(AwardPaper.Memo::amount)
                .sum();
    }

    /** What lines and costs without a line have spent in the period, in the award's currency. */
    public long spent() {
        return lines.stream().mapToLong(one -> one.spent().within()).sum() + unassigned.within();
    }

    /** What a line has spent on an activity; minor units of the award's currency. */
    public record ActivitySpent(String code, String nameId, String nameEn, Spent spent) {}

    /**
     * A cost that another fund bears after all.
     *
     * @param reason as it was given
     * @param toFund that bears it; null if the viewer of the book does not reach it
     */
    public record Moved(
            LocalDate date,
            long entry,
            @Nullable String document,
            String reason,
            @Nullable String line,
            long amount,
            @Nullable String toFund) {}

    /** A rule that a person set aside for a paper. */
    public record SetAside(
            LocalDate date,
            String rule,
            @Nullable String document,
            @Nullable Long amount,
            @Nullable String reason,
            String by) {}

    /**
     * The statement of a period.
     *
     * @throws AwardPaperException if it does not tie to the book
     */
    public static DonorStatement of(Material material, LocalDate from, LocalDate until) {
        if (until.isBefore(from)) throw AwardPaperException.order(from, until);
        return new Assembly(material, from, until).statement();
    }

    private record Assembly(Material material, LocalDate from, LocalDate until) {

        DonorStatement statement() {
            var book = material.book();
            var statement =
                    new DonorStatement(
                            material.common(),
                            from,
                            until,
                            flows(from),
                            flows(BEGINNING),
                            book.terms().lines().stream().map(this::line).toList(),
                            spent(this::unassigned, this::inAward),
                            spent(this::unassigned, AwardMovement::amount),
                            Ledgers.received(book, from, until),
                            Ledgers.refunded(book, from, until),
                            costs().toList(),
                            moved(),
                            overrides(),
                            Ledgers.balances(book, until).stream()
                                    .filter(one ->
                                            one.account().equals("19100")
                                                    || one.account().equals("29100"))
                                    .toList(),
                            AwardPromise.of(book, until),
                            Ledgers.balances(book, until));
            requireTies(statement);
            return statement;
        }

        private Flows flows(LocalDate first) {
            var book = material.book();
            var position = AwardPosition.of(book, first, until);
            var moved =
                    -book.costs()
                            .filter(Ledgers.within(first, until))
                            .filter(one -> one.kind().equals(Ledgers.RECLASS))
                            .mapToLong(AwardMovement::amount)
                            .sum();
            return new Flows(
                    position.opening(),
                    position.received(),
                    position.interest(),
                    position.exchange(),
                    position.eligible() + moved,
                    moved,
                    position.refunded(),
                    position.balance());
        }

        private Line line(BudgetLine line) {
            var terms = material.book().terms();
            var budget = new Money(terms.currency(), line.amount());
            return new Line(
                    line.code(),
                    line.nameId(),
                    line.nameEn(),
                    line.purpose(),
                    line.amount(),
                    Phases.until(
                            budget,
                            terms.from(),
                            terms.lastDay(terms.purpose(line.purpose())),
                            until),
                    spent(one -> is(one, line.code(), null), this::inAward),
                    spent(one -> is(one, line.code(), null), AwardMovement::amount),
                    activities(line),
                    material.note(line.code(), from, until));
        }

        private List<ActivitySpent> activities(BudgetLine line) {
            var found = new ArrayList<ActivitySpent>();
            for (var activity : material.book().terms().activities()) {
                var spent = spent(one -> is(one, line.code(), activity.code()), this::inAward);
                if (spent.before() != 0 || spent.within() != 0) {
                    found.add(
                            new ActivitySpent(
                                    activity.code(), activity.nameId(), activity.nameEn(), spent));
                }
            }
            return found;
        }

        private boolean is(AwardMovement one, String line, @Nullable String activity) {
            return Ledgers.code(material.book(), one)
                    .filter(code -> code.line().equals(line))
                    .filter(code -> activity == null || activity.equals(code.activity()))
                    .isPresent();
        }

        private boolean unassigned(AwardMovement one) {
            return Ledgers.code(material.book(), one)
                    .map(AwardLineCode::line)
                    .filter(line -> material.book().terms().line(line).isPresent())
                    .isEmpty();
        }

        private long inAward(AwardMovement one) {
            return AwardStanding.inAward(material.book(), one);
        }

        private Spent spent(Predicate<AwardMovement> which, ToLongFunction<AwardMovement> amount) {
            var all = material.book().costs().filter(which).toList();
            return new Spent(
                    all.stream().filter(Ledgers.before(from)).mapToLong(amount).sum(),
                    all.stream().filter(Ledgers.within(from, until)).mapToLong(amount).sum());
        }

        private Stream<Cost> costs() {
            return material.book()
                    .costs()
                    .filter(Ledgers.within(from, until))
                    .map(one -> Ledgers.cost(material, one));
        }

        private List<Moved> moved() {
            var book = material.book();
            return book.costs()
                    .filter(Ledgers.within(from, until))
                    .filter(one -> one.kind().equals(Ledgers.RECLASS))
                    .map(one ->
                            new Moved(
                                    one.date(),
                                    one.entry(),
                                    one.documentNo(),
                                    one.description(),
                                    Ledgers.code(book, one).map(AwardLineCode::line).orElse(null),
                                    Math.negateExact(one.amount()),
                                    bearer(book, one)))
                    .toList();
        }

        private static @Nullable String bearer(AwardBook book, AwardMovement moved) {
            return book.elsewhere()
                    .filter(one ->
                            one.entry() == moved.entry()
                                    && Objects.equals(one.awardLine(), moved.awardLine()))
                    .map(AwardMovement::fund)
                    .findFirst()
                    .orElse(null);
        }

        private List<SetAside> overrides() {
            return material.book()
                    .events(AwardEvent.Kind.OVERRIDE)
                    .filter(one -> !one.date().isAfter(until))
                    .map(one ->
                            new SetAside(
                                    one.date(),
                                    one.item(),
                                    one.documentNo(),
                                    one.amount(),
                                    one.text(),
                                    one.by()))
                    .toList();
        }

        private void requireTies(DonorStatement made) {
            var award = material.book().code();
            Ledgers.requireEqual(award, "period", made.period.counted(), made.period.closing());
            Ledgers.requireEqual(
                    award, "cumulative", made.cumulative.counted(), made.period.closing());
            var held = made.balances.stream().mapToLong(Balance::amount).sum();
            Ledgers.requireEqual(award, "balances", held, made.period.closing());
            var lines = made.lines.stream().mapToLong(one -> one.inBook().within()).sum();
            Ledgers.requireEqual(
                    award, "lines", lines + made.unassignedInBook.within(), made.period.eligible());
            var listed = made.costs.stream().mapToLong(Cost::amount).sum();
            Ledgers.requireEqual(award, "costs", listed, made.period.eligible());
            if (made.common.foreign())
                Ledgers.requireEqual(award, "memo", made.memo(), made.spent());
            var came = made.received.stream().mapToLong(AwardPaper.Transfer::amount).sum();
            Ledgers.requireEqual(award, "received", came, made.period.received());
            var back = made.refunded.stream().mapToLong(AwardPaper.Transfer::amount).sum();
            Ledgers.requireEqual(award, "refunded", -back, made.period.refunded());
        }
    }
}
