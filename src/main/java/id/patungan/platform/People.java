package id.patungan.platform;

import id.patungan.platform.Person.Grant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** People and their permissions. The administrator's part asks for that permission itself. */
@Service
public class People {

    /** Of commands and jobs, and parts of addresses where a handle could stand. */
    private static final Set<String> RESERVED = Set.of(Access.SYSTEM, "new", "audit");

    private final PersonRepository people;
    private final Passwords passwords;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    People(
            PersonRepository people,
            Passwords passwords,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.people = people;
        this.passwords = passwords;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The active person with that handle and the permissions that hold today. */
    public Optional<Viewer> viewer(String handle) {
        var today = LocalDate.now(clock);
        return transactions
                .read(() -> people.find(handle))
                .filter(Person::active)
                .map(person ->
                        new Viewer(
                                person.handle(),
                                person.name(),
                                person.grants().stream()
                                        .filter(grant -> grant.holdsOn(today))
                                        .map(Grant::permission)
                                        .toList()));
    }

    /** Everyone, by name; for administrators. */
    public List<Person> all(Viewer by) {
        by.requireAdministrator();
        return transactions.read(people::all);
    }

    /**
     * One person; for administrators.
     *
     * @throws PersonException if there is none
     */
    public Person get(Viewer by, String handle) {
        by.requireAdministrator();
        return transactions
                .read(() -> people.find(handle))
                .orElseThrow(() -> PersonException.unknown(handle));
    }

    /**
     * Adds a person without any permission yet.
     *
     * @param handle 2 to 64 of {@code a-z 0-9 . -}; never changes afterwards
     */
    public Person create(Viewer by, String handle, String name, String password) {
        by.requireAdministrator();
        var lower = handle.strip().toLowerCase(Locale.ROOT);
        if (!lower.matches("[a-z][a-z0-9.-]{1,63}") || RESERVED.contains(lower)) {
            throw PersonException.badHandle(handle);
        }
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > 200) {
            throw PersonException.badName();
        }
        var hash = passwords.accepted(lower, password);
        var uid = UUID.randomUUID();
        return transactions.run(() -> {
            if (!people.exists(uid)) {
                if (!people.insert(uid, lower, stripped, hash, clock.instant())) {
                    throw PersonException.handleTaken(lower);
                }
                audit.recordInstallation(
                        by.handle(), "person.create", lower, null, new Named(lower, stripped));
            }
            return people.find(lower).orElseThrow();
        });
    }

    /**
     * Gives a permission.
     *
     * @param from the first day on which it holds
     * @param until the first day on which it no longer holds; null for no end
     */
    public void grant(
            Viewer by,
            String handle,
            Permission permission,
            LocalDate from,
            @Nullable LocalDate until) {
        by.requireAdministrator();
        if (until != null && until.isBefore(from)) {
            throw PersonException.endsBeforeItBegins();
        }
        var uid = UUID.randomUUID();
        transactions.run(() -> {
            if (people.grantExists(uid)) {
                return;
            }
            var person = people.lock(handle).orElseThrow(() -> PersonException.unknown(handle));
            var grant = new Grant(uid, permission, from, until, by.handle(), null);
            people.insertGrant(person, grant, clock.instant());
            audit.recordInstallation(by.handle(), "permission.grant", handle, null, written(grant));
        });
    }

    /** Takes a permission away, at once. Repeating it changes nothing. */
    public void revoke(Viewer by, String handle, UUID uid) {
        by.requireAdministrator();
        transactions.run(() -> {
            people.lockAdministrators();
            var person = people.find(handle).orElseThrow(() -> PersonException.unknown(handle));
            var grant =
                    person.grants().stream()
                            .filter(candidate -> candidate.uid().equals(uid))
                            .findFirst()
                            .orElseThrow(PersonException::unknownGrant);
            if (grant.revokedBy() != null) {
                return;
            }
            people.revoke(uid, by.handle(), clock.instant());
            if (grant.permission().role() == Role.ADMINISTRATOR) {
                requireAnAdministrator(handle);
            }
            audit.recordInstallation(
                    by.handle(), "permission.revoke", handle, written(grant), null);
        });
    }

    /** Keeps a person from signing in; what they have done stays theirs. */
    public void deactivate(Viewer by, String handle) {
        setActive(by, handle, false);
    }

    /** Lets a person sign in again. */
    public void reactivate(Viewer by, String handle) {
        setActive(by, handle, true);
    }

    /** Sets a new password for somebody who has lost theirs; for administrators. */
    public void resetPassword(Viewer by, String handle, String password) {
        by.requireAdministrator();
        var hash = passwords.accepted(handle, password);
        transactions.run(() -> {
            var person = people.lock(handle).orElseThrow(() -> PersonException.unknown(handle));
            people.setPassword(person, hash, clock.instant());
            audit.recordInstallation(by.handle(), "person.reset-password", handle, null, null);
        });
    }

    /** Changes one's own password; the present one must be given. */
    public void changePassword(Viewer own, String present, String wanted) {
        var handle = own.handle();
        var stored = transactions.read(() -> people.passwordOfActive(handle)).orElse(null);
        if (stored == null || !passwords.matches(present, stored)) {
            throw PersonException.wrongPassword();
        }
        var hash = passwords.accepted(handle, wanted);
        transactions.run(() -> {
            var person = people.lock(handle).orElseThrow(() -> PersonException.unknown(handle));
            people.setPassword(person, hash, clock.instant());
            audit.recordInstallation(handle, "person.change-password", handle, null, null);
        });
    }

    private void setActive(Viewer by, String handle, boolean active) {
        by.requireAdministrator();
        transactions.run(() -> {
            people.lockAdministrators();
            var person = people.find(handle).orElseThrow(() -> PersonException.unknown(handle));
            if (person.active() == active) {
                return;
            }
            people.setActive(handle, active ? null : clock.instant());
            if (!active && administers(person)) {
                requireAnAdministrator(handle);
            }
            audit.recordInstallation(
                    by.handle(),
                    active ? "person.reactivate" : "person.deactivate",
                    handle,
                    null,
                    null);
        });
    }

    private boolean administers(Person person) {
        var today = LocalDate.now(clock);
        return person.grants().stream()
                .anyMatch(grant ->
                        grant.permission().role() == Role.ADMINISTRATOR && grant.holdsOn(today));
    }

    /** Without one, nobody could ever give a permission again. */
    private void requireAnAdministrator(String handle) {
        if (!people.hasAdministrator(LocalDate.now(clock))) {
            throw PersonException.lastAdministrator(handle);
        }
    }

    private static Written written(Grant grant) {
        var permission = grant.permission();
        var body = permission.body();
        return new Written(
                permission.role(),
                body == null ? null : body.value(),
                switch (permission.scope()) {
                    case Scope.All() -> "all";
                    case Scope.OneParty(var party) -> "party " + party.value();
                    case Scope.OneFund(var fund) -> "fund " + fund.value();
                },
                grant.from(),
                grant.until());
    }

    private record Named(String handle, String name) {}

    private record Written(
            Role role,
            @Nullable Integer body,
            String scope,
            LocalDate from,
            @Nullable LocalDate until) {}
}
