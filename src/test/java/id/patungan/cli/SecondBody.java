package id.patungan.cli;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import id.patungan.basics.AccountCode;
import id.patungan.basics.Fraction;
import id.patungan.basics.FundCode;
import id.patungan.budget.Budget;
import id.patungan.budget.BudgetLine;
import id.patungan.budget.BudgetPlan;
import id.patungan.budget.BudgetStep;
import id.patungan.budget.Budgets;
import id.patungan.budget.Spread;
import id.patungan.contributions.AssessmentRuns;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Claims;
import id.patungan.contributions.DuesEstimates;
import id.patungan.contributions.InKind;
import id.patungan.contributions.InKindRegister;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.NewClaim;
import id.patungan.contributions.NewInKind;
import id.patungan.contributions.NewPrepaymentUse;
import id.patungan.contributions.NewProjectCost;
import id.patungan.contributions.NewRecalculation;
import id.patungan.contributions.Recalculations;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.arrears.ArrearsPolicies;
import id.patungan.contributions.arrears.ArrearsPolicy.ClockStart;
import id.patungan.contributions.arrears.ArrearsPolicy.Terms;
import id.patungan.contributions.arrears.NewArrearsPolicy;
import id.patungan.contributions.arrears.NewStep;
import id.patungan.contributions.arrears.StandingDecisions;
import id.patungan.contributions.arrears.Step;
import id.patungan.contributions.disputes.Confirmations;
import id.patungan.contributions.disputes.Dispute;
import id.patungan.contributions.disputes.Disputes;
import id.patungan.contributions.disputes.NewConfirmation;
import id.patungan.contributions.disputes.NewDispute;
import id.patungan.contributions.entryexit.MembershipChanges;
import id.patungan.contributions.entryexit.NewMembershipChange;
import id.patungan.contributions.entryexit.NewSimulation;
import id.patungan.contributions.entryexit.Simulation;
import id.patungan.contributions.lab.LabPapers;
import id.patungan.contributions.lab.NewComparison;
import id.patungan.contributions.lab.NewComparison.Candidate;
import id.patungan.contributions.late.LatePolicies;
import id.patungan.contributions.late.LatePolicy;
import id.patungan.contributions.late.NewLatePolicy;
import id.patungan.contributions.letters.LetterRuns;
import id.patungan.contributions.letters.NewLetter;
import id.patungan.contributions.letters.PaymentAccount;
import id.patungan.contributions.letters.PaymentAccounts;
import id.patungan.contributions.letters.ReceiptPapers;
import id.patungan.contributions.paying.NewPaymentLines;
import id.patungan.contributions.paying.PayerAccount;
import id.patungan.contributions.paying.PaymentLine;
import id.patungan.contributions.paying.PaymentLines;
import id.patungan.contributions.paying.Route;
import id.patungan.contributions.reminders.NewReminderSchedule;
import id.patungan.contributions.reminders.ReminderSchedules;
import id.patungan.contributions.reminders.ReminderStep;
import id.patungan.contributions.reminders.ReminderStep.Channel;
import id.patungan.contributions.reminders.ReminderStep.Tone;
import id.patungan.contributions.reminders.Reminders;
import id.patungan.contributions.rules.NewRuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.forecasting.Scenarios;
import id.patungan.forecasting.scenarios.Overlay;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.grants.AwardMoney;
import id.patungan.grants.AwardTerms;
import id.patungan.grants.Awards;
import id.patungan.grants.iati.IatiAward;
import id.patungan.grants.iati.IatiCode.OrganisationType;
import id.patungan.grants.iati.IatiFiles;
import id.patungan.grants.iati.IatiPublisher;
import id.patungan.ledger.Drafts;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.parties.Indicators;
import id.patungan.parties.Period;
import id.patungan.parties.Signatories;
import id.patungan.parties.Signatory;
import id.patungan.parties.SignatoryRole;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A body with something of every kind that a route can show, in figures that occur nowhere else,
 * and its own people: {@code bendahara}, {@code auditor} and {@code sleman} behind a prefix.
 */
final class SecondBody {

    private static final LocalDate DAY = LocalDate.of(2006, 5, 2);

    private final ApplicationContext context;
    private final Town town;

    private SecondBody(ApplicationContext context, Town town) {
        this.context = context;
        this.town = town;
    }

    /** Sets it up, with people whose handles begin with the prefix. */
    static Town open(ApplicationContext context, String prefix) {
        var town =
                new Kartamantul(
                                context.getBean(id.patungan.parties.Bodies.class),
                                context.getBean(id.patungan.parties.Parties.class),
                                context.getBean(id.patungan.parties.Members.class),
                                context.getBean(id.patungan.parties.Agreements.class),
                                context.getBean(id.patungan.ledger.Books.class))
                        .open();
        var body = new SecondBody(context, town);
        body.rules();
        body.units();
        body.papers();
        body.letters();
        body.disputes();
        body.reminders();
        body.standing();
        body.inKind();
        body.entries();
        body.joining();
        body.others();
        body.award();
        body.budget();
        body.scenario();
        body.people(prefix);
        return town;
    }

    private void rules() {
        context.getBean(Rules.class)
                .draft(
                        town.finance(),
                        new NewRuleVersion("RATA", Kartamantul.EQUAL, DAY, "PKS-1", "Pasal 6"),
                        "d1");
    }

    /** Another office of another region pays here. */
    private void units() {
        var lines = context.getBean(PaymentLines.class);
        var finance = town.finance();
        lines.addUnit(finance, YOGYA, "YK-LAIN", "Kantor lain Kota Yogyakarta");
        lines.addUnit(finance, YOGYA, "YK-DUA", "Dinas lain Kota Yogyakarta");
        lines.add(
                finance,
                new NewPaymentLines(
                        YOGYA,
                        LocalDate.of(2005, 1, 1),
                        null,
                        "Surat lain",
                        List.of(
                                new PaymentLine(
                                        "YK-LAIN",
                                        Route.GRANT,
                                        new BigDecimal("61"),
                                        new PayerAccount("5.1.05.05.01.0009", "Daftar lain"),
                                        "Sumber lain"),
                                new PaymentLine("YK-DUA", Route.TIPPING_FEE, null, null, null)),
                        null),
                "pl1");
    }

    private void papers() {
        var assessments = context.getBean(Assessments.class);
        var receipts = context.getBean(Receipts.class);
        var finance = town.finance();
        var dues = assessments.issue(finance, charge("UMUM", null, 2007, "777000003"), "a1");
        assessments.earnDues(finance, dues.code(), LocalDate.of(2007, 1, 2), "Diakui", "a2");
        assessments.issue(finance, charge("UMUM", null, 2008, "666000009"), "a3");
        var waste =
                assessments.issue(
                        finance, charge("PROYEK-SAMPAH", "SAMPAH", 2006, "1234500100"), "a4");
        assessments.recogniseCost(
                finance,
                new NewProjectCost(
                        waste.code(),
                        DAY,
                        rupiah("543210900"),
                        new AccountCode("54100"),
                        new AccountCode("21100"),
                        null,
                        "Biaya",
                        null),
                "a5");
        var receipt = receipts.record(finance, town.receipt(SLEMAN, "987654300"), "r1");
        receipts.usePrepayment(
                finance,
                NewPrepaymentUse.refunded(
                        receipt.code(),
                        DAY,
                        rupiah("1234567"),
                        new AccountCode("11200"),
                        "Dikembalikan"),
                "r2");
        receipts.record(finance, town.receipt(BANTUL, "13131313"), "r3");
        context.getBean(LabPapers.class)
                .save(
                        finance,
                        "Dua rumus",
                        new NewComparison(
                                rupiah("818181818"),
                                2025,
                                DAY,
                                List.of(
                                        Candidate.of(Kartamantul.EQUAL),
                                        Candidate.of(
                                                "rule: {kind: weights, indicator: population}")),
                                null,
                                null,
                                null),
                        null,
                        "l1");
        context.getBean(Claims.class)
                .take(
                        finance,
                        new NewClaim(
                                NewClaim.Kind.CREDIT,
                                waste.code() + "/" + BANTUL,
                                DAY,
                                rupiah("2345678"),
                                false,
                                "SK 1/2006",
                                "Dikurangi"),
                        "cn1");
        waitingClaim(waste.code());
        late();
        var table = "party,name,w\n34.71,Y,1\n34.04,S,1\n34.02,B,%d\n";
        var byTable = assessments.issue(finance, byTable(table.formatted(1)), "a6");
        context.getBean(Recalculations.class)
                .issue(
                        finance,
                        new NewRecalculation(
                                byTable.code(),
                                DAY,
                                DAY.plusMonths(1),
                                "Angka tetap",
                                "Tabel kedua",
                                table.formatted(4)),
                        "t1");
        context.getBean(DuesEstimates.class).issue(finance, estimated(), "es1");
        context.getBean(AssessmentRuns.class)
                .prepare(finance, charge("UMUM", null, 2009, "444000012"), "run1");
    }

    /** Notice to a member, by an approved policy. */
    private void standing() {
        var finance = town.finance();
        var policies = context.getBean(ArrearsPolicies.class);
        policies.draft(
                finance,
                new NewArrearsPolicy(
                        LocalDate.of(2006, 1, 1),
                        "PKS-1",
                        "Pasal 6",
                        new Terms(ClockStart.NOTICE, 0, 30, null),
                        "Rapat lain",
                        false,
                        false,
                        false,
                        null),
                "ap1");
        policies.decide(town.as(Role.APPROVER, new Scope.All()), 1, true, null, "ap2");
        context.getBean(StandingDecisions.class)
                .prepare(
                        finance,
                        new NewStep(
                                YOGYA,
                                Step.NOTICE,
                                LocalDate.of(2010, 1, 31),
                                "9/SK/2010",
                                "Belum dibayar"),
                        "st1");
    }

    private void inKind() {
        context.getBean(InKindRegister.class)
                .enter(
                        town.finance(),
                        new NewInKind(
                                SLEMAN,
                                InKind.Kind.OFFICE,
                                "Ruang kantor lain",
                                DAY,
                                DAY.plusMonths(1),
                                BigDecimal.ONE,
                                "bulan",
                                InKind.Valuation.TARIFF,
                                "Kesepakatan",
                                rupiah("4321098"),
                                null,
                                null,
                                new FundCode("UMUM"),
                                new AccountCode("52500"),
                                DAY,
                                null),
                        "ik1");
    }

    /** Somebody joins, years later, and leaves again. */
    private void joining() {
        for (var kind : NewSimulation.Kind.values()) {
            var day = LocalDate.of(kind == NewSimulation.Kind.JOIN ? 2008 : 2010, 7, 1);
            context.getBean(MembershipChanges.class)
                    .record(
                            town.finance(),
                            new NewMembershipChange(
                                    kind,
                                    Kartamantul.PROVINCE,
                                    day,
                                    NewSimulation.Notice.NONE,
                                    0,
                                    Simulation.Way.KEPT,
                                    new LegalBasis("PKS-1", "Pasal 6"),
                                    "SK 3/" + day.getYear(),
                                    "Rapat lain"),
                            "mc" + day.getYear());
        }
    }

    /** The province gives for an office, and once more in euros. */
    private void award() {
        var finance = town.finance();
        agreed("LAIN", Kartamantul.IDR, "HIBAH-LAIN");
        agreed("EURO", Currency.getInstance("EUR"), "HIBAH-EURO");
        var money = context.getBean(AwardMoney.class);
        money.receive(
                finance,
                "LAIN",
                new AwardMoney.Receipt(
                        DAY, null, Map.of("HIBAH-LAIN", 99_887_766_00L), "SP2D lain", null),
                "aw3");
        money.spend(
                finance,
                "LAIN",
                new AwardMoney.Spending(
                        DAY,
                        "V-LAIN",
                        "Meja",
                        "52100",
                        null,
                        null,
                        List.of(new AwardMoney.Part("HIBAH-LAIN", "LAIN/1", 55_443_322_00L))),
                "aw4");
        var files = context.getBean(IatiFiles.class);
        files.publish(
                finance,
                new IatiPublisher("ID-KSD-KEDUA", OrganisationType.OTHER_PUBLIC, "ID"),
                "iati1");
        files.publish(
                finance,
                "LAIN",
                new IatiAward("43030", null, null, null, null, null, null, null),
                "iati2");
    }

    /** A draft that waits. */
    private void budget() {
        context.getBean(Budgets.class)
                .draft(
                        town.finance(),
                        2006,
                        Budget.MAIN,
                        BudgetStep.ORIGINAL,
                        new BudgetPlan(
                                "Anggaran lain",
                                "Another budget",
                                List.of(
                                        BudgetLine.of(
                                                "52100",
                                                "UMUM",
                                                null,
                                                "Kertas lain",
                                                Spread.wholeYear(88_776_655_00L),
                                                100))),
                        null);
    }

    private void scenario() {
        context.getBean(Scenarios.class)
                .add(
                        town.finance(),
                        new Scenario(
                                "Toko",
                                "",
                                List.of(
                                        new Overlay.BusinessUnit(
                                                "Toko",
                                                YearMonth.of(2007, 1),
                                                88_776_656_00L,
                                                88_776_657_00L,
                                                0,
                                                Fraction.HUNDRED))),
                        "scenario");
    }

    private void agreed(String code, Currency currency, String fund) {
        var awards = context.getBean(Awards.class);
        awards.draft(
                town.finance(),
                code,
                new AwardTerms(
                        Kartamantul.PROVINCE,
                        AwardTerms.Kind.PROVINCIAL_GRANT,
                        "7/NPHD/2006",
                        DAY,
                        "Sekda lain",
                        "Kantor lain",
                        "Another office",
                        currency,
                        111_222_333_00L,
                        true,
                        LocalDate.of(2006, 1, 1),
                        LocalDate.of(2006, 12, 31),
                        LocalDate.of(2006, 12, 31),
                        "11210",
                        AwardTerms.Interest.RETURN,
                        AwardTerms.Unspent.RETURN,
                        LocalDate.of(2007, 1, 10),
                        AwardTerms.ExchangeMethod.DAY,
                        AwardTerms.ExchangeBearer.AWARD,
                        null,
                        null,
                        List.of(new AwardTerms.Purpose("K", "Kantor", "Office", fund, null, false)),
                        List.of(
                                new AwardTerms.BudgetLine(
                                        "1",
                                        "K",
                                        "Kantor",
                                        "Office",
                                        111_222_333_00L,
                                        List.of(),
                                        List.of(),
                                        false,
                                        null)),
                        List.of(new AwardTerms.Activity("A1", "1", "Kantor", "Office")),
                        List.of(),
                        List.of(
                                new AwardTerms.ReportDue(
                                        "R1",
                                        "LPJ lain",
                                        LocalDate.of(2006, 1, 1),
                                        LocalDate.of(2006, 12, 31),
                                        LocalDate.of(2007, 1, 10))),
                        List.of()),
                "aw-" + code);
        awards.decide(town.as(Role.APPROVER, new Scope.All()), code, 1, true, null, "ok-" + code);
    }

    private void late() {
        context.getBean(LatePolicies.class)
                .draft(
                        town.finance(),
                        new NewLatePolicy(
                                DAY,
                                "PKS-1",
                                "Pasal 6",
                                new LatePolicy.Terms(
                                        LatePolicy.Kind.YEAR,
                                        new BigDecimal("6"),
                                        null,
                                        30,
                                        null,
                                        rupiah("1")),
                                "Forum lain",
                                null),
                        "lp1");
    }

    /** A wish that waits, as where a body asks for two people. */
    private void waitingClaim(String assessment) {
        var books = context.getBean(id.patungan.ledger.Books.class);
        var approver = town.as(Role.APPROVER, new Scope.All());
        books.requireApproval(approver, true);
        context.getBean(Claims.class)
                .take(
                        town.finance(),
                        new NewClaim(
                                NewClaim.Kind.ALLOWANCE,
                                assessment + "/" + BANTUL,
                                DAY,
                                rupiah("3456789"),
                                false,
                                "SK 2/2006",
                                "Disisihkan"),
                        "al1");
        books.requireApproval(approver, false);
    }

    /** A letter for every open charge of one assessment, and a receipt on paper. */
    private void letters() {
        var finance = town.finance();
        var papers = new NewLetter(DAY, Locale.of("id"), List.of());
        context.getBean(PaymentAccounts.class)
                .put(
                        finance,
                        new PaymentAccount(
                                new AccountCode("11200"), null, "Bank Lain", "99 88 77", "Sekber"));
        var runs = context.getBean(LetterRuns.class);
        runs.start(finance, "AS-2006-0001", papers, false, "lr1");
        runs.work();
        context.getBean(ReceiptPapers.class).issue(finance, "RC-2006-0001", papers, "kw1");
    }

    /** A dispute, and a confirmed balance, of one of the regions. */
    private void disputes() {
        var sleman = town.treasurerOf(SLEMAN);
        context.getBean(Disputes.class)
                .raise(
                        sleman,
                        new NewDispute(
                                SLEMAN,
                                Dispute.Subject.CHARGE,
                                null,
                                "AS-2006-0001/" + SLEMAN,
                                null,
                                rupiah("246802400"),
                                "Bagian lain"),
                        "ds1");
        var confirmations = context.getBean(Confirmations.class);
        confirmations.confirm(
                sleman,
                new NewConfirmation(
                        SLEMAN, DAY, confirmations.balance(sleman, SLEMAN, DAY).balance(), "BKAD"),
                "cf1");
    }

    /** A schedule of reminders, approved, and a letter; and a draft that nobody has decided. */
    private void reminders() {
        var finance = town.finance();
        var schedules = context.getBean(ReminderSchedules.class);
        var steps = List.of(new ReminderStep(1, Tone.FRIENDLY, Channel.PAPER));
        for (var key : List.of("rs1", "rs2")) {
            schedules.draft(
                    finance,
                    new NewReminderSchedule(
                            LocalDate.of(2006, 1, 1), "PKS-1", "Pasal 6", steps, null),
                    key);
            if (key.equals("rs1")) {
                schedules.decide(
                        town.as(Role.APPROVER, new Scope.All()), 1, true, null, "rs-approved");
            }
        }
        context.getBean(Reminders.class).send(finance, BANTUL, 1, DAY, Locale.of("id"), "rm1");
    }

    private static NewAssessment estimated() {
        return new NewAssessment(
                NewAssessment.Kind.DUES,
                2006,
                new FundCode("UMUM"),
                null,
                null,
                "rule: {kind: rate, rate: 1/10, indicators: [w]}",
                "party,name,w\n34.71,Y,8765432100\n34.04,S,0\n34.02,B,7654321900\n",
                null,
                new LegalBasis("PKS-1", "Pasal 6"),
                LocalDate.of(2006, 4, 20),
                LocalDate.of(2006, 5, 1),
                "Taksiran",
                null,
                Map.of(),
                Map.of());
    }

    private static NewAssessment byTable(String table) {
        return new NewAssessment(
                NewAssessment.Kind.DUES,
                2006,
                new FundCode("UMUM"),
                null,
                rupiah("555000015"),
                "rule: {kind: weights, indicator: w}",
                table,
                null,
                new LegalBasis("PKS-1", "Pasal 6"),
                LocalDate.of(2006, 4, 20),
                LocalDate.of(2006, 5, 1),
                "Menurut tabel",
                null,
                Map.of(),
                Map.of());
    }

    private NewAssessment charge(String fund, @Nullable String project, int year, String total) {
        return new NewAssessment(
                project == null ? NewAssessment.Kind.DUES : NewAssessment.Kind.PROJECT,
                year,
                new FundCode(fund),
                project,
                rupiah(total),
                project == null ? Kartamantul.EQUAL : Kartamantul.WASTE,
                null,
                null,
                new LegalBasis("PKS-1", project == null ? "Pasal 6" : "Pasal 7"),
                LocalDate.of(2006, 2, 1),
                LocalDate.of(2006, 3, 1),
                "Tagihan",
                null,
                Map.of(),
                Map.of());
    }

    private void entries() {
        context.getBean(Drafts.class)
                .create(
                        town.finance(),
                        new NewEntry(
                                DAY,
                                NewEntry.MANUAL,
                                "Rancangan",
                                "second-draft",
                                null,
                                List.of(
                                        line("51100", 7_654_321_00L),
                                        line("11200", -7_654_321_00L))));
    }

    private static NewPosting line(String account, long amount) {
        return new NewPosting(
                new AccountCode(account),
                new FundCode("UMUM"),
                amount,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private void others() {
        context.getBean(Indicators.class)
                .adoptOfficial(town.finance(), List.of(YOGYA, SLEMAN, BANTUL));
        context.getBean(Signatories.class)
                .appoint(
                        town.finance(),
                        new Signatory(
                                SignatoryRole.HEAD,
                                "Kepala",
                                null,
                                "Kepala",
                                Period.since(LocalDate.of(2004, 1, 1))));
    }

    private void people(String prefix) {
        var all = new Scope.All();
        person(prefix + "bendahara", Role.FINANCE, all);
        person(prefix + "ketua", Role.APPROVER, all);
        person(prefix + "auditor", Role.AUDITOR, all);
        var sleman = town.ids().get(SLEMAN);
        if (sleman != null) {
            person(prefix + "sleman", Role.TREASURER, new Scope.OneParty(sleman));
        }
        person(
                prefix + "donor",
                Role.DONOR_VIEWER,
                new Scope.OneFund(new FundCode("PROYEK-LIMBAH")));
    }

    private void person(String handle, Role role, Scope scope) {
        var people = context.getBean(People.class);
        people.create(Viewer.system(), handle, handle, Demo.PASSWORD);
        people.grant(
                Viewer.system(),
                handle,
                new Permission(role, town.body(), scope),
                LocalDate.of(2004, 1, 1),
                null);
    }
}
