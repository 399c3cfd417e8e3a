package id.patungan.grants.papers;

import id.patungan.basics.Money;
import id.patungan.grants.AwardLineCode;
import id.patungan.grants.AwardMovement;
import id.patungan.grants.AwardPosition;
import id.patungan.grants.AwardTerms.BudgetLine;
import id.patungan.grants.papers.UseOfFunds.Voucher;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The account of a hibah for a year (LPJ): statement of use, list of evidence, interest, bank
 * balance and what went back. Realised is what was paid: costs less what is still owed for them; an
 * advance (panjar) counts once it is settled. The way to the accrual figure is printed.
 *
 * @param year the fiscal year
 * @param opening balance of the award's money at the beginning of the year, which is money of an
 *     earlier year
 * @param unassigned costs of the year that name no line of the budget
 * @param received in the year
 * @param refunded in the year, negative, by its deposit slip (STS)
 * @param interest of the year
 * @param costs of the year as the books have them, whether paid or not
 * @param unpaid what of all costs is still owed at the end
 * @param unpaidBefore what of all costs was still owed at the beginning
 * @param advances panjar that is not settled at the end
 * @param loans what other funds owe at the end, less what is owed to them
 * @param bank what the ledger has in the bank and in the till at the end
 * @param dueBack what is recorded as owed to the giver at the end
 * @param closing balance at the end
 * @param evidence of the year, numbered
 * @param lastSpending day of the last cost of the year; null if there is none
 * @param account the award's own bank account through the year
 * @param refundedAfter what went back after the year and until the day of signing
 */
public record HibahReport(
        AwardPaper.Common common,
        int year,
        LocalDate from,
        LocalDate until,
        long opening,
        List<Use> uses,
        long unassigned,
        List<AwardPaper.Transfer> received,
        List<AwardPaper.Transfer> refunded,
        long interest,
        long costs,
        long unpaid,
        long unpaidBefore,
        long advances,
        long loans,
        long bank,
        long dueBack,
        long closing,
        List<Voucher> evidence,
        @Nullable LocalDate lastSpending,
        BankAccount account,
        List<AwardPaper.Transfer> refundedAfter)
        implements AwardPaper {

    /** Copies the lists. */
    public HibahReport {
        uses = List.copyOf(uses);
        received = List.copyOf(received);
        refunded = List.copyOf(refunded);
        evidence = List.copyOf(evidence);
        refundedAfter = List.copyOf(refundedAfter);
    }

    /**
     * A line of the budget and what was made of it.
     *
     * @param earlier realised in earlier years
     * @param realised in the year
     * @param evidence how many of the list are its own
     * @param note why it differs from the plan; null if nobody typed one for this year
     */
    public record Use(
            String code,
            String nameId,
            String nameEn,
            long budget,
            long earlier,
            long realised,
            int evidence,
            @Nullable AwardNote note) {

        /** What is left of the budget. */
        public long left() {
            return budget - earlier - realised;
        }
    }

    /**
     * What the ledger has of a bank account in the funds of the award.
     *
     * @param code of the account
     * @param opening at the beginning of the year
     */
    public record BankAccount(String code, long opening, List<BankLine> lines) {

        /** Copies the list. */
        public BankAccount {
            lines = List.copyOf(lines);
        }

        /** At the end of the year. */
        public long closing() {
            return lines.isEmpty() ? opening : lines.getLast().balance();
        }
    }

    /**
     * A movement of the bank account.
     *
     * @param amount negative if it went out
     * @param balance after it
     */
    public record BankLine(
            LocalDate date,
            long entry,
            @Nullable String document,
            String description,
            long amount,
            long balance) {}

    /** Whether an account says what is owed for costs. */
    static boolean payable(String account) {
        return account.equals("21100") || account.equals("21200") || account.startsWith("213");
    }

    /** What was paid in the year: costs less those still owed, and those of before. */
    public long realised() {
        return costs - unpaid + unpaidBefore;
    }

    /**
     * The account of a year, up to the day of signing.
     *
     * @throws AwardPaperException if the award is no hibah, does not run in that year, or the
     *     account does not tie to the book
     */
    public static HibahReport of(Material material, int year) {
        var book = material.book();
        var terms = book.terms();
        if (!terms.kind().hibah()) throw AwardPaperException.notHibah(book.code());
        var first = LocalDate.of(year, 1, 1);
        var last = LocalDate.of(year, 12, 31);
        if (last.isBefore(terms.from()) || first.isAfter(terms.to())) {
            throw AwardPaperException.wrongYear(book.code(), year, terms.from(), terms.to());
        }
        return new Assembly(material, first, last).report();
    }

    /** Why it may not be issued as it is; empty if it may. */
    public List<AwardPaperException> objections() {
        var objections = new ArrayList<AwardPaperException>();
        var currency = common.body().currency();
        if (common.signed().isBefore(from)) {
            objections.add(
                    AwardPaperException.wrongYear(
                            common.award(), common.signed().getYear(), from, until));
        }
        var last = lastSpending;
        if (last != null && last.isAfter(common.signed())) {
            objections.add(AwardPaperException.beforeLastSpending(common.signed(), last));
        }
        for (var use : uses) {
            if (use.left() < 0) {
                objections.add(
                        AwardPaperException.overBudget(
                                use.code(),
                                new Money(currency, use.budget()),
                                new Money(currency, use.earlier() + use.realised())));
            }
        }
        for (var one : evidence) {
            if (uses.stream().noneMatch(use -> use.code().equals(one.cost().line()))) {
                objections.add(
                        AwardPaperException.outsideBudget(
                                one.cost().document() == null
                                        ? one.cost().description()
                                        : one.cost().document(),
                                one.cost().entry(),
                                new Money(currency, one.cost().amount())));
            }
        }
        if (opening != 0 && common.awardFrom().getYear() == year) {
            objections.add(
                    AwardPaperException.earlierRemainder(year, new Money(currency, opening)));
        }
        return objections;
    }

    private record Assembly(Material material, LocalDate from, LocalDate until) {

        HibahReport report() {
            var book = material.book();
            var position = AwardPosition.of(book, from, until);
            var evidence = evidence();
            var report =
                    new HibahReport(
                            material.common(),
                            from.getYear(),
                            from,
                            until,
                            position.opening(),
                            book.terms().lines().stream().map(line -> use(line, evidence)).toList(),
                            unassigned(),
                            Ledgers.received(book, from, until),
                            Ledgers.refunded(book, from, until),
                            position.interest(),
                            position.eligible(),
                            owed(until, null),
                            owed(from.minusDays(1), null),
                            book.balance(until, "11400"),
                            book.balance(until, "19100") + book.balance(until, "29100"),
                            book.balance(until, AwardMovement::cash),
                            -book.balance(until, "21700"),
                            position.balance(),
                            evidence,
                            last(),
                            account(),
                            Ledgers.refunded(book, until.plusDays(1), material.signed()));
            requireTies(report, position);
            return report;
        }

        private BankAccount account() {
            var book = material.book();
            var code = book.terms().bankAccount();
            var opening = book.balance(from.minusDays(1), code);
            var lines = new ArrayList<BankLine>();
            var moved =
                    book.own()
                            .filter(one -> one.account().equals(code))
                            .filter(Ledgers.within(from, until))
                            .sorted(
                                    Comparator.comparing(AwardMovement::date)
                                            .thenComparingLong(AwardMovement::entry)
                                            .thenComparingInt(AwardMovement::line))
                            .toList();
            var balance = opening;
            for (var one : moved) {
                balance += one.amount();
                lines.add(
                        new BankLine(
                                one.date(),
                                one.entry(),
                                one.documentNo(),
                                one.description(),
                                one.amount(),
                                balance));
            }
            return new BankAccount(code, opening, lines);
        }

        private List<Voucher> evidence() {
            return UseOfFunds.numbered(
                    material.book()
                            .costs()
                            .filter(Ledgers.within(from, until))
                            .sorted(
                                    Comparator.comparing(AwardMovement::date)
                                            .thenComparingLong(AwardMovement::entry)
                                            .thenComparingInt(AwardMovement::line))
                            .map(one -> Ledgers.cost(material, one))
                            .toList());
        }

        private Use use(BudgetLine line, List<Voucher> evidence) {
            var before =
                    cost(line.code(), from.minusDays(1)) - owed(from.minusDays(1), line.code());
            var now = cost(line.code(), until) - owed(until, line.code());
            var papers =
                    (int)
                            evidence.stream()
                                    .filter(one -> line.code().equals(one.cost().line()))
                                    .count();
            return new Use(
                    line.code(),
                    line.nameId(),
                    line.nameEn(),
                    line.amount(),
                    before,
                    now - before,
                    papers,
                    material.note(line.code(), from, until));
        }

        private long cost(String line, LocalDate on) {
            return material.book()
                    .costs()
                    .filter(one -> !one.date().isAfter(on) && line.equals(line(one)))
                    .mapToLong(AwardMovement::amount)
                    .sum();
        }

        private long unassigned() {
            var lines = material.book().terms().lines().stream().map(BudgetLine::code).toList();
            return material.book()
                    .costs()
                    .filter(Ledgers.within(from, until))
                    .filter(one -> line(one) == null || !lines.contains(line(one)))
                    .mapToLong(AwardMovement::amount)
                    .sum();
        }

        private @Nullable String line(AwardMovement one) {
            return Ledgers.code(material.book(), one).map(AwardLineCode::line).orElse(null);
        }

        /**
         * What is owed for costs at the end of a day, of one line or of all. A payment that names
         * no line is for the oldest costs that are owed.
         */
        private long owed(LocalDate on, @Nullable String line) {
            var open = new TreeMap<String, Long>();
            var order = new ArrayList<String>();
            for (var one : material.book().own().toList()) {
                if (one.date().isAfter(on) || !payable(one.account())) continue;
                var code = line(one);
                if (code != null || one.amount() < 0) {
                    var of = code == null ? "" : code;
                    if (!order.contains(of)) order.add(of);
                    open.merge(of, -one.amount(), Math::addExact);
                } else {
                    settle(open, order, one.amount());
                }
            }
            return line == null
                    ? open.values().stream().mapToLong(Long::longValue).sum()
                    : open.getOrDefault(line, 0L);
        }

        private static void settle(TreeMap<String, Long> open, List<String> order, long paid) {
            var left = paid;
            for (var code : order) {
                var owed = Math.max(0, open.getOrDefault(code, 0L));
                var part = Math.min(owed, left);
                open.merge(code, -part, Math::addExact);
                left -= part;
            }
            if (left != 0) open.merge("", -left, Math::addExact);
        }

        /** Of the costs of the year; whoever signs has seen them all. */
        private @Nullable LocalDate last() {
            return material.book()
                    .costs()
                    .filter(Ledgers.within(from, until))
                    .map(AwardMovement::date)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }

        private void requireTies(HibahReport made, AwardPosition position) {
            var award = material.book().code();
            Ledgers.requireEqual(award, "position", position.counted(), position.balance());
            Ledgers.requireEqual(
                    award,
                    "accounts",
                    made.bank + made.advances - made.unpaid + made.loans,
                    made.closing);
            var listed = made.evidence.stream().mapToLong(one -> one.cost().amount()).sum();
            Ledgers.requireEqual(award, "evidence", listed, made.costs);
            Ledgers.requireEqual(
                    award,
                    "bank account",
                    made.account.closing(),
                    material.book().balance(until, made.account.code()));
        }
    }

    /** What was paid in the year and names no line of the budget. */
    public long realisedUnassigned() {
        return realised() - uses.stream().mapToLong(Use::realised).sum();
    }
}
