package id.patungan.contributions.pages;

import id.patungan.contributions.InKind;
import id.patungan.contributions.InKindRegister;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory;
import id.patungan.platform.HomeCard;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The home card of what was given in kind and waits for the viewer's decision; what one has
 * proposed oneself somebody else decides.
 */
@Component
class InKindCard implements HomeCard {

    private final InKindRegister register;
    private final BodyDirectory bodies;

    InKindCard(InKindRegister register, BodyDirectory bodies) {
        this.register = register;
        this.bodies = bodies;
    }

    @Override
    public String name() {
        return "contributions-in-kind";
    }

    @Override
    public String titleKey() {
        return "in-kind.card.title";
    }

    @Override
    public String fragment() {
        return "contributions/in-kind/home :: waiting";
    }

    @Override
    public Action needs() {
        return Action.APPROVE;
    }

    @Override
    public int order() {
        return 116;
    }

    @Override
    public int width() {
        return 4;
    }

    @Override
    public Optional<Shown> model(Access access, Locale locale) {
        var waiting =
                register.list(access, null, InKind.State.PROPOSED).stream()
                        .filter(one -> !one.preparedBy().equals(access.handle()))
                        .toList();
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Shown(
                                bodies.all().stream()
                                        .filter(body -> body.id().equals(access.body()))
                                        .map(BodyDirectory.BodyEntry::code)
                                        .findFirst()
                                        .orElseThrow(),
                                waiting));
    }

    /**
     * What the card shows.
     *
     * @param body code, for addresses
     */
    public record Shown(String body, List<InKind> waiting) {
        /** Takes a copy. */
        public Shown {
            waiting = List.copyOf(waiting);
        }
    }
}
