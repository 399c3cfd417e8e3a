package id.patungan.ledger.pages;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.AmountInWords;
import id.patungan.basics.Money;
import id.patungan.ledger.Draft;
import id.patungan.ledger.Entry;
import id.patungan.ledger.Line;
import id.patungan.ledger.NewEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Words of the ledger in the language of the page; {@code @ledgerWords} in templates. */
@Component("ledgerWords")
public class LedgerWords {

    private final MessageSource messages;

    LedgerWords(MessageSource messages) {
        this.messages = messages;
    }

    /** What a kind of entry is called; kinds of other modules are named in their bundles too. */
    public String kind(String kind) {
        var text =
                messages.getMessage(
                        "ledger.kind." + kind, null, kind, LocaleContextHolder.getLocale());
        return text == null ? kind : text;
    }

    /** An amount in words. */
    public String inWords(long minorUnits, Currency currency) {
        return AmountInWords.of(new Money(currency, minorUnits), LocaleContextHolder.getLocale());
    }

    /** The sum of the debits of an entry that is to be posted, in minor units. */
    public long debit(NewEntry entry) {
        return entry.postings().stream()
                .mapToLong(line -> Math.max(0, line.amount()))
                .reduce(0, Math::addExact);
    }

    /** The sum of the debits of an entry, as far as its lines are seen, in minor units. */
    public long debit(Entry entry) {
        return entry.lines().stream()
                .mapToLong(line -> Math.max(0, line.amount()))
                .reduce(0, Math::addExact);
    }

    /** The class of the mark for the state of a draft. */
    public String look(Draft.State state) {
        return switch (state) {
            case OPEN, WITHDRAWN -> "status-idle";
            case SUBMITTED -> "status-info";
            case APPROVED, POSTED -> "status-ok";
            case REJECTED -> "status-bad";
        };
    }

    /** What a line says beside account, fund, party and amount. */
    public List<Detail> details(Line line, LedgerNames names) {
        var details = new ArrayList<Detail>();
        add(details, "ledger.project", names.project(line.project()));
        add(details, "ledger.awardLine", names.awardLine(line.awardLine()));
        add(details, "ledger.charge", line.charge());
        add(details, "ledger.unit", names.unit(line.unit()));
        add(details, "ledger.period", line.period());
        var original = line.original();
        if (original != null) {
            var locale = LocaleContextHolder.getLocale();
            add(
                    details,
                    "ledger.original",
                    AmountFormat.money(new Money(original.currency(), original.amount()), locale)
                            + " × "
                            + AmountFormat.number(original.rate(), locale));
        }
        add(details, "ledger.memo", line.memo());
        return details;
    }

    private static void add(List<Detail> details, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            details.add(new Detail(key, value));
        }
    }

    /** A fact with the key of its name. */
    public record Detail(String key, String value) {}
}
