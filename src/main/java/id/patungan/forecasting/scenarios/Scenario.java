package id.patungan.forecasting.scenarios;

import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.simulation.Risks;

import org.jspecify.annotations.Nullable;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Changes of an outlook. They are always made in one order, that of {@link Overlay.Step} and then
 * of their texts, whatever order they were written in: what is put together commutes.
 *
 * @param name as people call it
 * @param note why it was made; may be empty
 * @param risks what is uncertain under it; null for the usual
 */
public record Scenario(String name, String note, List<Overlay> overlays, @Nullable Risks risks) {

    /** Nothing is changed. */
    public static final Scenario BASE = new Scenario("", "", List.of());

    /** With the usual risks. */
    public Scenario(String name, String note, List<Overlay> overlays) {
        this(name, note, overlays, null);
    }

    /** Puts the changes into their order. */
    public Scenario {
        overlays =
                overlays.stream()
                        .sorted(
                                Comparator.comparing(Overlay::step)
                                        .thenComparing(Scenario::since)
                                        .thenComparing(Overlay::toString))
                        .toList();
    }

    /** From when staff is another: each organisation model takes the place of the one before. */
    private static YearMonth since(Overlay overlay) {
        return overlay instanceof Overlay.OrganisationModel(var _, var from)
                ? from
                : YearMonth.of(1, 1);
    }

    /** Whether neither a change nor risks of its own is there. */
    public boolean changesNothing() {
        return overlays.isEmpty() && risks == null;
    }

    /**
     * The outlook as it would be.
     *
     * @param models the staff of each organisation model, as lines of the outlook's months
     * @throws ScenarioException if a change names what the outlook does not have
     */
    public Outlook apply(Outlook outlook, Map<String, List<Line>> models) {
        var changed = outlook;
        for (var overlay : overlays) changed = overlay.apply(changed, models);
        return changed;
    }
}
