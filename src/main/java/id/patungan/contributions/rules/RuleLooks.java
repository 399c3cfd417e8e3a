package id.patungan.contributions.rules;

import id.patungan.contributions.rules.RuleVersion.State;

import org.springframework.stereotype.Component;

/** How the state of a version looks; {@code @ruleLooks} in templates. */
@Component("ruleLooks")
public class RuleLooks {

    RuleLooks() {}

    /** The class of its label. */
    public String look(State state) {
        return switch (state) {
            case DRAFT -> "status-info";
            case APPROVED -> "status-ok";
            case REJECTED -> "status-bad";
            case REPLACED -> "status-idle";
        };
    }
}
