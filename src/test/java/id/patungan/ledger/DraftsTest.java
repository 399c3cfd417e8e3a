package id.patungan.ledger;

import static id.patungan.ledger.LedgerTest.assertRefused;
import static id.patungan.ledger.TestBooks.dues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Audit;
import id.patungan.platform.Role;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.Faults;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.YearMonth;

/** Drafts and their approval by another person. */
@DatabaseTest
class DraftsTest {

    @Autowired private Books books;
    @Autowired private Drafts drafts;
    @Autowired private Ledger ledger;
    @Autowired private Audit audit;
    @Autowired private Faults faults;
    @Autowired private BookRepository heads;

    private Access siti;
    private Access budi;

    @BeforeEach
    void aBookWhereApprovalIsRequired() {
        siti = TestBooks.open(books, true);
        budi = TestBooks.as("budi", Role.APPROVER, siti.body());
    }

    @AfterEach
    void noFaults() {
        faults.none();
    }

    @Test
    void anotherPersonApprovesAndItIsPostedOnceUnderItsOwnKey() {
        var draft = drafts.create(siti, dues("form-1", 5));
        drafts.submit(siti, draft.id(), 1);
        var approved = drafts.approve(budi, draft.id(), 1);
        var entry = drafts.post(siti, draft.id(), 1);

        assertThat(approved.state()).isEqualTo(Draft.State.APPROVED);
        assertThat(entry.sourceKey()).isEqualTo("draft:" + draft.id());
        assertThat(entry.preparedBy()).isEqualTo("siti");
        assertThat(entry.approvedBy()).isEqualTo("budi");
        assertThat(drafts.post(siti, draft.id(), 1)).isEqualTo(entry);
        assertThat(drafts.get(siti, draft.id()).postedNo()).isEqualTo(entry.no());
        assertThat(drafts.open(siti)).isEmpty();
    }

    @Test
    void whatTwoPeopleAnsweredForIsUndoneByOneWhoApprovesAndDidNotPrepareIt() {
        var draft = drafts.create(siti, dues("form-1", 5));
        drafts.submit(siti, draft.id(), 1);
        drafts.approve(budi, draft.id(), 1);
        drafts.post(siti, draft.id(), 1);

        assertRefused(
                "ledger.undone-by-another",
                () -> ledger.reverse(siti, 1, TestBooks.DAY, "salah", "r1"));
        var reversal = ledger.reverse(budi, 1, TestBooks.DAY, "salah", "r1");
        assertThat(reversal.preparedBy()).isEqualTo("budi");
        assertThat(reversal.reverses()).isEqualTo(1);
        assertRefused(
                "ledger.undone-by-another",
                () -> ledger.reverse(budi, 2, TestBooks.DAY, "benar", "r2"));
        assertRefused(
                "ledger.undone-by-another",
                () -> ledger.reverse(siti, 2, TestBooks.DAY, "benar", "r2"));
    }

    @Test
    void aDraftThatNobodyApprovedIsNotPosted() {
        var draft = drafts.create(siti, dues("form-1", 5));

        assertRefused("ledger.approval-required", () -> drafts.post(siti, draft.id(), 1));
        drafts.submit(siti, draft.id(), 1);
        assertRefused("ledger.approval-required", () -> drafts.post(siti, draft.id(), 1));
        assertRefused("ledger.approval-required", () -> drafts.post(budi, draft.id(), 1));
    }

    @Test
    void nobodyApprovesWhatTheyPrepared() {
        var both =
                new Access(
                        new id.patungan.platform.Viewer(
                                "ani",
                                "Ani",
                                java.util.List.of(
                                        permission(Role.FINANCE), permission(Role.APPROVER))),
                        siti.body());
        var draft = drafts.create(both, dues("form-1", 5));
        drafts.submit(both, draft.id(), 1);
        assertRefused("ledger.own-draft", () -> drafts.approve(both, draft.id(), 1));

        // Nor what somebody else edited after them
        drafts.edit(siti, draft.id(), 1, dues("form-1", 6));
        drafts.submit(siti, draft.id(), 2);
        assertRefused("ledger.own-draft", () -> drafts.approve(both, draft.id(), 2));
        assertThat(drafts.approve(budi, draft.id(), 2).state()).isEqualTo(Draft.State.APPROVED);
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> drafts.approve(siti, draft.id(), 2));
    }

    private id.patungan.platform.Permission permission(Role role) {
        return new id.patungan.platform.Permission(
                role, siti.body(), new id.patungan.platform.Scope.All());
    }

    @Test
    void editingVoidsTheApproval() {
        var draft = drafts.create(siti, dues("form-1", 5));
        drafts.submit(siti, draft.id(), 1);
        drafts.approve(budi, draft.id(), 1);
        var edited = drafts.edit(siti, draft.id(), 1, dues("form-1", 500));

        assertThat(edited.version()).isEqualTo(2);
        assertThat(edited.state()).isEqualTo(Draft.State.OPEN);
        assertThat(edited.decision()).isNull();
        assertRefused("ledger.approval-required", () -> drafts.post(siti, draft.id(), 2));
        assertRefused("ledger.stale-draft", () -> drafts.post(siti, draft.id(), 1));
        assertRefused("ledger.stale-draft", () -> drafts.approve(budi, draft.id(), 1));
    }

    @Test
    void aRejectionHasAReasonAndNeedsANewVersion() {
        var draft = drafts.create(siti, dues("form-1", 5));
        drafts.submit(siti, draft.id(), 1);
        assertRefused("ledger.reason-required", () -> drafts.reject(budi, draft.id(), 1, " "));
        var rejected = drafts.reject(budi, draft.id(), 1, "akun salah");

        assertThat(rejected.decision())
                .satisfies(decision -> assertThat(decision.reason()).isEqualTo("akun salah"));
        assertRefused("ledger.draft-state", () -> drafts.submit(siti, draft.id(), 1));
        assertRefused("ledger.draft-state", () -> drafts.approve(budi, draft.id(), 1));
        drafts.edit(siti, draft.id(), 1, dues("form-1", 6));
        assertThat(drafts.submit(siti, draft.id(), 2).state()).isEqualTo(Draft.State.SUBMITTED);
    }

    @Test
    void aPostedOrWithdrawnDraftIsNotEdited() {
        var draft = drafts.create(siti, dues("form-1", 5));
        drafts.submit(siti, draft.id(), 1);
        drafts.approve(budi, draft.id(), 1);
        drafts.post(siti, draft.id(), 1);
        assertRefused(
                "ledger.draft-state", () -> drafts.edit(siti, draft.id(), 1, dues("form-1", 6)));
        assertRefused("ledger.draft-state", () -> drafts.withdraw(siti, draft.id(), 1));

        var other = drafts.create(siti, dues("form-2", 5));
        drafts.withdraw(siti, other.id(), 1);
        assertRefused("ledger.draft-state", () -> drafts.submit(siti, other.id(), 1));
    }

    @Test
    void whereNoApprovalIsRequiredADraftIsPostedByItsPreparer() {
        var free = TestBooks.open(books);
        var draft = drafts.create(free, dues("form-1", 5));

        assertThat(drafts.post(free, draft.id(), 1).approvedBy()).isNull();
    }

    @Test
    void aClosedMonthRefusesADraftToo() {
        var draft = drafts.create(siti, dues("form-1", 5));
        drafts.submit(siti, draft.id(), 1);
        drafts.approve(budi, draft.id(), 1);
        ledger.close(siti, YearMonth.of(2006, 1));

        assertRefused("ledger.closed-period", () -> drafts.post(siti, draft.id(), 1));
        assertThat(drafts.get(siti, draft.id()).state()).isEqualTo(Draft.State.APPROVED);
    }

    @Test
    void aDraftWithUnknownCodesIsRefusedAtOnce() {
        var wish =
                TestBooks.entry(
                        "form-1",
                        TestBooks.DAY,
                        NewPosting.debit("99999", "UMUM", 1),
                        NewPosting.credit("11200", "UMUM", 1));
        assertRefused("ledger.unknown-account", () -> drafts.create(siti, wish));
    }

    @Test
    void askingTwiceMakesOneDraftOneVersionOneDecisionAndOneEntry() {
        faults.next(Faults.Fault.COMMIT_ANSWER_LOST);
        var draft = drafts.create(siti, dues("form-1", 5));
        assertThat(drafts.create(siti, dues("form-1", 5)).id()).isEqualTo(draft.id());
        assertRefused("ledger.other-content", () -> drafts.create(siti, dues("form-1", 6)));

        faults.next(Faults.Fault.COMMIT_ANSWER_LOST);
        assertThat(drafts.edit(siti, draft.id(), 1, dues("x", 7)).version()).isEqualTo(2);
        faults.next(Faults.Fault.COMMIT_ANSWER_LOST);
        drafts.submit(siti, draft.id(), 2);
        faults.next(Faults.Fault.COMMIT_ANSWER_LOST);
        drafts.approve(budi, draft.id(), 2);
        faults.next(Faults.Fault.COMMIT_ANSWER_LOST);
        drafts.post(siti, draft.id(), 2);

        assertThat(heads.head(siti.body()).orElseThrow().lastNo()).isEqualTo(1);
        assertThat(audit.trail(TestBooks.as("rini", Role.AUDITOR, siti.body()), null))
                .extracting(Audit.AuditEvent::action)
                .containsExactly(
                        "draft.post",
                        "draft.approve",
                        "draft.submit",
                        "draft.edit",
                        "draft.create",
                        "book.open");
    }

    @Test
    void draftsAreForThoseWhoReadTheBooks() {
        var draft = drafts.create(siti, dues("form-1", 5));
        var treasurer = TestBooks.as("tono", Role.TREASURER, siti.body());

        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> drafts.get(treasurer, draft.id()));
        assertThatExceptionOfType(AccessException.class).isThrownBy(() -> drafts.open(treasurer));
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> drafts.create(treasurer, dues("form-2", 5)));
    }
}
