package id.patungan.budget.pages;

import id.patungan.basics.AmountReader.Grammar;
import id.patungan.basics.DecimalReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.DomainException.Kind;
import id.patungan.basics.InputException;
import id.patungan.basics.Problem;
import id.patungan.budget.Budget;
import id.patungan.budget.BudgetException;
import id.patungan.budget.BudgetField;
import id.patungan.budget.BudgetFile;
import id.patungan.budget.BudgetLine;
import id.patungan.budget.BudgetSide;
import id.patungan.budget.BudgetStep;
import id.patungan.budget.Budgets;
import id.patungan.budget.YearBudget;
import id.patungan.budget.pages.BudgetExports.Format;
import id.patungan.ledger.Account;
import id.patungan.ledger.Books;
import id.patungan.ledger.Fund;
import id.patungan.ledger.Journal;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.FormErrors;
import id.patungan.platform.Refusals;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The budgets of a body: the list, each budget, its lines, files, and adoption. */
@Controller
@RequestMapping("/bodies/{body}/budgets")
class BudgetPages {

    private static final String ONE = "/{fiscalYear:[0-9]{4}}/{alternative:[A-Za-z0-9-]{1,16}}";
    private static final int UNPROCESSABLE = 422;

    private final Budgets budgets;
    private final BudgetFile file;
    private final BudgetExports exports;
    private final Books books;
    private final Journal journal;
    private final Refusals refusals;
    private final MessageSource messages;
    private final Clock clock;

    BudgetPages(
            Budgets budgets,
            BudgetFile file,
            BudgetExports exports,
            Books books,
            Journal journal,
            Refusals refusals,
            MessageSource messages,
            Clock clock) {
        this.budgets = budgets;
        this.file = file;
        this.exports = exports;
        this.books = books;
        this.journal = journal;
        this.refusals = refusals;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(Access access, BodyEntry body, Locale locale, Model model) {
        return list(access, body, new NewForm(proposed(access)), locale, model);
    }

    /** The form of a new budget as it was sent. */
    record NewForm(Map<String, String> texts) {

        /** What was typed; empty if nothing was. */
        public String text(String field) {
            return texts.getOrDefault(field, "");
        }
    }

    /** Next year's budget as a copy of the newest, or this year's without lines. */
    private Map<String, String> proposed(Access access) {
        var texts = new HashMap<String, String>();
        texts.put("income", "100");
        texts.put("expense", "100");
        var newest =
                budgets.budgets(access).stream()
                        .filter(one -> one.inForce().adopted())
                        .findFirst()
                        .orElse(null);
        if (newest == null) {
            texts.put("year", Integer.toString(budgets.thisYear(access)));
        } else {
            texts.put("year", Integer.toString(newest.year() + 1));
            texts.put("from", newest.year() + " " + newest.alternative());
        }
        return texts;
    }

    private String list(Access access, BodyEntry body, NewForm form, Locale locale, Model model) {
        var all = budgets.budgets(access);
        var names = journal.names(access);
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute(
                "views", all.stream().map(one -> BudgetView.of(one, names, locale)).toList());
        model.addAttribute("english", locale.getLanguage().equals("en"));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return "budget/list";
    }

    @PostMapping
    String start(
            Access access,
            BodyEntry body,
            @RequestParam Map<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new NewForm(sent);
        var errors = new FormErrors();
        var year = errors.read("year", () -> year(form.text("year")));
        var code = errors.read("alternative", () -> Budgets.alternative(form.text("alternative")));
        var income = errors.read("income", () -> percent(form.text("income")));
        var expense = errors.read("expense", () -> percent(form.text("expense")));
        if (!errors.any()) {
            try {
                var wish = named(form, code.orElseThrow());
                start(access, year.orElseThrow(), wish, form, income.get(), expense.get());
                return redirect(body, year.orElseThrow(), code.orElseThrow(), "");
            } catch (BudgetException refusal) {
                errors.add(field(refusal), refusal);
            }
        }
        return errors.again(list(access, body, form, locale, model), model, response);
    }

    /** An alternative with names. */
    private record Named(String code, String nameId, String nameEn) {}

    /** The usual alternative has a usual name; others are named in both languages. */
    private Named named(NewForm form, String code) {
        var nameId = form.text("name_id").strip();
        var nameEn = form.text("name_en").strip();
        if (code.equals(Budget.MAIN) && nameId.isEmpty() && nameEn.isEmpty()) {
            return new Named(
                    code,
                    messages.getMessage("budget.main", null, Locale.of("id")),
                    messages.getMessage("budget.main", null, Locale.ENGLISH));
        }
        return new Named(code, nameId, nameEn);
    }

    private void start(
            Access access,
            int year,
            Named wish,
            NewForm form,
            BigDecimal income,
            BigDecimal expense) {
        var from = form.text("from").strip();
        if (from.isEmpty()) {
            budgets.start(access, year, wish.code(), wish.nameId(), wish.nameEn());
            return;
        }
        var source =
                budgets.budgets(access).stream()
                        .filter(one -> from.equals(one.year() + " " + one.alternative()))
                        .findFirst()
                        .orElseThrow(() -> BudgetException.missing(BudgetField.YEAR));
        budgets.copy(
                access, year, wish.code(), wish.nameId(), wish.nameEn(), source, income, expense);
    }

    private static int year(String text) {
        if (!text.strip().matches("[0-9]{4}")) throw BudgetException.year(text);
        return Integer.parseInt(text.strip());
    }

    private static BigDecimal percent(String text) {
        if (text.isBlank()) return BigDecimal.valueOf(100);
        var readings = DecimalReader.readings(text.strip());
        if (readings.size() != 1) throw BudgetException.index(text);
        return readings.getFirst();
    }

    /** The field of the form that a refusal is about. */
    private static String field(DomainException refusal) {
        for (var argument : refusal.arguments()) {
            if (argument instanceof BudgetField field) return field.code();
        }
        return refusal.code().equals("budget.already-there") ? "alternative" : "year";
    }

    private static String redirect(BodyEntry body, int year, String alternative, String more) {
        return "redirect:/bodies/%s/budgets/%d/%s%s"
                .formatted(body.code(), year, alternative, more);
    }

    @GetMapping("/template.{format}")
    ResponseEntity<byte[]> template(
            Access access, BodyEntry body, @PathVariable String format, Locale locale) {
        access.require(Action.READ_OWN);
        var asked = Format.of(format);
        return sent(
                exports.template(body, asked, locale, clock.instant()),
                asked,
                "%s_budget_template.%s".formatted(body.code(), asked.suffix()));
    }

    private static ResponseEntity<byte[]> sent(byte[] bytes, Format format, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }

    @GetMapping(ONE)
    String one(
            Access access,
            BodyEntry body,
            @PathVariable int fiscalYear,
            @PathVariable String alternative,
            Locale locale,
            Model model) {
        return show(access, body, found(access, fiscalYear, alternative), locale, model);
    }

    private Budget found(Access access, int year, String alternative) {
        return budgets.get(access, year, Budgets.alternative(alternative));
    }

    private String show(Access access, BodyEntry body, Budget budget, Locale locale, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("budget", budget);
        model.addAttribute("view", BudgetView.of(budget, journal.names(access), locale));
        model.addAttribute("label", title(budget, locale));
        model.addAttribute("versions", versions(budget));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("mayAdopt", budgets.mayAdopt(access, budget));
        return "budget/budget";
    }

    private static List<YearBudget> versions(Budget budget) {
        var revision = budget.revision();
        return revision == null ? List.of(budget.original()) : List.of(budget.original(), revision);
    }

    private static String title(Budget budget, Locale locale) {
        var plan = budget.newest().plan();
        return locale.getLanguage().equals("en") ? plan.nameEn() : plan.nameId();
    }

    @GetMapping(ONE + "/file.{format}")
    ResponseEntity<byte[]> file(
            Access access,
            BodyEntry body,
            @PathVariable int fiscalYear,
            @PathVariable String alternative,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String step,
            Locale locale) {
        var asked = Format.of(format);
        var budget = found(access, fiscalYear, alternative);
        var version =
                step != null && step.equals(BudgetStep.ORIGINAL.code())
                        ? budget.original()
                        : budget.newest();
        return sent(
                exports.render(budget, version, body, asked, locale, clock.instant()),
                asked,
                "%s_budget_%d_%s_%s.%s"
                        .formatted(
                                body.code(),
                                budget.year(),
                                budget.alternative(),
                                version.step().code(),
                                asked.suffix()));
    }

    @PostMapping(ONE + "/revision")
    String revise(
            Access access,
            BodyEntry body,
            @PathVariable int fiscalYear,
            @PathVariable String alternative,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var budget = found(access, fiscalYear, alternative);
        try {
            budgets.revise(access, budget.year(), budget.alternative());
        } catch (BudgetException refusal) {
            return FormErrors.of(null, refusal)
                    .again(show(access, body, budget, locale, model), model, response);
        }
        return redirect(body, budget.year(), budget.alternative(), "");
    }

    @PostMapping(ONE + "/decision")
    String adopt(
            Access access,
            BodyEntry body,
            @PathVariable int fiscalYear,
            @PathVariable String alternative,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String decision,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.APPROVE);
        var budget = found(access, fiscalYear, alternative);
        try {
            budgets.adopt(access, budget.year(), budget.alternative(), seen(version), decision);
        } catch (DomainException refusal) {
            if (refusal.kind() == Kind.FORBIDDEN) throw refusal;
            model.addAttribute("decision", decision);
            return FormErrors.of("decision", refusal)
                    .again(show(access, body, budget, locale, model), model, response);
        }
        return redirect(body, budget.year(), budget.alternative(), "");
    }

    /** The version that a page was made from; one that is none is an old one. */
    private static int seen(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** The draft of it, with its names and lines. */
    private YearBudget draft(Budget budget) {
        var draft = budget.draft();
        if (draft == null) throw BudgetException.noDraft(budget.year(), budget.alternative());
        return draft;
    }

    @GetMapping(ONE + "/lines/{line:[0-9]{1,5}}")
    String line(
            Access access,
            BodyEntry body,
            @PathVariable int fiscalYear,
            @PathVariable String alternative,
            @PathVariable int line,
            Locale locale,
            Model model) {
        access.require(Action.PREPARE);
        var budget = found(access, fiscalYear, alternative);
        var form =
                line == 0
                        ? LineForm.empty(body.currency(), locale)
                        : LineForm.of(there(draft(budget), line), body.currency(), locale);
        return line(access, body, budget, line, form, locale, model);
    }

    private static BudgetLine there(YearBudget draft, int line) {
        if (line > draft.lines().size()) throw BudgetException.noSuchLine(line);
        return draft.lines().get(line - 1);
    }

    private String line(
            Access access,
            BodyEntry body,
            Budget budget,
            int line,
            LineForm form,
            Locale locale,
            Model model) {
        var sides =
                books.accounts(access).stream()
                        .filter(Account::active)
                        .filter(one -> BudgetSide.of(one).isPresent())
                        .toList();
        model.addAttribute("body", body);
        model.addAttribute("budget", budget);
        model.addAttribute("label", title(budget, locale));
        model.addAttribute("draft", draft(budget));
        model.addAttribute("line", line);
        model.addAttribute("form", form);
        model.addAttribute("accounts", sides);
        model.addAttribute("funds", books.funds(access).stream().filter(Fund::active).toList());
        model.addAttribute("projects", journal.names(access).projects());
        model.addAttribute("months", BudgetFile.MONTHS);
        model.addAttribute("hows", LineForm.How.values());
        return "budget/line";
    }

    @PostMapping(ONE + "/lines/{line:[0-9]{1,5}}")
    String change(
            Access access,
            BodyEntry body,
            @PathVariable int fiscalYear,
            @PathVariable String alternative,
            @PathVariable int line,
            @RequestParam Map<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var budget = found(access, fiscalYear, alternative);
        var draft = draft(budget);
        if (line > 0) there(draft, line);
        var form = new LineForm(sent, body.currency(), locale);
        var lines = new ArrayList<>(draft.lines());
        var remove = form.text("do").equals("remove");
        var typed = remove ? null : form.line().orElse(null);
        if (remove || typed != null) {
            if (line > 0) lines.remove(line - 1);
            if (typed != null) lines.add(typed);
            try {
                budgets.draft(
                        access,
                        draft.year(),
                        draft.alternative(),
                        draft.step(),
                        draft.plan().with(lines),
                        seen(form.text("seen")));
                return redirect(body, draft.year(), draft.alternative(), "#lines");
            } catch (BudgetException refusal) {
                var reason = within(refusal);
                form.errors().add(BudgetFile.column(reason), reason);
            }
        }
        return form.errors()
                .again(line(access, body, budget, line, form, locale, model), model, response);
    }

    /** What is wrong with the line; its number among all is of no use on its own form. */
    private static DomainException within(BudgetException refusal) {
        return refusal.code().equals("budget.line")
                        && refusal.arguments().getLast() instanceof DomainException reason
                ? reason
                : refusal;
    }

    @GetMapping(ONE + "/import")
    String imported(
            Access access,
            BodyEntry body,
            @PathVariable int fiscalYear,
            @PathVariable String alternative,
            Locale locale,
            Model model) {
        access.require(Action.PREPARE);
        var budget = found(access, fiscalYear, alternative);
        draft(budget);
        return imported(body, budget, locale.getLanguage().equals("en") ? "plain" : "id", model);
    }

    private static String imported(BodyEntry body, Budget budget, String numbers, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("budget", budget);
        model.addAttribute("numbers", numbers);
        model.addAttribute("columns", String.join(",", BudgetFile.COLUMNS));
        return "budget/import";
    }

    @PostMapping(ONE + "/import")
    String imported(
            Access access,
            BodyEntry body,
            @PathVariable int fiscalYear,
            @PathVariable String alternative,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "id") String numbers,
            Model model,
            HttpServletResponse response)
            throws IOException {
        access.require(Action.PREPARE);
        var budget = found(access, fiscalYear, alternative);
        var draft = draft(budget);
        if (file == null || file.isEmpty()) {
            return FormErrors.of("file", BudgetException.noFile())
                    .again(imported(body, budget, numbers, model), model, response);
        }
        var name = file.getOriginalFilename();
        try (var bytes = file.getInputStream()) {
            this.file.read(
                    access,
                    new BudgetFile.Target(
                            draft.year(), draft.alternative(), draft.step(), null, null),
                    name == null || name.isBlank() ? "file" : name,
                    bytes,
                    numbers.equals("plain") ? Grammar.PLAIN : Grammar.INDONESIAN,
                    false);
        } catch (InputException refused) {
            model.addAttribute("problems", said(refused.problems()));
            response.setStatus(UNPROCESSABLE);
            return imported(body, budget, numbers, model);
        }
        return redirect(body, draft.year(), draft.alternative(), "");
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
}
