package id.patungan.forecasting.pages;

import id.patungan.basics.DomainException;
import id.patungan.forecasting.ForecastException;
import id.patungan.forecasting.SavedScenario;
import id.patungan.forecasting.Scenarios;
import id.patungan.forecasting.scenarios.RiskValues;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.scenarios.ScenarioFile;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Scenarios for programs. A change is a map of the fields that a scenario's file has, {@code kind}
 * among them; amounts are decimal strings in main units.
 */
@RestController
@RequestMapping("/api/v1/bodies/{body}/scenarios")
class ScenarioApi {

    private static final String ONE = "/{no:[0-9]{1,6}}";

    private final Scenarios scenarios;
    private final Comparisons comparisons;

    ScenarioApi(Scenarios scenarios, Comparisons comparisons) {
        this.scenarios = scenarios;
        this.comparisons = comparisons;
    }

    @GetMapping
    List<WireScenario> all(Access access, BodyEntry body) {
        return scenarios.all(access).stream().map(one -> wire(one, body)).toList();
    }

    @GetMapping(ONE)
    WireScenario one(
            Access access,
            BodyEntry body,
            @PathVariable int no,
            @RequestParam(required = false) @Nullable Integer version) {
        return wire(scenarios.get(access, no, version), body);
    }

    @GetMapping(ONE + "/versions")
    List<WireScenario> versions(Access access, BodyEntry body, @PathVariable int no) {
        scenarios.get(access, no, null);
        return scenarios.versions(access).stream()
                .filter(one -> one.no() == no)
                .map(one -> wire(one, body))
                .toList();
    }

    @PostMapping
    WireScenario add(
            Access access,
            BodyEntry body,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ScenarioWish wish) {
        access.require(Action.PREPARE);
        access.require(Action.READ_BOOKS);
        return wire(scenarios.add(access, checked(access, body, wish), key), body);
    }

    @PutMapping(ONE)
    WireScenario change(
            Access access,
            BodyEntry body,
            @PathVariable int no,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ScenarioWish wish) {
        access.require(Action.PREPARE);
        access.require(Action.READ_BOOKS);
        var seen = wish.version();
        if (seen == null) throw ForecastException.missing("version");
        scenarios.get(access, no, null);
        var away = Boolean.TRUE.equals(wish.putAway());
        var scenario = away ? wish.scenario(body.currency()) : checked(access, body, wish);
        return wire(scenarios.change(access, no, seen, away, scenario, key), body);
    }

    /** Refuses what the body's outlook does not have. */
    private Scenario checked(Access access, BodyEntry body, ScenarioWish wish) {
        var scenario = wish.scenario(body.currency());
        DomainException refusal =
                comparisons.of(access, body, Locale.ENGLISH).comparison().refusal(scenario);
        if (refusal != null) throw refusal;
        return scenario;
    }

    /**
     * A scenario as it is to be.
     *
     * @param risks what is uncertain under it; absent or none: the usual
     * @param version that it was made from, where it is not the first
     * @param putAway whether lists leave it out; absent: no
     */
    record ScenarioWish(
            @Nullable String name,
            @Nullable String note,
            @Nullable List<Map<String, @Nullable String>> changes,
            @Nullable List<Map<String, @Nullable String>> risks,
            @Nullable Integer version,
            @Nullable Boolean putAway) {

        Scenario scenario(Currency currency) {
            return ScenarioFile.read(
                    name == null ? "" : name,
                    note == null ? "" : note,
                    rows(changes),
                    rows(risks),
                    currency);
        }

        private static List<Map<String, String>> rows(
                @Nullable List<Map<String, @Nullable String>> sent) {
            var rows = new ArrayList<Map<String, String>>();
            for (var one : sent == null ? List.<Map<String, @Nullable String>>of() : sent) {
                if (Objects.isNull(one)) throw ForecastException.missing("kind");
                var row = new LinkedHashMap<String, String>();
                one.forEach((field, text) -> row.put(field, text == null ? "" : text));
                rows.add(row);
            }
            return rows;
        }
    }

    private static WireScenario wire(SavedScenario saved, BodyEntry body) {
        return new WireScenario(
                saved.no(),
                saved.version(),
                saved.scenario().name(),
                saved.scenario().note(),
                ScenarioFile.values(saved.scenario(), body.currency()),
                RiskValues.write(saved.scenario().risks()),
                saved.putAway(),
                saved.by(),
                saved.at());
    }

    /**
     * A version of a scenario.
     *
     * @param risks what is uncertain under it; none: the usual
     */
    record WireScenario(
            int no,
            int version,
            String name,
            String note,
            List<Map<String, String>> changes,
            List<Map<String, String>> risks,
            boolean putAway,
            String by,
            Instant at) {}
}
