package id.patungan.contributions.letters;

import com.fasterxml.jackson.annotation.JsonInclude;

import id.patungan.basics.Money;
import id.patungan.contributions.OpenCharge;
import id.patungan.contributions.UnitAccount;
import id.patungan.contributions.rules.RuleReference;
import id.patungan.documents.PaperBody;
import id.patungan.documents.PaperSignatory;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything that an assessment letter (surat tagihan) prints; frozen with it in the register.
 *
 * @param code of the letter, such as {@code ST-2026-0001}
 * @param addressee how the payer is addressed, from its contact; null for its name alone
 * @param legalText the agreement as the assessment froze its name
 * @param article the place in it that says who pays what
 * @param year for which is charged
 * @param share what the assessment charged the party
 * @param correction what later figures changed of it since
 * @param paid what was received for it in money until the date of the letter
 * @param payUntil last day to pay; of the earliest instalment that is open
 * @param due what is asked for: share and correction less what was paid, credited, written off or
 *     given in kind
 * @param reference to be named with the payment, see {@link PaymentReference}
 * @param rule the version by which was divided; null for a rule of the assessment's own
 * @param ruleTitle its name; null if it has none
 * @param sheetDigest of the calculation sheet
 * @param annexed whether the sheet follows in the same file
 * @param signatory who signs; null while nobody is appointed
 * @param copies who gets a copy, a line each
 * @param instalments what of that falls due when, if not all on one day; they add to {@code due}
 * @param taken what was taken off beside money; letters of old summed it into correction and paid
 * @param units which paying units carry it, if payment lines say so; they add to {@code due}
 */
public record AssessmentLetter(
        String code,
        LocalDate date,
        PaperBody body,
        String party,
        String partyName,
        @Nullable String addressee,
        @Nullable String address,
        String assessment,
        String charge,
        String description,
        String kind,
        int year,
        LocalDate issued,
        LocalDate payUntil,
        String legalText,
        String article,
        Money total,
        Money share,
        Money correction,
        Money paid,
        Money due,
        Account account,
        String reference,
        @Nullable RuleReference rule,
        @Nullable String ruleTitle,
        String sheetDigest,
        boolean annexed,
        @Nullable PaperSignatory signatory,
        List<String> copies,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<Instalment> instalments,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Taken taken,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<Unit> units) {

    /** Takes copies; letters of old know neither instalments nor units. */
    public AssessmentLetter {
        copies = List.copyOf(copies);
        instalments = instalments == null ? List.of() : List.copyOf(instalments);
        units = units == null ? List.of() : List.copyOf(units);
    }

    /**
     * A part of what is asked for.
     *
     * @param number of the instalment; 0 for what later figures added
     */
    public record Instalment(int number, LocalDate due, Money amount) {}

    /**
     * What was taken off a charge beside money.
     *
     * @param credited by credit notes
     * @param writtenOff by decision, less what was recovered
     * @param inKind by gifts in kind that count towards it
     */
    public record Taken(Money credited, Money writtenOff, Money inKind) {

        /** Null where nothing was. */
        static @Nullable Taken of(OpenCharge charge) {
            return charge.credited().isZero()
                            && charge.writtenOff().isZero()
                            && charge.inKind().isZero()
                    ? null
                    : new Taken(charge.credited(), charge.writtenOff(), charge.inKind());
        }
    }

    /**
     * What a paying unit of the party is asked for.
     *
     * @param route its code
     * @param account the account code that is suggested, with its list
     * @param source whose money it is in the end
     */
    public record Unit(
            String code,
            String name,
            @Nullable String route,
            @Nullable String account,
            @Nullable String nomenclature,
            @Nullable String source,
            Money amount) {

        static Unit of(UnitAccount part) {
            var line = part.line();
            var account = line == null ? null : line.account();
            var unit = part.unit();
            var code = unit == null ? "-" : unit;
            var name = part.unitName();
            return new Unit(
                    code,
                    name == null ? code : name,
                    line == null ? null : line.route().code(),
                    account == null ? null : account.code(),
                    account == null ? null : account.nomenclature(),
                    part.source(),
                    part.open());
        }
    }

    /** Where to pay, as printed. */
    public record Account(String bank, String number, String holder) {}
}
