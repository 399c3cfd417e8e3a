package id.patungan.grants;

import id.patungan.grants.AwardEvent.Kind;
import id.patungan.grants.AwardTerms.ReportDue;
import id.patungan.grants.AwardTerms.Tranche;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Where an award stands on a day: what its tranches and reports wait for, what may still be spent,
 * what would go back, and how long it lasts. Amounts are minor units of the book's currency.
 *
 * @param position from the beginning to that day
 * @param spendable received under conditions that are met, with interest that is added, less costs
 * @param dueBack what would have to be returned if nothing more were spent: what is not earned and
 *     what is already owed; nothing where the body keeps the rest
 * @param daysLeft until the last day on which costs may be incurred; negative once it is over
 */
public record AwardStanding(
        LocalDate on,
        AwardPosition position,
        List<TrancheState> tranches,
        List<ReportState> reports,
        long spendable,
        long dueBack,
        long daysLeft) {

    /** Copies the lists. */
    public AwardStanding {
        tranches = List.copyOf(tranches);
        reports = List.copyOf(reports);
    }

    /**
     * A tranche and what it waits for.
     *
     * @param received minor units of the award's currency
     * @param receivedOn the first day on which some of it came
     * @param open its own condition, if that is not met
     * @param blockedBy what must happen before it may be received, its own condition or a report
     *     that is overdue; null if nothing
     */
    public record TrancheState(
            Tranche tranche,
            long received,
            @Nullable LocalDate receivedOn,
            @Nullable AwardException open,
            @Nullable AwardException blockedBy) {

        /** Whether all of it is there. */
        public boolean complete() {
            return received >= tranche.amount();
        }

        /** As shown and sent: received, waiting or ready. */
        public String state() {
            return complete() ? "received" : blockedBy == null ? "ready" : "waiting";
        }
    }

    /**
     * A report and how far it is.
     *
     * @param last what happened to it last; null if nothing has
     */
    public record ReportState(ReportDue report, @Nullable AwardEvent last, LocalDate on) {

        /** As shown and sent: accepted, submitted, overdue or due. */
        public String state() {
            if (last != null && last.kind() == Kind.REPORT_ACCEPTED) return "accepted";
            if (last != null && last.kind() == Kind.REPORT_SUBMITTED) return "submitted";
            return report.dueOn().isBefore(on) ? "overdue" : "due";
        }

        /** Days until it is due; negative after that. */
        public long daysLeft() {
            return ChronoUnit.DAYS.between(on, report.dueOn());
        }
    }

    /** The standing at the end of a day. */
    public static AwardStanding of(AwardBook book, LocalDate on) {
        var terms = book.terms();
        var reports = terms.reports().stream().map(report -> report(book, report, on)).toList();
        var tranches =
                terms.tranches().stream().map(one -> tranche(book, one, reports, on)).toList();
        var position = AwardPosition.of(book, on);
        return new AwardStanding(
                on,
                position,
                tranches,
                reports,
                spendable(book, position, tranches),
                dueBack(book, on),
                ChronoUnit.DAYS.between(on, terms.to()));
    }

    /** The next report that is not handed in. */
    public Optional<ReportState> nextReport() {
        return reports.stream()
                .filter(one -> one.state().equals("due") || one.state().equals("overdue"))
                .min(java.util.Comparator.comparing(one -> one.report().dueOn()));
    }

    private static ReportState report(AwardBook book, ReportDue report, LocalDate on) {
        var last =
                book.events().stream()
                        .filter(one -> !one.undone() && one.item().equals(report.code()))
                        .filter(one -> !one.date().isAfter(on))
                        .filter(one ->
                                one.kind() == Kind.REPORT_SUBMITTED
                                        || one.kind() == Kind.REPORT_ACCEPTED
                                        || one.kind() == Kind.REPORT_RETURNED)
                        .reduce((_, later) -> later)
                        .orElse(null);
        return new ReportState(report, last, on);
    }

    private static TrancheState tranche(
            AwardBook book, Tranche tranche, List<ReportState> reports, LocalDate on) {
        var charge = book.code() + "/" + tranche.code();
        var came =
                book.own()
                        .filter(one -> charge.equals(one.charge()) && !one.date().isAfter(on))
                        .filter(one -> !one.kind().equals(AwardEntries.AGREEMENT))
                        .filter(one -> AwardPosition.giversSide(one.account()))
                        .toList();
        var received = 0L;
        for (var one : came) received -= inAward(book, one);
        var open = open(book, tranche, reports, on);
        var late = overdue(tranche, reports);
        return new TrancheState(
                tranche,
                received,
                received > 0 ? came.getFirst().date() : null,
                open,
                late == null ? open : late);
    }

    /** An amount in minor units of the award's currency. */
    public static long inAward(AwardBook book, AwardMovement movement) {
        var original = movement.original();
        if (!book.foreign()) return movement.amount();
        return original != null && original.currency().equals(book.terms().currency())
                ? original.amount()
                : 0;
    }

    private static @Nullable AwardException overdue(Tranche tranche, List<ReportState> reports) {
        return reports.stream()
                .filter(one -> one.state().equals("overdue"))
                .findFirst()
                .map(one ->
                        AwardException.reportDue(
                                tranche.code(), one.report().code(), one.report().dueOn()))
                .orElse(null);
    }

    private static @Nullable AwardException open(
            AwardBook book, Tranche tranche, List<ReportState> reports, LocalDate on) {
        var says = tranche.says();
        return switch (tranche.condition()) {
            case NONE -> null;
            case DATE ->
                    on.isBefore(tranche.expectedOn())
                            ? AwardException.conditionOpen(
                                    tranche.code(), tranche.expectedOn().toString())
                            : null;
            case REPORT ->
                    reports.stream()
                                    .anyMatch(one ->
                                            one.report().code().equals(says)
                                                    && one.state().equals("accepted"))
                            ? null
                            : AwardException.conditionOpen(tranche.code(), String.valueOf(says));
            case MILESTONE ->
                    book.events(Kind.MILESTONE)
                                    .anyMatch(one ->
                                            one.item().equals(tranche.code())
                                                    && !one.date().isAfter(on))
                            ? null
                            : AwardException.conditionOpen(tranche.code(), String.valueOf(says));
        };
    }

    /** Received under conditions that are met, with interest that is added, less costs. */
    private static long spendable(
            AwardBook book, AwardPosition position, List<TrancheState> tranches) {
        var waiting =
                tranches.stream()
                        .filter(one -> one.open() != null)
                        .map(one -> book.code() + "/" + one.tranche().code())
                        .toList();
        var held =
                -book.own()
                        .filter(one -> !one.date().isAfter(position.to()))
                        .filter(one -> waiting.contains(one.charge()))
                        .filter(one -> AwardPosition.giversSide(one.account()))
                        .mapToLong(AwardMovement::amount)
                        .sum();
        var owed = -book.balance(position.to(), "21700");
        return position.balance() - held - owed;
    }

    private static long dueBack(AwardBook book, LocalDate on) {
        var owed = -book.balance(on, "21700");
        if (book.terms().unspent() == AwardTerms.Unspent.KEEP) return owed;
        return owed + unearned(book, on);
    }

    /** What was received and is neither spent nor owed back already, in all funds of the award. */
    private static long unearned(AwardBook book, LocalDate on) {
        return book.terms().funds().stream().mapToLong(fund -> unspent(book, on, fund)).sum();
    }

    /** The same in one fund. */
    static long unspent(AwardBook book, LocalDate on, String fund) {
        if (book.terms().conditional()) {
            return -inFund(book, on, fund, book.terms().kind().liability());
        }
        return AwardPosition.of(book, fund, on, on).balance() + inFund(book, on, fund, "21700");
    }

    /** What stands on an account of one fund at the end of a day, debit positive. */
    static long inFund(AwardBook book, LocalDate on, String fund, String account) {
        return book.balance(on, one -> one.account().equals(account) && one.fund().equals(fund));
    }
}
