package id.patungan.parties;

import id.patungan.basics.AmountReader.Grammar;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.Refusals;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;

/** The pages of a body's indicators. */
@Controller
@RequestMapping("/bodies/{body}/indicators")
class IndicatorController {

    private static final String FORM = "parties/indicator-form";

    private final Indicators indicators;
    private final Parties parties;
    private final Members members;
    private final PartyFiles files;
    private final Refusals refusals;
    private final Clock clock;

    IndicatorController(
            Indicators indicators,
            Parties parties,
            Members members,
            PartyFiles files,
            Refusals refusals,
            Clock clock) {
        this.indicators = indicators;
        this.parties = parties;
        this.members = members;
        this.files = files;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping
    String list(
            Access access,
            BodyEntry body,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        var all = indicators.list(access, null, null);
        var names = new TreeSet<String>();
        var years = new TreeSet<Integer>();
        for (var value : all) {
            names.add(value.figure().indicator());
            years.add(value.figure().year());
        }
        model.addAttribute("body", body);
        model.addAttribute(
                "values",
                all.stream()
                        .filter(value ->
                                indicator.isBlank() || value.figure().indicator().equals(indicator))
                        .filter(value -> year == null || value.figure().year() == year)
                        .toList());
        model.addAttribute("indicator", indicator);
        model.addAttribute("year", year);
        model.addAttribute("names", names);
        model.addAttribute("years", years.descendingSet());
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return "parties/indicators";
    }

    @GetMapping("/{indicator}/{year}/{party}")
    String revisions(
            Access access,
            BodyEntry body,
            @PathVariable String indicator,
            @PathVariable int year,
            @PathVariable String party,
            Model model) {
        var revisions = indicators.revisions(access, party, indicator, year);
        if (revisions.isEmpty()) {
            throw PartiesException.noFigureHere(party, indicator, year);
        }
        model.addAttribute("body", body);
        model.addAttribute("revisions", revisions);
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return "parties/indicator";
    }

    /** An empty form, or one with party, indicator and year of a figure to be corrected. */
    @GetMapping("/new")
    String form(
            Access access, BodyEntry body, @RequestParam Map<String, String> asked, Model model) {
        access.require(Action.PREPARE);
        model.addAttribute("form", asked);
        return shown(access, body, model);
    }

    @PostMapping
    String record(
            Access access,
            BodyEntry body,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form =
                new Form(sent)
                        .needs(
                                PartyField.PARTY,
                                PartyField.INDICATOR,
                                PartyField.YEAR,
                                PartyField.VALUE,
                                PartyField.UNIT,
                                PartyField.SOURCE)
                        .reads(PartyField.YEAR, Words::year)
                        .reads(PartyField.VALUE, FigureReader::typed)
                        .dates(PartyField.SOURCE_DATE);
        var done =
                form.done(() ->
                        indicators.record(
                                access,
                                new NewIndicatorValue(
                                        form.text(PartyField.PARTY),
                                        form.text(PartyField.INDICATOR),
                                        Words.year(form.text(PartyField.YEAR)),
                                        FigureReader.typed(form.text(PartyField.VALUE)),
                                        form.text(PartyField.UNIT),
                                        form.text(PartyField.SOURCE),
                                        Words.dateOrNull(
                                                PartyField.SOURCE_DATE,
                                                form.text(PartyField.SOURCE_DATE)),
                                        Words.basisOrNull(form.text(PartyField.REVENUE_BASIS)))));
        if (done) {
            return back(body);
        }
        shown(access, body, model);
        return form.again(FORM, model, response);
    }

    /** Takes over the official population and area of today's members. */
    @PostMapping("/official")
    String official(Access access, BodyEntry body) {
        access.require(Action.PREPARE);
        var today = LocalDate.now(clock.withZone(body.zone()));
        indicators.adoptOfficial(
                access, members.on(access, today).stream().map(Member::code).toList());
        return back(body);
    }

    @GetMapping("/import")
    String imported(Access access, BodyEntry body, Model model) {
        access.require(Action.PREPARE);
        model.addAttribute("numbers", "plain");
        return ImportPage.indicators(body).shown(model);
    }

    @PostMapping("/import")
    String imported(
            Access access,
            BodyEntry body,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "plain") String numbers,
            @RequestParam(defaultValue = "check") String go,
            Model model,
            HttpServletResponse response)
            throws IOException {
        access.require(Action.PREPARE);
        model.addAttribute("numbers", numbers);
        var grammar = numbers.equals("id") ? Grammar.INDONESIAN : Grammar.PLAIN;
        try (var bytes = file.getInputStream()) {
            return ImportPage.indicators(body)
                    .answered(
                            findings ->
                                    files.importIndicators(
                                            access,
                                            ImportPage.name(file),
                                            bytes,
                                            grammar,
                                            !go.equals("store"),
                                            findings),
                            refusals,
                            model,
                            response);
        }
    }

    private String shown(Access access, BodyEntry body, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("parties", parties.list(access, "", null, 1).rows());
        return FORM;
    }

    private static String back(BodyEntry body) {
        return "redirect:/bodies/" + body.code() + "/indicators";
    }
}
