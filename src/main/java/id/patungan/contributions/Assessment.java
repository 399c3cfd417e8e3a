package id.patungan.contributions;

import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.contributions.rules.RuleReference;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * An issued assessment, as far as the viewer may see it.
 *
 * @param paper number, date, description, basis, entry, cancellation
 * @param year fiscal year that is charged
 * @param dues the days on which it falls due, one or more
 * @param legalBasis the agreement's code and the article
 * @param legalText the agreement as it was named when issued
 * @param rule the version of the body's rule that divided it; null for a rule of its own
 * @param shares those within the viewer's reach
 * @param whole what only those see who read the whole book; null for others
 */
public record Assessment(
        Paper paper,
        NewAssessment.Kind kind,
        int year,
        String fund,
        @Nullable String project,
        List<LocalDate> dues,
        LegalBasis legalBasis,
        String legalText,
        @Nullable RuleReference rule,
        List<Share> shares,
        @Nullable Whole whole) {

    /** Takes a copy. */
    public Assessment {
        dues = List.copyOf(dues);
        shares = List.copyOf(shares);
    }

    /** Its number, such as {@code AS-2006-0001}. */
    public String code() {
        return paper.code();
    }

    /** The day on which it, or its first instalment, falls due. */
    public LocalDate due() {
        return dues.getFirst();
    }

    /** What falls due when of the shares within the viewer's reach together, by day. */
    public List<OpenCharge.Part> schedule() {
        var sums = new TreeMap<LocalDate, OpenCharge.Part>();
        for (var share : shares) {
            var charge = share.charge();
            if (charge == null) continue;
            for (var part : charge.schedule()) {
                sums.merge(part.due(), part, OpenCharge.Part::plus);
            }
        }
        return List.copyOf(sums.values());
    }

    /**
     * What a party pays.
     *
     * @param quota exact, in main units
     * @param bound {@code floor}, {@code cap} or {@code pin}
     * @param rounding share less the quota rounded down to the unit
     * @param member whether it was a member on the day of issue
     * @param charge what was paid and is open; null when the share is zero, for nothing is charged
     */
    public record Share(
            String party,
            String name,
            Fraction quota,
            Money share,
            @Nullable String bound,
            Money rounding,
            boolean member,
            @Nullable String unit,
            @Nullable Basis basis,
            @Nullable OpenCharge charge) {}

    /**
     * The assessment as a whole, frozen when it was issued.
     *
     * @param rule the rule file as given
     * @param sheet inputs and result of the calculation
     * @param digest SHA-256 of rule, inputs and result, hexadecimal
     * @param earnings papers by which deferred charges became income, the oldest first
     * @param deferred what is not earned yet; zero for dues of the current year
     */
    public record Whole(
            Money total,
            String rule,
            Sheet sheet,
            String digest,
            List<Earning> earnings,
            Money deferred) {

        /** Takes a copy. */
        public Whole {
            earnings = List.copyOf(earnings);
        }
    }

    /** A paper by which deferred charges became income. */
    public record Earning(Paper paper, boolean cost, Money amount) {}

    /**
     * A line of the list of assessments.
     *
     * @param due the earliest day on which something falls due that is open; once all is paid, the
     *     first
     * @param amount the total; for those who see single shares only, the sum of these
     * @param credited of that amount
     * @param writtenOff of that amount
     * @param paid of that amount
     */
    public record Summary(
            Paper paper,
            NewAssessment.Kind kind,
            int year,
            String fund,
            LocalDate due,
            Money amount,
            Money credited,
            Money writtenOff,
            Money paid,
            Money open,
            OpenCharge.Status status) {

        /** Its number. */
        public String code() {
            return paper.code();
        }
    }
}
