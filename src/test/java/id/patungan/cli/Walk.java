package id.patungan.cli;

import id.patungan.testing.Numbers;
import id.patungan.testing.Route;
import id.patungan.testing.SuperUser;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a walk over all routes needs to know of a body: its codes and numbers, and its figures. */
final class Walk {

    /** Smaller ones could be anything: a year, a number, a rounded share. */
    private static final long LEAST = 1_000_000;

    private static final Pattern VARIABLE =
            Pattern.compile("\\{([a-zA-Z]+)(?::(?:[^{}]|\\{[^{}]*})*)?}");

    /** Of papers, drafts and entries one of each sort: for each set of parties and funds. */
    private static final Map<String, String> LISTS =
            Map.of(
                    "agreements", "SELECT code FROM agreement WHERE body_id = %d",
                    "assessments", "SELECT code FROM assessment WHERE book_id = %d",
                    "earnings", "SELECT code FROM earning WHERE book_id = %d LIMIT 3",
                    "uses", "SELECT code FROM prepayment_use WHERE book_id = %d LIMIT 3",
                    "funds", "SELECT code FROM fund WHERE book_id = %d",
                    "rules", "SELECT DISTINCT code FROM sharing_rule_version WHERE book_id = %d",
                    "drafts", "SELECT MIN(draft_id) FROM draft WHERE book_id = %d GROUP BY state",
                    "receipts",
                            """
                            SELECT DISTINCT code FROM (
                              SELECT MIN(code) code FROM receipt WHERE book_id = %1$d GROUP BY party_id
                              UNION SELECT receipt FROM prepayment_use WHERE book_id = %1$d
                              UNION SELECT r.code FROM receipt r
                                JOIN contribution_reversal USING (book_id, code)
                               WHERE r.book_id = %1$d) chosen\
                            """,
                    "journal",
                            """
                            SELECT MIN(entry_no) FROM (
                              SELECT entry_no,
                                     GROUP_CONCAT(DISTINCT party_id ORDER BY party_id) parties,
                                     GROUP_CONCAT(DISTINCT fund_id ORDER BY fund_id) funds
                                FROM posting WHERE book_id = %d GROUP BY entry_no) entries
                             GROUP BY parties, funds\
                            """,
                    "accounts",
                            """
                            SELECT MIN(code) FROM account JOIN posting USING (book_id, account_id)
                             WHERE book_id = %d GROUP BY LEFT(code, 3)\
                            """);

    private Walk() {}

    /**
     * The shares in assessments in which a party has one, and the sums of some of them, such as
     * what all fixed amounts come to; in main units.
     */
    static Set<Long> sharedBy(SuperUser superUser, Codes body, String party) throws SQLException {
        var open = new HashSet<Long>();
        for (var shares :
                column(
                        superUser,
                        """
                        SELECT GROUP_CONCAT(share) FROM assessment_share
                         WHERE book_id = %1$d AND assessment IN (
                           SELECT s.assessment FROM assessment_share s
                             JOIN book_party p USING (book_id, party_id)
                            WHERE s.book_id = %1$d AND p.code = '%2$s')
                         GROUP BY assessment\
                        """
                                .formatted(body.id(), party))) {
            var sums = new HashSet<>(Set.of(0L));
            for (var share : shares.split(",", -1)) {
                var more = Long.parseLong(share) / 100;
                sums.addAll(sums.stream().map(sum -> sum + more).toList());
            }
            open.addAll(sums);
        }
        return open;
    }

    /**
     * What stands in an address, by the part of the address before it or by the variable's name.
     */
    record Codes(String body, int id, Map<String, List<String>> lists) {

        static Codes of(SuperUser superUser, String body) throws SQLException {
            var id =
                    Integer.parseInt(
                            column(
                                            superUser,
                                            "SELECT body_id FROM body WHERE code = '" + body + "'")
                                    .getFirst());
            var parties = "SELECT code FROM book_party WHERE book_id = " + id;
            var lists = new TreeMap<String, List<String>>();
            for (var part : List.of("parties", "members", "regions", "statements", "party")) {
                lists.put(part, column(superUser, parties));
            }
            for (var list : LISTS.entrySet()) {
                lists.put(list.getKey(), column(superUser, list.getValue().formatted(id)));
            }
            lists.put(
                    "papers",
                    column(
                            superUser,
                            """
                            SELECT code FROM lab_paper WHERE book_id = %1$d
                            UNION SELECT MAX(code) FROM issued_paper WHERE book_id = %1$d
                             GROUP BY series, party_id\
                            """
                                    .formatted(id)));
            lists.put("entries", lists.getOrDefault("journal", List.of()));
            lists.put("format", List.of("pdf", "xlsx", "csv", "json", "html"));
            lists.put("people", List.of("bendahara", "sleman", "new"));
            lists.put("signatories", List.of("HEAD", "TREASURER"));
            lists.put("from", List.of("2004-01-01", "2001-01-01"));
            lists.put("indicators", List.of("population"));
            lists.put("year", List.of("2025"));
            lists.put(
                    "accountability",
                    List.of(
                            "statement",
                            "lpj",
                            "bridge",
                            "association",
                            "federal",
                            "eu",
                            "face",
                            "vouchers"));
            lists.put(
                    "payment-accounts",
                    column(superUser, "SELECT account FROM payment_account WHERE book_id = " + id));
            lists.put(
                    "letter-runs",
                    column(superUser, "SELECT run_no FROM letter_run WHERE book_id = " + id));
            lists.put(
                    "recalculations",
                    column(superUser, "SELECT code FROM recalculation WHERE book_id = " + id));
            lists.put(
                    "disputes",
                    column(superUser, "SELECT number FROM dispute WHERE book_id = " + id));
            lists.put(
                    "in-kind",
                    column(superUser, "SELECT number FROM in_kind WHERE book_id = " + id));
            lists.put(
                    "claims",
                    column(superUser, "SELECT code FROM claim_paper WHERE book_id = " + id));
            lists.put(
                    "changes",
                    column(
                            superUser,
                            "SELECT number FROM membership_change WHERE book_id = " + id));
            lists.put(
                    "awards",
                    column(
                            superUser,
                            "SELECT DISTINCT award FROM award_version WHERE book_id = " + id));
            lists.put(
                    "action",
                    List.of(
                            "receive",
                            "spend",
                            "interest",
                            "move",
                            "report",
                            "outside",
                            "pass-on",
                            "undo"));
            lists.put("wishes", List.of("1"));
            lists.put(
                    "fiscalYear",
                    column(
                            superUser,
                            "SELECT DISTINCT fiscal_year FROM budget_version WHERE book_id = "
                                    + id));
            lists.put(
                    "alternative",
                    column(
                            superUser,
                            "SELECT DISTINCT alternative FROM budget_version WHERE book_id = "
                                    + id));
            lists.put("line", List.of("0", "1"));
            lists.put(
                    "scenarios",
                    column(
                            superUser,
                            "SELECT DISTINCT scenario_no FROM scenario WHERE book_id = " + id));
            lists.put(
                    "assessment-runs",
                    column(superUser, "SELECT number FROM assessment_run WHERE book_id = " + id));
            lists.put(
                    "estimates",
                    column(superUser, "SELECT code FROM dues_estimate WHERE book_id = " + id));
            lists.put(
                    "steps",
                    column(superUser, "SELECT number FROM standing_step WHERE book_id = " + id));
            lists.put("version", List.of("1", "2"));
            lists.put(
                    "exchange",
                    List.of("receive", "spend", "interest", "settle", "revalue", "refund"));
            lists.put("uid", List.of("00000000-0000-0000-0000-000000000000"));
            return new Codes(body, id, lists);
        }

        /** Its own codes first, then what only the other has: guessed where it does not belong. */
        Codes withThoseOf(Codes other) {
            var both = new TreeMap<String, List<String>>();
            lists.forEach((name, own) ->
                    both.put(
                            name,
                            Stream.concat(
                                            own.stream(),
                                            other.lists.getOrDefault(name, List.of()).stream())
                                    .distinct()
                                    .toList()));
            return new Codes(body, id, both);
        }

        /** The path with each thing that can stand for its variables. */
        List<String> filled(Route route) {
            var paths = List.of(route.path());
            var variable = VARIABLE.matcher(route.path());
            while (variable.find()) {
                var values = values(route.path().substring(0, variable.start()), variable.group(1));
                var place = variable.group();
                paths =
                        paths.stream()
                                .flatMap(path ->
                                        values.stream().map(value -> path.replace(place, value)))
                                .toList();
            }
            return paths;
        }

        /** A variable of a route that this test does not know gets every code there is. */
        private List<String> values(String before, String name) {
            if (name.equals("body")) {
                return List.of(body);
            }
            var place = before.endsWith("/") ? before.substring(0, before.length() - 1) : name;
            var part = place.substring(place.lastIndexOf('/') + 1);
            var byName = lists.get(name);
            if (byName != null) {
                return byName;
            }
            var byPlace = lists.get(part);
            return byPlace != null
                    ? byPlace
                    : lists.values().stream().flatMap(List::stream).distinct().toList();
        }

        /** What to ask a parameter of a query for: with an eye on what belongs to others. */
        List<String> asked(String parameter) {
            return switch (parameter) {
                case "party" -> lists.getOrDefault("parties", List.of());
                case "fund" -> lists.getOrDefault("funds", List.of());
                case "account" -> List.of("11300", "11310", "11220", "41100");
                case "text", "q", "search" -> List.of("Bantul", "GTZ", "Iuran", "RC-2006", "190");
                case "from", "until", "on", "asOf", "date" -> List.of("2006-12-31");
                case "knownAt", "known", "before" -> List.of("20", "1000000");
                case "page" -> List.of("2");
                case "size" -> List.of("1000");
                case "year" -> List.of("2006", "2005");
                case "kind" -> List.of("assessment", "receipt", "region");
                case "all" -> List.of("true");
                default -> List.of("1");
            };
        }
    }

    /** A line of a journal or draft, in whole rupiah. */
    private record Line(long entry, long amount, String account, String fund, String party) {}

    /** The figures of a body: of each line, and the sums that pages and papers make of them. */
    record Figures(List<Line> lines, Set<Long> others) {

        static Figures of(SuperUser superUser, Codes body) throws SQLException {
            var lines = new ArrayList<Line>();
            try (var connection = superUser.connect();
                    var statement = connection.createStatement();
                    var rows =
                            statement.executeQuery(
                                    """
                                    SELECT l.entry_no, l.amount, a.code, f.code, COALESCE(p.code, '')
                                      FROM posting l
                                      JOIN account a USING (book_id, account_id)
                                      JOIN fund f USING (book_id, fund_id)
                                      LEFT JOIN book_party p
                                        ON p.book_id = l.book_id AND p.party_id = l.party_id
                                     WHERE l.book_id = %d ORDER BY l.entry_no, l.line_no\
                                    """
                                            .formatted(body.id()))) {
                while (rows.next()) {
                    lines.add(
                            new Line(
                                    rows.getLong(1),
                                    rows.getLong(2) / 100,
                                    rows.getString(3),
                                    rows.getString(4),
                                    rows.getString(5)));
                }
            }
            var drafted = new HashSet<Long>();
            column(superUser, "SELECT amount FROM draft_line WHERE book_id = " + body.id())
                    .forEach(amount -> drafted.add(Math.abs(Long.parseLong(amount)) / 100));
            return new Figures(lines, drafted);
        }

        /** A party sees the totals of which it was charged a share, too. */
        Figures ofParty(String party) {
            var entries = new TreeMap<Long, Long>();
            lines.stream()
                    .filter(line -> line.amount() > 0)
                    .forEach(line -> entries.merge(line.entry(), line.amount(), Long::sum));
            var own = lines.stream().filter(line -> line.party().equals(party)).toList();
            var totals = new HashSet<Long>();
            own.forEach(line -> totals.add(entries.getOrDefault(line.entry(), 0L)));
            return new Figures(own, totals);
        }

        /** What papers of the formula lab show to every party of the body: shares by rules. */
        Figures withPapers(SuperUser superUser, Codes body) throws SQLException {
            var shown = new HashSet<>(others);
            for (var paper :
                    column(
                            superUser,
                            "SELECT content FROM lab_paper WHERE book_id = " + body.id())) {
                shown.addAll(Numbers.in(paper));
            }
            return new Figures(lines, shown);
        }

        Figures ofFund(String fund) {
            return new Figures(
                    lines.stream().filter(line -> line.fund().equals(fund)).toList(), Set.of());
        }

        /** Lines, entries, running balances of parties, sums by account, fund and party. */
        Set<Long> all() {
            var sums = new TreeMap<String, Long>();
            var found = new TreeSet<>(others);
            for (var line : lines) {
                found.add(Math.abs(line.amount()));
                var owed = line.account().startsWith("113");
                var control = owed || line.account().equals("21610");
                for (var key :
                        List.of(
                                "account " + line.account(),
                                "cell " + line.account() + line.fund(),
                                "party " + line.party() + line.account(),
                                "side " + (line.amount() > 0),
                                "side " + line.account() + (line.amount() > 0),
                                "entry " + line.entry() + (line.amount() > 0),
                                "balance owed " + (owed ? line.party() : "none"),
                                "balance " + (control ? line.party() : "none"))) {
                    sums.merge(key, line.amount(), Long::sum);
                    if (key.startsWith("balance") || key.startsWith("cell")) {
                        found.add(Math.abs(sums.getOrDefault(key, 0L)));
                    }
                }
            }
            sums.values().forEach(sum -> found.add(Math.abs(sum)));
            found.removeIf(figure -> figure < LEAST);
            return found;
        }
    }

    /** The figures that stand in approved rules: open to every party of the body. */
    static Set<Long> agreed(SuperUser superUser, Codes body) throws SQLException {
        var found = new HashSet<Long>();
        var approved =
                "SELECT rule_text FROM sharing_rule_version v JOIN sharing_rule_decision d"
                        + " USING (book_id, code, version) WHERE d.decision = 'approve' AND"
                        + " book_id = "
                        + body.id();
        column(superUser, approved).forEach(text -> found.addAll(Numbers.in(text)));
        return found;
    }

    /** Checksums of all tables but those of sessions and throttling. */
    static Map<String, String> contents(SuperUser superUser) throws SQLException {
        var tables =
                new TreeSet<>(
                        column(superUser, "SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'"));
        tables.removeIf(table ->
                table.toLowerCase(Locale.ROOT).startsWith("spring_session")
                        || table.equals("sign_in_attempt")
                        || table.equals("scheduled_tasks"));
        var contents = new TreeMap<String, String>();
        try (var connection = superUser.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("CHECKSUM TABLE " + String.join(", ", tables))) {
            while (rows.next()) {
                contents.put(rows.getString(1), rows.getString(2));
            }
        }
        return contents;
    }

    private static List<String> column(SuperUser superUser, String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var connection = superUser.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
