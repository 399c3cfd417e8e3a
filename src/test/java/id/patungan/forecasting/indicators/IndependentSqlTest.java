package id.patungan.forecasting.indicators;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.PROVINCE;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DomainException;
import id.patungan.basics.Fraction;
import id.patungan.basics.FundCode;
import id.patungan.contributions.Assessments;
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
import id.patungan.contributions.NewReceipt;
import id.patungan.contributions.OpenCharge;
import id.patungan.contributions.Receipts;
import id.patungan.grants.AwardTerms;
import id.patungan.grants.Awards;
import id.patungan.ledger.Books;
import id.patungan.ledger.Fund;
import id.patungan.ledger.Journal;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.ledger.Restriction;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.NewParty;
import id.patungan.parties.Parties;
import id.patungan.parties.PartyKind;
import id.patungan.platform.Access;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every indicator that comes from the ledger, on random books of four years, on several days and as
 * known at several entries, against SQL over the journal that was written apart from the program.
 */
@DatabaseTest
class IndependentSqlTest {

    private static final Set<IndicatorCode> DEFINED = EnumSet.noneOf(IndicatorCode.class);

    private static final int STEPS = 110;

    private static final List<String> MEMBERS = List.of(YOGYA, SLEMAN, BANTUL);
    private static final List<String> PAYERS = List.of(YOGYA, SLEMAN, BANTUL, PROVINCE, "GTZ");
    private static final List<String> FUNDS =
            List.of(
                    "UMUM",
                    "UMUM",
                    "CADANGAN",
                    "TITIPAN",
                    "PROYEK-SAMPAH",
                    "HIBAH-OPS",
                    "DONOR-GTZ",
                    "BANTUAN");
    private static final List<String> INCOME =
            List.of(
                    "41100", "41200", "41210", "42100", "42200", "43100", "44100", "45100", "46100",
                    "47100", "48100");
    private static final List<String> EXPENSE =
            List.of(
                    "51100", "52100", "52400", "54100", "55100", "56100", "57100", "58100",
                    "58200");
    private static final List<String> OTHER =
            List.of(
                    "11200", "11210", "11400", "11600", "12100", "12190", "21100", "21300",
                    "21700");

    private final Assessments assessments;
    private final Receipts receipts;
    private final Claims claims;
    private final InKindRegister gifts;
    private final Contributions contributions;
    private final Awards awards;
    private final Ledger ledger;
    private final Journal journal;
    private final Sustainability sustainability;
    private final SuperUser database;
    private final Town town;
    private final Access finance;
    private final Map<String, Integer> done = new TreeMap<>();
    private int step;

    /** What the SQL below must know of the awards. */
    private record Ends(LocalDate hibah, boolean once, LocalDate donor) {}

    @Autowired
    IndependentSqlTest(
            Assessments assessments,
            Receipts receipts,
            Claims claims,
            InKindRegister gifts,
            Contributions contributions,
            Awards awards,
            Ledger ledger,
            Journal journal,
            Sustainability sustainability,
            SuperUser database,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.assessments = assessments;
        this.receipts = receipts;
        this.claims = claims;
        this.gifts = gifts;
        this.contributions = contributions;
        this.awards = awards;
        this.ledger = ledger;
        this.journal = journal;
        this.sustainability = sustainability;
        this.database = database;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.finance = town.finance();
        parties.add(finance, NewParty.other("GTZ", PartyKind.DONOR, "GTZ"));
        books.addFunds(
                finance,
                List.of(
                        fund("HIBAH-OPS", Restriction.CONDITIONAL, null),
                        fund("DONOR-GTZ", Restriction.RESTRICTED, null),
                        fund("BANTUAN", Restriction.RESTRICTED, PROVINCE)));
    }

    private static Fund fund(String code, Restriction restriction, @Nullable String party) {
        return new Fund(new FundCode(code), code, code, restriction, party, null, true);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void everyIndicatorIsWhatTheJournalSays(long seed) throws SQLException {
        var random = new Random(seed);
        for (step = 0; step < STEPS; step++) act(random);
        var ends = approveAwards(random);
        assertThat(done.keySet())
                .as("seed " + seed)
                .contains("assess", "receive", "give", "claim", "post", "reverse", "close", "lend");
        var head = journal.head(town.body()).lastNo();
        for (var day :
                List.of(
                        LocalDate.of(2005, 12, 31),
                        LocalDate.of(2006, 12, 31),
                        LocalDate.of(2007, 12, 31),
                        LocalDate.of(2005, 1, 1).plusDays(random.nextInt(1000)),
                        LocalDate.of(2005, 1, 1).plusDays(random.nextInt(1000)))) {
            for (var known : List.of(head, 1 + random.nextLong(head))) {
                var found = sustainability.on(finance, day, known);
                var sql = new Sql(day, known, ends);
                for (var one : found.all()) {
                    if (one.code().projected()) continue;
                    if (one.value() instanceof Value.Exact) DEFINED.add(one.code());
                    assertThat(one.value())
                            .as(
                                    "seed %d, %s on %s as known at %d",
                                    seed, one.code().code(), day, known)
                            .isEqualTo(sql.expected(one.code()));
                }
            }
        }
    }

    /** Otherwise it would be equal because there is nothing to compare. */
    @AfterAll
    static void everyIndicatorWasANumberInSomeBook() {
        assertThat(IndicatorCode.values())
                .allMatch(code -> code.projected() || DEFINED.contains(code));
    }

    private void act(Random random) {
        try {
            switch (random.nextInt(12)) {
                case 0, 1 -> assess(random);
                case 2, 3 -> receive(random);
                case 4 -> give(random);
                case 5 -> claim(random);
                case 6 -> reverse(random);
                case 7 -> lend(random);
                case 8 -> close(random);
                default -> post(random);
            }
        } catch (DomainException refused) {
            done.merge(refused.code(), 1, Integer::sum);
        }
    }

    private LocalDate day(Random random) {
        return LocalDate.of(2005, 1, 10).plusDays(7L * step + random.nextInt(40));
    }

    private String key() {
        return "step-" + step;
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static long amount(Random random) {
        return 1 + random.nextLong(900_000);
    }

    private void entry(Random random, String kind, List<NewPosting> postings) {
        ledger.post(finance, new NewEntry(day(random), kind, kind, key(), null, postings));
        done.merge(kind.equals(NewEntry.CLOSING) ? "close" : "post", 1, Integer::sum);
    }

    /** Income or expense in any fund, now and then with a payer, against anything. */
    private void post(Random random) {
        var fund = any(random, FUNDS);
        var amount = amount(random);
        var income = random.nextBoolean();
        var activity =
                income
                        ? NewPosting.credit(any(random, INCOME), fund, amount)
                        : NewPosting.debit(any(random, EXPENSE), fund, amount);
        if (random.nextBoolean()) activity = activity.party(any(random, PAYERS));
        var against =
                income && random.nextInt(4) == 0
                        ? NewPosting.debit(any(random, EXPENSE), fund, amount)
                        : NewPosting.debit(any(random, OTHER), fund, income ? amount : -amount);
        entry(random, NewEntry.MANUAL, List.of(activity, against));
    }

    /** One fund lends to another. */
    private void lend(Random random) {
        var from = any(random, FUNDS);
        var to = any(random, FUNDS);
        if (from.equals(to)) return;
        var amount = amount(random);
        entry(
                random,
                NewEntry.MANUAL,
                List.of(
                        NewPosting.debit("19100", from, amount),
                        NewPosting.credit("11200", from, amount),
                        NewPosting.debit("11200", to, amount),
                        NewPosting.credit("29100", to, amount)));
        done.merge("lend", 1, Integer::sum);
    }

    /** Takes something of a year to net assets. */
    private void close(Random random) {
        var fund = any(random, FUNDS);
        var amount = amount(random);
        entry(
                random,
                NewEntry.CLOSING,
                List.of(
                        NewPosting.debit(any(random, INCOME), fund, amount),
                        NewPosting.credit("31000", fund, amount)));
    }

    private void reverse(Random random) {
        var head = journal.head(town.body()).lastNo();
        if (head == 0) return;
        ledger.reverse(finance, 1 + random.nextLong(head), day(random), "Keliru", key());
        done.merge("reverse", 1, Integer::sum);
    }

    private void assess(Random random) {
        var kind =
                any(
                        random,
                        List.of(
                                NewAssessment.Kind.DUES,
                                NewAssessment.Kind.DUES,
                                NewAssessment.Kind.LEVY,
                                NewAssessment.Kind.FINE,
                                NewAssessment.Kind.PROJECT));
        var project = kind == NewAssessment.Kind.PROJECT;
        var day = day(random);
        assessments.issue(
                finance,
                new NewAssessment(
                        kind,
                        day.getYear() + random.nextInt(2),
                        new FundCode(project ? "PROYEK-SAMPAH" : "UMUM"),
                        project ? "SAMPAH" : null,
                        rupiah(Integer.toString(1000 + random.nextInt(9000))),
                        "rule: {kind: weights, indicator: w}",
                        "party,name,w\n34.71,Y,%d\n34.04,S,%d\n34.02,B,%d\n"
                                .formatted(
                                        random.nextInt(4),
                                        1 + random.nextInt(4),
                                        random.nextInt(4)),
                        null,
                        new LegalBasis("PKS-1", "Pasal 6"),
                        day,
                        day.plusDays(random.nextInt(90)),
                        "Tagihan " + step,
                        null,
                        Map.of(),
                        Map.of()),
                key());
        done.merge("assess", 1, Integer::sum);
    }

    private void receive(Random random) {
        var left =
                receipts.list(finance, null, null).stream()
                        .filter(one -> one.left().minorUnits() > 0)
                        .toList();
        if (!left.isEmpty() && random.nextInt(3) == 0) {
            use(random, any(random, left).code(), any(random, left).party());
            return;
        }
        receipts.record(
                finance,
                new NewReceipt(
                        any(random, MEMBERS),
                        day(random),
                        "Penerimaan " + step,
                        List.of(
                                new NewReceipt.Part(
                                        new FundCode(
                                                random.nextInt(3) == 0 ? "PROYEK-SAMPAH" : "UMUM"),
                                        new AccountCode("11200"),
                                        rupiah(Integer.toString(1 + random.nextInt(5000))),
                                        random.nextInt(3) == 0
                                                ? List.of(
                                                        new NewReceipt.Deduction(
                                                                NewReceipt.Deduction.Kind
                                                                        .CREDITABLE_TAX,
                                                                rupiah("1")))
                                                : List.of(),
                                        null)),
                        null,
                        null,
                        null,
                        null,
                        null),
                key());
        done.merge("receive", 1, Integer::sum);
    }

    private void use(Random random, String receipt, String party) {
        var open =
                contributions.openCharges(finance, party).stream()
                        .filter(charge -> charge.open().minorUnits() > 0)
                        .toList();
        if (open.isEmpty()) return;
        receipts.usePrepayment(
                finance,
                NewPrepaymentUse.applied(
                        receipt, day(random), rupiah("1"), any(random, open).charge(), "Dipakai"),
                key());
    }

    private void give(Random random) {
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
                        new BigDecimal("1.5"),
                        "bulan",
                        InKind.Valuation.TARIFF,
                        "Kesepakatan",
                        rupiah(Integer.toString(1 + random.nextInt(3000))),
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
        done.merge("give", 1, Integer::sum);
    }

    private void claim(Random random) {
        var all =
                contributions.openCharges(finance, null).stream()
                        .filter(one -> one.status() != OpenCharge.Status.CANCELLED)
                        .filter(one -> one.open().minorUnits() > 0)
                        .toList();
        if (all.isEmpty()) return;
        var charge = any(random, all);
        claims.take(
                finance,
                new NewClaim(
                        any(
                                random,
                                List.of(
                                        NewClaim.Kind.CREDIT,
                                        NewClaim.Kind.CREDIT,
                                        NewClaim.Kind.ALLOWANCE,
                                        NewClaim.Kind.WRITE_OFF)),
                        charge.charge(),
                        day(random),
                        random.nextBoolean() ? charge.open() : rupiah("3"),
                        true,
                        "SK " + step,
                        "Keputusan"),
                key());
        done.merge("claim", 1, Integer::sum);
    }

    /** After all was posted, so that the terms refuse nothing of it. */
    private Ends approveAwards(Random random) {
        var ends =
                new Ends(
                        LocalDate.of(2006, 1, 1).plusDays(random.nextInt(1000)),
                        random.nextBoolean(),
                        LocalDate.of(2006, 1, 1).plusDays(random.nextInt(1000)));
        approve(
                "HIBAH",
                terms(
                        PROVINCE,
                        AwardTerms.Kind.PROVINCIAL_GRANT,
                        true,
                        "HIBAH-OPS",
                        ends.hibah(),
                        ends.once()));
        approve(
                "GTZ-1",
                terms("GTZ", AwardTerms.Kind.DONOR, false, "DONOR-GTZ", ends.donor(), false));
        return ends;
    }

    private void approve(String code, AwardTerms terms) {
        awards.draft(finance, code, terms, "draft-" + code);
        awards.decide(
                town.as(Role.APPROVER, new Scope.All()), code, 1, true, null, "approve-" + code);
    }

    private static AwardTerms terms(
            String giver,
            AwardTerms.Kind kind,
            boolean conditional,
            String fund,
            LocalDate to,
            boolean once) {
        return new AwardTerms(
                giver,
                kind,
                "No. 1",
                LocalDate.of(2005, 1, 1),
                "Keduanya",
                "Bantuan",
                "Support",
                Kartamantul.IDR,
                100_000_000,
                conditional,
                LocalDate.of(2005, 1, 1),
                to,
                to,
                conditional ? "11210" : "11220",
                AwardTerms.Interest.RETURN,
                AwardTerms.Unspent.KEEP,
                null,
                AwardTerms.ExchangeMethod.DAY,
                AwardTerms.ExchangeBearer.AWARD,
                null,
                null,
                List.of(
                        new AwardTerms.Purpose(
                                "OPS", "Operasional", "Operations", fund, null, once)),
                List.of(
                        new AwardTerms.BudgetLine(
                                "1",
                                "OPS",
                                "Semua",
                                "All",
                                100_000_000,
                                List.of(),
                                List.of(),
                                false,
                                null)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same figures straight from the tables. */
    private final class Sql {

        private static final String LINES =
                """
                 FROM posting p
                 JOIN journal_entry e ON e.book_id = p.book_id AND e.entry_no = p.entry_no
                 LEFT JOIN journal_entry o ON o.book_id = e.book_id AND o.entry_no = e.reverses_no
                 JOIN account a ON a.book_id = p.book_id AND a.account_id = p.account_id
                 JOIN fund f ON f.book_id = p.book_id AND f.fund_id = p.fund_id
                 LEFT JOIN book_party b ON b.book_id = p.book_id AND b.party_id = p.party_id
                 LEFT JOIN book_party g ON g.book_id = p.book_id AND g.party_id = f.party_id
                 LEFT JOIN assessment_share s ON s.book_id = p.book_id AND s.charge = p.charge
                 LEFT JOIN assessment t ON t.book_id = s.book_id AND t.code = s.assessment
                WHERE p.book_id = %d AND p.entry_no <= %d AND p.entry_date BETWEEN '%s' AND '%s'
                """;
        private static final String BEGINNING = "1900-01-01";
        private static final String ACTIVITY =
                " AND e.kind <> 'closing' AND f.restriction <> 'agency'";
        private static final String CLASSED = ACTIVITY + " AND a.funding_class IS NOT NULL";
        private static final String OPERATING =
                ACTIVITY + " AND a.kind = 'expense' AND a.code NOT IN ('55100', '58200')";
        private static final String IN_AWARD = "f.code IN ('HIBAH-OPS', 'DONOR-GTZ')";

        private final LocalDate day;
        private final long known;
        private final Ends ends;
        private final String year;

        Sql(LocalDate day, long known, Ends ends) {
            this.day = day;
            this.known = known;
            this.ends = ends;
            this.year = day.getYear() + "-01-01";
        }

        private Object query(String select, String from, String where) throws SQLException {
            try (var connection = database.connect();
                    var statement = connection.createStatement();
                    var rows =
                            statement.executeQuery(
                                    "SELECT "
                                            + select
                                            + LINES.formatted(town.body().value(), known, from, day)
                                            + where)) {
                rows.next();
                return rows.getObject(1) == null ? BigDecimal.ZERO : rows.getObject(1);
            }
        }

        private long sum(String from, String where) throws SQLException {
            return ((BigDecimal) query("SUM(p.amount)", from, where)).longValueExact();
        }

        private long income(String classes) throws SQLException {
            return -sum(year, CLASSED + " AND FIND_IN_SET(a.funding_class, '" + classes + "') > 0");
        }

        /** Income grouped, what is zero or less left out: Σ², Σ, count. */
        private List<BigDecimal> groups(String key) throws SQLException {
            var sums = new ArrayList<BigDecimal>();
            try (var connection = database.connect();
                    var statement = connection.createStatement();
                    var rows =
                            statement.executeQuery(
                                    "SELECT -SUM(p.amount) AS total"
                                            + LINES.formatted(town.body().value(), known, year, day)
                                            + CLASSED
                                            + " GROUP BY "
                                            + key
                                            + " HAVING total > 0 ORDER BY total DESC")) {
                while (rows.next()) sums.add(rows.getBigDecimal(1));
            }
            return sums;
        }

        private static final String PAYER =
                "COALESCE(b.code, g.code, CASE f.code WHEN 'HIBAH-OPS' THEN '34' WHEN 'DONOR-GTZ'"
                        + " THEN 'GTZ' ELSE '?' END)";

        private Value index(String key) throws SQLException {
            var sums = groups(key);
            if (sums.isEmpty()) return none(Value.Reason.NO_INCOME);
            var total = sums.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            var squares =
                    sums.stream()
                            .map(one -> one.multiply(one))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Value.Exact(
                    Fraction.of(squares).dividedBy(Fraction.of(total.multiply(total))));
        }

        private Value normalised(String key, Value.Reason single) throws SQLException {
            var index = index(key);
            var count = groups(key).size();
            if (!(index instanceof Value.Exact(var number))) return index;
            return count == 1
                    ? none(single)
                    : new Value.Exact(
                            number.times(Fraction.of(count))
                                    .minus(Fraction.ONE)
                                    .dividedBy(Fraction.of(count - 1)));
        }

        private Value top(int count) throws SQLException {
            var sums = groups(PAYER);
            var total = sums.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            var top = sums.stream().limit(count).reduce(BigDecimal.ZERO, BigDecimal::add);
            return ratio(top.longValueExact(), total.longValueExact(), Value.Reason.NO_INCOME);
        }

        /** Of entries with income in kind, or in kind: the expense up to that income; the rest. */
        private long gifts(String from, boolean given) throws SQLException {
            var perEntry =
                    "SELECT COALESCE(o.kind, e.kind) AS made, SUM(IF(a.kind = 'expense', p.amount,"
                            + " 0)) AS cost, -SUM(IF(a.code = '47100', p.amount, 0)) AS free"
                            + LINES.formatted(town.body().value(), known, from, day)
                            + ACTIVITY
                            + " GROUP BY p.entry_no, COALESCE(o.kind, e.kind)";
            var up =
                    "IF(cost >= 0, GREATEST(0, LEAST(cost, free)), LEAST(0, GREATEST(cost, free)))";
            try (var connection = database.connect();
                    var statement = connection.createStatement();
                    var rows =
                            statement.executeQuery(
                                    "SELECT COALESCE(SUM("
                                            + (given
                                                    ? up
                                                    : "IF(made = 'in-kind', cost - " + up + ", 0)")
                                            + "), 0) FROM ("
                                            + perEntry
                                            + ") x")) {
                rows.next();
                return rows.getBigDecimal(1).longValueExact();
            }
        }

        private long operating() throws SQLException {
            return sum(year, OPERATING) - gifts(year, true);
        }

        private long recurring() throws SQLException {
            return sum(
                            year,
                            OPERATING
                                    + " AND a.code NOT IN ('56100', '57100', '58100')"
                                    + (ends.once() ? " AND f.code <> 'HIBAH-OPS'" : ""))
                    - gifts(year, true);
        }

        private long recurringIncome() throws SQLException {
            return -sum(
                    year,
                    CLASSED
                            + " AND (a.funding_class = 'D1' AND COALESCE(t.kind, '') <> 'levy' OR"
                            + " a.funding_class = 'D5' OR a.funding_class = 'D2' AND NOT "
                            + IN_AWARD
                            + ")");
        }

        private long besideDues() throws SQLException {
            return -sum(
                    year,
                    CLASSED
                            + " AND (a.funding_class = 'D1' AND t.kind = 'project' OR"
                            + " a.funding_class = 'D5' OR a.funding_class = 'D2' AND NOT "
                            + IN_AWARD
                            + ")");
        }

        private static final String OF_YEAR = " AND t.for_year = ";
        private static final String RECEIVABLE = " AND a.code IN ('11300', '11310')";

        /** Charged less credited: what assessments and credit notes put on income. */
        private long assessed(String kind) throws SQLException {
            return -sum(
                    BEGINNING,
                    " AND COALESCE(o.kind, e.kind) IN ('assessment', 'credit-note') AND (a.kind ="
                            + " 'income' OR a.code = '21610')"
                            + OF_YEAR
                            + day.getYear()
                            + kind);
        }

        /** What was charged and is neither written off nor open. */
        private long paid(String kind) throws SQLException {
            var of = RECEIVABLE + OF_YEAR + day.getYear() + kind;
            return assessed(kind)
                    + sum(
                            BEGINNING,
                            " AND COALESCE(o.kind, e.kind) IN ('write-off', 'recovery')" + of)
                    - sum(BEGINNING, of);
        }

        private Value overdue(int days) throws SQLException {
            return ratio(
                    sum(BEGINNING, RECEIVABLE + " AND DATEDIFF('" + day + "', t.due_on) > " + days),
                    assessed(""),
                    Value.Reason.NOTHING_ASSESSED);
        }

        private int months() throws SQLException {
            return ((Number)
                            query(
                                    "LEAST(12, 1 + PERIOD_DIFF(DATE_FORMAT('%s', '%%Y%%m'),"
                                                    .formatted(day)
                                            + " DATE_FORMAT(MIN(p.entry_date), '%Y%m')))",
                                    BEGINNING,
                                    ""))
                    .intValue();
        }

        private Value reserve() throws SQLException {
            var months = months();
            var from = day.withDayOfMonth(1).minusMonths(months - 1L).toString();
            var liquid =
                    sum(
                            BEGINNING,
                            " AND f.restriction IN ('unrestricted', 'designated') AND a.kind IN"
                                    + " ('asset', 'liability') AND a.code NOT LIKE '12%'");
            var expense = sum(from, OPERATING) - gifts(from, true) - gifts(from, false);
            return expense <= 0
                    ? none(Value.Reason.NO_EXPENSE)
                    : new Value.Exact(
                            Fraction.of(liquid)
                                    .times(Fraction.of(months))
                                    .dividedBy(Fraction.of(expense)));
        }

        private Value coverage() throws SQLException {
            var restricted = " AND f.restriction IN ('restricted', 'conditional')";
            var cash =
                    sum(
                            BEGINNING,
                            restricted
                                    + " AND a.kind = 'asset' AND (a.code LIKE '111%' OR a.code LIKE"
                                    + " '112%')");
            var lent = sum(BEGINNING, restricted + " AND a.code IN ('19100', '29100')");
            return ratio(cash, cash + lent, Value.Reason.NOTHING_RESTRICTED);
        }

        private Value cliff() throws SQLException {
            var horizon = day.plusMonths(12);
            var gone = new ArrayList<String>(List.of("''"));
            if (!ends.hibah().isAfter(horizon)) gone.add("'HIBAH-OPS'");
            if (!ends.donor().isAfter(horizon)) gone.add("'DONOR-GTZ'");
            return ratio(
                    -sum(year, CLASSED + " AND f.code IN (" + String.join(",", gone) + ")"),
                    income("D0,D1,D2,D3,D4,D5"),
                    Value.Reason.NO_INCOME);
        }

        private Value uplift() throws SQLException {
            var dues = " AND t.kind = 'dues'";
            var collected = paid(dues);
            if (collected <= 0 || assessed(dues) <= 0) return none(Value.Reason.NOTHING_COLLECTED);
            return new Value.Exact(
                    Fraction.of(recurring() - besideDues(), collected).minus(Fraction.ONE));
        }

        private static Value none(Value.Reason reason) {
            return new Value.Undefined(reason);
        }

        private static Value ratio(long part, long whole, Value.Reason otherwise) {
            return whole <= 0 ? none(otherwise) : new Value.Exact(Fraction.of(part, whole));
        }

        private Value ofIncome(String classes) throws SQLException {
            return ratio(income(classes), income("D0,D1,D2,D3,D4,D5"), Value.Reason.NO_INCOME);
        }

        Value expected(IndicatorCode code) throws SQLException {
            if (((Number) query("COUNT(*)", BEGINNING, "")).longValue() == 0) {
                return none(Value.Reason.NO_BOOKS);
            }
            return switch (code) {
                case DONOR_DEPENDENCY -> ofIncome("D3");
                case EXTERNAL_DEPENDENCY -> ofIncome("D2,D3,D4");
                case MEMBER_SHARE -> ofIncome("D1");
                case SELF_FINANCING ->
                        ratio(income("D1,D5,D0"), operating(), Value.Reason.NO_EXPENSE);
                case OWN_SOURCE -> ratio(income("D5"), operating(), Value.Reason.NO_EXPENSE);
                case HHI_PAYER -> index(PAYER);
                case HHI_PAYER_NORMALISED -> normalised(PAYER, Value.Reason.ONE_PAYER);
                case HHI_CLASS -> index("a.funding_class");
                case HHI_CLASS_NORMALISED -> normalised("a.funding_class", Value.Reason.ONE_CLASS);
                case TOP_1 -> top(1);
                case TOP_3 -> top(3);
                case COLLECTION -> ratio(paid(""), assessed(""), Value.Reason.NOTHING_ASSESSED);
                case ARREARS_30 -> overdue(30);
                case ARREARS_90 -> overdue(90);
                case ARREARS_360 -> overdue(360);
                case DSO ->
                        ratio(
                                sum(BEGINNING, RECEIVABLE) * 365,
                                assessed(""),
                                Value.Reason.NOTHING_ASSESSED);
                case RESERVE_MONTHS -> reserve();
                case STRUCTURAL_BALANCE ->
                        new Value.Exact(Fraction.of(recurringIncome() - recurring()));
                case STRUCTURAL_GAP ->
                        ratio(
                                recurring() - recurringIncome(),
                                recurring(),
                                Value.Reason.NO_RECURRING_EXPENSE);
                case RESTRICTED_COVERAGE -> coverage();
                case GRANT_CLIFF -> cliff();
                case UPLIFT -> uplift();
                case RUNWAY, RUNWAY_LARGEST_PAYER, RUNWAY_DONOR -> none(Value.Reason.NO_PROJECTION);
            };
        }
    }
}
