package id.patungan.statements;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.NewPrepaymentUse;
import id.patungan.contributions.NewProjectCost;
import id.patungan.contributions.NewRecalculation;
import id.patungan.contributions.NewReceipt;
import id.patungan.contributions.NewReceipt.Deduction;
import id.patungan.contributions.OpenCharge;
import id.patungan.contributions.Recalculations;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.arrears.Arrears;
import id.patungan.contributions.arrears.ArrearsPolicies;
import id.patungan.contributions.arrears.ArrearsPolicy.ClockStart;
import id.patungan.contributions.arrears.ArrearsPolicy.Terms;
import id.patungan.contributions.arrears.NewArrearsPolicy;
import id.patungan.contributions.arrears.NewStep;
import id.patungan.contributions.arrears.Standing;
import id.patungan.contributions.arrears.StandingDecisions;
import id.patungan.contributions.arrears.Standings;
import id.patungan.contributions.arrears.Step;
import id.patungan.contributions.disputes.Confirmations;
import id.patungan.contributions.disputes.Dispute;
import id.patungan.contributions.disputes.Disputes;
import id.patungan.contributions.disputes.NewConfirmation;
import id.patungan.contributions.disputes.NewDispute;
import id.patungan.contributions.entryexit.DaySettlement;
import id.patungan.contributions.entryexit.MembershipChanges;
import id.patungan.contributions.entryexit.NewDayDues;
import id.patungan.contributions.entryexit.NewMembershipChange;
import id.patungan.contributions.entryexit.NewSimulation.Kind;
import id.patungan.contributions.entryexit.NewSimulation.Notice;
import id.patungan.contributions.entryexit.SettledPart;
import id.patungan.contributions.entryexit.Simulation.Way;
import id.patungan.contributions.letters.LetterRuns;
import id.patungan.contributions.letters.NewLetter;
import id.patungan.contributions.letters.PaymentAccount;
import id.patungan.contributions.letters.PaymentAccounts;
import id.patungan.contributions.reminders.NewReminderSchedule;
import id.patungan.contributions.reminders.ReminderSchedules;
import id.patungan.contributions.reminders.ReminderStep;
import id.patungan.contributions.reminders.ReminderStep.Channel;
import id.patungan.contributions.reminders.ReminderStep.Tone;
import id.patungan.contributions.reminders.Reminders;
import id.patungan.contributions.reminders.SentReminder;
import id.patungan.ledger.Books;
import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
import id.patungan.ledger.Ledger;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.NewParty;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.MovableClock;
import id.patungan.testing.SuperUser;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Three fiscal years, month by month: charged, reminded, paid late, paid less of deductions, paid
 * too much, disputed, suspended, reinstated, joined in July, left with notice, trued up. After each
 * month it is closed, every check passes, and the statements together are the control accounts.
 */
@DatabaseTest
@Import(MovableClock.Hands.class)
class ThreeYearsTest {

    private static final String KULON_PROGO = "34.01";
    private static final Locale INDONESIAN = Locale.of("id");
    private static final LegalBasis GROUND = new LegalBasis("PKS-1", "Pasal 6");

    private final MovableClock clock;
    private final Assessments assessments;
    private final Recalculations recalculations;
    private final Receipts receipts;
    private final Contributions contributions;
    private final LetterRuns letters;
    private final PaymentAccounts accounts;
    private final ArrearsPolicies policies;
    private final Standings standings;
    private final StandingDecisions steps;
    private final ReminderSchedules schedules;
    private final Reminders reminders;
    private final Disputes disputes;
    private final Confirmations confirmations;
    private final Arrears arrears;
    private final Statements statements;
    private final Parties parties;
    private final MembershipChanges changes;
    private final DaySettlement settlement;
    private final Ledger ledger;
    private final Checks checks;
    private final SuperUser database;
    private final Town town;
    private final Access finance;
    private final Access approver;
    private final List<String> payers = new ArrayList<>(List.of(YOGYA, SLEMAN, BANTUL));
    private LocalDate today = LocalDate.of(2006, 1, 1);
    private int commands;
    private int leaving;

    @Autowired
    ThreeYearsTest(
            MovableClock clock,
            Assessments assessments,
            Recalculations recalculations,
            Receipts receipts,
            Contributions contributions,
            LetterRuns letters,
            PaymentAccounts accounts,
            ArrearsPolicies policies,
            Standings standings,
            StandingDecisions steps,
            ReminderSchedules schedules,
            Reminders reminders,
            Disputes disputes,
            Confirmations confirmations,
            Arrears arrears,
            Statements statements,
            Bodies bodies,
            Parties parties,
            MembershipChanges changes,
            DaySettlement settlement,
            Members members,
            Agreements agreements,
            Books books,
            Ledger ledger,
            Checks checks,
            SuperUser database) {
        this.clock = clock;
        this.assessments = assessments;
        this.recalculations = recalculations;
        this.receipts = receipts;
        this.contributions = contributions;
        this.letters = letters;
        this.accounts = accounts;
        this.policies = policies;
        this.standings = standings;
        this.steps = steps;
        this.schedules = schedules;
        this.reminders = reminders;
        this.disputes = disputes;
        this.confirmations = confirmations;
        this.arrears = arrears;
        this.statements = statements;
        this.parties = parties;
        this.changes = changes;
        this.settlement = settlement;
        this.ledger = ledger;
        this.checks = checks;
        this.database = database;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.finance = town.finance();
        this.approver = town.as(Role.APPROVER, new Scope.All());
    }

    @Test
    void threeYearsTieEveryMonth() throws SQLException {
        for (var month = YearMonth.of(2005, 1);
                month.getYear() < 2006;
                month = month.plusMonths(1)) {
            ledger.close(finance, month);
        }
        for (var month = YearMonth.of(2006, 1);
                month.getYear() < 2009;
                month = month.plusMonths(1)) {
            happens(month);
            day(month.atEndOfMonth());
            ties(month);
            ledger.close(finance, month);
        }
        assertThat(open(BANTUL)).as("whoever left has paid what it owed").isZero();
        assertThat(paidOf(KULON_PROGO)).isEqualTo(4_158_904_100L + 9_632_513_700L);
    }

    private void day(LocalDate day) {
        today = day;
        clock.set(day);
    }

    private String key() {
        return "command-" + ++commands;
    }

    private void happens(YearMonth month) {
        day(month.atDay(10));
        switch (month.toString()) {
            case "2006-01" -> theFirstYearIsCharged();
            case "2006-02" -> paidLessOfDeductions();
            case "2006-04" -> {
                day(month.atDay(25));
                reminded();
            }
            case "2006-05" -> paidLateAndTooMuch();
            case "2006-06" -> {
                disputed();
                step(Step.NOTICE, Standing.State.NOTIFIED);
            }
            case "2006-07" -> answered();
            case "2006-08" -> step(Step.SUSPENSION, Standing.State.SUSPENDED);
            case "2006-09" -> paidAndReinstated();
            case "2006-11" -> theProjectIsCharged();
            case "2007-01" -> theSecondYearIsChargedAndWhatWasPaidTooMuchIsUsed();
            case "2007-03" -> trueUp();
            case "2007-07" -> joins();
            case "2007-10" -> leavesWithNotice();
            case "2008-01" -> theThirdYearIsCharged();
            case "2008-07" -> theLeaversDaysAreSettled();
            case "2008-04", "2008-09" -> everybodyPaysWhatIsDue();
            case "2008-12" -> confirmed();
            default -> {
                // nothing but the passing of time
            }
        }
    }

    private void theFirstYearIsCharged() {
        accounts.put(
                finance,
                new PaymentAccount(new AccountCode("11200"), null, "Bank", "000", "Sekber"));
        var policy =
                policies.draft(
                        finance,
                        new NewArrearsPolicy(
                                LocalDate.of(2006, 1, 1),
                                "PKS-1",
                                "Pasal 6",
                                new Terms(ClockStart.NOTICE, 14, 30, null),
                                "Rapat kepala daerah",
                                true,
                                true,
                                true,
                                null),
                        key());
        policies.decide(approver, policy.version(), true, "Disetujui", key());
        var schedule =
                schedules.draft(
                        finance,
                        new NewReminderSchedule(
                                LocalDate.of(2006, 1, 1),
                                "PKS-1",
                                "Pasal 6",
                                List.of(
                                        new ReminderStep(1, Tone.FRIENDLY, Channel.PAPER),
                                        new ReminderStep(14, Tone.SECOND, Channel.PAPER)),
                                null),
                        key());
        schedules.decide(approver, schedule.version(), true, "Disetujui", key());
        send(assess("330000000", Kartamantul.EQUAL, null, "Iuran 2006"));
    }

    /** Due on 10 April: the two that have not paid, once, however often it is asked for. */
    private void reminded() {
        assertThat(reminders.sendAll(finance, today, INDONESIAN, key()))
                .extracting(SentReminder::party)
                .containsExactlyInAnyOrder(SLEMAN, BANTUL);
        assertThat(reminders.due(finance, today)).isEmpty();
    }

    /** The treasurer of Bantul holds the key to be wrong; nothing waits for that. */
    private void disputed() {
        var charge = contributions.openCharges(finance, BANTUL).getFirst().charge();
        disputes.raise(
                town.treasurerOf(BANTUL),
                new NewDispute(
                        BANTUL,
                        Dispute.Subject.CHARGE,
                        null,
                        charge,
                        null,
                        rupiah("100000000"),
                        "Kunci pembagian belum disepakati"),
                key());
        assertThat(remarks(BANTUL)).hasSize(1);
    }

    private void answered() {
        var open = disputes.all(finance).getFirst();
        disputes.reject(finance, open.number(), "Pasal 6 menyebut bagian yang sama", key());
        assertThat(remarks(BANTUL)).isEmpty();
    }

    private void confirmed() {
        confirmations.confirm(
                town.treasurerOf(YOGYA),
                new NewConfirmation(YOGYA, today, rupiah("0"), "Kepala BKAD"),
                key());
        assertThat(confirmations.all(finance, YOGYA)).hasSize(1);
    }

    /** What the statement of a year says about disputes. */
    private List<RegionStatement.Objection> remarks(String party) {
        var year = new StatementPeriod(today.withDayOfYear(1), today);
        return statements.of(finance, party, year, null).remarks().disputes();
    }

    /** SP2D: gross on the account of the payer, net in the bank, the tax apart. */
    private void paidLessOfDeductions() {
        pay(
                YOGYA,
                "UMUM",
                "110000000",
                List.of(new Deduction(Deduction.Kind.FINAL_TAX, rupiah("1650000"))));
    }

    private void paidLateAndTooMuch() {
        pay(SLEMAN, "UMUM", "115000000", List.of());
        assertThat(receipts.list(finance, SLEMAN, null).getFirst().left())
                .isEqualTo(rupiah("5000000"));
    }

    /** The system proposes, one prepares, another approves. */
    private void step(Step step, Standing.State state) {
        var wish = new NewStep(BANTUL, step, today, "Keputusan " + step, "Menunggak iuran 2006");
        var prepared = steps.prepare(finance, wish, key());
        steps.decide(approver, prepared.number(), true, null, key());
        assertThat(standings.of(finance, BANTUL, today).standing().state()).isEqualTo(state);
    }

    private void paidAndReinstated() {
        pay(BANTUL, "UMUM", "110000000", List.of());
        step(Step.REINSTATEMENT, Standing.State.REINSTATED);
    }

    /** Waste by tonnage: charged provisionally, the cost recognised next month. */
    private void theProjectIsCharged() {
        var code =
                assessments
                        .issue(
                                finance,
                                new NewAssessment(
                                        NewAssessment.Kind.PROJECT,
                                        2006,
                                        new FundCode("PROYEK-SAMPAH"),
                                        "SAMPAH",
                                        rupiah("1900000000"),
                                        "rule: {kind: weights, indicator: tonnes}",
                                        tonnes(75, 15, 10),
                                        null,
                                        new LegalBasis("PKS-1", "Pasal 7"),
                                        today,
                                        today.plusMonths(2),
                                        "Persampahan 2006",
                                        null,
                                        Map.of(),
                                        Map.of()),
                                key())
                        .code();
        assessments.recogniseCost(
                finance,
                new NewProjectCost(
                        code,
                        today,
                        rupiah("1900000000"),
                        new AccountCode("54100"),
                        new AccountCode("21100"),
                        null,
                        "Biaya persampahan",
                        null),
                key());
        pay(YOGYA, "PROYEK-SAMPAH", "1425000000", List.of());
        pay(SLEMAN, "PROYEK-SAMPAH", "285000000", List.of());
    }

    private static String tonnes(int yogya, int sleman, int bantul) {
        return "party,name,tonnes\n34.71,Y,%d\n34.04,S,%d\n34.02,B,%d\n"
                .formatted(yogya, sleman, bantul);
    }

    private void theSecondYearIsChargedAndWhatWasPaidTooMuchIsUsed() {
        var code = assess("330000000", Kartamantul.EQUAL, null, "Iuran 2007");
        send(code);
        var receipt =
                receipts.list(finance, SLEMAN, null).stream()
                        .filter(one -> one.left().minorUnits() > 0)
                        .findFirst()
                        .orElseThrow();
        receipts.usePrepayment(
                finance,
                NewPrepaymentUse.applied(
                        receipt.code(), today, rupiah("5000000"), code + "/" + SLEMAN, "Dipakai"),
                key());
        pay(SLEMAN, "UMUM", "105000000", List.of());
        pay(YOGYA, "UMUM", "110000000", List.of());
        pay(BANTUL, "UMUM", "60000000", List.of());
    }

    /** Weighed again: Yogyakarta has paid too much, Bantul owes more. */
    private void trueUp() {
        var code =
                assessments.list(finance, 2006).stream()
                        .filter(one -> one.kind() == NewAssessment.Kind.PROJECT)
                        .findFirst()
                        .orElseThrow()
                        .code();
        recalculations.issue(
                finance,
                new NewRecalculation(
                        code,
                        today,
                        today.plusMonths(1),
                        "Tonase realisasi",
                        "Berita acara timbang",
                        tonnes(70, 15, 15)),
                key());
        assertThat(open(BANTUL)).isEqualTo(28_500_000_000L + 5_000_000_000L);
        pay(BANTUL, "PROYEK-SAMPAH", "285000000", List.of());
        pay(BANTUL, "UMUM", "50000000", List.of());
        var credit =
                receipts.list(finance, YOGYA, null).stream()
                        .filter(one -> one.left().minorUnits() > 0)
                        .findFirst()
                        .orElseThrow();
        assertThat(credit.left()).isEqualTo(rupiah("95000000"));
        receipts.usePrepayment(
                finance,
                NewPrepaymentUse.refunded(
                        credit.code(),
                        today,
                        rupiah("95000000"),
                        new AccountCode("11200"),
                        "Dikembalikan"),
                key());
    }

    /** From 1 July, beside the others: 184 of 365 days of a fourth. */
    private void joins() {
        parties.add(finance, NewParty.region(KULON_PROGO));
        var joined =
                change(Kind.JOIN, KULON_PROGO, LocalDate.of(2007, 7, 1), Notice.NONE, Way.APART);
        payers.add(KULON_PROGO);
        settle(joined);
        var levy = settlement.parts(finance, joined).getFirst();
        assertThat(levy.amount()).isEqualTo(rupiah("41589041"));
        send(Objects.requireNonNull(levy.paper()));
        pay(KULON_PROGO, "UMUM", "41589041", List.of());
    }

    /** A notice of nine months; the others take its days over. */
    private void leavesWithNotice() {
        leaving =
                change(
                        Kind.LEAVE,
                        BANTUL,
                        LocalDate.of(2007, 9, 30),
                        new Notice(9, false),
                        Way.KEPT);
    }

    private int change(Kind kind, String party, LocalDate day, Notice notice, Way way) {
        return changes.record(
                        finance,
                        new NewMembershipChange(
                                kind, party, day, notice, 0, way, GROUND, "Surat", "Rapat"),
                        key())
                .number();
    }

    /** The dues of this year, by days. */
    private void settle(int change) {
        var dues =
                assessments.list(finance, today.getYear()).stream()
                        .filter(one -> one.kind() == NewAssessment.Kind.DUES)
                        .findFirst()
                        .orElseThrow()
                        .code();
        settlement.settle(
                finance,
                new NewDayDues(change, dues, null, today, today.plusDays(50), "Iuran menurut hari"),
                key());
    }

    /** Whole years first, in two instalments: the leaver, too, is a member yet. */
    private void theThirdYearIsCharged() {
        var wish =
                wish("330000000", Kartamantul.EQUAL, null, "Iuran 2008")
                        .dueOn(List.of(LocalDate.of(2008, 3, 31), LocalDate.of(2008, 8, 31)));
        var assessment = assessments.issue(finance, wish, key());
        assertThat(assessment.shares())
                .hasSize(4)
                .allMatch(share -> share.share().equals(rupiah("82500000")));
        send(assessment.code());
    }

    /** 182 of 366 days: 41,475,410 less, of which it has paid 225,410. */
    private void theLeaversDaysAreSettled() {
        settle(leaving);
        assertThat(settlement.parts(finance, leaving))
                .extracting(SettledPart::party, part -> part.amount().minorUnits())
                .containsExactlyInAnyOrder(
                        tuple(KULON_PROGO, 1_382_513_700L),
                        tuple(SLEMAN, 1_382_513_700L),
                        tuple(YOGYA, 1_382_513_600L),
                        tuple(BANTUL, -4_147_541_000L));
        var credit =
                receipts.list(finance, BANTUL, null).stream()
                        .filter(one -> one.left().minorUnits() > 0)
                        .findFirst()
                        .orElseThrow();
        receipts.usePrepayment(
                finance,
                NewPrepaymentUse.refunded(
                        credit.code(),
                        today,
                        rupiah("225410"),
                        new AccountCode("11200"),
                        "Dikembalikan"),
                key());
    }

    private void everybodyPaysWhatIsDue() {
        for (var party : payers) {
            var due =
                    contributions.openCharges(finance, party).stream()
                            .flatMap(charge -> charge.schedule().stream())
                            .filter(part -> !part.due().isAfter(today))
                            .mapToLong(part -> part.open().minorUnits())
                            .sum();
            if (due > 0) pay(party, "UMUM", Long.toString(due / 100), List.of());
        }
    }

    private NewAssessment wish(
            String total, String rule, @Nullable String figures, String description) {
        return new NewAssessment(
                NewAssessment.Kind.DUES,
                today.getYear(),
                new FundCode("UMUM"),
                null,
                rupiah(total),
                rule,
                figures,
                null,
                GROUND,
                today,
                today.plusMonths(3),
                description,
                null,
                Map.of(),
                Map.of());
    }

    private String assess(String total, String rule, @Nullable String figures, String description) {
        return assessments.issue(finance, wish(total, rule, figures, description), key()).code();
    }

    private void send(String assessment) {
        letters.start(
                finance, assessment, new NewLetter(today, INDONESIAN, List.of()), false, key());
        letters.work();
    }

    private void pay(String party, String fund, String gross, List<Deduction> deductions) {
        receipts.record(
                finance,
                new NewReceipt(
                        party,
                        today,
                        "Pembayaran",
                        List.of(
                                new NewReceipt.Part(
                                        new FundCode(fund),
                                        new AccountCode("11200"),
                                        rupiah(gross),
                                        deductions,
                                        null)),
                        "SP2D-" + commands,
                        today,
                        null,
                        null,
                        null),
                key());
    }

    private long open(String party) {
        return contributions.openCharges(finance, party).stream()
                .mapToLong(one -> one.open().minorUnits())
                .sum();
    }

    private long paidOf(String party) {
        return contributions.openCharges(finance, party).stream()
                .map(OpenCharge::paid)
                .mapToLong(paid -> paid.minorUnits())
                .sum();
    }

    private void ties(YearMonth month) throws SQLException {
        assertThat(checks.run(finance))
                .as("checks in " + month)
                // The people of these books are made up
                .filteredOn(one -> !one.check().equals("known-actors"))
                .allMatch(CheckResult::passed);
        var period = new StatementPeriod(LocalDate.of(month.getYear(), 1, 1), month.atEndOfMonth());
        var together = 0L;
        for (var party : payers) {
            var shown = statements.of(finance, party, period, null);
            var moved =
                    shown.movements().stream().mapToLong(one -> one.charge() - one.gross()).sum();
            assertThat(shown.opening() + moved)
                    .as("%s in %s", party, month)
                    .isEqualTo(shown.closing());
            together += shown.closing();
        }
        assertThat(together).as("statements in " + month).isEqualTo(controls());
        assertThat(arrears.ageing(finance, month.atEndOfMonth()).controls())
                .allMatch(control -> control.ties());
    }

    /** 11300, 11310 and 21600, asked of the postings alone. */
    private long controls() throws SQLException {
        try (var connection = database.connect();
                var statement =
                        connection.prepareStatement(
                                "SELECT COALESCE(SUM(p.amount), 0) FROM posting p JOIN account a ON"
                                        + " a.book_id = p.book_id AND a.account_id = p.account_id"
                                        + " WHERE p.book_id = ? AND a.code IN ('11300', '11310',"
                                        + " '21600')")) {
            statement.setInt(1, town.body().value());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
