package id.patungan.platform;

import id.patungan.basics.DomainException;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** Refusals in the language of the page; {@code @refusals} in templates. */
@Component("refusals")
public class Refusals {

    private final MessageSource messages;
    private final Formats formats;

    Refusals(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** The text of {@code refusal.<code>}; the refusal's English message if there is none. */
    public String text(DomainException refusal) {
        return text(refusal, LocaleContextHolder.getLocale());
    }

    /** The same in a given language, for what is read later by somebody else. */
    public String text(DomainException refusal, Locale locale) {
        var english = refusal.getMessage();
        return String.valueOf(
                messages.getMessage(
                        "refusal." + refusal.code(),
                        shown(refusal.arguments(), locale),
                        english == null ? refusal.code() : english,
                        locale));
    }

    /** The text of one thing that is wrong with a form. */
    public String text(FormErrors.FormError error) {
        var refusal = error.refusal();
        if (refusal != null) {
            return text(refusal);
        }
        return text(String.valueOf(error.key()), error.arguments());
    }

    /** The text of a key with arguments shown as people read them. */
    public String text(String key, List<Object> arguments) {
        var locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, shown(arguments, locale), locale);
    }

    /** As texts, for a message's own number format would group the digits of a year or a code. */
    private Object[] shown(List<Object> arguments, Locale locale) {
        return arguments.stream().map(argument -> shown(argument, locale)).toArray();
    }

    private Object shown(Object argument, Locale locale) {
        return switch (argument) {
            case Money money -> formats.money(money);
            case BigDecimal number -> formats.number(number);
            case Fraction number -> formats.number(number);
            case LocalDate date -> formats.date(date);
            case YearMonth month -> formats.month(month);
            case DomainException within -> text(within, locale);
            case Enum<?> word ->
                    String.valueOf(
                            messages.getMessage(
                                    "enum."
                                            + word.getDeclaringClass().getSimpleName()
                                            + "."
                                            + word.name(),
                                    null,
                                    word.name(),
                                    locale));
            default -> argument.toString();
        };
    }
}
