package id.patungan.ledger.pages;

import static java.util.stream.Collectors.toMap;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.AmountInWords;
import id.patungan.basics.AmountReader;
import id.patungan.basics.DomainException;
import id.patungan.ledger.Books;
import id.patungan.ledger.Draft;
import id.patungan.ledger.Drafts;
import id.patungan.ledger.Fund;
import id.patungan.ledger.Journal;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.pages.EntryFormReader.Chart;
import id.patungan.ledger.pages.EntryFormReader.Reading;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.Commands;
import id.patungan.platform.FormErrors;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The form for an entry by hand: new, or a draft that is edited. */
@Controller
@RequestMapping("/bodies/{body}")
class EntryPages {

    private final Services services;
    private final PageModel page;
    private final Commands commands;
    private final Clock clock;

    EntryPages(Services services, PageModel page, Commands commands, Clock clock) {
        this.services = services;
        this.page = page;
        this.commands = commands;
        this.clock = clock;
    }

    /** The services behind the form. */
    @Component
    record Services(Books books, Ledger ledger, Drafts drafts, Journal journal) {}

    @GetMapping("/journal/new")
    String blank(Access access, BodyEntry body, Locale locale, Model model) {
        access.require(Action.PREPARE);
        var form = EntryForm.empty(UUID.randomUUID().toString(), today(access, body));
        model.addAttribute("errors", new FormErrors());
        model.addAttribute("questions", Map.of());
        return show(access, body, form, null, locale, model);
    }

    /** Today, or the first open day where today's month is not open. */
    private LocalDate today(Access access, BodyEntry body) {
        var today = LocalDate.now(clock.withZone(body.zone()));
        var open = services.journal().head(access.body()).closedThrough().plusDays(1);
        return today.isBefore(open) ? open : today;
    }

    @PostMapping("/journal/new")
    String send(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return sent(access, body, sent, null, locale, model, response);
    }

    @GetMapping("/drafts/{draft:[0-9]{1,9}}/edit")
    String edit(
            Access access, BodyEntry body, @PathVariable int draft, Locale locale, Model model) {
        access.require(Action.PREPARE);
        var kept = services.drafts().get(access, draft);
        var form = EntryForm.of(kept.entry(), kept.version(), body.currency(), locale);
        model.addAttribute("errors", new FormErrors());
        model.addAttribute("questions", Map.of());
        return show(access, body, form, draft, locale, model);
    }

    @PostMapping("/drafts/{draft:[0-9]{1,9}}/edit")
    String change(
            Access access,
            BodyEntry body,
            @PathVariable int draft,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return sent(access, body, sent, draft, locale, model, response);
    }

    private String sent(
            Access access,
            BodyEntry body,
            MultiValueMap<String, String> sent,
            @Nullable Integer draft,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = EntryForm.sent(sent);
        var wish = sent.getFirst("do");
        var choice = sent.getFirst("choose");
        if (choice != null) {
            form = form.chosen(choice);
        } else if ("row".equals(wish)) {
            form = form.withMoreRows();
        }
        var reader = new EntryFormReader(form, chart(access, body, locale), locale);
        var entry = reader.read(form.key().isEmpty() ? "draft" : "page:" + form.key());
        model.addAttribute("sums", reader.sums());
        if (choice != null || "row".equals(wish)) {
            model.addAttribute("errors", new FormErrors());
            model.addAttribute("questions", choice == null ? Map.of() : reader.questions());
            return show(access, body, form, draft, locale, model);
        }
        var errors = reader.errors();
        if (entry.isPresent()) {
            try {
                return "redirect:/bodies/"
                        + body.code()
                        + done(access, wish == null ? "" : wish, form, entry.get(), draft);
            } catch (DomainException refusal) {
                if (refusal.kind() == DomainException.Kind.NOT_FOUND) {
                    throw refusal;
                }
                errors.add(null, refusal);
            }
        }
        model.addAttribute("questions", reader.questions());
        show(access, body, form, draft, locale, model);
        return errors.again("ledger/form", model, response);
    }

    /** Posts, or keeps a draft; answers where the result is shown, below the body. */
    private String done(
            Access access, String wish, EntryForm form, NewEntry entry, @Nullable Integer draft) {
        if (draft == null && wish.equals("post")) {
            return "/journal/" + services.ledger().post(access, entry).no();
        }
        var kept =
                draft == null
                        ? commands.once(
                                access.body(),
                                "page:" + form.key(),
                                form,
                                Integer.class,
                                () -> services.drafts().create(access, entry).id())
                        : services.drafts().edit(access, draft, version(form), entry).id();
        if (!wish.equals("draft")) {
            var newest = services.drafts().get(access, kept);
            if (newest.state() == Draft.State.OPEN) {
                services.drafts().submit(access, kept, newest.version());
            }
        }
        return "/drafts/" + kept;
    }

    private static int version(EntryForm form) {
        return form.version().matches("[0-9]{1,9}") ? Integer.parseInt(form.version()) : 0;
    }

    private Chart chart(Access access, BodyEntry body, Locale locale) {
        return new Chart(
                body.currency(),
                services.journal().head(access.body()).closedThrough(),
                EntryFormReader.byCode(services.books().accounts(access)),
                services.books().funds(access).stream()
                        .filter(Fund::active)
                        .collect(toMap(fund -> fund.code().value(), fund -> true)),
                new LedgerNames(services.journal().names(access), locale));
    }

    private String show(
            Access access,
            BodyEntry body,
            EntryForm form,
            @Nullable Integer draft,
            Locale locale,
            Model model) {
        page.fill(access, body, locale, model);
        var book = services.books().get(access.body());
        var path = "/bodies/" + body.code();
        model.addAttribute("form", form);
        model.addAttribute("draft", draft);
        model.addAttribute(
                "action", path + (draft == null ? "/journal/new" : "/drafts/" + draft + "/edit"));
        model.addAttribute("mayPost", draft == null && !book.approvalRequired());
        model.addAttribute(
                "openFrom", services.journal().head(access.body()).closedThrough().plusDays(1));
        model.addAttribute(
                "accounts",
                services.books().accounts(access).stream()
                        .filter(account -> account.active() && account.postable())
                        .toList());
        model.addAttribute(
                "funds", services.books().funds(access).stream().filter(Fund::active).toList());
        return "ledger/form";
    }

    /**
     * What an amount means while it is typed; the script of the form asks, so that there is one
     * reader of amounts.
     */
    @GetMapping("/journal/read-amount")
    @ResponseBody
    Meaning meaning(Access access, BodyEntry body, @RequestParam String text, Locale locale) {
        access.require(Action.PREPARE);
        return switch (AmountReader.read(text, body.currency(), locale)) {
            case AmountReader.Read(var amount) ->
                    new Meaning(
                            Long.toString(amount.minorUnits()),
                            AmountFormat.amount(amount, locale),
                            AmountInWords.of(amount, locale),
                            List.of());
            case AmountReader.Ambiguous(var readings) ->
                    new Meaning(
                            null,
                            null,
                            null,
                            readings.stream()
                                    .map(one ->
                                            EntryFormReader.reading(one, body.currency(), locale))
                                    .toList());
            case AmountReader.Unreadable unreadable -> new Meaning(null, null, null, List.of());
        };
    }

    /**
     * What an amount means.
     *
     * @param minor minor units, as text because a script's numbers are not exact
     * @param readings what it can mean, if that is not one thing
     */
    record Meaning(
            @Nullable String minor,
            @Nullable String shown,
            @Nullable String words,
            List<Reading> readings) {}
}
