package id.patungan.forecasting;

import id.patungan.basics.DomainException;

import org.jspecify.annotations.Nullable;

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

    static ForecastException paths(int said, int least, int most, int by) {
        return new ForecastException(
                Kind.UNREADABLE,
                "forecasting.paths",
                "paths: %d is not a multiple of %d from %d to %d".formatted(said, by, least, most),
                said,
                by,
                least,
                most);
    }

    static ForecastException notKept(@Nullable DomainException why) {
        var refused =
                new ForecastException(
                        Kind.REFUSED,
                        "forecasting.not-kept",
                        "The scenario could not be read again as it was written; use shorter numbers"
                                + " and plain letters");
        if (why != null) refused.initCause(why);
        return refused;
    }

    /** A day of the books that cannot be read. */
    public static ForecastException notADay(String said) {
        return new ForecastException(
                Kind.UNREADABLE,
                "forecasting.not-a-day",
                "'%s' is not a day; write 31-12-2006".formatted(said),
                said);
    }

    /** A number of months that is none. */
    public static ForecastException months(String said) {
        return new ForecastException(
                Kind.UNREADABLE,
                "forecasting.months",
                "'%s' is not a number of months; write 60".formatted(said),
                said);
    }

    /** A number that is none. */
    public static ForecastException number(String field, String said) {
        return new ForecastException(
                Kind.UNREADABLE,
                "forecasting.number",
                "%s: '%s' is not a number; write digits, such as 12".formatted(field, said),
                field,
                said);
    }

    /** A number of a scenario that is none. */
    public static ForecastException scenario(String said) {
        return new ForecastException(
                Kind.UNREADABLE,
                "forecasting.scenario",
                "'%s' is not the number of a scenario".formatted(said),
                said);
    }

    /** A format that there is not. */
    public static ForecastException unknownFormat(String said) {
        return new ForecastException(
                Kind.NOT_FOUND,
                "forecasting.unknown-format",
                "There is no format '%s'; use csv, xlsx or json".formatted(said),
                said);
    }

    /** Amounts that grow beyond what can be counted. */
    public static ForecastException tooLarge() {
        return new ForecastException(
                Kind.REFUSED,
                "forecasting.too-large",
                "The scenario makes amounts that are too large to count; use smaller rates");
    }

    /** A file that is missing, or two where one is read. */
    public static ForecastException noFile() {
        return new ForecastException(
                Kind.UNREADABLE,
                "forecasting.no-file",
                "Choose a file or paste its text, one of them");
    }

    /** Something that a request leaves out. */
    public static ForecastException missing(String field) {
        return new ForecastException(
                Kind.UNREADABLE, "forecasting.missing", "'%s' is missing".formatted(field), field);
    }

    /** No rule by which dues could be divided. */
    static ForecastException noDuesRule() {
        return new ForecastException(
                Kind.REFUSED,
                "forecasting.no-dues-rule",
                "No assessment has divided dues by a rule yet");
    }

    /** A rule that makes its own total divides no other one. */
    static ForecastException ownTotal(String rule) {
        return new ForecastException(
                Kind.REFUSED,
                "forecasting.own-total",
                "'%s' sets what each pays and divides no total".formatted(rule),
                rule);
    }

    /** A rule that charges also those who pay nothing now. */
    static ForecastException othersPay(String rule, String parties) {
        return new ForecastException(
                Kind.REFUSED,
                "forecasting.others-pay",
                "'%s' also charges %s, who pays no dues now".formatted(rule, parties),
                rule,
                parties);
    }

    /** A change that leaves no dues to divide. */
    static ForecastException noDuesLeft() {
        return new ForecastException(
                Kind.REFUSED, "forecasting.no-dues-left", "The change leaves no dues to divide");
    }
}
