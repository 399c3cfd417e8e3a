package id.patungan.contributions;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Money from parties: received, taken off charges, kept as a prepayment, applied, paid back. */
@Service
public class Receipts {

    private final Papers papers;
    private final Books books;
    private final ReceiptRepository receipts;
    private final OpenItemRepository openItems;
    private final PaperOrder order;
    private final Transactions transactions;

    Receipts(
            Papers papers,
            Books books,
            ReceiptRepository receipts,
            OpenItemRepository openItems,
            PaperOrder order,
            Transactions transactions) {
        this.papers = papers;
        this.books = books;
        this.receipts = receipts;
        this.openItems = openItems;
        this.order = order;
        this.transactions = transactions;
    }

    /**
     * Records a receipt: gross on the payer's account, net in the bank. What is less than a charge
     * leaves it open; what is more becomes a prepayment.
     *
     * @param key of the command; the same key with the same wish answers the same receipt
     */
    public Receipt record(Access access, NewReceipt wish, String key) {
        return get(
                access, papers.once(access, key, "receipt", wish, () -> recordOnce(access, wish)));
    }

    private String recordOnce(Access access, NewReceipt wish) {
        var payer = requireReadable(access, wish);
        var charges = charges(access, payer, wish.date());
        var plans = wish.parts().stream().map(part -> Settling.plan(wish, part, charges)).toList();
        var paper =
                papers.issue(
                        access,
                        Paper.Series.RC,
                        wish.date(),
                        wish.basis(),
                        code -> Entries.receipt(code, wish, plans));
        receipts.insert(access.body(), paper.code(), payer.id(), wish);
        papers.issued(access, paper, wish);
        return paper.code();
    }

    /** The charges of a payer, of each what money of the day can settle. */
    private List<OpenCharge> charges(Access access, ReceiptRepository.Payer payer, LocalDate date) {
        return openItems.settleable(access.body(), payer.id(), date);
    }

    private ReceiptRepository.Payer requireReadable(Access access, NewReceipt wish) {
        if (wish.parts().isEmpty()) {
            throw ContributionsException.noParts();
        }
        var currency = books.get(access.body()).currency();
        var funds = new HashSet<FundCode>();
        for (var part : wish.parts()) {
            if (!funds.add(part.fund())) {
                throw ContributionsException.fundTwice(part.fund().value());
            }
            if (!part.gross().currency().equals(currency)) {
                throw ContributionsException.otherCurrency(
                        part.gross().currency().getCurrencyCode(), currency.getCurrencyCode());
            }
            requirePositive("gross", part.gross());
            var kinds = new HashSet<NewReceipt.Deduction.Kind>();
            for (var deduction : part.deductions()) {
                requirePositive(deduction.kind().code(), deduction.amount());
                if (!kinds.add(deduction.kind())) {
                    throw ContributionsException.deductedTwice(
                            part.fund().value(), deduction.kind().code());
                }
            }
            if (part.net().minorUnits() <= 0) {
                throw ContributionsException.nothingLeft(
                        part.fund().value(), part.gross(), part.net());
            }
            requireBank(part.bank());
        }
        var payer =
                receipts.payer(access.body(), wish.party())
                        .orElseThrow(() -> ContributionsException.unknownParty(wish.party()));
        var unit = wish.unit();
        if (unit != null && !receipts.hasUnit(access.body(), payer.id(), unit)) {
            throw ContributionsException.unknownUnit(unit, payer.code());
        }
        return payer;
    }

    private static void requirePositive(String field, Money amount) {
        if (amount.minorUnits() <= 0) {
            throw ContributionsException.notPositive(field, amount);
        }
    }

    /** Cash is 111xx, banks are 112xx. */
    static boolean isBank(AccountCode account) {
        return account.value().startsWith("111") || account.value().startsWith("112");
    }

    private static void requireBank(AccountCode account) {
        if (!isBank(account)) {
            throw ContributionsException.notBank(account.value());
        }
    }

    /**
     * Undoes a receipt by the linked reversal of its entry; its charges are open again.
     *
     * @throws ContributionsException if its prepayment was used meanwhile
     */
    public Receipt reverse(Access access, String code, LocalDate on, String reason, String key) {
        return get(
                access,
                papers.once(
                        access,
                        key,
                        "reverse-receipt",
                        List.of(code, on, reason),
                        () -> {
                            var paper = papers.get(access, Paper.Series.RC, code);
                            order.requireUnused(access, everything(access, code), on);
                            papers.reverse(access, paper, on, reason);
                            return code;
                        }));
    }

    /**
     * Applies a prepayment to a charge, in its own fund or another, or pays it back.
     *
     * @throws ContributionsException if less is left, or less is open
     */
    public Receipt usePrepayment(Access access, NewPrepaymentUse wish, String key) {
        papers.once(access, key, "prepayment", wish, () -> useOnce(access, wish));
        return get(access, wish.receipt());
    }

    private String useOnce(Access access, NewPrepaymentUse wish) {
        requirePositive("amount", wish.amount());
        var receipt = everything(access, wish.receipt());
        var day = new FirstDay().after(receipt.paper());
        var payer =
                receipts.payer(access.body(), receipt.party())
                        .orElseThrow(() -> ContributionsException.unknownParty(receipt.party()));
        var from = source(access, receipt, wish, day);
        var charge = wish.charge();
        var bank = wish.bank();
        if ((charge == null) == (bank == null)) {
            throw new IllegalArgumentException("Either a charge or a bank account");
        }
        if (bank != null) {
            requireBank(bank);
        }
        var booked = charge == null ? null : chargeFor(access, payer, wish, charge, day);
        day.require(wish.date());
        var paper =
                papers.issue(
                        access,
                        Paper.Series.PU,
                        wish.date(),
                        wish.basis(),
                        code ->
                                booked == null
                                        ? Entries.refunded(
                                                code,
                                                wish,
                                                payer.code(),
                                                from,
                                                Objects.requireNonNull(bank))
                                        : Entries.applied(code, wish, payer.code(), from, booked));
        receipts.insertUse(access.body(), paper.code(), payer.id(), wish);
        papers.issued(access, paper, wish);
        return paper.code();
    }

    /** The fund whose prepayment is used: the one that has enough left, the first by code. */
    private FundCode source(Access access, Receipt receipt, NewPrepaymentUse wish, FirstDay day) {
        var enough =
                receipt.prepaid().stream()
                        .filter(prepaid -> prepaid.left().compareTo(wish.amount()) >= 0)
                        .findFirst()
                        .orElseThrow(() ->
                                ContributionsException.prepaymentTooSmall(
                                        receipt.code(), wish.amount(), receipt.left()));
        order.there(access, receipt.code(), enough, wish.amount(), day);
        return new FundCode(enough.fund());
    }

    private Entries.Booked chargeFor(
            Access access,
            ReceiptRepository.Payer payer,
            NewPrepaymentUse wish,
            String code,
            FirstDay day) {
        var charge =
                charges(access, payer, wish.date()).stream()
                        .filter(one -> one.charge().equals(code))
                        .findFirst()
                        .orElseThrow(() -> ContributionsException.noSuchCharge(code, payer.code()));
        if (charge.issued().isAfter(wish.date()) && !day.isAfter(charge.issued())) {
            throw ContributionsException.chargeLater(code, charge.issued(), wish.date());
        }
        day.require(wish.date());
        if (wish.amount().compareTo(charge.open()) > 0) {
            throw ContributionsException.moreThanOpen(code, wish.amount(), charge.open());
        }
        return Entries.Booked.of(charge);
    }

    /**
     * Undoes the use of a prepayment; it is there again.
     *
     * @throws ContributionsException if later figures gave back what it had settled
     */
    public Receipt reverseUse(Access access, String code, LocalDate on, String reason, String key) {
        papers.once(
                access,
                key,
                "reverse-use",
                List.of(code, on, reason),
                () -> {
                    var paper = papers.get(access, Paper.Series.PU, code);
                    var use = use(access, code);
                    order.requireNotGivenBack(access, use, on);
                    papers.reverse(access, paper, on, reason);
                    return code;
                });
        return transactions.read(() -> get(access, use(access, code).receipt()));
    }

    private Receipt.Use use(Access access, String code) {
        return receipts.use(access.body(), code, books.get(access.body()).currency())
                .orElseThrow(() -> ContributionsException.noSuchPaper(code));
    }

    /**
     * The receipt, if its payer is within the viewer's reach.
     *
     * @throws ContributionsException not found, also where it is not
     */
    public Receipt get(Access access, String code) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                receipts.receipt(
                                access.body(),
                                access.reach(),
                                code,
                                books.get(access.body()).currency())
                        .orElseThrow(() -> ContributionsException.noSuchPaper(code)));
    }

    private Receipt everything(Access access, String code) {
        return receipts.receipt(
                        access.body(),
                        Assessments.EVERYTHING,
                        code,
                        books.get(access.body()).currency())
                .orElseThrow(() -> ContributionsException.noSuchPaper(code));
    }

    /**
     * The receipts of payers within the viewer's reach, the newest first.
     *
     * @param party code of the payer; null for all
     * @param year of the receipt's date; null for all
     */
    public List<Receipt> list(Access access, @Nullable String party, @Nullable Integer year) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> {
            var payer = party == null ? null : receipts.payer(access.body(), party);
            if (payer != null && payer.isEmpty()) return List.of();
            return receipts.receipts(
                    access.body(),
                    access.reach(),
                    payer == null ? null : payer.orElseThrow().id(),
                    year,
                    books.get(access.body()).currency());
        });
    }
}
