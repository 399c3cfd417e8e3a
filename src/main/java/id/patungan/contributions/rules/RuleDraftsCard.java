package id.patungan.contributions.rules;

import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory;
import id.patungan.platform.HomeCard;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The home card of rules that wait for the viewer's decision. What one has drafted oneself somebody
 * else decides, so it does not wait here.
 */
@Component
class RuleDraftsCard implements HomeCard {

    private final Rules rules;
    private final BodyDirectory bodies;

    RuleDraftsCard(Rules rules, BodyDirectory bodies) {
        this.rules = rules;
        this.bodies = bodies;
    }

    @Override
    public String name() {
        return "contributions-rule-drafts";
    }

    @Override
    public String titleKey() {
        return "rules.card.title";
    }

    @Override
    public String fragment() {
        return "contributions/rules/home :: drafts";
    }

    @Override
    public Action needs() {
        return Action.APPROVE;
    }

    @Override
    public int order() {
        return 115;
    }

    @Override
    public int width() {
        return 4;
    }

    @Override
    public Optional<Shown> model(Access access, Locale locale) {
        var waiting =
                rules.all(access).stream()
                        .filter(rule -> !Rules.workedOn(access, rule))
                        .flatMap(rule -> rule.waiting().stream())
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
    public record Shown(String body, List<RuleVersion> drafts) {
        /** Takes a copy. */
        public Shown {
            drafts = List.copyOf(drafts);
        }
    }
}
