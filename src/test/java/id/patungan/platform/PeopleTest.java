package id.patungan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patungan.basics.BodyId;
import id.patungan.basics.DomainException;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.Faults;
import id.patungan.testing.Faults.Fault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@DatabaseTest
class PeopleTest {

    private static final String PASSWORD = "gunung merapi 2968";
    private static final Viewer SYSTEM = Viewer.system();
    private static final BodyId BODY = new BodyId(7);

    @Autowired People people;
    @Autowired SignIn signIn;
    @Autowired Audit audit;
    @Autowired Commands commands;
    @Autowired Transactions transactions;
    @Autowired Faults faults;
    @Autowired JdbcTemplate sql;

    private final String handle = "p" + UUID.randomUUID().toString().substring(0, 12);

    @AfterEach
    void nothingGoesWrongAnyMore() {
        faults.none();
    }

    @Test
    void aPersonSignsInUnderTheNameHoweverItIsTyped() {
        people.create(SYSTEM, handle, "Tri", PASSWORD);
        assertThat(signIn.check("  " + handle.toUpperCase(java.util.Locale.ROOT), PASSWORD, handle))
                .isEqualTo(handle);
        assertThat(storedHash()).startsWith("$argon2id$");
    }

    @Test
    void aPasswordIsNeverStoredNorAudited() {
        people.create(SYSTEM, handle, "Tri", PASSWORD);
        assertThat(storedHash()).doesNotContain(PASSWORD);
        assertThat(audit.installationTrail(SYSTEM, null).toString())
                .contains(handle)
                .doesNotContain(PASSWORD, "argon2");
    }

    @Test
    void anAnswerLostAtCommitDoesNotTurnIntoARefusal() {
        faults.next(Fault.COMMIT_ANSWER_LOST);
        assertThat(people.create(SYSTEM, handle, "Tri", PASSWORD).handle()).isEqualTo(handle);
    }

    @Test
    void aNameBelongsToOnePerson() {
        people.create(SYSTEM, handle, "Tri", PASSWORD);
        assertThatThrownBy(() -> people.create(SYSTEM, handle, "Other", PASSWORD))
                .hasFieldOrPropertyWithValue("code", "person.handle-taken");
    }

    @Test
    void easyPasswordsAreRefused() {
        refused("short", "person.password-too-short");
        refused("1234567890", "person.password-too-easy");
        refused("Indonesia1945", "person.password-too-easy");
        refused(handle + " 2006", "person.password-too-easy");
        refused("aaaaaaaaaaaaaa", "person.password-too-easy");
        refused("x".repeat(201), "person.password-too-long");
    }

    @Test
    void aPermissionHoldsFromItsFirstDayUntilItIsRevoked() {
        people.create(SYSTEM, handle, "Tri", PASSWORD);
        var permission = new Permission(Role.AUDITOR, BODY, new Scope.All());
        people.grant(SYSTEM, handle, permission, LocalDate.of(2200, 1, 1), null);
        people.grant(
                SYSTEM, handle, permission, LocalDate.of(2006, 1, 1), LocalDate.of(2007, 1, 1));
        assertThat(permissions()).isEmpty();
        people.grant(SYSTEM, handle, permission, LocalDate.of(2006, 1, 1), null);
        assertThat(permissions()).containsExactly(permission);
        for (var grant : people.get(SYSTEM, handle).grants()) {
            people.revoke(SYSTEM, handle, grant.uid());
        }
        assertThat(permissions()).isEmpty();
        assertThat(people.get(SYSTEM, handle).grants())
                .hasSize(3)
                .allSatisfy(grant -> assertThat(grant.revokedBy()).isEqualTo("system"));
    }

    @Test
    void aDeactivatedPersonIsNobody() {
        people.create(SYSTEM, handle, "Tri", PASSWORD);
        signIn.check(handle, PASSWORD, handle);
        people.deactivate(SYSTEM, handle);
        assertThat(people.viewer(handle)).isEmpty();
        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> signIn.check(handle, PASSWORD, handle));
        people.reactivate(SYSTEM, handle);
        assertThat(signIn.check(handle, PASSWORD, handle)).isEqualTo(handle);
    }

    @Test
    void theOldPasswordEndsWithTheNewOne() {
        people.create(SYSTEM, handle, "Tri", PASSWORD);
        signIn.check(handle, PASSWORD, handle);
        var own = people.viewer(handle).orElseThrow();
        assertThatThrownBy(() -> people.changePassword(own, "wrong wrong", "laut selatan 1755"))
                .hasFieldOrPropertyWithValue("code", "person.wrong-password");
        people.changePassword(own, PASSWORD, "laut selatan 1755");
        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> signIn.check(handle, PASSWORD, handle));
        assertThat(signIn.check(handle, "laut selatan 1755", handle)).isEqualTo(handle);
    }

    @Test
    void onlyAnAdministratorLooksAfterPeople() {
        var viewer =
                new Viewer(
                        "tri", "Tri", List.of(new Permission(Role.FINANCE, BODY, new Scope.All())));
        assertThatExceptionOfType(AccessException.class).isThrownBy(() -> people.all(viewer));
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> people.create(viewer, handle, "Tri", PASSWORD));
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> audit.installationTrail(viewer, null));
    }

    @Test
    void guessesFromOneAddressAreStoppedWhateverTheName() {
        var address = "198.51.100." + handle.substring(1, 4);
        for (var guess = 0; guess < SignIn.MOST_BY_ADDRESS; guess++) {
            sql.update(
                    "INSERT INTO sign_in_attempt (name_digest, address, failed_at)"
                            + " VALUES (?, ?, UTC_TIMESTAMP(6))",
                    "guess " + guess,
                    address);
        }
        people.create(SYSTEM, handle, "Tri", PASSWORD);
        assertThatExceptionOfType(SignInException.class)
                .isThrownBy(() -> signIn.check(handle, PASSWORD, address))
                .satisfies(refusal -> assertThat(refusal.tooMany()).isTrue());
        assertThat(signIn.check(handle, PASSWORD, "elsewhere")).isEqualTo(handle);
    }

    @Test
    void theAuditTrailIsReadByThoseOfTheBodyOnlyAndNeverChanged() {
        var body = new BodyId(900_000 + Math.abs(handle.hashCode() % 10_000));
        var access = Access.system(body);
        assertThatExceptionOfType(IllegalStateException.class)
                .as("outside a transaction")
                .isThrownBy(() -> audit.record(access, "thing.do", "T1", null, null));
        transactions.run(() ->
                audit.record(
                        access,
                        "thing.change",
                        "T1",
                        new Thing("before", 1),
                        new Thing("after", 2)));
        var event = audit.trail(access, null).getFirst();
        assertThat(event.before()).contains("\"before\"");
        assertThat(event.after()).contains("\"after\"");
        assertThat(audit.trail(Access.system(new BodyId(1)), null))
                .noneMatch(other -> other.no() == event.no());
        assertThatThrownBy(() ->
                        sql.update(
                                "UPDATE audit_event SET handle = 'x' WHERE event_id = ?",
                                event.no()))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(
                        () -> sql.update("DELETE FROM audit_event WHERE event_id = ?", event.no()))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aCommandIsDoneOncePerKey() {
        var first =
                commands.once(
                        BODY, handle, new Thing("a", 1), Thing.class, () -> new Thing("r", 1));
        var again = commands.once(BODY, handle, new Thing("a", 1), Thing.class, PeopleTest::never);
        assertThat(again).isEqualTo(first);
        assertThatThrownBy(() ->
                        commands.once(
                                BODY, handle, new Thing("b", 1), Thing.class, PeopleTest::never))
                .hasFieldOrPropertyWithValue("code", "command.key-reused")
                .hasFieldOrPropertyWithValue("kind", DomainException.Kind.CONFLICT);
        assertThatThrownBy(() ->
                        commands.once(BODY, "two words", "", String.class, PeopleTest::noText))
                .hasFieldOrPropertyWithValue("kind", DomainException.Kind.UNREADABLE);
    }

    @Test
    void aCommandThatFailedMayBeTriedAgainUnderItsKey() {
        assertThatThrownBy(() ->
                        commands.once(BODY, handle, "request", String.class, PeopleTest::noText))
                .isInstanceOf(AssertionError.class);
        faults.next(Fault.COMMIT_ANSWER_LOST);
        assertThat(commands.once(BODY, handle, "request", String.class, () -> "done"))
                .isEqualTo("done");
    }

    private void refused(String password, String code) {
        assertThatThrownBy(() -> people.create(SYSTEM, handle, "Tri", password))
                .hasFieldOrPropertyWithValue("code", code);
    }

    private List<Permission> permissions() {
        return people.viewer(handle).orElseThrow().permissions();
    }

    private String storedHash() {
        return String.valueOf(
                sql.queryForObject(
                        "SELECT password_hash FROM person WHERE handle = ?", String.class, handle));
    }

    private static Thing never() {
        throw new AssertionError("done twice");
    }

    private static String noText() {
        throw new AssertionError("not to be done");
    }

    record Thing(String name, int amount) {}
}
