package id.patungan.contributions;

import id.patungan.basics.DomainException;

import java.time.LocalDate;

/** Why dues were not estimated, or an estimate not billed or undone; nothing was stored. */
public final class EstimateException extends DomainException {

    private static final long serialVersionUID = 1L;

    private EstimateException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    static EstimateException ofDuesOnly() {
        return new EstimateException(
                Kind.REFUSED,
                "estimates.of-dues",
                "Only dues are estimated before they are billed; choose dues");
    }

    static EstimateException tooEarly(int year, LocalDate date) {
        return new EstimateException(
                Kind.REFUSED,
                "estimates.too-early",
                "Dues of %d are not earned on %s; estimate them once the year has begun"
                        .formatted(year, date),
                Integer.toString(year),
                date);
    }

    static EstimateException other(String code, int year, String fund) {
        return new EstimateException(
                Kind.REFUSED,
                "estimates.other",
                "%s estimates dues of %d in fund %s; bill it by dues of the same year and fund"
                        .formatted(code, year, fund),
                code,
                Integer.toString(year),
                fund);
    }

    static EstimateException billed(String code, String assessment) {
        return new EstimateException(
                Kind.CONFLICT,
                "estimates.billed",
                "%s is billed by %s; cancel that first".formatted(code, assessment),
                code,
                assessment);
    }
}
