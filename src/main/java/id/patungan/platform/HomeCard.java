package id.patungan.platform;

import java.util.Locale;
import java.util.Optional;

/**
 * A card on the home page of a body. A module puts one there by publishing a bean of this type; a
 * card that fails says so itself and leaves the others alone.
 */
public interface HomeCard {

    /** Stable, {@code module-purpose}; part of the card's address. */
    String name();

    /** The key of the heading in the bundles. */
    String titleKey();

    /** The template fragment that shows {@code ${card}}, such as {@code ledger/home :: funds}. */
    String fragment();

    /** Only those who may do this see the card. */
    Action needs();

    /** Cards stand in this order. */
    int order();

    /**
     * What the fragment shows, limited to the reach of the access; empty if there is nothing for
     * this viewer, and then no card.
     */
    Optional<?> model(Access access, Locale locale);

    /** How many of the twelve columns it takes on a wide screen: 4, 6, 8 or 12. */
    default int width() {
        return 6;
    }
}
