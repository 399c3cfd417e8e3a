package id.patungan.contributions.disputes;

import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.HomeCard;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The home card of those who keep or check the books: disputes that are open. */
@Component
class OpenDisputesCard implements HomeCard {

    private final Disputes disputes;
    private final Books books;

    OpenDisputesCard(Disputes disputes, Books books) {
        this.disputes = disputes;
        this.books = books;
    }

    @Override
    public String name() {
        return "disputes-open";
    }

    @Override
    public String titleKey() {
        return "disputes.card.open";
    }

    @Override
    public String fragment() {
        return "contributions/disputes/home :: open";
    }

    @Override
    public Action needs() {
        return Action.READ_BOOKS;
    }

    @Override
    public int order() {
        return 12;
    }

    @Override
    public Optional<?> model(Access access, Locale locale) {
        var open = disputes.all(access).stream().filter(Dispute::open).toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shown(books.get(access.body()).code(), open));
    }

    /**
     * What the card shows.
     *
     * @param body code, for addresses
     */
    public record Shown(String body, List<Dispute> disputes) {}
}
