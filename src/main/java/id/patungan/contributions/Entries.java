package id.patungan.contributions;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The journal entries of this module: entry patterns 1 to 3, 12, 15, 22 and 23 of the accounting
 * guide. Pure functions; every line of a party's affair names the party, on both sides, so that a
 * party's own lines balance and can be shown alone.
 */
final class Entries {

    static final AccountCode DUES_RECEIVABLE = new AccountCode("11300");
    static final AccountCode PROJECT_RECEIVABLE = new AccountCode("11310");
    static final AccountCode UNBILLED = new AccountCode("11330");
    static final AccountCode DUE_FROM_FUNDS = new AccountCode("19100");
    static final AccountCode PREPAID = new AccountCode("21600");
    static final AccountCode DEFERRED = new AccountCode("21610");
    static final AccountCode DUE_TO_FUNDS = new AccountCode("29100");
    static final AccountCode DUES = new AccountCode("41100");
    static final AccountCode FINES = new AccountCode("46200");
    static final AccountCode SHARE_OF_MEMBERS = new AccountCode("41200");
    static final AccountCode SHARE_OF_OTHERS = new AccountCode("41210");
    static final AccountCode IN_KIND = new AccountCode("47100");

    private Entries() {}

    /** A party's part of an assessment, not zero. */
    record Payer(String party, String charge, Money share, @Nullable String unit) {}

    /** What a charge has deferred, and how much of that an entry earns. */
    record Earned(
            String party, String charge, boolean member, @Nullable String unit, Money amount) {}

    /** Where a charge is booked. */
    record Booked(
            String party,
            String charge,
            AccountCode receivable,
            FundCode fund,
            @Nullable String project,
            @Nullable String unit,
            String period) {

        static Booked of(OpenCharge charge) {
            return new Booked(
                    charge.party(),
                    charge.charge(),
                    new AccountCode(charge.account()),
                    new FundCode(charge.fund()),
                    charge.project(),
                    charge.unit(),
                    charge.period());
        }
    }

    /** The receivable on which an assessment of that kind stands. */
    static AccountCode receivable(NewAssessment.Kind kind) {
        return switch (kind) {
            case DUES, LEVY, FINE -> DUES_RECEIVABLE;
            case PROJECT -> PROJECT_RECEIVABLE;
        };
    }

    /** The income that a charge of that kind becomes. */
    static AccountCode income(NewAssessment.Kind kind, boolean member) {
        return switch (kind) {
            case DUES, LEVY -> DUES;
            case FINE -> FINES;
            case PROJECT -> member ? SHARE_OF_MEMBERS : SHARE_OF_OTHERS;
        };
    }

    /** Dues of a year to come and projects are earned later; a fine is never for later. */
    private static AccountCode against(NewAssessment wish) {
        return switch (wish.kind()) {
            case FINE -> FINES;
            case DUES, LEVY -> wish.year() <= wish.date().getYear() ? DUES : DEFERRED;
            case PROJECT -> DEFERRED;
        };
    }

    /**
     * Pattern 1 for dues and levies: receivable against income, or against deferred charges when
     * the year is still to come. Pattern 22 for fines: receivable against income. Pattern 12 for a
     * project: receivable against deferred charges.
     */
    static NewEntry assessment(String code, NewAssessment wish, List<Payer> payers) {
        var against = against(wish);
        var lines = new ArrayList<NewPosting>();
        for (var payer : payers) {
            var amount = payer.share().minorUnits();
            for (var line :
                    List.of(
                            NewPosting.debit(receivable(wish.kind()), wish.fund(), amount),
                            NewPosting.credit(against, wish.fund(), amount))) {
                lines.add(
                        line.party(payer.party())
                                .project(wish.project())
                                .unit(payer.unit())
                                .charge(payer.charge())
                                .period(Integer.toString(wish.year())));
            }
        }
        return entry(code, wish.date(), "assessment", wish.description(), lines);
    }

    /** What is estimated of a party, not zero. */
    record Estimated(String party, String charge, Money amount) {}

    /** Pattern 24, first half: dues that are earned and not billed, against income. */
    static NewEntry estimate(String code, NewAssessment wish, List<Estimated> parts) {
        var period = Integer.toString(wish.year());
        var lines = new ArrayList<NewPosting>();
        for (var part : parts) {
            var amount = part.amount().minorUnits();
            for (var line :
                    List.of(
                            NewPosting.debit(UNBILLED, wish.fund(), amount),
                            NewPosting.credit(DUES, wish.fund(), amount))) {
                lines.add(line.party(part.party()).charge(part.charge()).period(period));
            }
        }
        return entry(code, wish.date(), "dues-estimate", wish.description(), lines);
    }

    /**
     * Pattern 24, second half: what was estimated comes off, and only the difference is income.
     * What was estimated of a party that is charged nothing is no income after all.
     */
    static NewEntry billing(NewEntry assessment, List<Estimated> parts) {
        var lines = new ArrayList<>(assessment.postings());
        for (var part : parts) {
            var estimated = part.amount().minorUnits();
            var income = incomeOf(lines, part.party());
            var first = lines.getFirst();
            var off =
                    NewPosting.credit(UNBILLED, first.fund(), estimated)
                            .party(part.party())
                            .charge(part.charge())
                            .period(first.period());
            lines.remove(income);
            var difference = (income == null ? 0 : income.amount()) + estimated;
            if (difference != 0) {
                lines.add(
                        NewPosting.debit(DUES, first.fund(), difference)
                                .party(part.party())
                                .charge(income == null ? null : income.charge())
                                .period(first.period()));
            }
            lines.add(off);
        }
        return new NewEntry(
                assessment.date(),
                assessment.kind(),
                assessment.description(),
                assessment.sourceKey(),
                assessment.documentNo(),
                lines);
    }

    private static @Nullable NewPosting incomeOf(List<NewPosting> lines, String party) {
        return lines.stream()
                .filter(line -> line.account().equals(DUES) && party.equals(line.party()))
                .findFirst()
                .orElse(null);
    }

    /**
     * Pattern 2: net into the bank, recognised deductions where they belong, gross off the charges;
     * pattern 3: what no charge takes becomes a prepayment, whose open item is the receipt.
     */
    static NewEntry receipt(String code, NewReceipt wish, List<Settling.Plan> plans) {
        var lines = new ArrayList<NewPosting>();
        for (var plan : plans) {
            var part = plan.part();
            lines.add(
                    NewPosting.debit(part.bank(), part.fund(), part.net().minorUnits())
                            .party(wish.party())
                            .unit(wish.unit()));
            for (var deduction : part.deductions()) {
                var account = deduction.kind().account();
                if (account != null) {
                    lines.add(
                            NewPosting.debit(account, part.fund(), deduction.amount().minorUnits())
                                    .party(wish.party())
                                    .unit(wish.unit()));
                }
            }
            for (var settled : plan.settled()) {
                var charge = Booked.of(settled.charge());
                lines.add(
                        settling(charge, charge.fund(), settled.amount()).unit(unit(wish, charge)));
            }
            if (!plan.prepaid().isZero()) {
                lines.add(
                        NewPosting.credit(PREPAID, part.fund(), plan.prepaid().minorUnits())
                                .party(wish.party())
                                .unit(wish.unit())
                                .charge(code));
            }
        }
        return entry(code, wish.date(), "receipt", wish.description(), lines);
    }

    /** Pattern 12, second half: the cost, and the payers' deferred charges that it earns. */
    static NewEntry cost(
            String code,
            NewProjectCost wish,
            FundCode fund,
            @Nullable String project,
            String period,
            List<Earned> earned) {
        var lines = new ArrayList<NewPosting>();
        var amount = wish.amount().minorUnits();
        lines.add(NewPosting.debit(wish.expense(), fund, amount).project(project));
        lines.add(
                NewPosting.credit(wish.against(), fund, amount)
                        .party(wish.vendor())
                        .project(project));
        for (var part : earned) {
            lines.addAll(
                    earning(
                            part,
                            part.member() ? SHARE_OF_MEMBERS : SHARE_OF_OTHERS,
                            fund,
                            project,
                            period));
        }
        return entry(code, wish.date(), "project-cost", wish.description(), lines);
    }

    /** Pattern 1 on 1 January: dues of a year that has begun. */
    static NewEntry duesEarned(
            String code,
            LocalDate date,
            String description,
            FundCode fund,
            @Nullable String project,
            String period,
            List<Earned> earned) {
        var lines = new ArrayList<NewPosting>();
        for (var part : earned) {
            lines.addAll(earning(part, DUES, fund, project, period));
        }
        return entry(code, date, "dues-earned", description, lines);
    }

    /** Pattern 3, applied: in the fund of the money, or from that fund in another. */
    static NewEntry applied(
            String code, NewPrepaymentUse wish, String party, FundCode from, Booked charge) {
        var amount = wish.amount().minorUnits();
        var lines = new ArrayList<NewPosting>();
        lines.add(NewPosting.debit(PREPAID, from, amount).party(party).charge(wish.receipt()));
        if (!from.equals(charge.fund())) {
            lines.add(NewPosting.credit(DUE_TO_FUNDS, from, amount).party(party));
            lines.add(NewPosting.debit(DUE_FROM_FUNDS, charge.fund(), amount).party(party));
        }
        lines.add(settling(charge, charge.fund(), wish.amount()).unit(charge.unit()));
        return entry(code, wish.date(), "prepayment", wish.description(), lines);
    }

    /** Pattern 3, refunded. */
    static NewEntry refunded(
            String code, NewPrepaymentUse wish, String party, FundCode fund, AccountCode bank) {
        var amount = wish.amount().minorUnits();
        return entry(
                code,
                wish.date(),
                "refund",
                wish.description(),
                List.of(
                        NewPosting.debit(PREPAID, fund, amount).party(party).charge(wish.receipt()),
                        NewPosting.credit(bank, fund, amount).party(party)));
    }

    /**
     * What a party gave in kind.
     *
     * @param account the expense or fixed asset
     * @param counted of the value what settles the charge
     * @param charge null where it counts towards none
     */
    record Given(
            String party,
            FundCode fund,
            AccountCode account,
            Money value,
            Money counted,
            @Nullable Booked charge) {}

    /** Pattern 15: cost or asset against the charge, as far as it counts, and income in kind. */
    static NewEntry inKind(String code, LocalDate date, String description, Given given) {
        var lines = new ArrayList<NewPosting>();
        var party = given.party();
        lines.add(
                NewPosting.debit(given.account(), given.fund(), given.value().minorUnits())
                        .party(party));
        var charge = given.charge();
        if (charge != null) {
            lines.add(settling(charge, given.fund(), given.counted()).unit(charge.unit()));
        }
        var beside = given.value().minus(given.counted()).minorUnits();
        if (beside > 0) {
            lines.add(NewPosting.credit(IN_KIND, given.fund(), beside).party(party));
        }
        return entry(code, date, "in-kind", description, lines);
    }

    /** A receipt that takes back what a party has paid too much, in minor units. */
    record TrueUpCredit(String receipt, long amount) {}

    /**
     * What later figures change for a party, in minor units.
     *
     * @param difference above zero to pay, below zero to be credited
     * @param income of that what is earned; the rest is deferred
     * @param credits of a credit what was paid already
     */
    record TrueUpPart(
            String party,
            String charge,
            @Nullable String unit,
            boolean member,
            long difference,
            long income,
            List<TrueUpCredit> credits) {}

    /**
     * Pattern 23: receivable against what is earned and what is deferred, a credit mirrored; what
     * was paid already becomes a prepayment.
     */
    static NewEntry trueUp(
            String code,
            NewRecalculation wish,
            AssessmentRepository.Header header,
            List<TrueUpPart> parts) {
        var fund = new FundCode(header.fund());
        var period = Integer.toString(header.year());
        var lines = new ArrayList<NewPosting>();
        for (var part : parts) {
            var back = part.credits().stream().mapToLong(TrueUpCredit::amount).sum();
            var income = income(header.kind(), part.member());
            var own = new ArrayList<NewPosting>();
            side(own, receivable(header.kind()), fund, part.difference() + back);
            side(own, income, fund, -part.income());
            side(own, DEFERRED, fund, part.income() - part.difference());
            for (var line : own) {
                lines.add(
                        line.party(part.party())
                                .project(header.project())
                                .unit(part.unit())
                                .charge(part.charge())
                                .period(period));
            }
            for (var credit : part.credits()) {
                lines.add(
                        NewPosting.credit(PREPAID, fund, credit.amount())
                                .party(part.party())
                                .unit(part.unit())
                                .charge(credit.receipt())
                                .memo(part.charge()));
            }
        }
        return entry(code, wish.date(), "true-up", wish.reason(), lines);
    }

    /** A line on the side that the sign says; none for nothing. */
    private static void side(
            List<NewPosting> lines, AccountCode account, FundCode fund, long amount) {
        if (amount > 0) lines.add(NewPosting.debit(account, fund, amount));
        if (amount < 0) lines.add(NewPosting.credit(account, fund, -amount));
    }

    private static List<NewPosting> earning(
            Earned part,
            AccountCode income,
            FundCode fund,
            @Nullable String project,
            String period) {
        var amount = part.amount().minorUnits();
        return List.of(
                        NewPosting.debit(DEFERRED, fund, amount),
                        NewPosting.credit(income, fund, amount))
                .stream()
                .map(line ->
                        line.party(part.party())
                                .project(project)
                                .unit(part.unit())
                                .charge(part.charge())
                                .period(period))
                .toList();
    }

    private static NewPosting settling(Booked charge, FundCode fund, Money amount) {
        return NewPosting.credit(charge.receivable(), fund, amount.minorUnits())
                .party(charge.party())
                .project(charge.project())
                .charge(charge.charge())
                .period(charge.period());
    }

    private static @Nullable String unit(NewReceipt wish, Booked charge) {
        return wish.unit() == null ? charge.unit() : wish.unit();
    }

    private static NewEntry entry(
            String code,
            LocalDate date,
            String kind,
            String description,
            List<NewPosting> postings) {
        return new NewEntry(date, kind, description, kind + ":" + code, code, postings);
    }
}
