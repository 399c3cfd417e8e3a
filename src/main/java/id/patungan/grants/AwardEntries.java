package id.patungan.grants;

import id.patungan.documents.Sha256;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.ledger.Original;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The entries of an award, by the patterns of the body's accounting (numbers as there). Amounts are
 * minor units of the book's currency, more than zero.
 */
final class AwardEntries {

    static final String AGREEMENT = "award-agreement";
    static final String RECEIPT = "award-receipt";
    static final String INTEREST = "award-interest";
    static final String SPENDING = "award-spending";
    static final String RECLASS = "award-reclass";
    static final String SETTLEMENT = "award-settlement";
    static final String RETURN = "award-return";
    static final String REFUND = "award-refund";
    static final String PROMISE = "award-promise";
    static final String EXCHANGE = "award-exchange";

    private final String award;
    private final AwardTerms terms;

    AwardEntries(String award, AwardTerms terms) {
        this.award = award;
        this.terms = terms;
    }

    /**
     * What every entry says of itself.
     *
     * @param key of the command that makes it
     */
    record Head(LocalDate date, String description, @Nullable String documentNo, String key) {}

    NewEntry entry(Head head, String kind, List<NewPosting> lines) {
        return new NewEntry(
                head.date(),
                kind,
                head.description(),
                sourceKey(award, head.key()),
                head.documentNo(),
                lines);
    }

    /** Unique in the book, whatever characters a client has chosen for its key. */
    static String sourceKey(String award, String key) {
        return "award/"
                + award
                + "/"
                + Sha256.hex(key.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }

    private String charge(@Nullable String item) {
        return award + "/" + (item == null ? "-" : item);
    }

    /** 5: unconditional money is income when it is agreed. */
    NewEntry agreement(Head head, @Nullable String tranche, Map<String, Long> byFund) {
        var lines = new ArrayList<NewPosting>();
        byFund.forEach((fund, amount) -> {
            lines.add(
                    NewPosting.debit("11320", fund, amount)
                            .party(terms.giver())
                            .charge(charge(tranche)));
            lines.add(NewPosting.credit(terms.kind().income(), fund, amount).party(terms.giver()));
        });
        return entry(head, AGREEMENT, lines);
    }

    /**
     * 4, 5, 16: money from the giver.
     *
     * @param account that it settles: the liability, the receivable, or the income
     */
    NewEntry receipt(
            Head head, @Nullable String tranche, Map<String, Long> byFund, String account) {
        var lines = new ArrayList<NewPosting>();
        byFund.forEach((fund, amount) -> {
            lines.add(NewPosting.debit(terms.bankAccount(), fund, amount));
            lines.add(
                    NewPosting.credit(account, fund, amount)
                            .party(terms.giver())
                            .charge(charge(tranche)));
        });
        return entry(head, RECEIPT, lines);
    }

    /** 8: interest that the bank has added. */
    NewEntry interest(Head head, String fund, long amount, String bodyFund) {
        return interest(head, fund, amount, bodyFund, null);
    }

    /**
     * The same in the award's currency.
     *
     * @param original what the bank has added, as a debit; null where it is in the book's currency
     */
    NewEntry interest(
            Head head, String fund, long amount, String bodyFund, @Nullable Original original) {
        var lines = new ArrayList<NewPosting>();
        lines.add(NewPosting.debit(terms.bankAccount(), fund, amount).original(original));
        var account =
                switch (terms.interest()) {
                    case RETURN -> "21700";
                    case AWARD -> terms.conditional() ? terms.kind().liability() : "46100";
                    case BODY -> "29100";
                };
        var credit = NewPosting.credit(account, fund, amount).original(mirrored(original));
        if (terms.interest() == AwardTerms.Interest.BODY) {
            lines.add(credit);
            lines.add(NewPosting.debit("19100", bodyFund, amount));
            lines.add(NewPosting.credit("46100", bodyFund, amount));
        } else {
            lines.add(credit.party(terms.giver()));
        }
        return entry(head, INTEREST, lines);
    }

    /**
     * A part of a cost.
     *
     * @param fund that bears it
     * @param awardLine what it is charged to; null where no award has to do with it
     * @param from account that it is paid from, or owed on
     * @param own whether the fund is the award's
     */
    record CostPart(
            String fund, @Nullable String awardLine, long amount, String from, boolean own) {}

    /** 6 and 7: a cost, and conditional money becoming income with it. */
    NewEntry spending(Head head, String account, List<CostPart> parts, @Nullable String vendor) {
        var lines = new ArrayList<NewPosting>();
        for (var part : parts) {
            lines.add(
                    NewPosting.debit(account, part.fund(), part.amount())
                            .party(part.own() ? vendor : null)
                            .awardLine(part.awardLine()));
            lines.add(
                    NewPosting.credit(part.from(), part.fund(), part.amount())
                            .party(part.from().equals("21100") ? vendor : null)
                            .awardLine(part.own() ? part.awardLine() : null));
            if (part.own()) lines.addAll(release(part.fund(), part.awardLine(), part.amount()));
        }
        return entry(head, SPENDING, lines);
    }

    /** 7: empty where the money is not conditional. */
    private List<NewPosting> release(String fund, @Nullable String awardLine, long amount) {
        return release(fund, awardLine, amount, null);
    }

    private List<NewPosting> release(
            String fund, @Nullable String awardLine, long amount, @Nullable Original original) {
        if (!terms.conditional() || terms.kind() == AwardTerms.Kind.SPONSOR) return List.of();
        return List.of(
                NewPosting.debit(terms.kind().liability(), fund, amount)
                        .party(terms.giver())
                        .awardLine(awardLine)
                        .original(original),
                NewPosting.credit(terms.kind().income(), fund, amount)
                        .party(terms.giver())
                        .awardLine(awardLine));
    }

    /**
     * 9: a cost that the giver does not bear moves to another fund, which then owes it.
     *
     * @param party whom it was paid to; null where nobody is named
     * @param original what of the cost it was in the award's currency, as a debit; null where that
     *     is the book's
     */
    NewEntry reclass(
            Head head,
            String account,
            String fund,
            String awardLine,
            long amount,
            @Nullable String party,
            @Nullable Original original,
            String toFund) {
        var back = mirrored(original);
        var lines = new ArrayList<NewPosting>();
        lines.add(NewPosting.debit("19100", fund, amount).awardLine(awardLine).original(original));
        lines.add(
                NewPosting.credit(account, fund, amount)
                        .party(party)
                        .awardLine(awardLine)
                        .original(back));
        lines.addAll(release(fund, awardLine, Math.negateExact(amount), back));
        lines.add(NewPosting.debit(account, toFund, amount).awardLine(awardLine));
        lines.add(NewPosting.credit("29100", toFund, amount));
        return entry(head, RECLASS, lines);
    }

    /**
     * 10, repaid: what another fund owes to the award's, or the award's to it.
     *
     * @param into whether the other fund pays
     */
    NewEntry settlement(
            Head head,
            String fund,
            long amount,
            boolean into,
            String otherFund,
            String otherAccount) {
        var way = into ? amount : -amount;
        return entry(
                head,
                SETTLEMENT,
                List.of(
                        NewPosting.debit(terms.bankAccount(), fund, way),
                        NewPosting.credit(into ? "19100" : "29100", fund, way),
                        NewPosting.debit(into ? "29100" : "19100", otherFund, way),
                        NewPosting.credit(otherAccount, otherFund, way)));
    }

    private static @Nullable Original mirrored(@Nullable Original original) {
        return original == null
                ? null
                : new Original(
                        original.currency(), Math.negateExact(original.amount()), original.rate());
    }

    /** 20: what is not spent is owed back. */
    NewEntry returned(Head head, String fund, long amount, String from) {
        return entry(
                head,
                RETURN,
                List.of(
                        NewPosting.debit(from, fund, amount).party(terms.giver()),
                        NewPosting.credit("21700", fund, amount).party(terms.giver())));
    }

    /** 20, paid: the document is the deposit slip (STS). */
    NewEntry refund(Head head, String fund, long amount) {
        return entry(
                head,
                REFUND,
                List.of(
                        NewPosting.debit("21700", fund, amount).party(terms.giver()),
                        NewPosting.credit(terms.bankAccount(), fund, amount)));
    }

    /** 16: a promise to a sponsor is kept, or its part is owed back. */
    NewEntry promise(Head head, String fund, String promise, long amount, boolean kept) {
        return entry(
                head,
                PROMISE,
                List.of(
                        NewPosting.debit(terms.kind().liability(), fund, amount)
                                .party(terms.giver())
                                .charge(charge("promise/" + promise)),
                        NewPosting.credit(kept ? terms.kind().income() : "21700", fund, amount)
                                .party(terms.giver())));
    }
}
