package id.patungan.contributions.stages;

import id.patungan.basics.InputException;
import id.patungan.basics.Problem;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.Refusals;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The holidays of a body and its limits in working days. */
@Controller
@RequestMapping("/bodies/{body}/holidays")
class HolidayPages {

    private static final String VIEW = "contributions/stages/holidays";
    private static final String IMPORT = "contributions/stages/import";
    private static final int UNPROCESSABLE = 422;

    private final Holidays holidays;
    private final HolidayFile file;
    private final Stages stages;
    private final Refusals refusals;
    private final MessageSource messages;

    HolidayPages(
            Holidays holidays,
            HolidayFile file,
            Stages stages,
            Refusals refusals,
            MessageSource messages) {
        this.holidays = holidays;
        this.file = file;
        this.stages = stages;
        this.refusals = refusals;
        this.messages = messages;
    }

    @GetMapping
    String list(Access access, BodyEntry body, Model model) {
        return shown(access, body, new StageForm(Map.of()), model);
    }

    @PostMapping
    String add(
            Access access,
            BodyEntry body,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new StageForm(sent);
        var day = form.date("day");
        if (day.isPresent()) {
            try {
                holidays.add(
                        access,
                        new Holiday(
                                day.get(),
                                form.text("name"),
                                form.text("nameEn"),
                                form.text("source")));
                return back(body);
            } catch (StagesException refused) {
                form.errors().add(fieldOf(refused.code()), refused);
            }
        }
        return form.errors().again(shown(access, body, form, model), model, response);
    }

    @PostMapping("/remove")
    String remove(
            Access access,
            BodyEntry body,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new StageForm(sent);
        var day = form.date("day");
        if (day.isPresent()) {
            try {
                holidays.remove(access, day.get());
                return back(body);
            } catch (StagesException refused) {
                form.errors().add("day", refused);
            }
        }
        return form.errors().again(shown(access, body, form, model), model, response);
    }

    /** States that a year has no holidays, or takes that back. */
    @PostMapping("/none")
    String none(
            Access access,
            BodyEntry body,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new StageForm(sent);
        var year = form.year("year");
        if (year.isPresent()) {
            try {
                if (form.text("do").equals("end")) {
                    holidays.unstate(access, year.get());
                } else {
                    holidays.stateNone(
                            access, new Holidays.Without(year.get(), form.text("noneSource")));
                }
                return back(body);
            } catch (StagesException refused) {
                form.errors()
                        .add(
                                refused.code().equals("stages.no-source") ? "noneSource" : "year",
                                refused);
            }
        }
        return form.errors().again(shown(access, body, form, model), model, response);
    }

    @PostMapping("/limits")
    String limits(
            Access access,
            BodyEntry body,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new StageForm(sent);
        var from = form.date("from");
        var assess = form.days("assess");
        var revise = form.days("revise");
        var answer = form.days("answer");
        if (from.isPresent() && assess != null && revise != null && answer != null) {
            try {
                stages.setLimits(
                        access,
                        new ApprovalLimits(
                                from.get(),
                                assess,
                                revise,
                                answer,
                                form.text("silence").equals("yes"),
                                form.text("basis")));
                return back(body);
            } catch (StagesException refused) {
                form.errors()
                        .add(
                                refused.code().equals("stages.no-source") ? "basis" : "assess",
                                refused);
            }
        }
        return form.errors().again(shown(access, body, form, model), model, response);
    }

    @GetMapping("/import")
    String imported(Access access, BodyEntry body, Model model) {
        access.require(Action.PREPARE);
        model.addAttribute("body", body);
        return IMPORT;
    }

    @PostMapping("/import")
    String imported(
            Access access,
            BodyEntry body,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "check") String go,
            Model model,
            HttpServletResponse response)
            throws IOException {
        access.require(Action.PREPARE);
        model.addAttribute("body", body);
        var name = file.getOriginalFilename();
        try (var bytes = file.getInputStream()) {
            model.addAttribute(
                    "outcome",
                    this.file.read(
                            access,
                            name == null || name.isBlank() ? "file" : name,
                            bytes,
                            !go.equals("store")));
        } catch (InputException refused) {
            model.addAttribute("problems", said(refused.problems()));
            response.setStatus(UNPROCESSABLE);
        }
        return IMPORT;
    }

    /** A problem in the language of the page. */
    record Shown(int line, int column, String text) {}

    private List<Shown> said(List<Problem> problems) {
        var locale = LocaleContextHolder.getLocale();
        return problems.stream()
                .map(problem -> {
                    var said = problem.said();
                    var text =
                            said == null
                                    ? messages.getMessage(
                                            "problem." + problem.code(),
                                            null,
                                            problem.message(),
                                            locale)
                                    : refusals.text(
                                            said.key(), List.<Object>copyOf(said.arguments()));
                    return new Shown(
                            problem.line(),
                            problem.column(),
                            text == null ? problem.message() : text);
                })
                .toList();
    }

    private static @Nullable String fieldOf(String code) {
        return switch (code) {
            case "stages.is-holiday" -> "day";
            case "stages.no-name" -> "name";
            case "stages.no-source" -> "source";
            default -> null;
        };
    }

    private String shown(Access access, BodyEntry body, StageForm form, Model model) {
        var known = holidays.known(access);
        var versions = stages.limits(access);
        LocalDate today = stages.today(access);
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("known", known);
        model.addAttribute("years", known.years());
        model.addAttribute("versions", versions);
        model.addAttribute("inForce", stages.limits(access, today));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return VIEW;
    }

    private static String back(BodyEntry body) {
        return "redirect:/bodies/" + body.code() + "/holidays";
    }
}
