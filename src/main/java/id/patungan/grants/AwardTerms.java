package id.patungan.grants;

import id.patungan.basics.FundCode;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What giver and body have agreed about an award, as one version has it. Amounts are minor units of
 * the award's currency.
 *
 * @param giver code of the party that gives
 * @param agreementNo number of the NPHD or contract
 * @param signatories who signed, by office, as one text
 * @param titleId what it is for, in Indonesian
 * @param amount of the whole award
 * @param conditional whether it is a liability until it is spent; otherwise it is income when
 *     agreed
 * @param from first day on which a cost may be incurred
 * @param to last day of that
 * @param paidUntil last day on which what was incurred may be paid
 * @param bankAccount account that carries only this award's money
 * @param returnBy day by which what is left must be back; null where nothing goes back
 * @param indirectCap most percent of the direct costs that indirect lines may take; null: no limit
 * @param sample what of it is made up or assumed; null if it stands in the agreement
 */
public record AwardTerms(
        String giver,
        Kind kind,
        String agreementNo,
        LocalDate agreementDate,
        String signatories,
        String titleId,
        String titleEn,
        Currency currency,
        long amount,
        boolean conditional,
        LocalDate from,
        LocalDate to,
        LocalDate paidUntil,
        String bankAccount,
        Interest interest,
        Unspent unspent,
        @Nullable LocalDate returnBy,
        ExchangeMethod exchange,
        ExchangeBearer exchangeBearer,
        @Nullable BigDecimal indirectCap,
        @Nullable String sample,
        List<Purpose> purposes,
        List<BudgetLine> lines,
        List<Activity> activities,
        List<Tranche> tranches,
        List<ReportDue> reports,
        List<Promise> promises) {

    private static final int MOST_ROWS = 400;
    private static final int MOST_YEARS = 30;

    /** Refuses terms that contradict themselves. */
    public AwardTerms {
        purposes = List.copyOf(purposes);
        lines = List.copyOf(lines);
        activities = List.copyOf(activities);
        tranches = List.copyOf(tranches);
        reports = List.copyOf(reports);
        promises = List.copyOf(promises);
        agreementNo = AwardException.text("agreementNo", agreementNo, 80);
        signatories = AwardException.text("signatories", signatories, 400);
        titleId = AwardException.text("titleId", titleId, 160);
        titleEn = AwardException.text("titleEn", titleEn, 160);
        requireDays(from, to, paidUntil, unspent, returnBy);
        if (amount <= 0) throw AwardException.notPositive("amount");
        if (indirectCap != null
                && (indirectCap.signum() < 0
                        || indirectCap.compareTo(BigDecimal.valueOf(100)) > 0)) {
            throw AwardException.notPercent(indirectCap.toPlainString());
        }
        distinct("purposes", purposes, Purpose::code);
        distinct("purposes", purposes, Purpose::fund);
        distinct("lines", lines, BudgetLine::code);
        distinct("activities", activities, Activity::code);
        distinct("tranches", tranches, Tranche::code);
        distinct("reports", reports, ReportDue::code);
        distinct("promises", promises, Promise::code);
        if (purposes.isEmpty()) throw AwardException.missing("purposes");
        if (lines.isEmpty() && kind != Kind.SPONSOR) throw AwardException.missing("lines");
        requireReferences(purposes, lines, activities, tranches, reports, from, to);
        for (var line : lines) requireCalculation(line, currency);
        requireSum("lines", lines.stream().mapToLong(BudgetLine::amount).toArray(), amount);
        requireSum("tranches", tranches.stream().mapToLong(Tranche::amount).toArray(), amount);
        requireSum("promises", promises.stream().mapToLong(Promise::amount).toArray(), amount);
    }

    private static void requireDays(
            LocalDate from,
            LocalDate to,
            LocalDate paidUntil,
            Unspent unspent,
            @Nullable LocalDate returnBy) {
        if (to.isBefore(from) || to.isAfter(from.plusYears(MOST_YEARS))) {
            throw AwardException.order("to", to, from);
        }
        if (paidUntil.isBefore(to)) throw AwardException.order("paidUntil", paidUntil, to);
        if (unspent == Unspent.RETURN && returnBy == null) throw AwardException.missing("returnBy");
        if (returnBy != null && returnBy.isBefore(to)) {
            throw AwardException.order("returnBy", returnBy, to);
        }
    }

    private static <T> void distinct(String table, List<T> rows, Function<T, Object> key) {
        if (rows.size() > MOST_ROWS) throw AwardException.tooMany(table, rows.size(), MOST_ROWS);
        var seen = new HashSet<>();
        for (var row : rows) {
            if (!seen.add(key.apply(row))) {
                throw AwardException.twice(table, key.apply(row).toString());
            }
        }
    }

    private static void requireReferences(
            List<Purpose> purposes,
            List<BudgetLine> lines,
            List<Activity> activities,
            List<Tranche> tranches,
            List<ReportDue> reports,
            LocalDate from,
            LocalDate to) {
        var purposeCodes = codes(purposes, Purpose::code);
        var activityCodes = codes(activities, Activity::code);
        var reportCodes = codes(reports, ReportDue::code);
        for (var purpose : purposes) {
            var ends = purpose.to();
            if (ends != null && (ends.isAfter(to) || ends.isBefore(from))) {
                throw AwardException.order("purposes", ends, to);
            }
        }
        for (var line : lines) {
            if (!purposeCodes.contains(line.purpose())) {
                throw AwardException.unknown("lines", line.purpose());
            }
            line.activities().stream()
                    .filter(one -> !activityCodes.contains(one))
                    .findFirst()
                    .ifPresent(one -> {
                        throw AwardException.unknown("lines", one);
                    });
        }
        for (var tranche : tranches) {
            var report = tranche.condition() == Condition.REPORT ? tranche.says() : null;
            if (report != null && !reportCodes.contains(report)) {
                throw AwardException.unknown("tranches", report);
            }
        }
    }

    private static <T> Set<String> codes(List<T> rows, Function<T, String> code) {
        return rows.stream().map(code).collect(Collectors.toSet());
    }

    /** Quantity times unit cost is the amount of the line, nothing rounded. */
    private static void requireCalculation(BudgetLine line, Currency currency) {
        var how = line.calculation();
        if (how == null) return;
        var unitCost = BigDecimal.valueOf(how.unitCost());
        if (how.quantity().multiply(unitCost).compareTo(BigDecimal.valueOf(line.amount())) != 0) {
            throw AwardException.calculation(
                    line.code(),
                    how,
                    new Money(currency, how.unitCost()),
                    new Money(currency, line.amount()));
        }
    }

    /** A table that is given comes to the amount of the award. */
    private void requireSum(String table, long[] amounts, long whole) {
        if (amounts.length == 0) return;
        var sum = 0L;
        for (var one : amounts) sum = Math.addExact(sum, one);
        if (sum != whole) {
            throw AwardException.sum(table, new Money(currency, sum), new Money(currency, whole));
        }
    }

    /** Where a giver stands among those who fund a body; decides the accounts. */
    public enum Kind {
        /** Hibah of a province. */
        PROVINCIAL_GRANT("21400", "42100"),
        /** Help of the central government. */
        CENTRAL_GRANT("21400", "42200"),
        /** A donor. */
        DONOR("21500", "43100"),
        /** A sponsor, who was promised something in return. */
        SPONSOR("21510", "44100");

        private final String liability;
        private final String income;

        Kind(String liability, String income) {
            this.liability = liability;
            this.income = income;
        }

        /** The account that carries what is not earned yet. */
        public String liability() {
            return liability;
        }

        /** The account of what is earned. */
        public String income() {
            return income;
        }

        /** Whether the giver is a government and accounted to by an LPJ. */
        public boolean hibah() {
            return liability.equals("21400");
        }

        /** As stored and sent. */
        public String code() {
            return AwardTerms.code(this);
        }
    }

    /** To whom interest on the money belongs. */
    public enum Interest {
        /** To the giver. */
        RETURN,
        /** It is added to the award. */
        AWARD,
        /** To the body. */
        BODY;

        /** As stored and sent. */
        public String code() {
            return AwardTerms.code(this);
        }
    }

    /** What becomes of money that is not spent at the end. */
    public enum Unspent {
        /** It goes back. */
        RETURN,
        /** The body keeps it for the same purpose. */
        KEEP;

        /** As stored and sent. */
        public String code() {
            return AwardTerms.code(this);
        }
    }

    /** By which rate a cost becomes an amount in the award's currency. */
    public enum ExchangeMethod {
        /** The average of the transfers received up to then. */
        TRANSFER_AVERAGE,
        /** The first transfer first. */
        FIRST_IN,
        /** The reference rate of the month. */
        MONTH,
        /** The rate of the day. */
        DAY;

        /** As stored and sent. */
        public String code() {
            return AwardTerms.code(this);
        }
    }

    /** Who bears differences in exchange. */
    public enum ExchangeBearer {
        /** The award. */
        AWARD,
        /** The body. */
        BODY;

        /** As stored and sent. */
        public String code() {
            return AwardTerms.code(this);
        }
    }

    /** What must hold before a tranche may be received. */
    public enum Condition {
        /** Nothing. */
        NONE,
        /** Its day has come. */
        DATE,
        /** The giver has accepted a report. */
        REPORT,
        /** A milestone is reached. */
        MILESTONE;

        /** As stored and sent. */
        public String code() {
            return AwardTerms.code(this);
        }
    }

    static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * One purpose, with the fund that carries its money alone.
     *
     * @param to its own last day, where it ends before the award
     * @param once whether its costs end with it, as of a building; otherwise somebody else has to
     *     go on paying them
     */
    public record Purpose(
            String code,
            String nameId,
            String nameEn,
            String fund,
            @Nullable LocalDate to,
            boolean once) {

        /** Refuses what is no code or no fund. */
        public Purpose {
            code = AwardException.code("purposes", code);
            nameId = AwardException.text("purposes", nameId, 160);
            nameEn = AwardException.text("purposes", nameEn, 160);
            fund = new FundCode(fund).value();
        }
    }

    /**
     * A line of the giver's budget.
     *
     * @param code the giver's own
     * @param accounts that may be charged to it, each whole or by its first digits; empty: any cost
     * @param activities of the frame that it pays for; empty where there is no frame
     * @param indirect whether it counts against the limit on indirect costs
     * @param closedFrom the day from which nothing may be charged to it
     * @param calculation how its amount was worked out; null where only the amount was agreed
     */
    public record BudgetLine(
            String code,
            String purpose,
            String nameId,
            String nameEn,
            long amount,
            List<String> accounts,
            List<String> activities,
            boolean indirect,
            @Nullable LocalDate closedFrom,
            @Nullable Calculation calculation) {

        /** A line of which only the amount was agreed. */
        public BudgetLine(
                String code,
                String purpose,
                String nameId,
                String nameEn,
                long amount,
                List<String> accounts,
                List<String> activities,
                boolean indirect,
                @Nullable LocalDate closedFrom) {
            this(
                    code,
                    purpose,
                    nameId,
                    nameEn,
                    amount,
                    accounts,
                    activities,
                    indirect,
                    closedFrom,
                    null);
        }

        /** Refuses what is no code, and lines of nothing. */
        public BudgetLine {
            accounts = List.copyOf(accounts);
            activities = List.copyOf(activities);
            code = AwardException.code("lines", code);
            nameId = AwardException.text("lines", nameId, 160);
            nameEn = AwardException.text("lines", nameEn, 160);
            if (amount <= 0) throw AwardException.notPositive("lines");
            for (var account : accounts) {
                if (!account.matches("[15][0-9]{0,4}")) {
                    throw AwardException.unknown("lines", account);
                }
            }
        }

        /** Whether the line may bear a cost on that account. */
        public boolean bears(String account) {
            return accounts.isEmpty() || accounts.stream().anyMatch(account::startsWith);
        }
    }

    /**
     * How the amount of a budget line was worked out.
     *
     * @param quantity how many units: more than zero, with at most six decimals
     * @param unit what is counted, such as a person and month
     * @param unitCost of one unit, in minor units
     */
    public record Calculation(BigDecimal quantity, String unit, long unitCost) {

        private static final int MOST_DECIMALS = 6;
        private static final int MOST_DIGITS = 15;

        /** Refuses what counts nothing or costs nothing. */
        public Calculation {
            quantity = quantity.stripTrailingZeros();
            if (quantity.scale() < 0) quantity = quantity.setScale(0);
            if (quantity.signum() <= 0
                    || quantity.scale() > MOST_DECIMALS
                    || quantity.precision() > MOST_DIGITS) {
                throw AwardException.quantity(quantity.toPlainString());
            }
            unit = AwardException.text("lines", unit, 40);
            if (unitCost <= 0) throw AwardException.notPositive("lines");
        }
    }

    /**
     * An activity of the logical framework.
     *
     * @param output what it leads to, in the giver's code
     */
    public record Activity(String code, String output, String nameId, String nameEn) {

        /** Refuses what is no code. */
        public Activity {
            code = AwardException.code("activities", code);
            output = AwardException.text("activities", output, 80);
            nameId = AwardException.text("activities", nameId, 160);
            nameEn = AwardException.text("activities", nameEn, 160);
        }
    }

    /**
     * A part of the money, and what must hold before it comes.
     *
     * @param expectedOn the day on which it is expected
     * @param says code of the report, or the milestone in words; null if nothing is needed
     */
    public record Tranche(
            String code,
            long amount,
            LocalDate expectedOn,
            Condition condition,
            @Nullable String says) {

        /** Refuses a condition that says nothing. */
        public Tranche {
            code = AwardException.code("tranches", code);
            if (amount <= 0) throw AwardException.notPositive("tranches");
            if (condition == Condition.REPORT || condition == Condition.MILESTONE) {
                says = AwardException.text("tranches", says, 160);
            } else {
                says = null;
            }
        }
    }

    /**
     * A report that the giver gets.
     *
     * @param name in the agreement's words
     * @param from first day of what it tells
     * @param to last day of that
     * @param dueOn last day on which it may be handed in
     */
    public record ReportDue(
            String code, String name, LocalDate from, LocalDate to, LocalDate dueOn) {

        /** Refuses days in the wrong order. */
        public ReportDue {
            code = AwardException.code("reports", code);
            name = AwardException.text("reports", name, 160);
            if (to.isBefore(from)) throw AwardException.order("reports", to, from);
            if (dueOn.isBefore(from)) throw AwardException.order("reports", dueOn, from);
        }
    }

    /**
     * What a sponsor was promised.
     *
     * @param amount what the body has earned once it is kept
     */
    public record Promise(String code, String nameId, String nameEn, LocalDate dueOn, long amount) {

        /** Refuses promises worth nothing. */
        public Promise {
            code = AwardException.code("promises", code);
            nameId = AwardException.text("promises", nameId, 160);
            nameEn = AwardException.text("promises", nameEn, 160);
            if (amount <= 0) throw AwardException.notPositive("promises");
        }
    }

    /** The codes of its funds. */
    public Set<String> funds() {
        return codes(purposes, Purpose::fund);
    }

    /** The line with that code. */
    public Optional<BudgetLine> line(String code) {
        return lines.stream().filter(line -> line.code().equals(code)).findFirst();
    }

    /** The purpose with that code, which a line has named. */
    public Purpose purpose(String code) {
        return purposes.stream()
                .filter(purpose -> purpose.code().equals(code))
                .findFirst()
                .orElseThrow(() -> AwardException.unknown("purposes", code));
    }

    /** The purpose of a fund, if it is one of this award's. */
    public Optional<Purpose> purposeOf(String fund) {
        return purposes.stream().filter(purpose -> purpose.fund().equals(fund)).findFirst();
    }

    /** The last day on which a cost of that purpose may be incurred. */
    public LocalDate lastDay(Purpose purpose) {
        return Objects.requireNonNullElse(purpose.to(), to);
    }

    /** An amount of the award. */
    public Money money(long minorUnits) {
        return new Money(currency, minorUnits);
    }

    /** The same terms for whoever may see only some of its funds. */
    public AwardTerms limitedTo(Set<String> reached) {
        if (reached.containsAll(funds())) return this;
        var kept = purposes.stream().filter(one -> reached.contains(one.fund())).toList();
        var codes = codes(kept, Purpose::code);
        var keptLines = lines.stream().filter(line -> codes.contains(line.purpose())).toList();
        return new AwardTerms(
                giver,
                kind,
                agreementNo,
                agreementDate,
                signatories,
                titleId,
                titleEn,
                currency,
                keptLines.isEmpty()
                        ? amount
                        : keptLines.stream().mapToLong(BudgetLine::amount).sum(),
                conditional,
                from,
                to,
                paidUntil,
                bankAccount,
                interest,
                unspent,
                returnBy,
                exchange,
                exchangeBearer,
                indirectCap,
                sample,
                kept,
                keptLines,
                activities,
                List.of(),
                reports,
                List.of());
    }
}
