package id.patungan.contributions.entryexit;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.basics.Input;
import id.patungan.contributions.entryexit.Simulation.Worth;
import id.patungan.contributions.rules.Rules;
import id.patungan.ledger.Books;
import id.patungan.ledger.Restriction;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** What a joiner buys in for: worked out for a rule, and charged. */
@Controller
class BuyInPages {

    private static final String PAGE = "contributions/entry-exit/buy-in";
    private static final String ADDRESS = "/entry-exit/changes/{number:[0-9]{1,9}}/buy-in";
    private static final int DAYS_TO_PAY = 30;

    private final MembershipChanges changes;
    private final BuyIns buyIns;
    private final Rules rules;
    private final Books books;
    private final MessageSource messages;
    private final Clock clock;

    BuyInPages(
            MembershipChanges changes,
            BuyIns buyIns,
            Rules rules,
            Books books,
            MessageSource messages,
            Clock clock) {
        this.changes = changes;
        this.buyIns = buyIns;
        this.rules = rules;
        this.books = books;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/bodies/{body}" + ADDRESS)
    String page(
            Access access,
            BodyEntry body,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> asked,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.READ_BOOKS);
        var change = changes.get(access, number);
        var today = LocalDate.now(clock.withZone(body.zone()));
        var words =
                messages.getMessage(
                        "entry-exit.buy-in.reason", new Object[] {change.partyName()}, locale);
        var form =
                new EntryExitForm(new LinkedMultiValueMap<>(asked))
                        .set("key", UUID.randomUUID().toString())
                        .set("year", Integer.toString(change.effective().getYear()))
                        .set("fund", free(access))
                        .set("date", DateReader.typed(today))
                        .set("due", DateReader.typed(today.plusDays(DAYS_TO_PAY)))
                        .set("description", words);
        show(access, body, change, form, model);
        if (!form.errors().any()) return PAGE;
        return form.errors().again(PAGE, model, response);
    }

    /** The fund that the body is free with. */
    private String free(Access access) {
        return books.funds(access).stream()
                .filter(fund -> fund.restriction() == Restriction.UNRESTRICTED)
                .map(fund -> fund.code().value())
                .findFirst()
                .orElse("");
    }

    @PostMapping("/bodies/{body}" + ADDRESS)
    String issue(
            Access access,
            BodyEntry body,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new EntryExitForm(new LinkedMultiValueMap<>(sent));
        var change = changes.get(access, number);
        var wish = form.buyIn(number);
        if (wish.isPresent()) {
            try {
                buyIns.issue(access, wish.get(), form.text("key"));
                return "redirect:/bodies/%s/entry-exit/changes/%d".formatted(body.code(), number);
            } catch (DomainException refusal) {
                form.errors()
                        .add(refusal.code().startsWith("entry-exit.") ? null : "date", refusal);
            }
        }
        show(access, body, change, form, model);
        return form.errors().again(PAGE, model, response);
    }

    private void show(
            Access access,
            BodyEntry body,
            MembershipChange change,
            EntryExitForm form,
            Model model) {
        model.addAttribute("body", body);
        model.addAttribute("change", change);
        model.addAttribute("form", form);
        model.addAttribute("rules", rules.all(access));
        model.addAttribute("funds", books.funds(access));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("worth", null);
        if (form.text("rule").isEmpty()) return;
        form.year()
                .ifPresent(year ->
                        form.errors()
                                .read(
                                        "rule",
                                        () ->
                                                buyIns.worth(
                                                        access,
                                                        change.number(),
                                                        form.text("rule"),
                                                        year))
                                .ifPresent(worth -> model.addAttribute("worth", worth)));
    }

    @GetMapping("/api/v1/bodies/{body}" + ADDRESS)
    @ResponseBody
    WireWorth worth(
            Access access,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> asked) {
        access.require(Action.READ_BOOKS);
        var form =
                new EntryExitForm(new LinkedMultiValueMap<>(asked))
                        .set(
                                "year",
                                Integer.toString(
                                        changes.get(access, number).effective().getYear()));
        var rule = form.said("rule");
        var year = form.year();
        form.requireRead();
        return WireWorth.of(buyIns.worth(access, number, rule.orElseThrow(), year.orElseThrow()));
    }

    @PostMapping("/api/v1/bodies/{body}" + ADDRESS)
    @ResponseBody
    Levied send(
            Access access,
            @PathVariable int number,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody BuyInWish request) {
        access.require(Action.PREPARE);
        return new Levied(buyIns.issue(access, request.toWish(number), key));
    }

    /** See {@link NewBuyIn}. */
    record BuyInWish(
            @Nullable String rule,
            @Nullable Integer year,
            @Nullable String fund,
            @Nullable LocalDate date,
            @Nullable LocalDate due,
            @Nullable String description) {

        NewBuyIn toWish(int number) {
            var into = ChangeApi.said("fund", fund);
            return new NewBuyIn(
                    number,
                    ChangeApi.said("rule", rule),
                    ChangeApi.said("year", year),
                    Input.read("fund", () -> new FundCode(into)),
                    ChangeApi.said("date", date),
                    ChangeApi.said("due", due),
                    ChangeApi.said("description", description));
        }
    }

    /** The levy that was issued. */
    record Levied(String assessment) {}

    /** See {@link Worth}; amounts are decimal strings in main units. */
    record WireWorth(LocalDate on, long knownAt, String netAssets, String part) {

        static WireWorth of(Worth worth) {
            return new WireWorth(
                    worth.on(),
                    worth.knownAt(),
                    worth.all().toDecimal().toPlainString(),
                    worth.part().toDecimal().toPlainString());
        }
    }
}
