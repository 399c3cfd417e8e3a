package id.patungan.grants;

import id.patungan.basics.FundCode;
import id.patungan.basics.Input;
import id.patungan.basics.Money;
import id.patungan.grants.AwardEntries.CostPart;
import id.patungan.grants.AwardEntries.Head;
import id.patungan.grants.AwardTerms.Tranche;
import id.patungan.ledger.Books;
import id.patungan.ledger.Entry;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Commands;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The money of awards: received, earned, spent, moved, owed back, refunded. Each command posts one
 * entry, dated no later than today, once per key; what is wrong is undone by {@link #undo}.
 */
@Service
public class AwardMoney {

    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private final Awards awards;
    private final Books books;
    private final Ledger ledger;
    private final Commands commands;

    AwardMoney(Awards awards, Books books, Ledger ledger, Commands commands) {
        this.awards = awards;
        this.books = books;
        this.ledger = ledger;
        this.commands = commands;
    }

    /**
     * Money from the giver, or the claim to it.
     *
     * @param tranche null for money outside the plan
     * @param byFund how it is divided over the award's funds; minor units of the book
     * @param documentNo of the transfer
     */
    public record Receipt(
            LocalDate date,
            @Nullable String tranche,
            Map<String, Long> byFund,
            @Nullable String documentNo,
            @Nullable String description) {

        /** Copies the map, in the order of the funds. */
        public Receipt {
            byFund = new TreeMap<>(byFund);
        }

        private long total() {
            return byFund.values().stream().reduce(0L, Math::addExact);
        }
    }

    /**
     * Records money from the giver. Of conditional money it is a liability until it is spent;
     * otherwise it settles the claim, and is income where none was recorded.
     *
     * @throws AwardException if the tranche waits for a condition or a report, has been received,
     *     or is of another amount
     */
    public Entry receive(Access access, String award, Receipt wish, String key) {
        return post(
                access,
                award,
                key,
                "receive",
                wish,
                book -> {
                    var terms = book.terms();
                    requireFunds(terms, wish.byFund());
                    var claimed = -claim(book, wish.tranche(), wish.date());
                    if (book.foreign()) throw AwardException.foreignMoney(award, terms.currency());
                    var tranche = wish.tranche();
                    if (tranche != null) {
                        requireReady(book, wish.date(), tranche, wish.total());
                    }
                    return new AwardEntries(award, terms)
                            .receipt(
                                    head(
                                            wish.date(),
                                            wish.description(),
                                            "Penerimaan " + terms.titleId(),
                                            wish.documentNo(),
                                            key),
                                    wish.tranche(),
                                    wish.byFund(),
                                    terms.conditional()
                                            ? terms.kind().liability()
                                            : claimed + wish.total() <= 0
                                                    ? "11320"
                                                    : terms.kind().income());
                });
    }

    /** Of an account in the award's currency only that currency is taken and paid. */
    private static void requireBookMoney(AwardBook book) {
        if (book.foreign() && new ForeignMoney(book).kept()) {
            throw AwardException.foreignMoney(book.code(), book.terms().currency());
        }
    }

    /** What is claimed for a tranche and has not come: negative, as a credit would settle it. */
    private static long claim(AwardBook book, @Nullable String tranche, LocalDate on) {
        var charge = book.code() + "/" + (tranche == null ? "-" : tranche);
        return book.balance(
                on, one -> one.account().equals("11320") && charge.equals(one.charge()));
    }

    /** The tranche may come now: its conditions are met, and it has so much left. */
    static void requireReady(AwardBook book, LocalDate date, String code, long total) {
        var state =
                AwardStanding.of(book, date).tranches().stream()
                        .filter(one -> one.tranche().code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> AwardException.noTranche(code));
        if (state.received() > 0 && book.terms().conditional() && state.complete()) {
            throw AwardException.trancheReceived(code);
        }
        var blocked = state.blockedBy();
        if (blocked != null) throw blocked;
        requireAmount(book, state.tranche(), state.received(), total);
    }

    private static void requireAmount(AwardBook book, Tranche tranche, long received, long total) {
        if (Math.addExact(received, total) > tranche.amount()) {
            throw AwardException.trancheAmount(
                    tranche.code(), book.terms().money(tranche.amount()));
        }
    }

    /**
     * Records the claim to unconditional money: income with its restriction from the day of the
     * agreement.
     *
     * @throws AwardException if the award is conditional
     */
    public Entry agree(Access access, String award, Receipt wish, String key) {
        return post(
                access,
                award,
                key,
                "agree",
                wish,
                book -> {
                    var terms = book.terms();
                    requireFunds(terms, wish.byFund());
                    if (terms.conditional()) throw AwardException.notAWord("conditional", "agree");
                    return new AwardEntries(award, terms)
                            .agreement(
                                    head(
                                            wish.date(),
                                            wish.description(),
                                            "Perjanjian " + terms.titleId(),
                                            terms.agreementNo(),
                                            key),
                                    wish.tranche(),
                                    wish.byFund());
                });
    }

    /**
     * An amount in one of the award's funds.
     *
     * @param fund null where the award has but one
     * @param otherFund the fund that has to do with it besides; null for {@code UMUM}
     */
    public record Amount(
            LocalDate date,
            @Nullable String fund,
            long amount,
            @Nullable String documentNo,
            @Nullable String description,
            @Nullable String otherFund) {}

    /** Records interest from the bank, which belongs to whom the terms say. */
    public Entry interest(Access access, String award, Amount wish, String key) {
        return post(
                access,
                award,
                key,
                "interest",
                wish,
                book -> {
                    requireBookMoney(book);
                    return new AwardEntries(award, book.terms())
                            .interest(
                                    head(
                                            wish.date(),
                                            wish.description(),
                                            "Jasa giro " + book.terms().titleId(),
                                            wish.documentNo(),
                                            key),
                                    fund(book.terms(), wish.fund()),
                                    positive(wish.amount()),
                                    other(wish.otherFund()));
                });
    }

    /**
     * A cost, borne by one or several funds.
     *
     * @param account of the cost
     * @param documentNo of the voucher
     * @param vendor code of the party that is owed or, paid at once, that the money goes to; null
     *     where nobody is named
     * @param from account that pays: null for the bank of each fund, {@code 21100} if it is owed,
     *     {@code 11400} if an advance is settled
     */
    public record Spending(
            LocalDate date,
            @Nullable String documentNo,
            String description,
            String account,
            @Nullable String from,
            @Nullable String vendor,
            List<Part> parts) {

        /** Copies the list. */
        public Spending {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What one fund bears of a cost.
     *
     * @param awardLine code of the award's line, {@code award/line/activity}
     */
    public record Part(String fund, @Nullable String awardLine, long amount) {}

    /**
     * Records a cost. What the award bears is tested by its terms; with conditional money income
     * follows in the same entry.
     *
     * @throws AwardException the first rule that the cost breaks, and the way out
     */
    public Entry spend(Access access, String award, Spending wish, String key) {
        return post(
                access,
                award,
                key,
                "spend",
                wish,
                book -> {
                    var terms = book.terms();
                    var parts = new ArrayList<CostPart>();
                    for (var part : wish.parts()) {
                        var own = terms.funds().contains(part.fund());
                        parts.add(
                                new CostPart(
                                        part.fund(),
                                        part.awardLine(),
                                        positive(part.amount()),
                                        from(access, wish.from(), terms, part.fund(), own),
                                        own));
                    }
                    if (parts.isEmpty()) throw AwardException.missing("parts");
                    return new AwardEntries(award, terms)
                            .spending(
                                    head(
                                            wish.date(),
                                            wish.description(),
                                            wish.description(),
                                            wish.documentNo(),
                                            key),
                                    wish.account(),
                                    parts,
                                    wish.vendor());
                });
    }

    /** The bank of a fund, or the account that was named. */
    private String from(
            Access access, @Nullable String from, AwardTerms terms, String fund, boolean own) {
        if (from != null) return from;
        return own ? terms.bankAccount() : bank(access, fund);
    }

    String bank(Access access, String fund) {
        return books.funds(access).stream()
                .filter(one -> one.code().value().equals(fund))
                .map(one -> one.bankAccount() == null ? "11200" : one.bankAccount().value())
                .findFirst()
                .orElse("11200");
    }

    /**
     * A cost that another fund is to bear after all.
     *
     * @param awardLine the line that bears it now
     * @param toFund the fund that will
     * @param reason why it is not eligible
     */
    public record Move(
            LocalDate date,
            String awardLine,
            String account,
            long amount,
            String toFund,
            @Nullable String documentNo,
            String reason) {}

    /**
     * Moves a cost that is not eligible to another fund, which then owes it to the award's; what
     * was earned with it is a liability again.
     *
     * @throws AwardException if the line does not bear so much on that account
     */
    public Entry move(Access access, String award, Move wish, String key) {
        return post(
                access,
                award,
                key,
                "move",
                wish,
                book -> {
                    Predicate<AwardMovement> cost =
                            one ->
                                    one.account().equals(wish.account())
                                            && wish.awardLine().equals(one.awardLine());
                    var spent = book.balance(wish.date(), cost);
                    if (positive(wish.amount()) > spent) {
                        throw AwardException.notSpent(wish.awardLine(), inBook(book, spent));
                    }
                    var line =
                            AwardLineCode.read(wish.awardLine())
                                    .flatMap(one -> book.terms().line(one.line()))
                                    .orElseThrow(() ->
                                            AwardException.unknown("awardLine", wish.awardLine()));
                    return new AwardEntries(award, book.terms())
                            .reclass(
                                    head(
                                            wish.date(),
                                            AwardException.text("reason", wish.reason(), 400),
                                            "",
                                            wish.documentNo(),
                                            key),
                                    wish.account(),
                                    book.terms().purpose(line.purpose()).fund(),
                                    wish.awardLine(),
                                    wish.amount(),
                                    party(book, cost),
                                    book.foreign()
                                            ? new ForeignMoney(book)
                                                    .partOf(wish.amount(), wish.date(), cost)
                                            : null,
                                    requireOther(book.terms(), wish.toFund()));
                });
    }

    /** Whom the costs were paid to, where that is one. */
    private static @Nullable String party(AwardBook book, Predicate<AwardMovement> costs) {
        var parties = book.own().filter(costs).map(AwardMovement::party).distinct().toList();
        return parties.size() == 1 ? parties.getFirst() : null;
    }

    private static String requireOther(AwardTerms terms, String fund) {
        if (terms.funds().contains(fund)) throw AwardException.unknown("toFund", fund);
        return fund;
    }

    /**
     * Another fund pays what it owes to the award's from its own bank account; or the award's pays,
     * where it owes and nothing is owed to it.
     *
     * @throws AwardException if less is owed
     */
    public Entry settle(Access access, String award, Amount wish, String key) {
        return post(
                access,
                award,
                key,
                "settle",
                wish,
                book -> {
                    requireBookMoney(book);
                    return settlement(access, book, wish, key);
                });
    }

    private NewEntry settlement(Access access, AwardBook book, Amount wish, String key) {
        var fund = fund(book.terms(), wish.fund());
        var into = settledInto(book, fund, wish.date());
        var owed = into ? owed(book, fund, wish.date(), "19100", 1) : paidOut(book, fund, wish);
        if (positive(wish.amount()) > owed) {
            throw AwardException.moreThanOwed(inBook(book, wish.amount()), inBook(book, owed));
        }
        var other = other(wish.otherFund());
        return new AwardEntries(book.code(), book.terms())
                .settlement(
                        head(
                                wish.date(),
                                wish.description(),
                                "Pelunasan antardana",
                                wish.documentNo(),
                                key),
                        fund,
                        wish.amount(),
                        into,
                        other,
                        bank(access, other));
    }

    /** What the award's fund owes to others, as far as its bank account has it. */
    private static long paidOut(AwardBook book, String fund, Amount wish) {
        var bank = owed(book, fund, wish.date(), book.terms().bankAccount(), 1);
        return Math.min(owed(book, fund, wish.date(), "29100", -1), bank);
    }

    /** On that day, and after all that is booked since; not less than nothing. */
    private static long owed(AwardBook book, String fund, LocalDate on, String account, int sign) {
        var then = sign * AwardStanding.inFund(book, on, fund, account);
        var now = sign * AwardStanding.inFund(book, END, fund, account);
        return Math.max(0, Math.min(then, now));
    }

    /** Whether other funds owe to the award's; otherwise it owes to them, if anything. */
    private static boolean settledInto(AwardBook book, String fund, LocalDate on) {
        return AwardStanding.inFund(book, on, fund, "19100") > 0
                || AwardStanding.inFund(book, on, fund, "29100") == 0;
    }

    /**
     * Says that what is left is owed back, once the time for spending is over.
     *
     * @throws AwardException before that, or if less is left
     */
    public Entry giveUp(Access access, String award, Amount wish, String key) {
        return post(
                access,
                award,
                key,
                "give-up",
                wish,
                book -> {
                    requireBookMoney(book);
                    var terms = book.terms();
                    var fund = fund(terms, wish.fund());
                    var last = terms.purposeOf(fund).map(terms::lastDay).orElseGet(terms::to);
                    if (!wish.date().isAfter(last)) throw AwardException.notOver(award, last);
                    var left = AwardStanding.unspent(book, wish.date(), fund);
                    if (positive(wish.amount()) > left) {
                        throw AwardException.moreThanLeft(
                                inBook(book, wish.amount()), inBook(book, left));
                    }
                    return new AwardEntries(award, terms)
                            .returned(
                                    head(
                                            wish.date(),
                                            wish.description(),
                                            "Sisa " + terms.titleId() + " dikembalikan",
                                            wish.documentNo(),
                                            key),
                                    fund,
                                    wish.amount(),
                                    returnedFrom(book, wish.date()));
                });
    }

    /** Income of an earlier year is closed: its return is an expense of this one. */
    static String returnedFrom(AwardBook book, LocalDate on) {
        if (book.terms().conditional()) return book.terms().kind().liability();
        var earned =
                book.own()
                        .filter(one -> one.account().equals(book.terms().kind().income()))
                        .anyMatch(one -> one.date().getYear() == on.getYear());
        return earned ? book.terms().kind().income() : "58100";
    }

    /**
     * Pays back what is owed to the giver.
     *
     * @param wish with the number of the deposit slip (STS) as its document
     * @throws AwardException without that number, or if less is owed
     */
    public Entry refund(Access access, String award, Amount wish, String key) {
        return post(
                access,
                award,
                key,
                "refund",
                wish,
                book -> {
                    requireBookMoney(book);
                    var fund = fund(book.terms(), wish.fund());
                    var slip = AwardException.text("documentNo", wish.documentNo(), 80);
                    var owed = -AwardStanding.inFund(book, wish.date(), fund, "21700");
                    if (positive(wish.amount()) > owed) {
                        throw AwardException.moreThanOwed(
                                inBook(book, wish.amount()), inBook(book, owed));
                    }
                    return new AwardEntries(award, book.terms())
                            .refund(
                                    head(
                                            wish.date(),
                                            wish.description(),
                                            "Pengembalian " + book.terms().titleId(),
                                            slip,
                                            key),
                                    fund,
                                    wish.amount());
                });
    }

    /**
     * What became of a promise to a sponsor.
     *
     * @param kept whether it was kept, and its part is earned; otherwise that goes back
     */
    public record PromiseDone(
            LocalDate date, String promise, boolean kept, @Nullable String documentNo) {}

    /**
     * Records that a promise was kept or broken.
     *
     * @throws AwardException if there is no such promise, or it is settled
     */
    public Entry promise(Access access, String award, PromiseDone wish, String key) {
        return post(
                access,
                award,
                key,
                "promise",
                wish,
                book -> {
                    var terms = book.terms();
                    var promise =
                            terms.promises().stream()
                                    .filter(one -> one.code().equals(wish.promise()))
                                    .findFirst()
                                    .orElseThrow(() ->
                                            AwardException.unknown("promise", wish.promise()));
                    if (settled(book, promise.code()) != 0) {
                        throw AwardException.twice("promises", promise.code());
                    }
                    return new AwardEntries(award, terms)
                            .promise(
                                    head(
                                            wish.date(),
                                            null,
                                            promise.nameId(),
                                            wish.documentNo(),
                                            key),
                                    fund(terms, null),
                                    promise.code(),
                                    promise.amount(),
                                    wish.kept());
                });
    }

    /** What of a promise is earned or owed back. */
    static long settled(AwardBook book, String promise) {
        var charge = book.code() + "/promise/" + promise;
        return book.own()
                .filter(one -> charge.equals(one.charge()))
                .mapToLong(AwardMovement::amount)
                .sum();
    }

    /**
     * Undoes an entry that was recorded here.
     *
     * @throws AwardException if the entry is not one of this award
     */
    public Entry undo(
            Access access, String award, long entry, LocalDate on, String reason, String key) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () -> {
                    var book = awards.book(access, award);
                    requireNotFuture(access, on);
                    if (book.movements().stream()
                            .noneMatch(one ->
                                    one.entry() == entry && one.kind().startsWith("award-"))) {
                        throw AwardException.notOurEntry(entry);
                    }
                    var mirror =
                            ledger.undo(
                                    access, entry, on, reason, AwardEntries.sourceKey(award, key));
                    requireNothingBelowZero(awards.book(access, award), entry);
                    return mirror;
                });
    }

    /** Money that is spent or gone back cannot be taken out from below. */
    private static void requireNothingBelowZero(AwardBook book, long entry) {
        for (var fund : book.terms().funds()) {
            if (AwardStanding.inFund(book, END, fund, book.terms().kind().liability()) > 0
                    || AwardStanding.inFund(book, END, fund, "21700") > 0
                    || AwardStanding.inFund(book, END, fund, "19100") < 0
                    || AwardStanding.inFund(book, END, fund, "29100") > 0
                    || (book.foreign() && new ForeignMoney(book).overdrawn(fund))) {
                throw AwardException.undoFirst(entry);
            }
        }
    }

    private record Wish(String award, String command, Object wish) {}

    Entry post(
            Access access,
            String award,
            String key,
            String command,
            Object wish,
            Function<AwardBook, NewEntry> entry) {
        access.require(Action.PREPARE);
        var no =
                once(
                        access,
                        key,
                        new Wish(award, command, wish),
                        () -> {
                            var book = awards.book(access, award);
                            var asked = Input.read(command, () -> entry.apply(book));
                            requireNotFuture(access, asked.date());
                            return ledger.post(access, asked).no();
                        });
        return ledger.posted(access, no);
    }

    private long once(Access access, String key, Object wish, Supplier<Long> work) {
        return books.write(
                access.body(), () -> commands.once(access.body(), key, wish, Long.class, work));
    }

    private void requireNotFuture(Access access, LocalDate date) {
        var today = awards.today(access);
        if (date.isAfter(today)) throw AwardException.future(date, today);
    }

    static Head head(
            LocalDate date,
            @Nullable String said,
            String otherwise,
            @Nullable String documentNo,
            String key) {
        return new Head(
                date,
                said == null || said.isBlank() ? otherwise : said,
                documentNo == null || documentNo.isBlank() ? null : documentNo.strip(),
                key);
    }

    private static void requireFunds(AwardTerms terms, Map<String, Long> byFund) {
        if (byFund.isEmpty()) throw AwardException.missing("amount");
        byFund.forEach((fund, amount) -> {
            positive(amount);
            fund(terms, fund);
        });
    }

    static String fund(AwardTerms terms, @Nullable String fund) {
        if (fund == null || fund.isBlank()) {
            if (terms.purposes().size() > 1) throw AwardException.missing("fund");
            return terms.purposes().getFirst().fund();
        }
        if (!terms.funds().contains(fund)) throw AwardException.unknown("fund", fund);
        return fund;
    }

    static String other(@Nullable String fund) {
        return fund == null || fund.isBlank() ? "UMUM" : new FundCode(fund).value();
    }

    static long positive(long amount) {
        if (amount <= 0) throw AwardException.notPositive("amount");
        return amount;
    }

    private static Money inBook(AwardBook book, long amount) {
        return new Money(book.currency(), amount);
    }
}
