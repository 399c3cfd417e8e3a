package id.patungan.parties;

import id.patungan.basics.DateReader;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.StringJoiner;

/** Reads the values of forms, files and requests; refusals name the field. */
final class Words {

    private Words() {}

    static LocalDate date(PartyField field, @Nullable String text) {
        var given = Texts.required(field, text, 40);
        try {
            return DateReader.read(given);
        } catch (IllegalArgumentException noDate) {
            throw PartiesException.notADate(field, given);
        }
    }

    static @Nullable LocalDate dateOrNull(PartyField field, @Nullable String text) {
        return text == null || text.isBlank() ? null : date(field, text);
    }

    /** WIB, WITA, WIT, or the name of a zone such as Asia/Jakarta. */
    static ZoneId zone(@Nullable String text) {
        var given = Texts.required(PartyField.ZONE, text, 40);
        try {
            return switch (given.toUpperCase(Locale.ROOT)) {
                case "WIB" -> ZoneId.of("Asia/Jakarta");
                case "WITA" -> ZoneId.of("Asia/Makassar");
                case "WIT" -> ZoneId.of("Asia/Jayapura");
                default -> ZoneId.of(given);
            };
        } catch (DateTimeException noZone) {
            throw PartiesException.badForm(
                    PartyField.ZONE, given, "WIB, WITA, WIT or a zone such as Asia/Jakarta");
        }
    }

    static Currency currency(@Nullable String text) {
        var given = Texts.required(PartyField.CURRENCY, text, 3);
        try {
            return Currency.getInstance(given.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException noCurrency) {
            throw PartiesException.badForm(
                    PartyField.CURRENCY, given, "a code of ISO 4217 such as IDR");
        }
    }

    static boolean yes(PartyField field, @Nullable String text, boolean otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "ya", "1", "on" -> true;
            case "false", "no", "tidak", "0", "off" -> false;
            default -> throw PartiesException.badForm(field, text.strip(), "yes or no");
        };
    }

    static @Nullable RevenueBasis basisOrNull(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : word(PartyField.REVENUE_BASIS, text, RevenueBasis.class);
    }

    static int year(@Nullable String text) {
        var given = Texts.required(PartyField.YEAR, text, 20);
        if (!given.matches("[0-9]{4}")) {
            throw PartiesException.badForm(PartyField.YEAR, given, "four digits");
        }
        return Integer.parseInt(given);
    }

    /** One of the words of an enum, in any case, {@code -} for {@code _}. */
    static <E extends Enum<E>> E word(PartyField field, @Nullable String text, Class<E> words) {
        var given = Texts.required(field, text, 40);
        var wanted = given.toUpperCase(Locale.ROOT).replace('-', '_');
        for (var word : words.getEnumConstants()) {
            if (word.name().equals(wanted)) {
                return word;
            }
        }
        var known = new StringJoiner(", ");
        for (var word : words.getEnumConstants()) {
            known.add(word.name().toLowerCase(Locale.ROOT));
        }
        throw PartiesException.badForm(field, given, known.toString());
    }

    /** The day as it is typed, nothing if there is none. */
    static String written(@Nullable LocalDate date) {
        return date == null ? "" : DateReader.typed(date);
    }
}
