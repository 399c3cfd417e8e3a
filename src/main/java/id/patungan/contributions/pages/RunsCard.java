package id.patungan.contributions.pages;

import id.patungan.contributions.AssessmentRun;
import id.patungan.contributions.AssessmentRuns;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory;
import id.patungan.platform.HomeCard;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The home card of those who approve: assessments that somebody else has prepared. */
@Component
class RunsCard implements HomeCard {

    private final AssessmentRuns runs;
    private final BodyDirectory bodies;

    RunsCard(AssessmentRuns runs, BodyDirectory bodies) {
        this.runs = runs;
        this.bodies = bodies;
    }

    @Override
    public String name() {
        return "contributions-runs";
    }

    @Override
    public String titleKey() {
        return "contributions.runs.card";
    }

    @Override
    public String fragment() {
        return "contributions/runs-card :: waiting";
    }

    @Override
    public Action needs() {
        return Action.APPROVE;
    }

    @Override
    public int order() {
        return 112;
    }

    @Override
    public int width() {
        return 4;
    }

    @Override
    public Optional<Shown> model(Access access, Locale locale) {
        var waiting = runs.all(access).stream().filter(run -> runs.mayDecide(access, run)).toList();
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
    public record Shown(String body, List<AssessmentRun> runs) {
        /** Takes a copy. */
        public Shown {
            runs = List.copyOf(runs);
        }
    }
}
