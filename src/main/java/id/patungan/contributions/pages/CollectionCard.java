package id.patungan.contributions.pages;

import id.patungan.contributions.Contributions;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory;
import id.patungan.platform.HomeCard;

import org.springframework.stereotype.Component;

import java.util.Locale;
import java.util.Optional;

/**
 * The home card of charges: for those who keep or check the books, what every party was charged,
 * has paid and owes; for a party, the same of itself.
 */
@Component
class CollectionCard implements HomeCard {

    private final Contributions contributions;
    private final BodyDirectory bodies;

    CollectionCard(Contributions contributions, BodyDirectory bodies) {
        this.contributions = contributions;
        this.bodies = bodies;
    }

    @Override
    public String name() {
        return "contributions-collection";
    }

    @Override
    public String titleKey() {
        return "contributions.card.title";
    }

    @Override
    public String fragment() {
        return "contributions/home :: collection";
    }

    @Override
    public Action needs() {
        return Action.READ_OWN;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public int width() {
        return 12;
    }

    @Override
    public Optional<?> model(Access access, Locale locale) {
        var collection = contributions.collection(access, null);
        return collection.lines().isEmpty() && !access.may(Action.READ_BOOKS)
                ? Optional.empty()
                : Optional.of(
                        new Shown(
                                bodies.all().stream()
                                        .filter(body -> body.id().equals(access.body()))
                                        .map(BodyDirectory.BodyEntry::code)
                                        .findFirst()
                                        .orElseThrow(),
                                collection,
                                access.may(Action.READ_BOOKS)));
    }

    /**
     * What the card shows.
     *
     * @param body code, for addresses
     * @param all whether the lines are those of all parties
     */
    public record Shown(
            String body, id.patungan.contributions.Collection collection, boolean all) {}
}
