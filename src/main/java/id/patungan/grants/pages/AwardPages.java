package id.patungan.grants.pages;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.DomainException.Kind;
import id.patungan.basics.Money;
import id.patungan.grants.Award;
import id.patungan.grants.AwardBook;
import id.patungan.grants.AwardBudget;
import id.patungan.grants.AwardException;
import id.patungan.grants.AwardExpiries;
import id.patungan.grants.AwardPromise;
import id.patungan.grants.AwardStanding;
import id.patungan.grants.AwardTerms;
import id.patungan.grants.Awards;
import id.patungan.grants.ForeignMoney;
import id.patungan.ledger.Journal;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The awards of a body: the list, each award, its terms, and what is recorded about it. */
@Controller
@RequestMapping("/bodies/{body}/awards")
class AwardPages {

    /** What of an account in the award's currency is recorded with both amounts, elsewhere. */
    private static final Set<AwardAction> IN_BOOK_MONEY =
            Set.of(
                    AwardAction.RECEIVE,
                    AwardAction.INTEREST,
                    AwardAction.SPEND,
                    AwardAction.SETTLE,
                    AwardAction.GIVE_UP,
                    AwardAction.PASS_ON,
                    AwardAction.REFUND);

    private final Awards awards;
    private final AwardExpiries expiries;
    private final AwardActions actions;
    private final Journal journal;
    private final Parties parties;

    AwardPages(
            Awards awards,
            AwardExpiries expiries,
            AwardActions actions,
            Journal journal,
            Parties parties) {
        this.awards = awards;
        this.expiries = expiries;
        this.actions = actions;
        this.journal = journal;
        this.parties = parties;
    }

    /**
     * An award in the list.
     *
     * @param giver its name
     * @param standing null while no version is approved
     */
    record Row(Award award, String giver, @Nullable AwardStanding standing) {}

    @GetMapping
    String list(Access access, BodyEntry body, Model model) {
        var today = awards.today(access);
        model.addAttribute("body", body);
        model.addAttribute(
                "rows",
                awards.all(access).stream()
                        .map(award ->
                                new Row(
                                        award,
                                        giver(access, award),
                                        award.terms().isEmpty()
                                                ? null
                                                : AwardStanding.of(
                                                        awards.book(access, award.code()), today)))
                        .toList());
        model.addAttribute("today", today);
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return "grants/list";
    }

    /** The name of the giver, which whoever sees an award may know. */
    private String giver(Access access, Award award) {
        var code = award.shown().giver();
        return parties.find(Access.system(access.body()), code).map(one -> one.name()).orElse(code);
    }

    @GetMapping("/new")
    String start(Access access, BodyEntry body, Locale locale, Model model) {
        access.require(Action.PREPARE);
        var fields = new AwardFields(Map.of(), body.currency(), locale);
        fields.set("currency", body.currency().getCurrencyCode())
                .set("conditional", "yes")
                .set("interest", AwardTerms.Interest.RETURN.code())
                .set("unspent", AwardTerms.Unspent.RETURN.code())
                .set("exchange", AwardTerms.ExchangeMethod.TRANSFER_AVERAGE.code())
                .set("exchangeBearer", AwardTerms.ExchangeBearer.AWARD.code());
        return terms(access, body, null, fields, model);
    }

    @PostMapping("/new")
    String draft(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return draft(access, body, null, sent, locale, model, response);
    }

    @GetMapping("/{award}/terms")
    String edit(
            Access access, BodyEntry body, @PathVariable String award, Locale locale, Model model) {
        access.require(Action.PREPARE);
        var fields = new AwardFields(Map.of(), body.currency(), locale);
        TermsFields.fill(fields, awards.get(access, award).versions().getFirst().terms(), locale);
        return terms(access, body, award, fields, model);
    }

    @PostMapping("/{award}/terms")
    String change(
            Access access,
            BodyEntry body,
            @PathVariable String award,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return draft(access, body, award, sent, locale, model, response);
    }

    private String draft(
            Access access,
            BodyEntry body,
            @Nullable String award,
            MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        if (award != null) awards.get(access, award);
        var fields = new AwardFields(sent.toSingleValueMap(), body.currency(), locale);
        var code = award == null ? fields.required("code") : award;
        var wish = new TermsFields(fields).terms();
        if (wish.isPresent() && !fields.errors().any()) {
            try {
                awards.draft(access, code, wish.get(), fields.text("key"));
                return "redirect:/bodies/%s/awards/%s".formatted(body.code(), code);
            } catch (DomainException refusal) {
                if (refusal.kind() == Kind.FORBIDDEN) throw refusal;
                fields.errors().add(place(refusal), refusal);
            }
        }
        return fields.errors().again(terms(access, body, award, fields, model), model, response);
    }

    /** The field that a refusal is about: its first argument, where that is one. */
    private static String place(DomainException refusal) {
        return switch (refusal.code()) {
            case "grants.award-code" -> "code";
            case "grants.fund-taken", "grants.fund-restriction", "grants.funds-stay" -> "purposes";
            case "grants.unknown", "grants.code-gone" ->
                    String.valueOf(refusal.arguments().getLast());
            default -> "terms";
        };
    }

    private String terms(
            Access access,
            BodyEntry body,
            @Nullable String award,
            AwardFields fields,
            Model model) {
        model.addAttribute("body", body);
        model.addAttribute("award", award);
        model.addAttribute("form", fields);
        model.addAttribute("key", UUID.randomUUID().toString());
        var names = journal.names(access);
        model.addAttribute("names", names);
        model.addAttribute("banks", AwardChoices.accounts(names, "112"));
        model.addAttribute("kinds", AwardTerms.Kind.values());
        model.addAttribute("interests", AwardTerms.Interest.values());
        model.addAttribute("unspents", AwardTerms.Unspent.values());
        model.addAttribute("exchanges", AwardTerms.ExchangeMethod.values());
        model.addAttribute("bearers", AwardTerms.ExchangeBearer.values());
        return "grants/terms";
    }

    @GetMapping("/{award}")
    String award(Access access, BodyEntry body, @PathVariable String award, Model model) {
        return show(access, body, award, model);
    }

    private String show(Access access, BodyEntry body, String code, Model model) {
        var award = awards.get(access, code);
        var today = awards.today(access);
        model.addAttribute("body", body);
        model.addAttribute("award", award);
        model.addAttribute("terms", award.shown());
        model.addAttribute("giver", giver(access, award));
        model.addAttribute(
                "title",
                LocaleContextHolder.getLocale().getLanguage().equals("en")
                        ? award.shown().titleEn()
                        : award.shown().titleId());
        model.addAttribute("today", today);
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("mayApprove", access.may(Action.APPROVE));
        model.addAttribute("mayReadBooks", access.may(Action.READ_BOOKS));
        model.addAttribute("mayDecide", awards.mayDecide(access, code));
        if (award.terms().isPresent()) {
            var book = awards.book(access, code);
            model.addAttribute("book", book);
            model.addAttribute("standing", AwardStanding.of(book, today));
            model.addAttribute("expiry", expiries.of(access, book, today).orElse(null));
            model.addAttribute("budget", AwardBudget.of(book, today));
            model.addAttribute("promises", AwardPromise.of(book, today));
            model.addAttribute("months", AwardBudget.months(book));
            model.addAttribute("costs", book.own().filter(one -> one.cost()).toList());
            model.addAttribute("money", new Amounts(book));
            model.addAttribute("actions", offered(access, book));
        }
        return "grants/award";
    }

    /** Amounts of the book and of the award, for the page. */
    record Amounts(AwardBook book) {

        /** In the book's currency. */
        public Money book(long amount) {
            return new Money(book.currency(), amount);
        }

        /** In the award's. */
        public Money award(long amount) {
            return book.terms().money(amount);
        }

        /** What other funds owe to the award's, minor units of the book. */
        public Money lent(AwardStanding standing) {
            return book(book.balance(standing.on(), "19100"));
        }
    }

    private static java.util.List<AwardAction> offered(Access access, AwardBook book) {
        var exchanged = book.foreign() && new ForeignMoney(book).kept();
        return Arrays.stream(AwardAction.values())
                .filter(one -> access.may(one.needs()))
                .filter(one -> one != AwardAction.UNDO && one != AwardAction.TAKE_BACK)
                .filter(one -> !exchanged || !IN_BOOK_MONEY.contains(one))
                .filter(one -> one != AwardAction.AGREE || !book.terms().conditional())
                .filter(one -> one != AwardAction.PROMISE || !book.terms().promises().isEmpty())
                .filter(one -> one != AwardAction.OUTSIDE || !book.terms().activities().isEmpty())
                .filter(one -> one != AwardAction.REPORT || !book.terms().reports().isEmpty())
                .filter(one ->
                        one != AwardAction.MILESTONE
                                || book.terms().tranches().stream()
                                        .anyMatch(tranche ->
                                                tranche.condition()
                                                        == AwardTerms.Condition.MILESTONE))
                .toList();
    }

    @PostMapping("/{award}/versions/{version:[0-9]{1,6}}/decision")
    String decide(
            Access access,
            BodyEntry body,
            @PathVariable String award,
            @PathVariable int version,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.APPROVE);
        var fields = new AwardFields(sent.toSingleValueMap(), body.currency(), locale);
        var wanted = fields.text("do");
        if (wanted.equals("approve") || wanted.equals("reject")) {
            try {
                awards.decide(
                        access,
                        award,
                        version,
                        wanted.equals("approve"),
                        fields.optional("decisionReason"),
                        fields.text("key"));
            } catch (DomainException refusal) {
                if (refusal.kind() == Kind.FORBIDDEN || refusal.kind() == Kind.NOT_FOUND) {
                    throw refusal;
                }
                fields.errors().add("decisionReason", refusal);
                model.addAttribute("form", fields);
                return fields.errors().again(show(access, body, award, model), model, response);
            }
        }
        return "redirect:/bodies/%s/awards/%s".formatted(body.code(), award);
    }

    @GetMapping("/{award}/record/{action}")
    String record(
            Access access,
            BodyEntry body,
            @PathVariable String award,
            @PathVariable String action,
            @RequestParam MultiValueMap<String, String> given,
            Locale locale,
            Model model) {
        var wanted = action(action);
        access.require(wanted.needs());
        var fields = new AwardFields(given.toSingleValueMap(), body.currency(), locale);
        if (fields.text("date").isEmpty()) {
            fields.set("date", DateReader.typed(awards.today(access)));
        }
        return form(access, body, award, wanted, fields, model);
    }

    @PostMapping("/{award}/record/{action}")
    String send(
            Access access,
            BodyEntry body,
            @PathVariable String award,
            @PathVariable String action,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var wanted = action(action);
        access.require(wanted.needs());
        var fields = new AwardFields(sent.toSingleValueMap(), body.currency(), locale);
        if (actions.perform(access, award, wanted, fields, fields.text("key"))) {
            return "redirect:/bodies/%s/awards/%s".formatted(body.code(), award);
        }
        return fields.errors()
                .again(form(access, body, award, wanted, fields, model), model, response);
    }

    private static AwardAction action(String code) {
        return AwardAction.of(code).orElseThrow(() -> AwardException.noSuchAward(code));
    }

    private String form(
            Access access,
            BodyEntry body,
            String code,
            AwardAction action,
            AwardFields fields,
            Model model) {
        var award = awards.get(access, code);
        model.addAttribute("body", body);
        model.addAttribute("award", award);
        model.addAttribute("terms", award.inForce());
        model.addAttribute("action", action);
        model.addAttribute("form", fields);
        model.addAttribute("key", UUID.randomUUID().toString());
        var names = journal.names(access);
        model.addAttribute("names", names);
        model.addAttribute("costs", AwardChoices.accounts(names, "5", "12100"));
        model.addAttribute("others", AwardChoices.others(names, award.inForce()));
        model.addAttribute("lines", AwardChoices.lines(code, award.inForce(), names));
        model.addAttribute("rules", AwardChoices.RULES);
        return "grants/record";
    }
}
