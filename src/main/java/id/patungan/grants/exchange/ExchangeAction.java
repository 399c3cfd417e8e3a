package id.patungan.grants.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be recorded of an award in a foreign currency, and the fields of its form. */
enum ExchangeAction {
    /** Money from the giver. */
    RECEIVE("date tranche fund original amount kept documentNo description"),
    /** A cost. */
    SPEND("date documentNo description account fund awardLine amount"),
    /** What the bank has added. */
    INTEREST("date fund original amount documentNo description"),
    /** What funds owe each other. */
    SETTLE("date fund original amount documentNo"),
    /** The account at the rate of a day. */
    REVALUE("date documentNo"),
    /** Money back to the giver. */
    REFUND("date fund original documentNo description");

    private final String fields;

    ExchangeAction(String fields) {
        this.fields = fields;
    }

    /** As in addresses: {@code receive}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In the order of the form. */
    public List<String> fields() {
        return List.of(fields.split(" ", -1));
    }

    static Optional<ExchangeAction> of(String code) {
        for (var action : values()) {
            if (action.code().equals(code)) return Optional.of(action);
        }
        return Optional.empty();
    }
}
