package id.patungan.forecasting;

import id.patungan.basics.DomainException;

/** Why a forecast was refused, or a scenario not saved. */
public final class ForecastException extends DomainException {

    private static final long serialVersionUID = 1L;

    private ForecastException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    static ForecastException changedMeanwhile(int no, int version, String by) {
        return new ForecastException(
                Kind.CONFLICT,
                "forecasting.changed-meanwhile",
                "Scenario %d has a version %d by %s meanwhile; look at it and save again"
                        .formatted(no, version, by),
                no,
                version,
                by);
    }

    static ForecastException limit(String option, long said, long least, long most) {
        return new ForecastException(
                Kind.UNREADABLE,
                "forecasting.limit",
                "%s: %d is not from %d to %d".formatted(option, said, least, most),
                option,
                said,
                least,
                most);
    }
}
