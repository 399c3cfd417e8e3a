package id.patungan.statements;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.contributions.Assessment;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.ClaimPapers;
import id.patungan.contributions.Claims;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.InKind;
import id.patungan.contributions.InKindCounting;
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
import id.patungan.contributions.NewReceipt;
import id.patungan.contributions.OpenCharge;
import id.patungan.contributions.Paper;
import id.patungan.contributions.Recalculations;
import id.patungan.contributions.Receipt;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.UnitAccount;
import id.patungan.contributions.UnitAccounts;
import id.patungan.contributions.paying.NewPaymentLines;
import id.patungan.contributions.paying.PaymentLine;
import id.patungan.contributions.paying.PaymentLines;
import id.patungan.contributions.paying.Route;
import id.patungan.ledger.Books;
import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
import id.patungan.ledger.Journal;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Charged, paid, paid too much, used, recalculated, undone and reversed in any order, on any days:
 * what is refused is refused in words, and whatever was done, the checks pass, every statement ties
 * for every period and as known at every entry, and the statements together are the books.
 */
@DatabaseTest
class RandomHistoryTest {

    private static final int STEPS = 90;

    /** After every day on which something can happen here. */
    private static final LocalDate LAST = LocalDate.of(2008, 6, 30);

    private static final List<String> MEMBERS = List.of(YOGYA, SLEMAN, BANTUL);
    private static final List<String> FUNDS = List.of("UMUM", "PROYEK-SAMPAH");

    /** What was given up cannot be undone, so that is left out here. */
    private static final List<NewClaim.Kind> CLAIMS =
            List.of(
                    NewClaim.Kind.CREDIT,
                    NewClaim.Kind.CREDIT,
                    NewClaim.Kind.ALLOWANCE,
                    NewClaim.Kind.RELEASE,
                    NewClaim.Kind.WRITE_OFF,
                    NewClaim.Kind.WRITE_OFF,
                    NewClaim.Kind.RECOVERY);

    private static final String RULE = "rule: {kind: weights, indicator: w}";

    private final Recalculations recalculations;
    private final Claims claims;
    private final ClaimPapers claimPapers;
    private final Assessments assessments;
    private final Receipts receipts;
    private final InKindRegister gifts;
    private final Contributions contributions;
    private final Statements statements;
    private final Journal journal;
    private final Checks checks;
    private final SuperUser database;
    private final Town town;
    private final Access finance;
    private final UnitAccounts units;
    private final Map<String, Integer> done = new TreeMap<>();
    private int step;

    @Autowired
    RandomHistoryTest(
            Recalculations recalculations,
            Claims claims,
            ClaimPapers claimPapers,
            Assessments assessments,
            Receipts receipts,
            InKindRegister gifts,
            Contributions contributions,
            Statements statements,
            Journal journal,
            Checks checks,
            SuperUser database,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books,
            PaymentLines lines,
            UnitAccounts units) {
        this.recalculations = recalculations;
        this.claims = claims;
        this.claimPapers = claimPapers;
        this.assessments = assessments;
        this.receipts = receipts;
        this.gifts = gifts;
        this.contributions = contributions;
        this.statements = statements;
        this.journal = journal;
        this.checks = checks;
        this.database = database;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.finance = town.finance();
        this.units = units;
        payFromTwoUnits(lines);
    }

    private void payFromTwoUnits(PaymentLines lines) {
        lines.addUnit(finance, SLEMAN, "SEKDA", "Sekretariat Daerah");
        lines.addUnit(finance, SLEMAN, "BAPPEDA", "BAPPEDA");
        lines.add(
                finance,
                new NewPaymentLines(
                        SLEMAN,
                        LocalDate.of(2005, 1, 1),
                        null,
                        null,
                        List.of(
                                new PaymentLine(
                                        "SEKDA",
                                        Route.PROGRAMME_SPENDING,
                                        new BigDecimal("37.5"),
                                        null,
                                        null),
                                new PaymentLine("BAPPEDA", Route.GRANT, null, null, null)),
                        null),
                "lines");
    }

    /** Over the units of a charge every figure adds to that of the charge; none is overpaid. */
    private void unitsTie() {
        var parts = units.of(finance, new UnitAccounts.Asked(null, null, null, null));
        for (var charge : contributions.openCharges(finance, SLEMAN)) {
            var own = parts.stream().filter(one -> one.charge().equals(charge.charge())).toList();
            assertThat(own).allMatch(one -> !one.open().isNegative(), charge.charge());
            assertThat(own).allMatch(one -> !one.paid().isNegative(), charge.charge());
            assertThat(sum(own, UnitAccount::charged)).isEqualTo(charge.collectable().minorUnits());
            assertThat(sum(own, UnitAccount::paid)).isEqualTo(charge.paid().minorUnits());
            assertThat(sum(own, UnitAccount::open)).isEqualTo(charge.open().minorUnits());
        }
    }

    private static long sum(List<UnitAccount> parts, Function<UnitAccount, Money> figure) {
        return parts.stream().mapToLong(one -> figure.apply(one).minorUnits()).sum();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverHappensTheStatementsAreTheBooks(long seed) throws SQLException {
        var random = new Random(seed);
        for (step = 0; step < STEPS; step++) {
            act(random);
            if (step % 10 == 9) ties(random);
        }
        assertThat(checks.run(finance))
                // The people of these books are made up
                .filteredOn(one -> !one.check().equals("known-actors"))
                .allMatch(CheckResult::passed);
        assertThat(done.keySet())
                .contains("assess", "receive", "use", "recalculate", "undo", "reverse", "give")
                .contains("claim");
        undoEverything();
        assertThat(contributions.openCharges(finance, null))
                .allSatisfy(one -> {
                    assertThat(one.charged().minorUnits()).as(one.charge()).isZero();
                    assertThat(one.paid().minorUnits()).as(one.charge()).isZero();
                    assertThat(one.credited().minorUnits()).as(one.charge()).isZero();
                    assertThat(one.writtenOff().minorUnits()).as(one.charge()).isZero();
                    assertThat(one.allowance().minorUnits()).as(one.charge()).isZero();
                });
        assertThat(receipts.list(finance, null, null))
                .allSatisfy(one -> assertThat(one.left().isZero()).as(one.code()).isTrue());
        ties(random);
    }

    /** From the newest on there is a way back, whatever happened. */
    private void undoEverything() {
        var standing = new TreeMap<Long, Runnable>(Comparator.reverseOrder());
        for (var summary : assessments.list(finance, null)) {
            var assessment = assessments.get(finance, summary.code());
            standing(
                    standing,
                    assessment.paper(),
                    key -> assessments.cancel(finance, assessment.code(), LAST, "Semua", key));
            var whole = assessment.whole();
            assertThat(whole).isNotNull();
            for (var earning : whole == null ? List.<Assessment.Earning>of() : whole.earnings()) {
                standing(
                        standing,
                        earning.paper(),
                        key ->
                                assessments.reverseEarning(
                                        finance,
                                        assessment.code(),
                                        earning.paper().code(),
                                        LAST,
                                        "Semua",
                                        key));
            }
            for (var run : recalculations.ofAssessment(finance, assessment.code())) {
                standing(
                        standing,
                        run.paper(),
                        key ->
                                recalculations.reverse(
                                        finance,
                                        assessment.code(),
                                        run.code(),
                                        LAST,
                                        "Semua",
                                        key));
            }
        }
        for (var claim : claimPapers.shown(finance, null).papers()) {
            standing(
                    standing,
                    claim.paper(),
                    key -> claims.reverse(finance, claim.code(), LAST, "Semua", key));
        }
        for (var receipt : receipts.list(finance, null, null)) {
            standing(
                    standing,
                    receipt.paper(),
                    key -> receipts.reverse(finance, receipt.code(), LAST, "Semua", key));
            for (var use : receipt.uses()) {
                standing(
                        standing,
                        use.paper(),
                        key ->
                                receipts.reverseUse(
                                        finance, use.paper().code(), LAST, "Semua", key));
            }
        }
        for (var gift : gifts.list(finance, null, InKind.State.RECORDED)) {
            standing(
                    standing,
                    gifts.recorded(finance, gift.number()),
                    key -> gifts.reverse(finance, gift.number(), LAST, "Semua", key));
        }
        standing.values().forEach(Runnable::run);
    }

    private static void standing(
            Map<Long, Runnable> standing, Paper paper, Consumer<String> undoing) {
        if (paper.reversal() == null) {
            standing.put(paper.entryNo(), () -> undoing.accept("undo-" + paper.code()));
        }
    }

    private void act(Random random) {
        var what = random.nextInt(34);
        try {
            if (what < 2 || step < 2) {
                assess(random);
            } else if (what < 7) {
                receive(random);
            } else if (what < 9) {
                use(random);
            } else if (what < 13) {
                recalculate(random);
            } else if (what < 17) {
                undo(random);
            } else if (what < 19) {
                cost(random);
            } else if (what < 22) {
                reverse(random);
            } else if (what < 26) {
                give(random);
            } else if (what < 32) {
                claim(random);
            } else {
                unclaim(random);
            }
        } catch (DomainException refused) {
            assertThat(refused.code()).as("step " + step).matches("(contributions|in-kind)\\..*");
            done.merge(refused.code(), 1, Integer::sum);
        }
    }

    private void did(String what) {
        done.merge(what, 1, Integer::sum);
    }

    /** Going on through the year, and back and forth. */
    private LocalDate day(Random random) {
        return LocalDate.of(2006, 1, 10).plusDays(5L * step + random.nextInt(25));
    }

    private String key() {
        return "step-" + step;
    }

    private static String table(Random random) {
        return "party,name,w\n34.71,Y,%d\n34.04,S,%d\n34.02,B,%d\n"
                .formatted(random.nextInt(4), 1 + random.nextInt(4), random.nextInt(4));
    }

    private void assess(Random random) {
        var dues = random.nextBoolean();
        var day = day(random);
        assessments.issue(
                finance,
                new NewAssessment(
                        dues ? NewAssessment.Kind.DUES : NewAssessment.Kind.PROJECT,
                        2006 + random.nextInt(2),
                        new FundCode(dues ? "UMUM" : "PROYEK-SAMPAH"),
                        dues ? null : "SAMPAH",
                        rupiah(Integer.toString(1000 + random.nextInt(100))),
                        RULE,
                        table(random),
                        null,
                        new LegalBasis("PKS-1", "Pasal 6"),
                        day,
                        day.plusDays(random.nextInt(90)),
                        "Tagihan " + step,
                        null,
                        Map.of(),
                        Map.of()),
                key());
        did("assess");
    }

    private void receive(Random random) {
        var parts = new ArrayList<NewReceipt.Part>();
        var funds = random.nextInt(3);
        for (var at = 0; at < FUNDS.size(); at++) {
            if (funds == at) continue;
            parts.add(
                    new NewReceipt.Part(
                            new FundCode(FUNDS.get(at)),
                            new AccountCode("11200"),
                            rupiah(Integer.toString(1 + random.nextInt(900))),
                            random.nextInt(4) == 0
                                    ? List.of(
                                            new NewReceipt.Deduction(
                                                    NewReceipt.Deduction.Kind.UNRECOGNISED,
                                                    Money.of(
                                                            Kartamantul.IDR,
                                                            new java.math.BigDecimal("0.50"))))
                                    : List.of(),
                            random.nextInt(4) == 0 ? List.of() : null));
        }
        receipts.record(
                finance,
                new NewReceipt(
                        any(random, MEMBERS),
                        day(random),
                        "Penerimaan " + step,
                        parts,
                        null,
                        null,
                        null,
                        null,
                        null),
                key());
        did("receive");
    }

    /** In kind, towards open dues if there are some; now and then the last gift is taken back. */
    private void give(Random random) {
        var standing = gifts.list(finance, null, InKind.State.RECORDED);
        if (!standing.isEmpty() && random.nextInt(4) == 0) {
            gifts.reverse(finance, any(random, standing).number(), day(random), "Balik", key());
            return;
        }
        var party = any(random, MEMBERS);
        var day = day(random);
        var open =
                contributions.openCharges(finance, party).stream()
                        .filter(charge -> charge.account().equals("11300"))
                        .filter(charge -> charge.open().minorUnits() > 0)
                        .toList();
        var charge = open.isEmpty() ? null : any(random, open).charge();
        gifts.enter(
                finance,
                new NewInKind(
                        party,
                        InKind.Kind.STAFF,
                        "Tenaga " + step,
                        day,
                        day,
                        new java.math.BigDecimal("1.5"),
                        "bulan",
                        InKind.Valuation.TARIFF,
                        "Kesepakatan",
                        rupiah(Integer.toString(1 + random.nextInt(300))),
                        null,
                        charge == null
                                ? null
                                : new InKindCounting(
                                        charge,
                                        new LegalBasis("PKS-1", "Pasal 6"),
                                        random.nextBoolean() ? null : rupiah("400")),
                        charge == null ? new FundCode("UMUM") : null,
                        new AccountCode("51100"),
                        day,
                        null),
                key());
        did("give");
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void use(Random random) {
        var all = receipts.list(finance, null, null);
        var left = all.stream().filter(one -> one.left().minorUnits() > 0).toList();
        if (left.isEmpty()) return;
        var receipt = any(random, left);
        var most = any(random, receipt.prepaid()).left();
        var amount =
                random.nextBoolean() ? most : new Money(Kartamantul.IDR, 1 + random.nextInt(9_000));
        var open =
                contributions.openCharges(finance, receipt.party()).stream()
                        .filter(charge -> charge.open().minorUnits() > 0)
                        .toList();
        var charge = open.isEmpty() || random.nextInt(3) == 0 ? null : any(random, open);
        receipts.usePrepayment(
                finance,
                charge == null
                        ? NewPrepaymentUse.refunded(
                                receipt.code(),
                                day(random),
                                amount,
                                new AccountCode("11200"),
                                "Dikembalikan")
                        : NewPrepaymentUse.applied(
                                receipt.code(),
                                day(random),
                                amount.compareTo(charge.open()) < 0 ? amount : charge.open(),
                                charge.charge(),
                                "Dipakai"),
                key());
        did("use");
    }

    private @Nullable Assessment standing(Random random) {
        var all =
                assessments.list(finance, null).stream()
                        .filter(one -> one.paper().reversal() == null)
                        .toList();
        return all.isEmpty() ? null : assessments.get(finance, any(random, all).code());
    }

    private void recalculate(Random random) {
        var assessment = standing(random);
        if (assessment == null) return;
        var day = day(random);
        var run =
                recalculations.issue(
                        finance,
                        new NewRecalculation(
                                assessment.code(),
                                day,
                                day.plusDays(random.nextInt(90)),
                                "Angka baru",
                                "Tabel " + step,
                                table(random)),
                        key());
        did("recalculate");
        if (random.nextInt(3) == 0) {
            var on = day.plusDays(random.nextInt(30));
            recalculations.reverse(
                    finance, assessment.code(), run.code(), on, "Keliru", "undo-" + key());
            did("undo");
        }
    }

    private void undo(Random random) {
        var runs =
                assessments.list(finance, null).stream()
                        .flatMap(one -> recalculations.ofAssessment(finance, one.code()).stream())
                        .filter(run -> run.paper().reversal() == null || random.nextInt(5) == 0)
                        .toList();
        if (runs.isEmpty()) return;
        var run = random.nextBoolean() ? any(random, runs) : runs.getFirst();
        recalculations.reverse(finance, run.assessment(), run.code(), day(random), "Keliru", key());
        did("undo");
    }

    private void claim(Random random) {
        var all = contributions.openCharges(finance, null);
        if (all.isEmpty()) return;
        var charge = any(random, all);
        var kind = any(random, CLAIMS);
        var most =
                switch (kind) {
                    case CREDIT -> charge.collectable().minus(charge.writtenOff());
                    case RECOVERY, MEMO_RELEASE -> charge.memo();
                    case RELEASE -> charge.allowance();
                    case ALLOWANCE, WRITE_OFF -> charge.open();
                };
        var amount =
                random.nextBoolean()
                        ? most
                        : new Money(Kartamantul.IDR, 1 + random.nextInt(20_000));
        claims.take(
                finance,
                new NewClaim(
                        kind,
                        charge.charge(),
                        day(random),
                        amount,
                        random.nextBoolean(),
                        "SK " + step,
                        "Keputusan"),
                key());
        did("claim");
        did(kind.code());
    }

    private void unclaim(Random random) {
        var all = claimPapers.shown(finance, null).papers();
        if (all.isEmpty()) return;
        var claim = random.nextBoolean() ? all.getLast() : any(random, all);
        claims.reverse(finance, claim.code(), day(random), "Keliru", key());
        did("unclaim");
    }

    private void cost(Random random) {
        var assessment = standing(random);
        if (assessment == null || assessment.whole() == null) return;
        var deferred = assessment.whole().deferred();
        if (assessment.kind() == NewAssessment.Kind.DUES) {
            assessments.earnDues(
                    finance, assessment.code(), day(random).plusYears(1), "Tahun berjalan", key());
        } else {
            assessments.recogniseCost(
                    finance,
                    new NewProjectCost(
                            assessment.code(),
                            day(random),
                            random.nextBoolean() ? deferred : rupiah("100"),
                            new AccountCode("54100"),
                            new AccountCode("21100"),
                            null,
                            "Biaya",
                            null),
                    key());
        }
        did("earn");
    }

    private void reverse(Random random) {
        var day = day(random);
        if (random.nextInt(3) == 0) {
            var assessment = standing(random);
            if (assessment == null || assessment.whole() == null) return;
            var earnings = assessment.whole().earnings();
            if (earnings.isEmpty() || random.nextBoolean()) {
                assessments.cancel(finance, assessment.code(), day, "Salah", key());
            } else {
                assessments.reverseEarning(
                        finance,
                        assessment.code(),
                        any(random, earnings).paper().code(),
                        day.plusYears(1),
                        "Salah",
                        key());
            }
            did("reverse");
            return;
        }
        var all = receipts.list(finance, null, null);
        if (all.isEmpty()) return;
        var receipt = any(random, all);
        if (receipt.uses().isEmpty() || random.nextInt(3) == 0) {
            receipts.reverse(finance, receipt.code(), day, "Salah", key());
        } else {
            receipts.reverseUse(
                    finance, any(random, receipt.uses()).paper().code(), day, "Salah", key());
        }
        did("reverse");
    }

    /** The statements of any period, as known at any entry, against the postings themselves. */
    private void ties(Random random) throws SQLException {
        unitsTie();
        var head = journal.head(town.body()).lastNo();
        nothingBelowZero();
        for (var known : List.of(head, 1 + random.nextLong(head))) {
            var until = LocalDate.of(2006, 1, 1).plusDays(random.nextInt(500));
            var period = new StatementPeriod(until.minusDays(random.nextInt(200)), until);
            var together = 0L;
            for (var party : MEMBERS) {
                var shown = statements.of(finance, party, period, known);
                var moved =
                        shown.movements().stream()
                                .mapToLong(one -> one.charge() - one.gross())
                                .sum();
                assertThat(shown.opening() + moved).as("step " + step).isEqualTo(shown.closing());
                assertThat(shown.closing())
                        .as("step " + step)
                        .isEqualTo(sum("11300,11310,21600", party, until, known));
                together += shown.closing();
                asOf(party, until, known);
            }
            assertThat(together)
                    .as("step " + step)
                    .isEqualTo(sum("11300,11310,21600", null, until, known));
        }
    }

    private void asOf(String party, LocalDate day, long known) throws SQLException {
        var charges = contributions.openCharges(finance, party, day, known);
        assertThat(charges.stream().mapToLong(one -> one.open().minorUnits()).sum())
                .as("step " + step)
                .isEqualTo(sum("11300,11310", party, day, known));
        assertThat(charges)
                .as("step %d as of %s, known at %d", step, day, known)
                .allSatisfy(one -> {
                    assertThat(one.charged().minorUnits()).isNotNegative();
                    assertThat(one.paid().minorUnits()).isNotNegative();
                    assertThat(one.open().minorUnits()).isNotNegative();
                    assertThat(one.credited().minorUnits()).isNotNegative();
                    assertThat(one.writtenOff().minorUnits()).isNotNegative();
                    assertThat(one.memo().minorUnits()).isNotNegative();
                    assertThat(one.allowance().minorUnits()).isNotNegative();
                });
    }

    /** Nothing is paid twice, nothing given back twice, nothing earned twice. */
    private void nothingBelowZero() {
        var open = contributions.openCharges(finance, null);
        assertThat(open).allSatisfy(one -> assertThat(one.open().minorUnits()).isNotNegative());
        assertThat(receipts.list(finance, null, null))
                .flatExtracting(Receipt::prepaid)
                .allSatisfy(one -> assertThat(one.left().minorUnits()).isNotNegative());
        var charged = new TreeMap<String, Money>();
        for (OpenCharge one : open) {
            charged.merge(one.assessment(), one.charged(), Money::plus);
        }
        for (var summary : assessments.list(finance, null)) {
            var whole = assessments.get(finance, summary.code()).whole();
            assertThat(whole).isNotNull();
            if (whole == null || summary.paper().reversal() != null) continue;
            assertThat(whole.deferred().minorUnits()).isNotNegative();
            assertThat(charged.get(summary.code())).isEqualTo(whole.total());
        }
    }

    private long sum(String accounts, @Nullable String party, LocalDate until, long known)
            throws SQLException {
        try (var connection = database.connect();
                var statement =
                        connection.prepareStatement(
                                "SELECT COALESCE(SUM(p.amount), 0) FROM posting p JOIN account a ON"
                                        + " a.book_id = p.book_id AND a.account_id = p.account_id"
                                        + " LEFT JOIN book_party b ON b.book_id = p.book_id AND"
                                        + " b.party_id = p.party_id WHERE p.book_id = ? AND"
                                        + " FIND_IN_SET(a.code, ?) > 0 AND (? IS NULL OR b.code = ?)"
                                        + " AND p.entry_date <= ? AND p.entry_no <= ?")) {
            statement.setInt(1, town.body().value());
            statement.setString(2, accounts);
            statement.setString(3, party);
            statement.setString(4, party);
            statement.setObject(5, until);
            statement.setLong(6, known);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
