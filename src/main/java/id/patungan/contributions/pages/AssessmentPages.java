package id.patungan.contributions.pages;

import id.patungan.allocation.ProblemText;
import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.basics.InputException;
import id.patungan.basics.Money;
import id.patungan.contributions.Assessment;
import id.patungan.contributions.AssessmentRuns;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Basis;
import id.patungan.contributions.ClaimPapers;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.DuesEstimate;
import id.patungan.contributions.DuesEstimates;
import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.Recalculations;
import id.patungan.contributions.UnitAccounts;
import id.patungan.contributions.disputes.Disputes;
import id.patungan.contributions.late.LateCharges;
import id.patungan.contributions.letters.ClaimNotes;
import id.patungan.contributions.rules.Rules;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Member;
import id.patungan.parties.Members;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The list of assessments, the form with its preview, and the calculation sheet. */
@Controller
@RequestMapping("/bodies/{body}/assessments")
class AssessmentPages {

    private static final String FORM = "contributions/assessment-new";

    private final Assessments assessments;
    private final AssessmentRuns runs;
    private final DuesEstimates estimates;
    private final Agreements agreements;
    private final Members members;
    private final Contributions contributions;
    private final Recalculations recalculations;
    private final ClaimPapers claims;
    private final ClaimNotes claimNotes;
    private final LateCharges late;
    private final Rules rules;
    private final Disputes disputes;
    private final UnitAccounts units;
    private final Books books;
    private final Clock clock;

    AssessmentPages(
            Assessments assessments,
            AssessmentRuns runs,
            DuesEstimates estimates,
            Agreements agreements,
            Members members,
            Contributions contributions,
            Recalculations recalculations,
            ClaimPapers claims,
            ClaimNotes claimNotes,
            LateCharges late,
            Rules rules,
            Disputes disputes,
            UnitAccounts units,
            Books books,
            Clock clock) {
        this.assessments = assessments;
        this.runs = runs;
        this.estimates = estimates;
        this.agreements = agreements;
        this.members = members;
        this.contributions = contributions;
        this.recalculations = recalculations;
        this.claims = claims;
        this.claimNotes = claimNotes;
        this.late = late;
        this.rules = rules;
        this.disputes = disputes;
        this.units = units;
        this.books = books;
        this.clock = clock;
    }

    @GetMapping
    String list(
            Access access,
            BodyEntry body,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        var all = assessments.list(access, null);
        model.addAttribute("body", body);
        model.addAttribute(
                "years", all.stream().map(Assessment.Summary::year).distinct().sorted().toList());
        model.addAttribute("year", year);
        model.addAttribute(
                "assessments",
                all.stream().filter(one -> year == null || one.year() == year).toList());
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("wholeBody", access.may(Action.READ_BOOKS));
        return "contributions/assessments";
    }

    @GetMapping("/new")
    String start(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> given,
            Locale locale,
            Model model) {
        access.require(Action.PREPARE);
        var form = new Sent(new LinkedMultiValueMap<>(given), body.currency(), locale);
        var today = LocalDate.now(clock.withZone(body.zone()));
        form.set("key", UUID.randomUUID().toString());
        if (form.text("kind").isEmpty()) form.set("kind", NewAssessment.Kind.DUES.code());
        if (form.text("year").isEmpty()) form.set("year", Integer.toString(today.getYear()));
        if (form.text("date").isEmpty()) form.set("date", DateReader.typed(today));
        return show(access, body, form, today, model);
    }

    @PostMapping
    String send(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new Sent(new LinkedMultiValueMap<>(sent), body.currency(), locale);
        var wish = read(form, partyNames(access));
        var date =
                wish.map(NewAssessment::date)
                        .orElseGet(() -> LocalDate.now(clock.withZone(body.zone())));
        var wanted = form.text("do");
        if (wanted.equals("amounts")) {
            return show(access, body, form, date, model);
        }
        if (wanted.equals("template")) {
            form.set("rule", RuleTemplates.text(form.text("template"), codes(access, date)));
            return show(access, body, form, date, model);
        }
        if (wanted.equals("preview")) {
            if (wish.isEmpty() || !previewed(access, form, wish.get(), model)) {
                return form.errors().again(show(access, body, form, date, model), model, response);
            }
            return show(access, body, form, date, model);
        }
        if (wanted.equals("estimate") && wish.isPresent()) {
            try {
                var made = estimates.issue(access, wish.get(), form.text("key"));
                return "redirect:/bodies/%s/estimates/%s".formatted(body.code(), made.code());
            } catch (DomainException refusal) {
                refused(form, refusal);
                previewed(access, new Sent(sent, body.currency(), locale), wish.get(), model);
            }
        } else if (wanted.equals("prepare") && wish.isPresent()) {
            try {
                var run = runs.prepare(access, wish.get(), form.text("key"));
                return "redirect:/bodies/%s/assessment-runs/%d"
                        .formatted(body.code(), run.number());
            } catch (DomainException refusal) {
                refused(form, refusal);
                previewed(access, new Sent(sent, body.currency(), locale), wish.get(), model);
            }
        } else if (wish.isPresent()) {
            try {
                var billed = form.optional("estimate");
                var issued =
                        billed == null
                                ? assessments.issue(access, wish.get(), form.text("key"))
                                : estimates.bill(access, billed, wish.get(), form.text("key"));
                return "redirect:/bodies/%s/assessments/%s".formatted(body.code(), issued.code());
            } catch (DomainException refusal) {
                refused(form, refusal);
                previewed(access, new Sent(sent, body.currency(), locale), wish.get(), model);
            }
        }
        return form.errors().again(show(access, body, form, date, model), model, response);
    }

    private boolean previewed(Access access, Sent form, NewAssessment wish, Model model) {
        try {
            var calculation = assessments.preview(access, wish);
            model.addAttribute("calculation", calculation);
            model.addAttribute("planned", InstalmentFields.planned(calculation, wish.dues()));
            return true;
        } catch (DomainException refusal) {
            refused(form, refusal);
            return false;
        }
    }

    /** Says at the field what a service refused; a rule file says everything that is wrong. */
    private static void refused(Sent form, DomainException refusal) {
        if (refusal instanceof InputException unreadable && !unreadable.problems().isEmpty()) {
            for (var problem : unreadable.problems()) {
                form.errors()
                        .add(
                                problem.file(),
                                "contributions.problem",
                                problem.line(),
                                ProblemText.of(problem, LocaleContextHolder.getLocale()));
            }
            return;
        }
        form.errors().add(fieldOf(refusal.code()), refusal);
        if (refusal.code().equals("contributions.no-rule") && form.text("ground").isBlank()) {
            form.errors().add("ground", "refusal.contributions.no-legal-basis");
        }
    }

    private static @Nullable String fieldOf(String code) {
        return switch (code) {
            case "contributions.no-rule",
                    "contributions.rule-twice",
                    "contributions.rule-not-approved",
                    "rules.no-such-rule",
                    "rules.none-in-force" ->
                    "ruleCode";
            case "contributions.no-legal-basis",
                    "contributions.unknown-article",
                    "contributions.not-in-force" ->
                    "ground";
            case "contributions.no-project", "contributions.project-of-dues" -> "project";
            case "contributions.due-before-date" -> "due";
            case "estimates.of-dues" -> "kind";
            case "estimates.too-early" -> "year";
            case "estimates.other", "estimates.billed", "contributions.no-such-paper" -> "estimate";
            case "contributions.fine-ahead" -> "year";
            case "contributions.not-positive", "allocation.no-total", "allocation.other-total" ->
                    "total";
            default -> code.startsWith("allocation.") ? "rule" : null;
        };
    }

    /** The parties of the book by code. */
    private Map<String, String> partyNames(Access access) {
        var names = new LinkedHashMap<String, String>();
        for (var party : contributions.names(access).parties()) {
            names.put(party.code(), party.nameId());
        }
        return names;
    }

    private static Optional<NewAssessment> read(Sent form, Map<String, String> parties) {
        var kind = form.value("kind", () -> NewAssessment.Kind.of(form.text("kind")));
        var year = form.year("year");
        var fund =
                form.required("fund").flatMap(text -> form.value("fund", () -> new FundCode(text)));
        var total = form.optional("total") == null ? Optional.<Money>empty() : form.amount("total");
        var fixed = FixedAmounts.read(form, parties);
        fixed.ifPresent(amounts -> requireAlone(form, amounts, total));
        var indicatorYear =
                form.optional("indicatorYear") == null
                        ? Optional.<Integer>empty()
                        : form.year("indicatorYear");
        var date = form.date("date");
        var due = form.date("due");
        var dues = InstalmentFields.read(form, due);
        var description = form.required("description");
        var basis = basis(form, "basis", form.text("basis"), form.text("basisNote"));
        var shareBasis = new LinkedHashMap<String, Basis>();
        var units = new LinkedHashMap<String, String>();
        for (var at = 0; at < form.all("party").size(); at++) {
            var party = form.text("party", at);
            basis(form, "shareBasis-" + at, form.text("shareBasis", at), form.text("shareNote", at))
                    .ifPresent(own -> shareBasis.put(party, own));
            if (!form.text("shareUnit", at).isBlank()) {
                units.put(party, form.text("shareUnit", at));
            }
        }
        if (form.errors().any()) return Optional.empty();
        return Optional.of(
                new NewAssessment(
                                kind.orElseThrow(),
                                year.orElseThrow(),
                                fund.orElseThrow(),
                                form.optional("project"),
                                fixed.map(FixedAmounts::total).or(() -> total).orElse(null),
                                form.optional("rule") == null
                                        ? rule(fixed, form.optional("ruleCode"))
                                        : form.text("rule"),
                                form.optional("ruleCode"),
                                form.optional("figures") == null
                                        ? fixed.map(FixedAmounts::figures).orElse(null)
                                        : form.text("figures"),
                                indicatorYear.orElse(null),
                                ground(form.text("ground")),
                                date.orElseThrow(),
                                due.orElseThrow(),
                                description.orElseThrow(),
                                basis.orElse(null),
                                shareBasis,
                                units)
                        .dueOn(dues.orElseThrow()));
    }

    /**
     * Amounts for single parties divide by themselves, or by a rule of the body that takes them.
     */
    private static @Nullable String rule(Optional<FixedAmounts> fixed, @Nullable String ruleCode) {
        return ruleCode == null ? fixed.map(FixedAmounts::rule).orElse(null) : null;
    }

    private static void requireAlone(Sent form, FixedAmounts fixed, Optional<Money> total) {
        if (form.optional("rule") != null || form.optional("figures") != null) {
            form.errors().add("amountOf-0", "contributions.amounts-and-rule");
        }
        if (total.isPresent() && !total.get().equals(fixed.total())) {
            form.errors()
                    .add("total", "contributions.amounts-and-total", fixed.total(), total.get());
        }
    }

    /** The choice of a legal basis: code of the agreement, slash, article. */
    private static @Nullable LegalBasis ground(String choice) {
        var slash = choice.indexOf('/');
        return slash < 0
                ? null
                : new LegalBasis(choice.substring(0, slash), choice.substring(slash + 1));
    }

    static Optional<Basis> basis(Sent form, String field, String kind, String note) {
        if (kind.isBlank()) return Optional.empty();
        if (note.isBlank()) {
            form.errors().add(field, "contributions.missing.basisNote");
            return Optional.empty();
        }
        return form.value(field, () -> new Basis(Basis.Kind.of(kind), note.strip()));
    }

    private List<String> codes(Access access, LocalDate date) {
        return members.on(access, date).stream().map(Member::code).toList();
    }

    private String show(Access access, BodyEntry body, Sent form, LocalDate date, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("names", contributions.names(access));
        model.addAttribute("agreements", agreements.all(access));
        model.addAttribute("members", members.on(access, date));
        model.addAttribute("kinds", NewAssessment.Kind.values());
        model.addAttribute("amountRows", FixedAmounts.rows(form));
        model.addAttribute(
                "estimates", estimates.all(access).stream().filter(DuesEstimate::open).toList());
        model.addAttribute("templates", RuleTemplates.NAMES);
        model.addAttribute("intervals", InstalmentFields.INTERVALS);
        model.addAttribute(
                "rules",
                rules.all(access).stream().flatMap(rule -> rule.inForce(date).stream()).toList());
        model.addAttribute("approvedOnly", books.get(access.body()).approvalRequired());
        return FORM;
    }

    @GetMapping("/{code}")
    String detail(Access access, BodyEntry body, @PathVariable String code, Model model) {
        var assessment = assessments.get(access, code);
        model.addAttribute("body", body);
        model.addAttribute("assessment", assessment);
        model.addAttribute("names", contributions.names(access));
        model.addAttribute("today", LocalDate.now(clock.withZone(body.zone())));
        model.addAttribute("shareOf", shareOf(assessment));
        model.addAttribute("recalculations", recalculations.ofAssessment(access, code));
        model.addAttribute("disputes", disputes.ofCharges(access));
        model.addAttribute("shown", claims.shown(access, code));
        model.addAttribute("notes", claimNotes.standing(access));
        model.addAttribute(
                "late",
                assessment.kind() == NewAssessment.Kind.FINE ? late.of(access, code) : List.of());
        model.addAttribute(
                "carried", units.of(access, new UnitAccounts.Asked(null, code, null, null)));
        ClaimPages.actions(access, model);
        return "contributions/assessment";
    }

    /** The shares by party, beside the rows of the sheet. */
    private static Map<String, Assessment.Share> shareOf(Assessment assessment) {
        var shares = new LinkedHashMap<String, Assessment.Share>();
        for (var share : assessment.shares()) {
            shares.put(share.party(), share);
        }
        return shares;
    }
}
