package id.patungan.forecasting.indicators;

import id.patungan.basics.DomainException;

/** Why indicators are not shown or a threshold is not recorded; nothing was stored. */
public final class ForecastingException extends DomainException {

    private static final long serialVersionUID = 1L;

    private ForecastingException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    static ForecastingException notADay(String text) {
        return new ForecastingException(
                Kind.REFUSED,
                "sustainability.not-a-day",
                "'%s' is not a day from 1900 to 2999; write it as 31-12-2006".formatted(text),
                text);
    }

    static ForecastingException unknownFormat(String format) {
        return new ForecastingException(
                Kind.NOT_FOUND,
                "sustainability.unknown-format",
                "The indicators come as csv, xlsx or json, not as " + format,
                format);
    }

    static ForecastingException unknownIndicator(String code) {
        return new ForecastingException(
                Kind.REFUSED,
                "sustainability.unknown-indicator",
                "There is no indicator '%s'".formatted(code),
                code);
    }

    static ForecastingException unknownSide(String code) {
        return new ForecastingException(
                Kind.REFUSED,
                "sustainability.unknown-side",
                "'%s' is not at-least or at-most".formatted(code),
                code);
    }

    static ForecastingException half() {
        return new ForecastingException(
                Kind.REFUSED,
                "sustainability.half",
                "A threshold has both a side and a bound; without both it takes the threshold away");
    }

    static ForecastingException nothingToTakeAway() {
        return new ForecastingException(
                Kind.REFUSED,
                "sustainability.nothing-to-take-away",
                "The body has set no threshold of this indicator");
    }

    static ForecastingException missing(String field) {
        return new ForecastingException(
                Kind.REFUSED, "sustainability.missing", field + " is missing", field);
    }

    static ForecastingException tooLong(String field, int longest) {
        return new ForecastingException(
                Kind.REFUSED,
                "sustainability.too-long",
                "%s is longer than %d characters or has line breaks".formatted(field, longest),
                field,
                longest);
    }

    static ForecastingException notANumber(String text) {
        return new ForecastingException(
                Kind.REFUSED,
                "sustainability.not-a-number",
                "'%s' is not a number, or can be read in two ways".formatted(text),
                text);
    }
}
