package id.patungan.web;

import id.patungan.basics.BodyId;
import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.platform.AccessException;
import id.patungan.platform.BodyDirectory;
import id.patungan.platform.FormErrors;
import id.patungan.platform.PartyDirectory;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Person;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** People and their permissions, for administrators; the service refuses everyone else. */
@Controller
class PeopleController {

    private static final String LIST = "web/people";
    private static final String FORM = "web/person-new";
    private static final String ONE = "web/person";

    private final People people;
    private final BodyDirectory bodies;
    private final PartyDirectory parties;
    private final Clock clock;

    PeopleController(People people, BodyDirectory bodies, PartyDirectory parties, Clock clock) {
        this.people = people;
        this.bodies = bodies;
        this.parties = parties;
        this.clock = clock;
    }

    @GetMapping("/people")
    String list(Viewer viewer, Model model) {
        model.addAttribute(
                "people",
                people.all(viewer).stream().map(person -> new Line(person, held(person))).toList());
        return LIST;
    }

    @GetMapping("/people/new")
    String form(Viewer viewer, Model model) {
        viewer.requireAdministrator();
        model.addAttribute("handle", "");
        model.addAttribute("name", "");
        return FORM;
    }

    @PostMapping("/people")
    String create(
            Viewer viewer,
            @RequestParam String handle,
            @RequestParam String name,
            @RequestParam String password,
            Model model,
            HttpServletResponse response) {
        try {
            return "redirect:/people/" + people.create(viewer, handle, name, password).handle();
        } catch (DomainException refused) {
            viewer.requireAdministrator();
            model.addAttribute("handle", handle);
            model.addAttribute("name", name);
            return FormErrors.of(field(refused), refused).again(FORM, model, response);
        }
    }

    @GetMapping("/people/{handle}")
    String one(Viewer viewer, @PathVariable String handle, Model model) {
        return show(viewer, handle, model);
    }

    /** Gives a permission; the last day given in the form is the last on which it holds. */
    @PostMapping("/people/{handle}/permissions")
    String grant(
            Viewer viewer,
            @PathVariable String handle,
            @RequestParam Role role,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(defaultValue = "all") String scope,
            @RequestParam(defaultValue = "") String scopeValue,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String last,
            Model model,
            HttpServletResponse response) {
        viewer.requireAdministrator();
        var errors = new FormErrors();
        var begins =
                errors.read(
                        "from",
                        () -> from.isBlank() ? LocalDate.now(clock) : DateReader.read(from));
        var ends =
                errors.read(
                        "last",
                        () -> last.isBlank() ? LocalDate.MAX : DateReader.read(last).plusDays(1));
        var where = role == Role.ADMINISTRATOR ? null : bodyId(body);
        var limited = errors.read("scopeValue", () -> scope(where, scope, scopeValue.strip()));
        if (role != Role.ADMINISTRATOR && where == null) {
            errors.add("body", "person.choose-body");
        }
        if (!errors.any()) {
            try {
                people.grant(
                        viewer,
                        handle,
                        new Permission(
                                role,
                                where,
                                role == Role.ADMINISTRATOR
                                        ? new Scope.All()
                                        : limited.orElseThrow()),
                        begins.orElseThrow(),
                        ends.filter(end -> !end.equals(LocalDate.MAX)).orElse(null));
                return "redirect:/people/" + handle;
            } catch (DomainException refused) {
                errors.add("last", refused);
            }
        }
        show(viewer, handle, model);
        return errors.again(ONE, model, response);
    }

    @PostMapping("/people/{handle}/permissions/{uid}/revoke")
    String revoke(
            Viewer viewer,
            @PathVariable String handle,
            @PathVariable UUID uid,
            Model model,
            HttpServletResponse response) {
        return changed(
                viewer, handle, null, model, response, () -> people.revoke(viewer, handle, uid));
    }

    @PostMapping("/people/{handle}/deactivate")
    String deactivate(
            Viewer viewer, @PathVariable String handle, Model model, HttpServletResponse response) {
        return changed(
                viewer, handle, null, model, response, () -> people.deactivate(viewer, handle));
    }

    @PostMapping("/people/{handle}/reactivate")
    String reactivate(
            Viewer viewer, @PathVariable String handle, Model model, HttpServletResponse response) {
        return changed(
                viewer, handle, null, model, response, () -> people.reactivate(viewer, handle));
    }

    @PostMapping("/people/{handle}/password")
    String password(
            Viewer viewer,
            @PathVariable String handle,
            @RequestParam String password,
            Model model,
            HttpServletResponse response) {
        return changed(
                viewer,
                handle,
                "password",
                model,
                response,
                () -> people.resetPassword(viewer, handle, password));
    }

    private String changed(
            Viewer viewer,
            String handle,
            @Nullable String field,
            Model model,
            HttpServletResponse response,
            Runnable change) {
        viewer.requireAdministrator();
        try {
            change.run();
            return "redirect:/people/" + handle;
        } catch (DomainException refused) {
            show(viewer, handle, model);
            return FormErrors.of(field, refused).again(ONE, model, response);
        }
    }

    private String show(Viewer viewer, String handle, Model model) {
        var today = LocalDate.now(clock);
        var person = people.get(viewer, handle);
        var entries = bodies.all();
        model.addAttribute("person", person);
        model.addAttribute(
                "grants",
                person.grants().stream()
                        .map(grant ->
                                new GrantLine(
                                        grant,
                                        bodyName(entries, grant),
                                        limit(grant.permission()),
                                        grant.holdsOn(today)))
                        .toList());
        model.addAttribute("bodies", entries);
        model.addAttribute("roles", Arrays.asList(Role.values()));
        model.addAttribute("today", today);
        return ONE;
    }

    private List<Role> held(Person person) {
        var today = LocalDate.now(clock);
        return person.grants().stream()
                .filter(grant -> grant.holdsOn(today))
                .map(grant -> grant.permission().role())
                .distinct()
                .toList();
    }

    private @Nullable BodyId bodyId(@Nullable String code) {
        return code == null
                ? null
                : bodies.byCode(code).map(BodyDirectory.BodyEntry::id).orElse(null);
    }

    private static @Nullable String bodyName(
            List<BodyDirectory.BodyEntry> entries, Person.Grant grant) {
        return entries.stream()
                .filter(entry -> entry.id().equals(grant.permission().body()))
                .map(BodyDirectory.BodyEntry::name)
                .findFirst()
                .orElse(null);
    }

    private Scope scope(@Nullable BodyId body, String kind, String value) {
        return switch (kind) {
            case "party" ->
                    new Scope.OneParty(
                            Optional.ofNullable(body)
                                    .flatMap(known -> parties.partyByCode(known, value))
                                    .orElseThrow(() -> AccessException.nothingHere(value)));
            case "fund" -> new Scope.OneFund(new FundCode(value));
            default -> new Scope.All();
        };
    }

    /** What the scope is limited to, as people call it; empty if it is not limited. */
    private String limit(Permission permission) {
        return switch (permission.scope()) {
            case Scope.All() -> "";
            case Scope.OneParty(var party) ->
                    Optional.ofNullable(permission.body())
                            .flatMap(body -> parties.partyLabel(body, party))
                            .orElse(Integer.toString(party.value()));
            case Scope.OneFund(var fund) -> fund.value();
        };
    }

    private static @Nullable String field(DomainException refused) {
        var code = refused.code();
        if (code.startsWith("person.password")) {
            return "password";
        }
        return switch (code) {
            case "person.bad-handle", "person.handle-taken" -> "handle";
            case "person.bad-name" -> "name";
            default -> null;
        };
    }

    /** A person with the roles of today. */
    record Line(Person person, List<Role> roles) {}

    /** A permission with the name of its body and whether it holds today. */
    record GrantLine(
            Person.Grant grant, @Nullable String bodyName, String scopeValue, boolean holds) {

        /** The last part of {@code person.scope-…}. */
        public String scopeKind() {
            return switch (grant.permission().scope()) {
                case Scope.All() -> "all";
                case Scope.OneParty(var party) -> "party";
                case Scope.OneFund(var fund) -> "fund";
            };
        }
    }
}
