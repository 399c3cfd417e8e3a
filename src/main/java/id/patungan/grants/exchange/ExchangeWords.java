package id.patungan.grants.exchange;

import id.patungan.grants.rates.FxPart;
import id.patungan.grants.rates.RateKind;
import id.patungan.platform.Formats;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import java.math.RoundingMode;

/** Rates of costs as people read them; {@code @exchangeWords} in templates. */
@Component("exchangeWords")
class ExchangeWords {

    /** A rate that is no decimal is shown with so many, rounded half up; amounts use it exactly. */
    private static final int DECIMALS = 4;

    private final MessageSource messages;
    private final Formats formats;

    ExchangeWords(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** The rate: {@code 17.333,3333}. */
    public String rate(FxPart part) {
        return formats.number(
                part.rate()
                        .toDecimal()
                        .filter(exact -> exact.scale() <= DECIMALS)
                        .orElseGet(() -> part.rate().rounded(DECIMALS, RoundingMode.HALF_UP)));
    }

    /** Where it comes from and of which day it is. */
    public String source(FxPart part) {
        var recorded = part.recorded();
        if (recorded != null) {
            return said(
                    "exchange.from.register",
                    recorded.source(),
                    recorded.on().kind() == RateKind.DAY
                            ? formats.date(recorded.on().day())
                            : formats.month(recorded.on().month()));
        }
        if (part.tranches().isEmpty()) {
            return said("exchange.from.entry", formats.date(part.from()));
        }
        return said(
                part.tranches().size() == 1 ? "exchange.from.tranche" : "exchange.from.tranches",
                String.join(", ", part.tranches()),
                formats.date(part.from()));
    }

    private String said(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
