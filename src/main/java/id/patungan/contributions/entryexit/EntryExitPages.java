package id.patungan.contributions.entryexit;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.contributions.rules.Rules;
import id.patungan.documents.CsvPaper;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What joining or leaving would change: a question in an address, the answer as page and files. */
@Controller
class EntryExitPages {

    private static final String PAGE = "contributions/entry-exit/simulation";
    private static final List<String> COLUMNS =
            List.of(
                    "year",
                    "days",
                    "days_of_year",
                    "way",
                    "party",
                    "name",
                    "now",
                    "then",
                    "difference",
                    "percent",
                    "currency");

    private final EntryExit entryExit;
    private final SimulationPapers papers;
    private final Rules rules;
    private final Members members;
    private final Parties parties;
    private final Clock clock;

    EntryExitPages(
            EntryExit entryExit,
            SimulationPapers papers,
            Rules rules,
            Members members,
            Parties parties,
            Clock clock) {
        this.entryExit = entryExit;
        this.papers = papers;
        this.rules = rules;
        this.members = members;
        this.parties = parties;
        this.clock = clock;
    }

    @GetMapping("/bodies/{body}/entry-exit")
    String page(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> asked,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.READ_BOOKS);
        var form = new EntryExitForm(new LinkedMultiValueMap<>(asked));
        show(access, body, form, model);
        if (!form.asked()) {
            form.set("day", DateReader.typed(today(body))).set("months", "0");
            form.set("liableYears", "0").set("kind", "leave");
            return PAGE;
        }
        var wish = form.wish(body.currency(), locale);
        if (wish.isPresent()) {
            try {
                model.addAttribute("simulation", entryExit.simulate(access, wish.get()));
                model.addAttribute("query", query(asked));
                return PAGE;
            } catch (DomainException refusal) {
                form.errors().add(field(refusal.code()), refusal);
            }
        }
        return form.errors().again(PAGE, model, response);
    }

    private void show(Access access, BodyEntry body, EntryExitForm form, Model model) {
        form.set("key", UUID.randomUUID().toString());
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("rules", rules.all(access));
        model.addAttribute("parties", parties.list(access, "", null, 1).rows());
        model.addAttribute("members", members.on(access, today(body)));
        model.addAttribute("simulation", null);
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
    }

    /** Keeps the answer as a paper for the forum. */
    @PostMapping("/bodies/{body}/entry-exit/papers")
    String keep(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new EntryExitForm(new LinkedMultiValueMap<>(sent));
        var title = form.said("title");
        var question = new EntryExitForm(new LinkedMultiValueMap<>(sent));
        var wish = question.wish(body.currency(), locale);
        show(access, body, form, model);
        if (wish.isEmpty()) return question.errors().again(PAGE, model, response);
        try {
            if (title.isPresent()) {
                var paper = papers.save(access, title.get(), wish.get(), locale, form.text("key"));
                return "redirect:/bodies/%s/papers/%s".formatted(body.code(), paper.code());
            }
            model.addAttribute("simulation", entryExit.simulate(access, wish.get()));
            model.addAttribute("query", query(form.question()));
        } catch (DomainException refusal) {
            var place = refusal.code().equals("entry-exit.too-long");
            form.errors().add(place ? "title" : field(refusal.code()), refusal);
        }
        return form.errors().again(PAGE, model, response);
    }

    private static String field(String code) {
        return switch (code) {
            case "entry-exit.rule-names" -> "ruleWithout";
            case "entry-exit.is-member", "entry-exit.not-member", "entry-exit.no-party" -> "party";
            default -> "rule";
        };
    }

    private static String query(MultiValueMap<String, String> asked) {
        return UriComponentsBuilder.newInstance()
                .queryParams(asked)
                .replaceQueryParam("lang")
                .encode()
                .build()
                .toUriString();
    }

    /** One row per year, way and party; amounts as the language of the viewer writes them. */
    @GetMapping("/bodies/{body}/entry-exit.csv")
    ResponseEntity<byte[]> csv(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> asked,
            Locale locale) {
        var simulation = asked(access, body, asked, locale);
        var csv = new CsvPaper(locale, COLUMNS);
        for (var year : simulation.years()) {
            for (var way : year.ways()) {
                for (var line : way.lines()) {
                    csv.row(
                            (long) year.year(),
                            (long) year.days(),
                            (long) year.of(),
                            way.way().code(),
                            line.party(),
                            line.name(),
                            line.now().toDecimal(),
                            line.then().toDecimal(),
                            line.difference().toDecimal(),
                            percent(line.percent()),
                            body.currency().getCurrencyCode());
                }
            }
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        "%s_%s_%s_%s_%s.csv"
                                                .formatted(
                                                        body.code(),
                                                        simulation.wish().kind().code(),
                                                        simulation.wish().party(),
                                                        simulation.wish().effective(),
                                                        locale.getLanguage()))
                                .build()
                                .toString())
                .body(csv.bytes());
    }

    private static String percent(@org.jspecify.annotations.Nullable BigDecimal percent) {
        return percent == null ? "" : percent.toPlainString();
    }

    @GetMapping("/api/v1/bodies/{body}/entry-exit")
    @ResponseBody
    EntryExitJson api(
            Access access, BodyEntry body, @RequestParam MultiValueMap<String, String> asked) {
        return EntryExitJson.of(asked(access, body, asked, Locale.ENGLISH));
    }

    private Simulation asked(
            Access access, BodyEntry body, MultiValueMap<String, String> asked, Locale locale) {
        access.require(Action.READ_BOOKS);
        var form = new EntryExitForm(new LinkedMultiValueMap<>(asked));
        var wish = form.wish(body.currency(), locale);
        form.requireRead();
        return entryExit.simulate(access, wish.orElseThrow());
    }

    private LocalDate today(BodyEntry body) {
        return LocalDate.now(clock.withZone(body.zone()));
    }
}
