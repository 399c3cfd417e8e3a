package id.patungan.grants.exchange;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.DomainException.Kind;
import id.patungan.grants.AwardExchange;
import id.patungan.grants.AwardTerms;
import id.patungan.grants.Awards;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An award in a foreign currency, and the forms for its money. */
@Controller
@RequestMapping("/bodies/{body}/awards/{award}/exchange")
class ExchangePages {

    private static final String PAGE = "grants/exchange/award";
    private static final String FORM = "grants/exchange/record";
    private static final String ACTION = "/{action:receive|spend|interest|settle|revalue|refund}";

    private final AwardExchange exchange;
    private final Awards awards;

    ExchangePages(AwardExchange exchange, Awards awards) {
        this.exchange = exchange;
        this.awards = awards;
    }

    @GetMapping
    String page(Access access, BodyEntry body, @PathVariable String award, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("view", exchange.view(access, award));
        model.addAttribute("actions", ExchangeAction.values());
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return PAGE;
    }

    @GetMapping(ACTION)
    String form(
            Access access,
            BodyEntry body,
            @PathVariable String award,
            @PathVariable String action,
            Model model) {
        access.require(Action.PREPARE);
        var form =
                new ExchangeForm(Map.of())
                        .set("date", DateReader.typed(awards.today(access)))
                        .set("key", UUID.randomUUID().toString());
        return shown(access, body, award, action, form, model);
    }

    @PostMapping(ACTION)
    String record(
            Access access,
            BodyEntry body,
            @PathVariable String award,
            @PathVariable String action,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new ExchangeForm(sent);
        var view = exchange.view(access, award);
        var wanted = ExchangeAction.of(action).orElseThrow();
        try {
            if (recorded(access, award, wanted, form, view)) {
                return "redirect:/bodies/%s/awards/%s/exchange".formatted(body.code(), award);
            }
        } catch (DomainException refused) {
            if (refused.kind() == Kind.FORBIDDEN) throw refused;
            form.errors().add(field(wanted, refused), refused);
        }
        return form.errors()
                .again(shown(access, body, award, action, form, model), model, response);
    }

    /** False if the form could not be read. */
    private boolean recorded(
            Access access,
            String award,
            ExchangeAction action,
            ExchangeForm form,
            AwardExchange.View view) {
        var own = view.terms().currency();
        var key = form.text("key");
        switch (action) {
            case RECEIVE -> {
                var wish = form.receipt(own, view.bookCurrency());
                if (wish == null) return false;
                exchange.receive(access, award, wish, key);
            }
            case SPEND -> {
                var wish = form.spending(view.paidIn());
                if (wish == null) return false;
                exchange.spend(access, award, wish, key);
            }
            case INTEREST -> {
                var wish = form.interest(own, view.bookCurrency());
                if (wish == null) return false;
                exchange.interest(access, award, wish, key);
            }
            case SETTLE -> {
                var wish = form.settlement(own, view.bookCurrency());
                if (wish == null) return false;
                exchange.settle(access, award, wish, key);
            }
            case REVALUE -> {
                var wish = form.revaluation();
                if (wish == null) return false;
                exchange.revalue(access, award, wish, key);
            }
            case REFUND -> {
                var wish = form.refund(own);
                if (wish == null) return false;
                exchange.refund(access, award, wish, key);
            }
        }
        return true;
    }

    private static String field(ExchangeAction action, DomainException refused) {
        var field =
                switch (refused.code()) {
                    case "grants.account-kept" -> "kept";
                    case "rates.not-on-account", "rates.beyond-tranches" ->
                            action.fields().contains("original") ? "original" : "amount";
                    case "grants.not-positive", "grants.ineligible.budget" -> "amount";
                    case "grants.tranche-received", "grants.tranche-amount", "grants.report-due" ->
                            "tranche";
                    default -> "date";
                };
        return action.fields().contains(field) ? field : "date";
    }

    private String shown(
            Access access,
            BodyEntry body,
            String award,
            String action,
            ExchangeForm form,
            Model model) {
        var view = exchange.view(access, award);
        model.addAttribute("body", body);
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("action", ExchangeAction.of(action).orElseThrow());
        model.addAttribute("lines", lines(award, view.terms()));
        return FORM;
    }

    /** What a cost can be charged to: each line, with each of its activities. */
    private static List<String> lines(String award, AwardTerms terms) {
        var lines = new ArrayList<String>();
        for (var line : terms.lines()) {
            if (line.activities().isEmpty()) lines.add(award + "/" + line.code());
            line.activities()
                    .forEach(activity -> lines.add(award + "/" + line.code() + "/" + activity));
        }
        return lines;
    }
}
