package id.patungan.contributions.late;

import id.patungan.basics.DomainException;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** Why a policy about lateness, or a charge by it, was refused; nothing was stored. */
public final class LateException extends DomainException {

    private static final long serialVersionUID = 1L;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private LateException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    /** The text without blanks around it, refused by the name of its field. */
    static String text(String field, @Nullable String text, int longest) {
        var said = text == null ? "" : text.strip();
        if (said.isEmpty()) throw missing(field);
        if (said.codePointCount(0, said.length()) > longest
                || said.codePoints().anyMatch(Character::isISOControl)) {
            throw new LateException(
                    Kind.REFUSED,
                    "late.too-long",
                    "'%s' has more than %d characters, or some that are no text"
                            .formatted(field, longest),
                    field,
                    longest);
        }
        return said;
    }

    static LocalDate day(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) throw notADay(day.toString());
        return day;
    }

    static LateException missing(String field) {
        return new LateException(
                Kind.REFUSED, "late.missing", "'%s' is not said".formatted(field), field);
    }

    static LateException notADay(String text) {
        return new LateException(
                Kind.REFUSED,
                "late.not-a-day",
                "'%s' is not a day; write 2006-12-31".formatted(text),
                text);
    }

    static LateException notANumber(String text) {
        return new LateException(
                Kind.REFUSED,
                "late.not-a-number",
                "'%s' is not a number; write 2 or 1.5".formatted(text),
                text);
    }

    static LateException notAnAmount(String text) {
        return new LateException(
                Kind.REFUSED,
                "late.not-an-amount",
                "'%s' is not an amount; write 1.900.000,50 or 1900000.50".formatted(text),
                text);
    }

    static LateException days(int days, int most) {
        return new LateException(
                Kind.REFUSED,
                "late.days",
                "%d is not a number of days from 0 to %d".formatted(days, most),
                days,
                most);
    }

    static LateException notPercent(String field) {
        return new LateException(
                Kind.REFUSED,
                "late.percent",
                "'%s' must be more than 0 and at most 100, with at most six decimals"
                        .formatted(field),
                field);
    }

    static LateException notPositive(String field) {
        return new LateException(
                Kind.REFUSED,
                "late.not-positive",
                "'%s' must be an amount of more than zero".formatted(field),
                field);
    }

    static LateException otherCurrency(String given, String book) {
        return new LateException(
                Kind.REFUSED,
                "late.other-currency",
                "The amount is in %s, the book is kept in %s".formatted(given, book),
                given,
                book);
    }

    static LateException noGround() {
        return new LateException(
                Kind.REFUSED, "late.no-ground", "Name the agreement and the article that say so");
    }

    static LateException noPolicy(LocalDate day) {
        return new LateException(
                Kind.REFUSED,
                "late.no-policy",
                ("On %s no policy about lateness is in force: draft one on the agreement that has it,"
                                + " and have it approved")
                        .formatted(day),
                day);
    }

    static LateException notProposed(String charge, LocalDate day) {
        return new LateException(
                Kind.REFUSED,
                "late.not-proposed",
                "By the policy nothing can be charged for %s up to %s".formatted(charge, day),
                charge,
                day);
    }

    static LateException nothingChosen() {
        return new LateException(
                Kind.REFUSED, "late.nothing-chosen", "Choose the charges that are late");
    }

    static LateException future(LocalDate day, LocalDate today) {
        return new LateException(
                Kind.REFUSED,
                "late.future",
                "%s is after today, %s: lateness is charged for days that are over"
                        .formatted(day, today),
                day,
                today);
    }
}
