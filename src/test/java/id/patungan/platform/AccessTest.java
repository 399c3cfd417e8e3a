package id.patungan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.BodyId;
import id.patungan.basics.DomainException.Kind;
import id.patungan.basics.FundCode;
import id.patungan.basics.PartyId;

import org.junit.jupiter.api.Test;

import java.util.List;

class AccessTest {

    private static final BodyId BODY = new BodyId(1);
    private static final BodyId OTHER = new BodyId(2);
    private static final PartyId SLEMAN = new PartyId(34);
    private static final FundCode GTZ = new FundCode("DONOR-GTZ");

    @Test
    void aTreasurerReachesOneParty() {
        var access = access(new Permission(Role.TREASURER, BODY, new Scope.OneParty(SLEMAN)));
        assertThat(access.may(Action.READ_OWN)).isTrue();
        assertThat(access.may(Action.READ_BOOKS)).isFalse();
        assertThat(access.reach().everything()).isFalse();
        assertThat(access.reach().parties()).containsExactly(SLEMAN);
        assertThat(access.reach().funds()).isEmpty();
    }

    @Test
    void aDonorReachesOneFund() {
        var reach = access(new Permission(Role.DONOR_VIEWER, BODY, new Scope.OneFund(GTZ))).reach();
        assertThat(reach.everything()).isFalse();
        assertThat(reach.funds()).containsExactly(GTZ);
    }

    @Test
    void aLimitedPermissionNeverAllowsMoreThanReadingWithinItsLimitAndConfirmingOnesOwn() {
        for (var role : Role.values()) {
            if (role == Role.ADMINISTRATOR) {
                continue;
            }
            var access = access(new Permission(role, BODY, new Scope.OneParty(SLEMAN)));
            for (var action : Action.values()) {
                assertThat(access.may(action))
                        .as(role + " " + action)
                        .isEqualTo(
                                action == Action.READ_OWN
                                        || (action == Action.CONFIRM && role == Role.TREASURER));
            }
            assertThat(access.reach().everything()).isFalse();
        }
    }

    @Test
    void aTreasurerConfirmsForTheOwnPartyAlone() {
        var other = new PartyId(71);
        var access =
                access(
                        new Permission(Role.TREASURER, BODY, new Scope.OneParty(SLEMAN)),
                        new Permission(Role.DONOR_VIEWER, BODY, new Scope.OneParty(other)),
                        new Permission(Role.TREASURER, OTHER, new Scope.OneParty(other)));
        assertThat(access.may(Action.CONFIRM, SLEMAN)).isTrue();
        assertThat(access.may(Action.CONFIRM, other)).isFalse();
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> access.require(Action.CONFIRM, other))
                .matches(refused -> refused.code().equals("access.nothing-here"));
        assertThat(
                        access(new Permission(Role.TREASURER, BODY, new Scope.All()))
                                .may(Action.CONFIRM))
                .isFalse();
    }

    @Test
    void aRoleWithoutTheBooksReachesNothingEvenWithoutALimit() {
        assertThat(access(new Permission(Role.TREASURER, BODY, new Scope.All())).reach().nothing())
                .isTrue();
    }

    @Test
    void whoPreparesDoesNotApprove() {
        var finance = access(new Permission(Role.FINANCE, BODY, new Scope.All()));
        assertThat(finance.may(Action.PREPARE)).isTrue();
        assertThat(finance.may(Action.APPROVE)).isFalse();
        var approver = access(new Permission(Role.APPROVER, BODY, new Scope.All()));
        assertThat(approver.may(Action.PREPARE)).isFalse();
        assertThat(approver.may(Action.APPROVE)).isTrue();
    }

    @Test
    void withoutAPermissionInTheBodyNothingIsFound() {
        var stranger = access(new Permission(Role.FINANCE, OTHER, new Scope.All()));
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> stranger.require(Action.READ_OWN))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND));
        assertThat(stranger.reach().nothing()).isTrue();
    }

    @Test
    void withTheWrongPermissionItIsForbidden() {
        var auditor = access(new Permission(Role.AUDITOR, BODY, new Scope.All()));
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> auditor.require(Action.PREPARE))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.FORBIDDEN));
    }

    @Test
    void anAdministratorSeesNoMoney() {
        var administrator = access(new Permission(Role.ADMINISTRATOR, null, new Scope.All()));
        assertThat(administrator.may(Action.ADMINISTER)).isTrue();
        assertThat(administrator.may(Action.READ_BOOKS)).isFalse();
        assertThat(administrator.may(Action.READ_OWN)).isFalse();
        assertThat(administrator.reach().nothing()).isTrue();
        assertThat(administrator.viewer().knows(BODY)).isFalse();
    }

    @Test
    void theSystemMayEverythingButApproveAndSpeakForAParty() {
        var system = Access.system(BODY);
        for (var action : Action.values()) {
            assertThat(system.may(action))
                    .isEqualTo(action != Action.APPROVE && action != Action.CONFIRM);
        }
        assertThat(system.reach().everything()).isTrue();
    }

    @Test
    void onlyAnAdministratorHasNoBody() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Permission(Role.AUDITOR, null, new Scope.All()));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Permission(Role.ADMINISTRATOR, BODY, new Scope.All()));
    }

    private static Access access(Permission... permissions) {
        return new Access(new Viewer("tri", "Tri", List.of(permissions)), BODY);
    }
}
