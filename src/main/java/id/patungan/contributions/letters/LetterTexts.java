package id.patungan.contributions.letters;

import id.patungan.basics.Money;
import id.patungan.documents.PaperBody;
import id.patungan.documents.PaperFormats;
import id.patungan.documents.PaperSignatory;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The sentences and figures of a letter or receipt, in the language of the paper. */
record LetterTexts(MessageSource messages, PaperFormats formats) {

    /** The text of {@code letters.<key>}. */
    String text(String key, Object... arguments) {
        return messages.getMessage("letters." + key, arguments, formats.language());
    }

    /** A text of another bundle, by its whole key. */
    String other(String key, Object... arguments) {
        return messages.getMessage(key, arguments, formats.language());
    }

    String money(Money amount) {
        return formats.money(amount.minorUnits());
    }

    String amount(Money amount) {
        return formats.amount(amount.minorUnits());
    }

    /** The amount spelled out, beginning with a capital, as forms have it. */
    String words(Money amount) {
        var words = formats.words(amount.minorUnits());
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Head, foot and signature, which letters and receipts have alike. */
    Map<String, @Nullable String> frame(
            PaperBody body,
            LocalDate date,
            @Nullable PaperSignatory signatory,
            String code,
            String digest) {
        var composed = new HashMap<String, @Nullable String>();
        composed.put("stamp", body.sample() ? text("stamp") : null);
        composed.put("kopName", body.name().toUpperCase(Locale.ROOT));
        for (int line = 1; line <= 2; line++) {
            composed.put(
                    "kopLine" + line,
                    line <= body.letterhead().size() ? body.letterhead().get(line - 1) : null);
        }
        var day = formats.date(date);
        composed.put(
                "placeDate", body.place() == null ? day : text("place-date", body.place(), day));
        composed.put("sign.role", signatory == null ? text("unsigned") : signatory.position());
        composed.put("sign.name", signatory == null ? null : signatory.name());
        var number = signatory == null ? null : signatory.number();
        composed.put("sign.number", number == null ? null : text("nip", number));
        composed.put("foot", text("foot", code, digest));
        return composed;
    }
}
