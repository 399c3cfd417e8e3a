package id.patungan.contributions.entryexit;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.Money;
import id.patungan.contributions.rules.Rules;
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
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What a joining or leaving makes of an assessment, and the form that puts it right. */
@Controller
class DayDuesPages {

    private static final String PAGE = "contributions/entry-exit/days";
    private static final String ADDRESS = "/entry-exit/changes/{number:[0-9]{1,9}}/assessments";
    private static final String ONE = ADDRESS + "/{code:[A-Z0-9-]+}";
    private static final int DAYS_TO_PAY = 30;

    private final MembershipChanges changes;
    private final DuesByDays dues;
    private final DaySettlement settlement;
    private final Rules rules;
    private final MessageSource messages;
    private final Clock clock;

    DayDuesPages(
            MembershipChanges changes,
            DuesByDays dues,
            DaySettlement settlement,
            Rules rules,
            MessageSource messages,
            Clock clock) {
        this.changes = changes;
        this.dues = dues;
        this.settlement = settlement;
        this.rules = rules;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/bodies/{body}" + ONE)
    String page(
            Access access,
            BodyEntry body,
            @PathVariable int number,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String rule,
            Locale locale,
            Model model) {
        access.require(Action.READ_BOOKS);
        var change = changes.get(access, number);
        var due = dues.of(access, number, code, rule(rule));
        var today = LocalDate.now(clock.withZone(body.zone()));
        var words =
                messages.getMessage(
                        "entry-exit.days.reason." + change.kind().code(),
                        new Object[] {
                            code, change.partyName(), number(due.days()), number(due.of())
                        },
                        locale);
        var form =
                new EntryExitForm(new LinkedMultiValueMap<>())
                        .set("key", UUID.randomUUID().toString())
                        .set("date", DateReader.typed(today))
                        .set("due", DateReader.typed(today.plusDays(DAYS_TO_PAY)))
                        .set("description", words);
        return show(access, body, change, due, form, model);
    }

    private static String number(int number) {
        return Integer.toString(number);
    }

    private static @Nullable String rule(@Nullable String rule) {
        return rule == null || rule.isBlank() ? null : rule;
    }

    @PostMapping("/bodies/{body}" + ONE)
    String settle(
            Access access,
            BodyEntry body,
            @PathVariable int number,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new EntryExitForm(new LinkedMultiValueMap<>(sent));
        var change = changes.get(access, number);
        var rule = rule(form.text("rule"));
        var wish = form.dayDues(number, code, rule);
        if (wish.isPresent()) {
            try {
                settlement.settle(access, wish.get(), form.text("key"));
                return "redirect:/bodies/%s/entry-exit/changes/%d".formatted(body.code(), number);
            } catch (DomainException refusal) {
                form.errors()
                        .add(refusal.code().startsWith("entry-exit.") ? null : "date", refusal);
            }
        }
        var due = dues.of(access, number, code, rule);
        return form.errors().again(show(access, body, change, due, form, model), model, response);
    }

    private String show(
            Access access,
            BodyEntry body,
            MembershipChange change,
            DayDues due,
            EntryExitForm form,
            Model model) {
        model.addAttribute("body", body);
        model.addAttribute("change", change);
        model.addAttribute("due", due);
        model.addAttribute("form", form);
        model.addAttribute("rules", rules.all(access));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return PAGE;
    }

    @GetMapping("/api/v1/bodies/{body}" + ADDRESS)
    @ResponseBody
    List<WireDayDues> list(Access access, @PathVariable int number) {
        return dues.of(access, number, (String) null).stream().map(WireDayDues::of).toList();
    }

    @GetMapping("/api/v1/bodies/{body}" + ONE)
    @ResponseBody
    WireDayDues one(
            Access access,
            @PathVariable int number,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String rule) {
        return WireDayDues.of(dues.of(access, number, code, rule(rule)));
    }

    @PostMapping("/api/v1/bodies/{body}" + ONE)
    @ResponseBody
    WireDayDues send(
            Access access,
            @PathVariable int number,
            @PathVariable String code,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody DayDuesWish request) {
        access.require(Action.PREPARE);
        return WireDayDues.of(settlement.settle(access, request.toWish(number, code), key));
    }

    /** See {@link NewDayDues}. */
    record DayDuesWish(
            @Nullable String rule,
            @Nullable LocalDate date,
            @Nullable LocalDate due,
            @Nullable String description) {

        NewDayDues toWish(int number, String code) {
            return new NewDayDues(
                    number,
                    code,
                    rule,
                    ChangeApi.said("date", date),
                    ChangeApi.said("due", due),
                    ChangeApi.said("description", description));
        }
    }

    /** See {@link DayDues}; amounts are decimal strings in main units. */
    record WireDayDues(
            String assessment,
            int year,
            int days,
            int daysOfYear,
            @Nullable String rule,
            boolean settled,
            @Nullable String refusal,
            List<WireLine> lines) {

        static WireDayDues of(DayDues due) {
            var refusal = due.refusal();
            return new WireDayDues(
                    due.assessment(),
                    due.year(),
                    due.days(),
                    due.of(),
                    due.otherRule(),
                    due.isSettled(),
                    refusal == null ? null : refusal.code(),
                    due.lines().stream().map(WireLine::of).toList());
        }
    }

    /** See {@link DayDues.Line}. */
    record WireLine(
            String party,
            String name,
            String charged,
            String byDays,
            String difference,
            String settled,
            String left) {

        static WireLine of(DayDues.Line line) {
            return new WireLine(
                    line.party(),
                    line.name(),
                    decimal(line.charged()),
                    decimal(line.byDays()),
                    decimal(line.difference()),
                    decimal(line.settled()),
                    decimal(line.left()));
        }

        private static String decimal(Money money) {
            return money.toDecimal().toPlainString();
        }
    }
}
