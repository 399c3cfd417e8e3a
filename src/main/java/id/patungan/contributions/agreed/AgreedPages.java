package id.patungan.contributions.agreed;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.DomainException.Kind;
import id.patungan.contributions.agreed.AgreedVersion.State;
import id.patungan.parties.Agreements;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * The page of one kind of versions: what is in force, what waits and who may decide it, all
 * versions, and the form for a new one.
 *
 * @param <V> a version
 * @param <W> the wish for one
 */
public abstract class AgreedPages<V extends AgreedVersion, W extends AgreedVersion.Wish> {

    private final AgreedVersions<V, W> versions;
    private final Agreements agreements;
    private final Clock clock;
    private final String path;
    private final String page;

    /**
     * The page of one kind.
     *
     * @param path below the body's
     * @param page name of the template
     */
    protected AgreedPages(
            AgreedVersions<V, W> versions,
            Agreements agreements,
            Clock clock,
            String path,
            String page) {
        this.versions = versions;
        this.agreements = agreements;
        this.clock = clock;
        this.path = path;
        this.page = page;
    }

    /** The form of what was sent. */
    protected abstract AgreedForm<W> form(
            BodyEntry body, MultiValueMap<String, String> texts, Locale locale);

    /** The field that the refusal of a draft belongs to. */
    protected abstract String field(String code);

    /** Adds what the page of this kind shows besides. */
    protected void add(Model model) {}

    /** What stands in a form that nobody has typed in yet, besides the day. */
    protected void prefill(MultiValueMap<String, String> texts) {}

    /** The page. */
    @GetMapping
    public String page(Access access, BodyEntry body, Locale locale, Model model) {
        var texts = new LinkedMultiValueMap<String, String>();
        texts.set("effectiveFrom", DateReader.typed(today(body)));
        prefill(texts);
        return show(access, body, form(body, texts, locale), model);
    }

    /** Drafts a version. */
    @PostMapping
    public String draft(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = form(body, new LinkedMultiValueMap<>(sent), locale);
        var wish = form.wish();
        if (wish.isPresent()) {
            try {
                versions.draft(access, wish.get(), form.text("key"));
                return back(body);
            } catch (DomainException refusal) {
                form.errors().add(field(refusal.code()), refusal);
            }
        }
        return form.errors().again(show(access, body, form, model), model, response);
    }

    /** Approves or rejects a version. */
    @PostMapping("/{version:[0-9]{1,6}}/decision")
    public String decide(
            Access access,
            BodyEntry body,
            @PathVariable int version,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.APPROVE);
        var form = form(body, new LinkedMultiValueMap<>(sent), locale);
        var wanted = form.text("do");
        if (!wanted.equals("approve") && !wanted.equals("reject")) return back(body);
        try {
            versions.decide(
                    access,
                    version,
                    wanted.equals("approve"),
                    form.text("decisionReason"),
                    form.text("key"));
            return back(body);
        } catch (DomainException refusal) {
            if (refusal.kind() == Kind.NOT_FOUND || refusal.kind() == Kind.FORBIDDEN) throw refusal;
            form.errors().add("decisionReason", refusal);
            return form.errors().again(show(access, body, form, model), model, response);
        }
    }

    private String back(BodyEntry body) {
        return "redirect:/bodies/%s/%s".formatted(body.code(), path);
    }

    private String show(Access access, BodyEntry body, AgreedForm<W> form, Model model) {
        var all = versions.all(access);
        var waiting = all.stream().filter(one -> one.state() == State.DRAFT).findFirst();
        model.addAttribute("body", body);
        model.addAttribute("versions", all);
        model.addAttribute("inForce", versions.inForce(access, today(body)).orElse(null));
        model.addAttribute("waiting", waiting.orElse(null));
        model.addAttribute("form", form);
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("agreements", agreements.all(access));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("mayDecide", versions.mayDecide(access));
        add(model);
        return page;
    }

    private LocalDate today(BodyEntry body) {
        return LocalDate.now(clock.withZone(body.zone()));
    }
}
