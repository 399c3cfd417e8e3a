package id.patungan.cli;

import id.patungan.grants.AwardTerms;
import id.patungan.grants.AwardTerms.Activity;
import id.patungan.grants.AwardTerms.BudgetLine;
import id.patungan.grants.AwardTerms.Calculation;
import id.patungan.grants.AwardTerms.Condition;
import id.patungan.grants.AwardTerms.ExchangeBearer;
import id.patungan.grants.AwardTerms.ExchangeMethod;
import id.patungan.grants.AwardTerms.Interest;
import id.patungan.grants.AwardTerms.Kind;
import id.patungan.grants.AwardTerms.Promise;
import id.patungan.grants.AwardTerms.Purpose;
import id.patungan.grants.AwardTerms.ReportDue;
import id.patungan.grants.AwardTerms.Tranche;
import id.patungan.grants.AwardTerms.Unspent;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * Terms of a further award of the demo, written down part by part. Amounts are given in main units
 * of the currency; what is left is returned by the last day named, or kept where none is.
 */
final class DemoTerms {

    private final Agreement agreement;
    private final Period period;
    private final Currency currency;
    private final Interest interest;
    private final String sample;
    private final List<Purpose> purposes = new ArrayList<>();
    private final List<BudgetLine> lines = new ArrayList<>();
    private final List<Activity> activities = new ArrayList<>();
    private final List<Tranche> tranches = new ArrayList<>();
    private final List<ReportDue> reports = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();

    /**
     * Begins.
     *
     * @param sample what of it is made up
     */
    DemoTerms(
            Agreement agreement, Period period, String currency, Interest interest, String sample) {
        this.agreement = agreement;
        this.period = period;
        this.currency = Currency.getInstance(currency);
        this.interest = interest;
        this.sample = sample;
    }

    /** Who gives what for, by which paper, into which account. */
    record Agreement(
            String giver,
            Kind kind,
            String number,
            String date,
            String signatories,
            String titleId,
            String titleEn,
            String bankAccount) {}

    /** When costs may be incurred and paid; returnBy is null where the body keeps the rest. */
    record Period(String from, String to, String paidUntil, @Nullable String returnBy) {}

    /** An amount in minor units. */
    static long minor(long main) {
        return Math.multiplyExact(main, 100L);
    }

    /** A purpose whose costs go on when it ends, with the award. */
    DemoTerms purpose(String code, String nameId, String nameEn, String fund) {
        purposes.add(new Purpose(code, nameId, nameEn, fund, null, false));
        return this;
    }

    /** A purpose that is paid for once, until a day of its own. */
    DemoTerms once(String code, String nameId, String nameEn, String fund, String to) {
        purposes.add(new Purpose(code, nameId, nameEn, fund, LocalDate.parse(to), true));
        return this;
    }

    /** A line of the purpose named last. */
    DemoTerms line(
            String code,
            String nameId,
            String nameEn,
            long amount,
            List<String> accounts,
            List<String> frame) {
        return add(code, nameId, nameEn, minor(amount), accounts, frame, null);
    }

    /** The same, worked out as so many units at that cost each. */
    DemoTerms counted(
            String code,
            String nameId,
            String nameEn,
            Units units,
            List<String> accounts,
            List<String> frame) {
        var unitCost = minor(units.cost());
        return add(
                code,
                nameId,
                nameEn,
                Math.multiplyExact(unitCost, units.quantity()),
                accounts,
                frame,
                new Calculation(BigDecimal.valueOf(units.quantity()), units.unit(), unitCost));
    }

    /** So many units at that cost each. */
    record Units(long quantity, String unit, long cost) {}

    private DemoTerms add(
            String code,
            String nameId,
            String nameEn,
            long amount,
            List<String> accounts,
            List<String> frame,
            @Nullable Calculation how) {
        lines.add(
                new BudgetLine(
                        code,
                        purposes.getLast().code(),
                        nameId,
                        nameEn,
                        amount,
                        accounts,
                        frame,
                        false,
                        null,
                        how));
        return this;
    }

    DemoTerms activity(String code, String output, String nameId, String nameEn) {
        activities.add(new Activity(code, output, nameId, nameEn));
        return this;
    }

    /** A part of the money; report is null where nothing must come before it. */
    DemoTerms tranche(String code, long amount, String expected, @Nullable String report) {
        tranches.add(
                new Tranche(
                        code,
                        minor(amount),
                        LocalDate.parse(expected),
                        report == null ? Condition.NONE : Condition.REPORT,
                        report));
        return this;
    }

    DemoTerms report(String code, String name, String from, String to, String due) {
        reports.add(
                new ReportDue(
                        code,
                        name,
                        LocalDate.parse(from),
                        LocalDate.parse(to),
                        LocalDate.parse(due)));
        return this;
    }

    DemoTerms promise(String code, String nameId, String nameEn, String due, long amount) {
        promises.add(new Promise(code, nameId, nameEn, LocalDate.parse(due), minor(amount)));
        return this;
    }

    /** The terms; the award is of what its lines come to, or of what was promised for it. */
    AwardTerms agreed() {
        var budget = lines.stream().mapToLong(BudgetLine::amount).sum();
        var promised = promises.stream().mapToLong(Promise::amount).sum();
        var returnBy = period.returnBy();
        return new AwardTerms(
                agreement.giver(),
                agreement.kind(),
                agreement.number(),
                LocalDate.parse(agreement.date()),
                agreement.signatories(),
                agreement.titleId(),
                agreement.titleEn(),
                currency,
                lines.isEmpty() ? promised : budget,
                true,
                LocalDate.parse(period.from()),
                LocalDate.parse(period.to()),
                LocalDate.parse(period.paidUntil()),
                agreement.bankAccount(),
                interest,
                returnBy == null ? Unspent.KEEP : Unspent.RETURN,
                returnBy == null ? null : LocalDate.parse(returnBy),
                ExchangeMethod.TRANSFER_AVERAGE,
                ExchangeBearer.AWARD,
                null,
                sample,
                purposes,
                lines,
                activities,
                tranches,
                reports,
                promises);
    }
}
