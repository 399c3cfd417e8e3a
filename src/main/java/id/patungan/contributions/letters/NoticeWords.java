package id.patungan.contributions.letters;

import id.patungan.basics.Money;
import id.patungan.documents.PaperFormats;

import org.springframework.context.MessageSource;

import java.time.LocalDate;
import java.util.Locale;

/** The sentences and figures of one paper in its language. */
final class NoticeWords {

    private final MessageSource messages;
    private final String prefix;
    private final PaperFormats formats;

    /**
     * The words of a kind of paper.
     *
     * @param prefix of its keys, with the dot
     */
    NoticeWords(MessageSource messages, String prefix, PaperFormats formats) {
        this.messages = messages;
        this.prefix = prefix;
        this.formats = formats;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(prefix + key, arguments, formats.language());
    }

    String symbol() {
        return formats.symbol();
    }

    String date(LocalDate day) {
        return formats.date(day);
    }

    String amount(Money amount) {
        return formats.amount(amount.minorUnits());
    }

    String money(Money amount) {
        return formats.money(amount.minorUnits());
    }

    /** In words, beginning with a capital. */
    String spelled(Money amount) {
        var words = formats.words(amount.minorUnits());
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
