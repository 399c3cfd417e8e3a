package id.patungan.grants.pages;

import id.patungan.grants.AwardBook;
import id.patungan.grants.AwardExpiries;
import id.patungan.grants.AwardExpiry;
import id.patungan.grants.AwardStanding;
import id.patungan.grants.Awards;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory;
import id.patungan.platform.HomeCard;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The home card of awards: days left, what may be spent, what would go back, what is due. */
@Component
class AwardsCard implements HomeCard {

    private final Awards awards;
    private final AwardExpiries expiries;
    private final Parties parties;
    private final BodyDirectory bodies;

    AwardsCard(Awards awards, AwardExpiries expiries, Parties parties, BodyDirectory bodies) {
        this.parties = parties;
        this.awards = awards;
        this.expiries = expiries;
        this.bodies = bodies;
    }

    @Override
    public String name() {
        return "grants-awards";
    }

    @Override
    public String titleKey() {
        return "grants.card.title";
    }

    @Override
    public String fragment() {
        return "grants/home :: awards";
    }

    @Override
    public Action needs() {
        return Action.READ_OWN;
    }

    @Override
    public int order() {
        return 22;
    }

    @Override
    public int width() {
        return 12;
    }

    @Override
    public Optional<?> model(Access access, Locale locale) {
        var today = awards.today(access);
        var rows =
                awards.all(access).stream()
                        .filter(award -> award.terms().isPresent())
                        .map(award -> awards.book(access, award.code()))
                        .map(book ->
                                new Row(
                                        book,
                                        giver(access, book),
                                        AwardStanding.of(book, today),
                                        null))
                        .filter(row -> !access.may(Action.READ_BOOKS) || row.open(today))
                        .map(row -> row.with(expiries.of(access, row.book(), today).orElse(null)))
                        .toList();
        if (rows.isEmpty()) return Optional.empty();
        return Optional.of(
                new Shown(
                        bodies.all().stream()
                                .filter(body -> body.id().equals(access.body()))
                                .map(BodyDirectory.BodyEntry::code)
                                .findFirst()
                                .orElseThrow(),
                        rows));
    }

    private String giver(Access access, AwardBook book) {
        var code = book.terms().giver();
        return parties.find(Access.system(access.body()), code).map(one -> one.name()).orElse(code);
    }

    /**
     * An award that is not over, or for a giver any of its own.
     *
     * @param giver its name
     * @param expiry null if its end leaves nothing to be paid, or the viewer does not see that
     */
    record Row(AwardBook book, String giver, AwardStanding standing, @Nullable AwardExpiry expiry) {

        private Row with(@Nullable AwardExpiry other) {
            return new Row(book, giver, standing, other);
        }

        /** Amounts for the template. */
        public AwardPages.Amounts money() {
            return new AwardPages.Amounts(book);
        }

        /** Until its time is over and nothing is left or owed. */
        boolean open(java.time.LocalDate today) {
            return !book.terms().to().isBefore(today)
                    || standing.position().balance() != 0
                    || standing.dueBack() != 0
                    || book.balance(today, "19100") != 0;
        }
    }

    /** What the card shows. */
    record Shown(String body, List<Row> rows) {

        /** Copies the list. */
        Shown {
            rows = List.copyOf(rows);
        }
    }
}
