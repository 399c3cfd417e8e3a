package id.patungan.grants;

import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.grants.rates.Conversion;
import id.patungan.grants.rates.CurrencyAccount;
import id.patungan.grants.rates.FxCost;
import id.patungan.grants.rates.FxTranche;
import id.patungan.grants.rates.FxUse;
import id.patungan.grants.rates.RateTable;
import id.patungan.ledger.Original;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an award in a foreign currency has received, spent and holds, in both currencies; derived
 * from its postings alone.
 */
public final class ForeignMoney {

    /** As many decimals as the ledger keeps of a rate. */
    private static final int RATE_DECIMALS = 12;

    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private final AwardBook book;

    /** Looks at one award. */
    public ForeignMoney(AwardBook book) {
        this.book = book;
    }

    /**
     * Whether the award's bank account is kept in its currency; otherwise the bank changes what
     * comes in, and costs are paid in the book's.
     */
    public boolean kept() {
        return book.own()
                .anyMatch(
                        one -> one.account().equals(book.terms().bankAccount()) && inCurrency(one));
    }

    private boolean inCurrency(AwardMovement movement) {
        var original = movement.original();
        return original != null && original.currency().equals(book.terms().currency());
    }

    /** The bank account of a fund at the end of a day. */
    public CurrencyAccount bank(String fund, LocalDate on) {
        return account(one ->
                one.fund().equals(fund)
                        && one.account().equals(book.terms().bankAccount())
                        && !one.date().isAfter(on));
    }

    /** The bank account of a fund with all that is posted. */
    public CurrencyAccount bank(String fund) {
        return bank(fund, END);
    }

    /** What of a fund is not earned yet. */
    CurrencyAccount liability(String fund) {
        return owed(fund, book.terms().kind().liability());
    }

    /** What of a fund goes back to the giver already. */
    CurrencyAccount goingBack(String fund) {
        return owed(fund, "21700");
    }

    /** What other funds owe to it in its currency, or it to them, at the end of a day. */
    CurrencyAccount between(String fund, boolean into, LocalDate on) {
        var account = into ? "19100" : "29100";
        var debit =
                account(one ->
                        is(one, fund, account) && inCurrency(one) && !one.date().isAfter(on));
        return into ? debit : mirrored(debit);
    }

    /** The same with all that is posted. */
    CurrencyAccount between(String fund, boolean into) {
        return between(fund, into, END);
    }

    /**
     * What of a fund's money is its own, as what it came in: without the rate of a later day, what
     * goes back already and what is another fund's.
     */
    CurrencyAccount own(String fund) {
        return account(one ->
                one.fund().equals(fund)
                        && (AwardPosition.holds(one.account()) || one.account().equals("21700"))
                        && (moved(one) || realised(one)));
    }

    private boolean moved(AwardMovement one) {
        return inCurrency(one) && AwardStanding.inAward(book, one) != 0;
    }

    /** What the body has won or lost with money that has left the account. */
    private static boolean realised(AwardMovement one) {
        return one.original() == null
                && (one.account().equals("19100") || one.account().equals("29100"))
                && !one.kind().equals(AwardEntries.EXCHANGE);
    }

    private static boolean is(AwardMovement one, String fund, String account) {
        return one.fund().equals(fund) && one.account().equals(account);
    }

    /** Whether more of the award's currency was paid than came, or than the giver gave. */
    boolean overdrawn(String fund) {
        return kept()
                && (bank(fund).original() < 0
                        || (book.terms().conditional() && liability(fund).original() < 0));
    }

    private CurrencyAccount owed(String fund, String account) {
        return mirrored(account(one -> is(one, fund, account)));
    }

    private static CurrencyAccount mirrored(CurrencyAccount debit) {
        return new CurrencyAccount(
                debit.currency(),
                debit.bookCurrency(),
                Math.negateExact(debit.original()),
                Math.negateExact(debit.book()));
    }

    /**
     * What became of the money in the award's own currency, up to a day; only of an account that is
     * kept in it. There is no difference in exchange in it: received + interest = eligible +
     * refunded + balance.
     */
    public ForeignPosition position(LocalDate on) {
        var flows = AwardFlow.of(book).stream().filter(one -> !one.first().date().isAfter(on));
        var position = ForeignPosition.NONE;
        for (var flow : flows.toList()) position = position.plus(step(flow.lines()));
        return position;
    }

    private ForeignPosition step(List<AwardMovement> lines) {
        var costs = sum(lines, AwardMovement::cost);
        var giver = -sum(lines, one -> AwardPosition.giversSide(one.account()));
        var held = sum(lines, one -> AwardPosition.holds(one.account()));
        return switch (lines.getFirst().kind()) {
            case AwardEntries.INTEREST -> new ForeignPosition(0, giver, costs, 0, held);
            case AwardEntries.REFUND -> new ForeignPosition(0, 0, costs, -held, held);
            case AwardEntries.RECEIPT -> new ForeignPosition(giver, 0, costs, 0, held);
            default -> new ForeignPosition(0, 0, costs, 0, held);
        };
    }

    private long sum(List<AwardMovement> lines, Predicate<AwardMovement> which) {
        return lines.stream()
                .filter(which)
                .mapToLong(one -> AwardStanding.inAward(book, one))
                .sum();
    }

    private CurrencyAccount account(Predicate<AwardMovement> which) {
        var account = CurrencyAccount.empty(book.terms().currency(), book.currency());
        for (var one : book.own().filter(which).toList()) {
            account = account.received(AwardStanding.inAward(book, one), one.amount());
        }
        return account;
    }

    /** What came from the giver, or is added as interest, and was not undone, by date. */
    public List<FxTranche> tranches() {
        var byEntry = new LinkedHashMap<Long, List<AwardMovement>>();
        received()
                .forEach(one ->
                        byEntry.computeIfAbsent(one.entry(), key -> new ArrayList<>()).add(one));
        var tranches = new ArrayList<FxTranche>();
        byEntry.forEach((entry, lines) -> {
            var original = 0L;
            var amount = 0L;
            for (var line : lines) {
                original = Math.subtractExact(original, AwardStanding.inAward(book, line));
                amount = Math.subtractExact(amount, line.amount());
            }
            var first = lines.getFirst();
            tranches.add(new FxTranche(name(first), first.date(), original, amount));
        });
        return List.copyOf(tranches);
    }

    /** The tranche's code, or the number of the entry where there is none. */
    private String name(AwardMovement line) {
        var charge = line.charge();
        var prefix = book.code() + "/";
        return charge == null || !charge.startsWith(prefix) || charge.equals(prefix + "-")
                ? Long.toString(line.entry())
                : charge.substring(prefix.length());
    }

    private List<AwardMovement> received() {
        var came = new ArrayList<AwardMovement>();
        book.own()
                .filter(one ->
                        one.kind().equals(AwardEntries.RECEIPT)
                                || (one.kind().equals(AwardEntries.INTEREST)
                                        && !one.account().equals("21700")))
                .filter(one -> AwardPosition.giversSide(one.account()) && inCurrency(one))
                .forEach(one -> {
                    if (one.reversal()) {
                        takeOut(came, one);
                    } else {
                        came.add(one);
                    }
                });
        return came;
    }

    /** A reversal mirrors what it undoes. */
    private static void takeOut(List<AwardMovement> came, AwardMovement mirror) {
        for (var at = came.size() - 1; at >= 0; at--) {
            var one = came.get(at);
            if (one.amount() == -mirror.amount()
                    && one.fund().equals(mirror.fund())
                    && String.valueOf(one.charge()).equals(String.valueOf(mirror.charge()))) {
                came.remove(at);
                return;
            }
        }
    }

    /** Costs, and refunds of what was not spent, as they are posted in both currencies. */
    private Stream<FxUse> uses() {
        return book.own()
                .filter(this::inCurrency)
                .filter(one ->
                        one.cost()
                                || (one.kind().equals(AwardEntries.REFUND)
                                        && AwardPosition.giversSide(one.account())
                                        && !one.account().equals("21700")))
                .map(one ->
                        FxUse.posted(
                                one.entry() + "/" + one.line(),
                                one.date(),
                                AwardStanding.inAward(book, one),
                                one.amount()));
    }

    /**
     * Every cost and refund in both currencies, with its rates and where they come from, by date;
     * each is called {@code entry/line}.
     */
    public List<FxCost> costs(RateTable rates) {
        return converted(uses().toList(), rates);
    }

    /**
     * What more uses of one day would be.
     *
     * @throws id.patungan.grants.rates.RatesException if there is no rate for one of them
     */
    List<FxCost> convert(List<FxUse> more, RateTable rates) {
        var refs = more.stream().map(FxUse::ref).collect(Collectors.toSet());
        return converted(Stream.concat(uses(), more.stream()).toList(), rates).stream()
                .filter(one -> refs.contains(one.ref()))
                .toList();
    }

    private List<FxCost> converted(List<FxUse> uses, RateTable rates) {
        return Conversion.of(
                book.terms().exchange(),
                book.terms().currency(),
                book.currency(),
                tranches(),
                uses,
                rates);
    }

    /**
     * A part of costs in the award's currency, in proportion to what they were in it.
     *
     * @param amount of the part, minor units of the book's currency
     * @throws AwardException if it comes to nothing in the award's currency
     */
    Original partOf(long amount, LocalDate on, Predicate<AwardMovement> costs) {
        var all = account(costs.and(one -> !one.date().isAfter(on)));
        var original =
                Fraction.of(amount)
                        .times(Fraction.of(all.original(), all.book()))
                        .rounded(0, RoundingMode.HALF_UP)
                        .longValueExact();
        if (original == 0)
            throw AwardException.tooSmall(
                    new Money(book.currency(), amount), book.terms().currency());
        return original(original, amount);
    }

    /**
     * An amount in the award's currency, with the rate that the ledger keeps: to twelve decimals,
     * half up.
     *
     * @param original minor units, negative for a credit
     * @param amount minor units of the book's currency
     */
    Original original(long original, long amount) {
        var currency = book.terms().currency();
        var rate =
                Fraction.of(amount, original)
                        .times(
                                Fraction.of(
                                        BigDecimal.ONE.movePointRight(
                                                currency.getDefaultFractionDigits())))
                        .dividedBy(
                                Fraction.of(
                                        BigDecimal.ONE.movePointRight(
                                                book.currency().getDefaultFractionDigits())));
        return new Original(currency, original, rate.rounded(RATE_DECIMALS, RoundingMode.HALF_UP));
    }
}
