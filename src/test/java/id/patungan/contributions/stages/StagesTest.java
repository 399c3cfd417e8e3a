package id.patungan.contributions.stages;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patungan.basics.DomainException;
import id.patungan.basics.InputException;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.Receipts;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.AccessException;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Stages, approvals and holidays on the database. */
@DatabaseTest
class StagesTest {

    private static final String DUES = "AS-2006-0001";

    private final Stages stages;
    private final Holidays holidays;
    private final HolidayFile file;
    private final Assessments assessments;
    private final Receipts receipts;
    private final SuperUser database;
    private final DSLContext application;
    private final Town town;

    @Autowired
    StagesTest(
            Stages stages,
            Holidays holidays,
            HolidayFile file,
            Assessments assessments,
            Receipts receipts,
            SuperUser database,
            DSLContext application,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.stages = stages;
        this.holidays = holidays;
        this.file = file;
        this.assessments = assessments;
        this.receipts = receipts;
        this.database = database;
        this.application = application;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
    }

    /** Dues of Rp110.000.000 each, issued on 16 January 2006, due on 31 March. */
    @BeforeEach
    void duesAreCharged() {
        assessments.issue(town.finance(), town.dues(), "dues");
    }

    @Test
    void a_charge_goes_from_agreed_to_received_and_the_last_is_never_typed() {
        assertThat(track(SLEMAN, "2006-01-20").stage()).isEqualTo(Stage.AGREED);
        assertThat(track(SLEMAN, "2006-01-20").days()).isEqualTo(4);
        record(SLEMAN, EventKind.DRAFT_BUDGET, "2006-01-20");
        record(SLEMAN, EventKind.BUDGET, "2006-02-13");
        record(SLEMAN, EventKind.SP2D, "2006-04-01");

        assertThat(track(SLEMAN, "2006-02-12").stage()).isEqualTo(Stage.DRAFT_BUDGET);
        var before = track(SLEMAN, "2006-04-02");
        assertThat(before.stage()).isEqualTo(Stage.SP2D);
        assertThat(before.since()).isEqualTo("2006-04-01");
        assertThat(before.daysOverdue()).isEqualTo(2);

        receipts.record(town.finance(), town.receipt(SLEMAN, "110000000"), "paid");

        var after = track(SLEMAN, "2006-12-31");
        assertThat(after.stage()).isEqualTo(Stage.RECEIVED);
        assertThat(after.since()).isEqualTo("2006-04-03");
        assertThat(track(SLEMAN, "2006-04-02").stage()).isEqualTo(Stage.SP2D);
        assertThat(track(YOGYA, "2006-12-31").stage()).isEqualTo(Stage.AGREED);
    }

    @Test
    void a_receipt_that_is_undone_takes_the_charge_back_to_its_stage() {
        record(SLEMAN, EventKind.BUDGET, "2006-02-13");
        var receipt = receipts.record(town.finance(), town.receipt(SLEMAN, "110000000"), "paid");
        receipts.reverse(
                town.finance(),
                receipt.paper().code(),
                LocalDate.of(2006, 4, 10),
                "Salah pembayar",
                "undone");

        assertThat(track(SLEMAN, "2006-04-09").stage()).isEqualTo(Stage.RECEIVED);
        assertThat(track(SLEMAN, "2006-04-09").since()).isEqualTo("2006-04-03");
        assertThat(track(SLEMAN, "2006-04-10").stage()).isEqualTo(Stage.BUDGET);
    }

    @Test
    void a_stage_is_skipped_and_filled_in_between_but_never_out_of_order() {
        refused("stages.before-assessment", SLEMAN, EventKind.DRAFT_BUDGET, "2006-01-15");
        record(SLEMAN, EventKind.DRAFT_BUDGET, "2006-02-01");
        record(SLEMAN, EventKind.SP2D, "2006-03-20");

        refused("stages.before-stage", SLEMAN, EventKind.PAYMENT_ORDER, "2006-01-31");
        refused("stages.after-stage", SLEMAN, EventKind.PAYMENT_ORDER, "2006-03-21");
        refused("stages.entered", SLEMAN, EventKind.SP2D, "2006-03-22");
        refused("stages.in-future", SLEMAN, EventKind.BUDGET, "2999-01-01");
        record(SLEMAN, EventKind.PAYMENT_ORDER, "2006-03-20");

        assertThat(track(SLEMAN, "2006-03-21").events()).hasSize(3);
        assertThat(track(SLEMAN, "2006-03-21").stage()).isEqualTo(Stage.SP2D);
    }

    @Test
    void what_was_recorded_by_mistake_is_withdrawn_once_with_a_reason_and_can_be_recorded_anew() {
        var no = record(SLEMAN, EventKind.BUDGET, "2006-02-13").no();

        assertThatThrownBy(() -> withdraw(SLEMAN, no, " ")).hasMessageContaining("needs a reason");
        assertThatThrownBy(() -> withdraw(SLEMAN, 7, "Salah")).hasMessageContaining("no event 7");
        var withdrawn = withdraw(SLEMAN, no, "Salah tanggal");
        assertThat(withdrawn.stands()).isFalse();
        assertThatThrownBy(() -> withdraw(SLEMAN, no, "Lagi")).hasMessageContaining("already");

        assertThat(track(SLEMAN, "2006-03-01").stage()).isEqualTo(Stage.AGREED);
        record(SLEMAN, EventKind.BUDGET, "2006-02-20");
        var found = track(SLEMAN, "2006-03-01");
        assertThat(found.since()).isEqualTo("2006-02-20");
        assertThat(found.events())
                .extracting(StageEvent::no, StageEvent::stands)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, false),
                        org.assertj.core.groups.Tuple.tuple(3, true));
    }

    @Test
    void the_same_key_records_once() {
        var wish = wish(SLEMAN, EventKind.BUDGET, "2006-02-13", "DPA 1", null);

        assertThat(stages.record(town.finance(), wish, "k").no())
                .isEqualTo(stages.record(town.finance(), wish, "k").no());
        assertThat(track(SLEMAN, "2006-12-31").events()).hasSize(1);
    }

    @Test
    void the_approval_follows_its_steps_in_working_days() {
        year2006();
        refused("stages.not-first", BANTUL, EventKind.RETURNED, "2006-02-01");
        record(BANTUL, EventKind.SUBMITTED, "2006-01-09");
        refused("stages.out-of-order", BANTUL, EventKind.RESUBMITTED, "2006-01-12");
        refused("stages.before-stage", BANTUL, EventKind.RETURNED, "2006-01-06");

        // 10 and 31 January are holidays: the first three working days are 11, 12 and 13
        var seventh = approval(BANTUL, "2006-01-19");
        assertThat(seventh.limit())
                .isEqualTo(
                        new Approval.Limit(
                                LocalDate.of(2006, 1, 9), 15, LocalDate.of(2006, 2, 1), 7, 0));
        record(BANTUL, EventKind.RETURNED, "2006-01-20");
        var resubmitted = record(BANTUL, EventKind.RESUBMITTED, "2006-02-01").no();
        var silent = approval(BANTUL, "2006-12-31");
        assertThat(silent.state()).isEqualTo(Approval.State.DEEMED);
        assertThat(silent.since()).isEqualTo("2006-02-23");
        refused("stages.deemed", BANTUL, EventKind.REJECTED, "2006-02-23");
        assertThatThrownBy(() -> withdraw(BANTUL, 1, "Salah"))
                .isInstanceOf(StagesException.class)
                .hasMessageContaining("rests on it");
        withdraw(BANTUL, resubmitted, "Salah");
        assertThat(approval(BANTUL, "2006-02-02").state()).isEqualTo(Approval.State.REVISING);
    }

    @Test
    void an_exemption_needs_its_ground_and_ends_the_way() {
        assertThatThrownBy(() -> wish(YOGYA, EventKind.EXEMPT, "2006-02-01", null, " "))
                .isInstanceOf(StagesException.class);
        stages.record(
                town.finance(),
                wish(YOGYA, EventKind.EXEMPT, "2006-02-01", null, "Tugas Bappeda, APBD 2006"),
                "exempt");

        assertThat(approval(YOGYA, "2006-02-02").state()).isEqualTo(Approval.State.EXEMPT);
        refused("stages.out-of-order", YOGYA, EventKind.SUBMITTED, "2006-02-03");
    }

    @Test
    void without_a_calendar_the_page_names_the_year_and_counts_nothing() {
        record(SLEMAN, EventKind.SUBMITTED, "2006-02-01");

        var uncounted = track(SLEMAN, "2006-02-10");
        assertThat(uncounted.approval()).isNull();
        assertThat(uncounted.yearMissing()).isEqualTo(2006);

        holidays.stateNone(town.finance(), new Holidays.Without(2006, "Dinyatakan sekretariat"));
        assertThat(limit(approval(SLEMAN, "2006-02-10")).used()).isEqualTo(7);
        holidays.unstate(town.finance(), 2006);
        assertThat(track(SLEMAN, "2006-02-10").yearMissing()).isEqualTo(2006);
    }

    @Test
    void limits_of_the_body_hold_from_their_day_on() {
        year2006();
        stages.setLimits(
                town.finance(),
                new ApprovalLimits(LocalDate.of(2006, 2, 1), 3, 4, 5, true, "Perda (contoh)"));
        record(SLEMAN, EventKind.SUBMITTED, "2006-02-01");

        assertThat(approval(SLEMAN, "2006-02-06").state()).isEqualTo(Approval.State.ASSESSING);
        assertThat(approval(SLEMAN, "2006-02-07").state()).isEqualTo(Approval.State.DEEMED);
        assertThat(stages.limits(town.finance(), LocalDate.of(2006, 1, 31)).answer()).isEqualTo(15);
        assertThat(stages.limits(town.finance())).hasSize(2);
    }

    @Test
    void the_board_says_how_many_how_much_and_how_old() {
        record(SLEMAN, EventKind.BUDGET, "2006-02-13");
        record(BANTUL, EventKind.BUDGET, "2006-02-20");
        receipts.record(town.finance(), town.receipt(BANTUL, "60000000"), "part");

        var board = stages.board(town.finance(), LocalDate.of(2006, 4, 10));

        var row =
                board.rows().stream()
                        .filter(one -> one.stage() == Stage.BUDGET)
                        .findFirst()
                        .orElseThrow();
        assertThat(row.count()).isEqualTo(2);
        assertThat(row.open()).isEqualTo(Kartamantul.rupiah("160000000"));
        assertThat(row.oldest()).isEqualTo(56);
        assertThat(row.byAge().get(Board.Age.DAYS_30)).isEqualTo(Kartamantul.rupiah("160000000"));
        assertThat(board.total().open()).isEqualTo(Kartamantul.rupiah("270000000"));
        assertThat(board.tracks().getFirst().charge().party()).isEqualTo(YOGYA);
        assertThat(board.rows()).hasSize(5);
    }

    @Test
    void a_treasurer_sees_its_own_and_records_nothing() {
        var sleman = town.treasurerOf(SLEMAN);
        record(BANTUL, EventKind.BUDGET, "2006-02-20");

        assertThat(stages.board(sleman, LocalDate.of(2006, 4, 10)).tracks())
                .extracting(track -> track.charge().party())
                .containsExactly(SLEMAN);
        assertThat(stages.ofAssessment(sleman, DUES, LocalDate.of(2006, 4, 10))).hasSize(1);
        var wish = wish(SLEMAN, EventKind.BUDGET, "2006-02-13", null, null);
        assertThatThrownBy(() -> stages.record(sleman, wish, "k"))
                .isInstanceOf(AccessException.class);
        assertThatThrownBy(() -> stages.withdraw(sleman, DUES, BANTUL, 1, "x", "k"))
                .isInstanceOf(AccessException.class);
        assertThatThrownBy(() -> holidays.remove(sleman, LocalDate.of(2006, 1, 1)))
                .isInstanceOf(AccessException.class);
        assertThatThrownBy(() -> stages.setLimits(sleman, ApprovalLimits.PP_50_2007))
                .isInstanceOf(AccessException.class);
    }

    @Test
    void nothing_happens_to_a_cancelled_assessment_nor_to_whom_it_charged_nothing() {
        refused("stages.no-such-charge", "34", EventKind.BUDGET, "2006-02-13");
        assessments.cancel(town.finance(), DUES, LocalDate.of(2006, 2, 1), "Salah", "cancelled");

        refused("stages.cancelled", SLEMAN, EventKind.BUDGET, "2006-02-13");
        assertThat(stages.board(town.finance(), LocalDate.of(2006, 2, 1)).tracks()).isEmpty();
        assertThat(stages.board(town.finance(), LocalDate.of(2006, 1, 31)).tracks()).hasSize(3);
    }

    @Test
    void a_file_of_holidays_is_stored_whole_or_not_at_all_with_every_fault_named() {
        var faulty =
                """
                day,name,name_en,source
                2006-01-10,Idul Adha,Eid al-Adha,SKB
                31-02-2006,Salah,Wrong,SKB
                2006-08-17,Kemerdekaan,,SKB
                2006-01-10,Lagi,Again,SKB
                1776-07-04,Lama,Old,SKB
                """;

        assertThatThrownBy(() -> read(faulty, false))
                .isInstanceOf(InputException.class)
                .satisfies(refused ->
                        assertThat(((InputException) refused).problems())
                                .extracting(problem -> problem.line() + " " + problem.code())
                                .containsExactly(
                                        "3 stages.not-a-date",
                                        "4 stages.text",
                                        "5 stages.day-twice",
                                        "6 stages.year"));
        assertThat(holidays.known(town.finance()).days()).isEmpty();

        var fine =
                """
                day;name;name_en;source
                10/1/2006;Idul Adha;Eid al-Adha;SKB
                2006-08-17;Kemerdekaan;Independence Day;SKB
                """;
        assertThat(read(fine, true)).isEqualTo(new HolidayFile.Outcome(2, 2, false));
        assertThat(holidays.known(town.finance()).days()).isEmpty();
        assertThat(read(fine, false)).isEqualTo(new HolidayFile.Outcome(2, 2, true));
        assertThat(read(fine, false)).isEqualTo(new HolidayFile.Outcome(2, 0, true));
        assertThatThrownBy(() -> read(fine.replace("Idul Adha", "Lain"), false))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> read("day,name,name_en,source\n", false))
                .isInstanceOf(InputException.class);
    }

    @Test
    void a_year_has_holidays_or_the_statement_that_there_are_none() {
        holidays.stateNone(town.finance(), new Holidays.Without(2006, "Contoh"));
        assertThat(holidays.known(town.finance()).years()).containsEntry(2006, 0);
        var day = new Holiday(LocalDate.of(2006, 8, 17), "Kemerdekaan", "Independence", "SKB");

        holidays.add(town.finance(), day);
        holidays.add(town.finance(), day);

        assertThat(holidays.known(town.finance()).without()).isEmpty();
        assertThat(holidays.known(town.finance()).years()).containsEntry(2006, 1);
        assertThatThrownBy(() ->
                        holidays.stateNone(town.finance(), new Holidays.Without(2006, "Contoh")))
                .isInstanceOf(StagesException.class);
        assertThatThrownBy(
                        () -> holidays.add(town.finance(), new Holiday(day.day(), "x", "y", "z")))
                .isInstanceOf(StagesException.class);
        holidays.remove(town.finance(), day.day());
        assertThatThrownBy(() -> holidays.remove(town.finance(), day.day()))
                .isInstanceOf(StagesException.class);
        assertThat(holidays.known(town.finance()).years()).isEmpty();
    }

    @Test
    void events_and_limits_are_numbered_and_never_changed_or_deleted() throws SQLException {
        record(SLEMAN, EventKind.BUDGET, "2006-02-13");
        withdraw(SLEMAN, 1, "Salah");
        stages.setLimits(town.finance(), ApprovalLimits.PP_50_2007);
        var of = " WHERE book_id = " + town.body().value();

        for (var refused :
                List.of(
                        "UPDATE stage_event SET happened_on = '2006-01-01'" + of,
                        "DELETE FROM stage_event" + of,
                        "UPDATE approval_limit SET answer_days = 45" + of,
                        "DELETE FROM approval_limit" + of,
                        copy("9", "'budget'", "NULL", "NULL"),
                        copy("3", "'withdrawal'", "2", "'Salah'"),
                        copy("3", "'withdrawal'", "NULL", "'Salah'"),
                        copy("3", "'exempt'", "NULL", "NULL"),
                        copy("3", "'received'", "NULL", "NULL"))) {
            assertThatThrownBy(() -> asSuperUser(refused))
                    .as(refused)
                    .isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> application.execute("UPDATE stage_event SET note = 'x'" + of))
                .hasStackTraceContaining("denied");
        assertThatThrownBy(() -> application.execute("DELETE FROM approval_limit" + of))
                .hasStackTraceContaining("denied");
    }

    private String copy(String no, String kind, String withdraws, String note) {
        return "INSERT INTO stage_event (book_id, charge, event_no, kind, happened_on, note,"
                + " withdraws, recorded_by, recorded_at) SELECT book_id, charge, "
                + String.join(", ", no, kind, "happened_on", note, withdraws)
                + ", recorded_by, recorded_at FROM stage_event WHERE event_no = 1 AND book_id = "
                + town.body().value();
    }

    private void asSuperUser(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** New Year, the feast of sacrifice, two in January and Independence Day. */
    private void year2006() {
        for (var day : List.of("2006-01-10", "2006-01-31", "2006-08-17")) {
            holidays.add(
                    town.finance(),
                    new Holiday(LocalDate.parse(day), "Libur", "Day off", "Contoh"));
        }
    }

    private HolidayFile.Outcome read(String text, boolean dryRun) {
        return file.read(
                town.finance(),
                "libur.csv",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                dryRun);
    }

    private Track track(String party, String day) {
        return stages.ofAssessment(town.finance(), DUES, LocalDate.parse(day)).stream()
                .filter(track -> track.charge().party().equals(party))
                .findFirst()
                .orElseThrow();
    }

    private Approval approval(String party, String day) {
        return Objects.requireNonNull(track(party, day).approval());
    }

    private static Approval.Limit limit(Approval approval) {
        return Objects.requireNonNull(approval.limit());
    }

    private StageEvent record(String party, EventKind kind, String day) {
        return stages.record(
                town.finance(), wish(party, kind, day, null, null), UUID.randomUUID().toString());
    }

    private StageEvent withdraw(String party, int no, String reason) {
        return stages.withdraw(
                town.finance(), DUES, party, no, reason, UUID.randomUUID().toString());
    }

    private void refused(String code, String party, EventKind kind, String day) {
        assertThatThrownBy(() -> record(party, kind, day))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static NewStageEvent wish(
            String party,
            EventKind kind,
            String day,
            @Nullable String document,
            @Nullable String note) {
        return new NewStageEvent(DUES, party, kind, LocalDate.parse(day), document, note);
    }
}
