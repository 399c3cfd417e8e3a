package id.patungan.forecasting.pages;

import id.patungan.basics.DomainException;
import id.patungan.basics.InputException;
import id.patungan.forecasting.ForecastException;
import id.patungan.forecasting.SavedScenario;
import id.patungan.forecasting.Scenarios;
import id.patungan.forecasting.pages.Comparisons.Usual;
import id.patungan.forecasting.scenarios.OverlayKind;
import id.patungan.forecasting.scenarios.RiskKind;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.scenarios.ScenarioFile;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.FormErrors;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The scenarios of a body: the list beside the base, each with its versions, its form, files. */
@Controller
@RequestMapping("/bodies/{body}/scenarios")
class ScenarioPages {

    private static final String FORM = "forecasting/scenario";
    private static final String ONE = "/{no:[0-9]{1,6}}";
    private static final int MOST_COMPARED = 4;

    private final Scenarios scenarios;
    private final Comparisons comparisons;

    ScenarioPages(Scenarios scenarios, Comparisons comparisons) {
        this.scenarios = scenarios;
        this.comparisons = comparisons;
    }

    /**
     * A scenario of the list.
     *
     * @param changes in sentences
     * @param result null if it cannot be applied
     * @param refused why not; null if it can
     */
    record Row(
            SavedScenario saved,
            List<String> changes,
            Comparison.@Nullable Result result,
            @Nullable DomainException refused) {}

    @GetMapping
    String list(
            Access access,
            BodyEntry body,
            @RequestParam(required = false) @Nullable List<String> compare,
            Locale locale,
            Model model) {
        access.require(Action.READ_BOOKS);
        var usual = comparisons.of(access, body, locale);
        var comparison = usual.comparison();
        var rows = new ArrayList<Row>();
        for (var saved : scenarios.all(access)) rows.add(row(saved, comparison, usual));
        var asked = compare == null ? List.<String>of() : compare;
        var chosen =
                rows.stream()
                        .filter(row -> asked.contains(Integer.toString(row.saved().no())))
                        .toList();
        model.addAttribute("body", body);
        model.addAttribute("comparison", comparison);
        model.addAttribute("rows", rows);
        model.addAttribute("chosen", chosen.stream().limit(MOST_COMPARED).toList());
        model.addAttribute("tooMany", chosen.size() > MOST_COMPARED);
        model.addAttribute("away", away(access));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return "forecasting/scenarios";
    }

    private static Row row(SavedScenario saved, Comparison comparison, Usual usual) {
        var changes = changes(saved.scenario(), usual);
        try {
            return new Row(saved, changes, comparison.of(saved.scenario()), null);
        } catch (DomainException refused) {
            return new Row(saved, changes, null, refused);
        }
    }

    private static List<String> changes(Scenario scenario, Usual usual) {
        return usual.words().changes(scenario);
    }

    /** The newest versions of those that lists leave out. */
    private List<SavedScenario> away(Access access) {
        var listed = scenarios.all(access).stream().map(SavedScenario::no).toList();
        return scenarios.versions(access).stream()
                .filter(one -> !listed.contains(one.no()))
                .filter(SavedScenario::putAway)
                .collect(
                        Collectors.toMap(
                                SavedScenario::no, one -> one, (one, other) -> other, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    /** An empty form, or one more change on top of a saved scenario. */
    @GetMapping("/new")
    String started(
            Access access,
            BodyEntry body,
            @RequestParam Map<String, String> sent,
            Locale locale,
            Model model) {
        access.require(Action.PREPARE);
        access.require(Action.READ_BOOKS);
        var on = sent.getOrDefault("on", "");
        var base =
                on.matches("[0-9]{1,6}")
                        ? scenarios.get(access, Integer.parseInt(on), null).scenario()
                        : Scenario.BASE;
        var form = form(new Scenario("", "", base.overlays(), base.risks()), 0, body, locale);
        OverlayKind.of(sent.getOrDefault("kind", "")).ifPresent(kind -> form.add(kind, sent));
        var usual = comparisons.of(access, body, locale);
        if (!form.rows().isEmpty()) tried(form, false, usual, body, new FormErrors(), model);
        return shown(access, body, null, form, usual, model);
    }

    private static ScenarioForm form(Scenario scenario, int seen, BodyEntry body, Locale locale) {
        return ScenarioForm.of(
                scenario, seen, UUID.randomUUID().toString(), body.currency(), locale);
    }

    @PostMapping
    String add(
            Access access,
            BodyEntry body,
            @RequestParam Map<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return sent(access, body, null, sent, locale, model, response);
    }

    @PostMapping(ONE)
    String change(
            Access access,
            BodyEntry body,
            @PathVariable int no,
            @RequestParam Map<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return sent(access, body, no, sent, locale, model, response);
    }

    private String sent(
            Access access,
            BodyEntry body,
            @Nullable Integer no,
            Map<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        access.require(Action.READ_BOOKS);
        if (no != null) scenarios.get(access, no, null);
        var form = ScenarioForm.sent(sent);
        var wanted = sent.getOrDefault("do", "save");
        var usual = comparisons.of(access, body, locale);
        if (rearranged(form, wanted, sent)) return shown(access, body, no, form, usual, model);
        var errors = new FormErrors();
        var keep = !wanted.equals("try");
        var scenario = tried(form, keep, usual, body, errors, model);
        if (scenario != null && keep) {
            try {
                return "redirect:/bodies/%s/scenarios/%d"
                        .formatted(body.code(), saved(access, no, form, scenario).no());
            } catch (DomainException refused) {
                errors.add(null, refused);
            }
        }
        var page = shown(access, body, no, form, usual, model);
        return errors.any() ? errors.again(page, model, response) : page;
    }

    /** Adds or takes out a row, if that is what was wanted. */
    private static boolean rearranged(ScenarioForm form, String wanted, Map<String, String> sent) {
        var at = wanted.substring(wanted.indexOf(':') + 1);
        if (wanted.equals("add")) {
            OverlayKind.of(sent.getOrDefault("add", ""))
                    .ifPresent(kind -> form.add(kind, Map.of()));
        } else if (wanted.equals("add-risk")) {
            RiskKind.of(sent.getOrDefault("addRisk", "")).ifPresent(form::add);
        } else if (wanted.startsWith("remove:")) {
            form.remove(at);
        } else if (wanted.startsWith("remove-risk:")) {
            form.removeRisk(at);
        } else {
            return false;
        }
        return true;
    }

    private SavedScenario saved(
            Access access, @Nullable Integer no, ScenarioForm form, Scenario scenario) {
        return no == null
                ? scenarios.add(access, scenario, form.key())
                : scenarios.change(access, no, form.version(), false, scenario, form.key());
    }

    /**
     * Reads the form, whose name counts if it is to be kept, and works it out; null if something is
     * wrong, which is noted.
     */
    private static @Nullable Scenario tried(
            ScenarioForm form,
            boolean keep,
            Usual usual,
            BodyEntry body,
            FormErrors errors,
            Model model) {
        var comparison = usual.comparison();
        var scenario = form.read(keep, body.currency(), errors).orElse(null);
        if (scenario == null) return null;
        var singles = form.singles(body.currency());
        for (int at = 0; at < singles.size(); at++) {
            var refusal = comparison.refusal(singles.get(at));
            if (refusal != null) ScenarioForm.refused(errors, at, refusal);
        }
        if (errors.any()) return null;
        try {
            model.addAttribute("result", comparison.of(scenario));
            model.addAttribute("comparison", comparison);
            return scenario;
        } catch (DomainException refused) {
            errors.add(null, refused);
            return null;
        }
    }

    private String shown(
            Access access,
            BodyEntry body,
            @Nullable Integer no,
            ScenarioForm form,
            Usual usual,
            Model model) {
        model.addAttribute("body", body);
        model.addAttribute("no", no);
        model.addAttribute("form", form);
        model.addAttribute("fields", ScenarioFields.of(form, usual.choices()));
        model.addAttribute("kinds", ScenarioChoices.kinds(usual.words()));
        model.addAttribute("riskKinds", RiskKind.values());
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        if (no != null) {
            var versions =
                    scenarios.versions(access).stream().filter(one -> one.no() == no).toList();
            model.addAttribute("latest", versions.getLast());
            model.addAttribute(
                    "versions",
                    versions.reversed().stream()
                            .map(one -> new Row(one, changes(one.scenario(), usual), null, null))
                            .toList());
        }
        return FORM;
    }

    @GetMapping(ONE)
    String one(
            Access access,
            BodyEntry body,
            @PathVariable int no,
            @RequestParam(required = false) @Nullable String version,
            Locale locale,
            Model model) {
        access.require(Action.READ_BOOKS);
        var latest = scenarios.get(access, no, null);
        var shown = scenarios.get(access, no, version(version));
        var usual = comparisons.of(access, body, locale);
        var form = form(shown.scenario(), latest.version(), body, locale);
        model.addAttribute("shown", shown);
        model.addAttribute("changes", changes(shown.scenario(), usual));
        var errors = new FormErrors();
        tried(form, false, usual, body, errors, model);
        if (errors.any()) model.addAttribute("errors", errors);
        return shown(access, body, no, form, usual, model);
    }

    private static @Nullable Integer version(@Nullable String said) {
        return said != null && said.matches("[0-9]{1,6}") ? Integer.valueOf(said) : null;
    }

    @GetMapping(ONE + "/file.yaml")
    ResponseEntity<byte[]> file(
            Access access,
            BodyEntry body,
            @PathVariable int no,
            @RequestParam(required = false) @Nullable String version) {
        access.require(Action.READ_BOOKS);
        var saved = scenarios.get(access, no, version(version));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        "%s_scenario_%d_v%d.yaml"
                                                .formatted(body.code(), no, saved.version()))
                                .build()
                                .toString())
                .body(
                        ScenarioFile.write(saved.scenario(), body.currency())
                                .getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a file into the form of a new scenario; nothing is saved. */
    @PostMapping("/file")
    String read(
            Access access,
            BodyEntry body,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String pasted,
            Locale locale,
            Model model,
            HttpServletResponse response)
            throws IOException {
        access.require(Action.PREPARE);
        access.require(Action.READ_BOOKS);
        var usual = comparisons.of(access, body, locale);
        var errors = new FormErrors();
        var form = form(Scenario.BASE, 0, body, locale);
        var sent = file == null || file.isEmpty() ? null : file;
        model.addAttribute("pasted", pasted);
        try {
            if ((sent == null) == pasted.isBlank()) throw ForecastException.noFile();
            var name = sent == null ? null : sent.getOriginalFilename();
            var text = sent == null ? pasted : new String(sent.getBytes(), StandardCharsets.UTF_8);
            var scenario =
                    ScenarioFile.read(
                            name == null || name.isBlank() ? "file" : name, text, body.currency());
            form = form(scenario, 0, body, locale);
            tried(form, false, usual, body, errors, model);
        } catch (InputException refused) {
            model.addAttribute("problems", refused.problems());
            errors.add("pasted", "scenarios.yaml.refused");
        } catch (ForecastException refused) {
            errors.add("pasted", refused);
        }
        var page = shown(access, body, null, form, usual, model);
        return errors.any() ? errors.again(page, model, response) : page;
    }

    @PostMapping(ONE + "/put-away")
    String putAway(
            Access access,
            BodyEntry body,
            @PathVariable int no,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(defaultValue = "") String key) {
        access.require(Action.PREPARE);
        var saved = scenarios.get(access, no, null);
        scenarios.change(access, no, seen, true, saved.scenario(), key);
        return "redirect:/bodies/%s/scenarios".formatted(body.code());
    }
}
