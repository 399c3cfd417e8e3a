package id.patungan.ledger;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The checks of a book that are one query each: what the triggers refuse to let in, asked again of
 * what is there, because whoever owns the server can go around triggers.
 */
@Configuration(proxyBeanMethods = false)
class LedgerChecks {

    private static final String ENTRIES =
            "SELECT COUNT(*) FROM journal_entry WHERE book_id = {1} AND entry_no <= {2}";

    private static final String POSTINGS =
            "SELECT COUNT(*) FROM posting WHERE book_id = {1} AND entry_no <= {2}";

    @Bean
    BookCheck numbersWithoutGaps(CheckRepository rows) {
        return new SqlCheck(
                "numbers-without-gaps",
                ENTRIES,
                """
                SELECT CONCAT('before entry ', e.entry_no) FROM journal_entry e
                  LEFT JOIN journal_entry p ON p.book_id = e.book_id AND p.entry_no = e.entry_no - 1
                 WHERE e.book_id = {1} AND e.entry_no <= {2} AND e.entry_no <> 1 AND p.entry_no IS NULL
                UNION ALL
                SELECT CONCAT('at the end: the head says ', {2}, ', the last entry is ', COALESCE(MAX(e.entry_no), 0))
                  FROM journal_entry e WHERE e.book_id = {1} AND e.entry_no <= {2}
                HAVING COALESCE(MAX(e.entry_no), 0) <> {2}
                """,
                "An entry is missing %s",
                rows);
    }

    @Bean
    BookCheck nothingBeyondTheHead(CheckRepository rows) {
        return new SqlCheck(
                "nothing-beyond-the-head",
                "SELECT COUNT(*) FROM book_head WHERE book_id = {1}",
                """
                SELECT x.entry_no FROM
                  (SELECT entry_no, book_id FROM journal_entry WHERE book_id = {1}
                   UNION SELECT entry_no, book_id FROM posting WHERE book_id = {1}) x
                  JOIN book_head h ON h.book_id = x.book_id
                 WHERE x.entry_no > h.last_no ORDER BY x.entry_no
                """,
                "Rows of entry %s stand beyond the head: they are not in the book and block it",
                rows);
    }

    @Bean
    BookCheck postingsBelongToEntries(CheckRepository rows) {
        return new SqlCheck(
                "postings-belong-to-entries",
                POSTINGS,
                """
                SELECT l.entry_no, COUNT(*) FROM posting l
                  LEFT JOIN journal_entry e ON e.book_id = l.book_id AND e.entry_no = l.entry_no
                 WHERE l.book_id = {1} AND l.entry_no <= {2} AND e.entry_no IS NULL GROUP BY l.entry_no
                """,
                "Entry %s is gone, but %s of its lines are there",
                rows);
    }

    @Bean
    BookCheck entriesBalance(CheckRepository rows) {
        return new SqlCheck(
                "entries-balance",
                ENTRIES,
                """
                SELECT l.entry_no, f.code, SUM(l.amount), COUNT(*) FROM posting l
                  LEFT JOIN fund f ON f.book_id = l.book_id AND f.fund_id = l.fund_id
                 WHERE l.book_id = {1} AND l.entry_no <= {2}
                 GROUP BY l.entry_no, f.code HAVING SUM(l.amount) <> 0 OR COUNT(*) < 2
                """,
                "Entry %s does not balance in fund %s: difference %s in %s lines",
                rows);
    }

    @Bean
    BookCheck linesComplete(CheckRepository rows) {
        return new SqlCheck(
                "lines-complete",
                ENTRIES,
                """
                SELECT e.entry_no, e.line_count, COUNT(l.line_no), COALESCE(SUM(l.entry_date <> e.entry_date), 0)
                  FROM journal_entry e LEFT JOIN posting l ON l.book_id = e.book_id AND l.entry_no = e.entry_no
                 WHERE e.book_id = {1} AND e.entry_no <= {2} GROUP BY e.entry_no, e.line_count
                HAVING COUNT(l.line_no) <> e.line_count OR COALESCE(SUM(l.entry_date <> e.entry_date), 0) > 0
                    OR COALESCE(MAX(l.line_no), 0) <> e.line_count
                """,
                "Entry %s was posted with %s lines and has %s, %s of them on another date",
                rows);
    }

    @Bean
    BookCheck recordedInOrder(CheckRepository rows) {
        return new SqlCheck(
                "recorded-in-order",
                ENTRIES,
                """
                SELECT e.entry_no, e.recorded_at, p.recorded_at FROM journal_entry e
                  JOIN journal_entry p ON p.book_id = e.book_id AND p.entry_no = e.entry_no - 1
                 WHERE e.book_id = {1} AND e.entry_no <= {2} AND e.recorded_at < p.recorded_at
                """,
                "Entry %s is recorded at %s, before the entry in front of it (%s)",
                rows);
    }

    @Bean
    BookCheck closedMonthsKept(CheckRepository rows) {
        return new SqlCheck(
                "closed-months-kept",
                ENTRIES,
                """
                SELECT e.entry_no, e.entry_date, p.closed_through FROM journal_entry e
                  JOIN period_event p ON p.book_id = e.book_id AND p.at_entry_no < e.entry_no
                  LEFT JOIN period_event n ON n.book_id = p.book_id AND n.period_seq = p.period_seq + 1
                 WHERE e.book_id = {1} AND e.entry_no <= {2} AND e.entry_date <= p.closed_through
                   AND (n.period_seq IS NULL OR n.at_entry_no >= e.entry_no)
                """,
                "Entry %s is dated %s, when the books were closed through %s",
                rows);
    }

    @Bean
    BookCheck closingsInOrder(CheckRepository rows) {
        return new SqlCheck(
                "closings-in-order",
                "SELECT COUNT(*) FROM period_event WHERE book_id = {1} AND {2} >= 0",
                """
                SELECT p.period_seq, p.closed_through, COALESCE(o.closed_through, b.first_open - INTERVAL 1 DAY)
                  FROM period_event p JOIN book b ON b.book_id = p.book_id
                  LEFT JOIN period_event o ON o.book_id = p.book_id AND o.period_seq = p.period_seq - 1
                 WHERE p.book_id = {1} AND {2} >= 0
                   AND ((p.period_seq > 1 AND o.period_seq IS NULL)
                     OR p.at_entry_no < COALESCE(o.at_entry_no, 0)
                     OR (p.action = 'close' AND p.closed_through <>
                           LAST_DAY(COALESCE(o.closed_through, b.first_open - INTERVAL 1 DAY) + INTERVAL 1 DAY))
                     OR (p.action = 'reopen' AND p.closed_through <> LAST_DAY(o.closed_through - INTERVAL 1 MONTH)))
                UNION ALL
                SELECT h.period_seq, h.closed_through, COALESCE(MAX(p.closed_through), b.first_open - INTERVAL 1 DAY)
                  FROM book_head h JOIN book b ON b.book_id = h.book_id
                  LEFT JOIN period_event p ON p.book_id = h.book_id AND p.period_seq = h.period_seq
                 WHERE h.book_id = {1} GROUP BY h.period_seq, h.closed_through, b.first_open
                HAVING h.closed_through <> COALESCE(MAX(p.closed_through), b.first_open - INTERVAL 1 DAY)
                    OR (h.period_seq > 0 AND MAX(p.period_seq) IS NULL)
                """,
                "Closing %s is of %s, which does not follow from %s",
                rows);
    }

    @Bean
    BookCheck trialBalanceZero(CheckRepository rows) {
        return new SqlCheck(
                "trial-balance-zero",
                "SELECT COUNT(DISTINCT fund_id) FROM posting WHERE book_id = {1} AND entry_no <= {2}",
                """
                SELECT COALESCE(f.code, '(all funds)'), SUM(l.amount) FROM posting l
                  LEFT JOIN fund f ON f.book_id = l.book_id AND f.fund_id = l.fund_id
                 WHERE l.book_id = {1} AND l.entry_no <= {2} GROUP BY f.code HAVING SUM(l.amount) <> 0
                """,
                "Fund %s: debits and credits differ by %s",
                rows);
    }

    @Bean
    BookCheck reversalsMirror(CheckRepository rows) {
        return new SqlCheck(
                "reversals-mirror",
                "SELECT COUNT(*) FROM journal_entry WHERE book_id = {1} AND entry_no <= {2} AND reverses_no IS NOT NULL",
                """
                SELECT r.entry_no, r.reverses_no, COUNT(*) FROM journal_entry r
                  JOIN posting o ON o.book_id = r.book_id AND o.entry_no = r.reverses_no
                  LEFT JOIN posting l ON l.book_id = r.book_id AND l.entry_no = r.entry_no AND l.line_no = o.line_no
                 WHERE r.book_id = {1} AND r.entry_no <= {2} AND r.reverses_no IS NOT NULL
                   AND NOT (l.amount <=> -o.amount AND l.account_id <=> o.account_id AND l.fund_id <=> o.fund_id
                        AND l.party_id <=> o.party_id AND l.project_id <=> o.project_id AND l.award_line_id <=> o.award_line_id
                        AND l.unit_id <=> o.unit_id AND l.charge <=> o.charge AND l.charge_period <=> o.charge_period
                        AND l.orig_currency <=> o.orig_currency AND l.orig_amount <=> -o.orig_amount AND l.rate <=> o.rate)
                 GROUP BY r.entry_no, r.reverses_no
                """,
                "Entry %s is not the mirror of entry %s: %s lines differ",
                rows);
    }

    @Bean
    BookCheck interfundZero(CheckRepository rows) {
        return new SqlCheck(
                "interfund-zero",
                POSTINGS,
                """
                SELECT IF(a.code = '39100', '39100', '19100 and 29100'), SUM(l.amount) FROM posting l
                  JOIN account a ON a.book_id = l.book_id AND a.account_id = l.account_id
                 WHERE l.book_id = {1} AND l.entry_no <= {2} AND a.code IN ('19100', '29100', '39100')
                 GROUP BY 1 HAVING SUM(l.amount) <> 0
                """,
                "Between the funds, account %s does not come to zero: %s",
                rows);
    }

    /**
     * Cash of a restricted fund covers what it owes and what is left of its purpose. What other
     * funds owe it (19100) never counts: that is what a hidden borrowing looks like.
     */
    @Bean
    BookCheck restrictedCashCovers(CheckRepository rows) {
        return new SqlCheck(
                "restricted-cash-covers",
                "SELECT COUNT(*) FROM fund WHERE book_id = {1} AND {2} >= 0",
                """
                SELECT f.code, SUM(IF(a.code LIKE '111%' OR a.code LIKE '112%', l.amount, 0)),
                       -SUM(IF(a.code LIKE '111%' OR a.code LIKE '112%' OR a.code IN ('19100', '29100'), 0, l.amount))
                  FROM posting l
                  JOIN account a ON a.book_id = l.book_id AND a.account_id = l.account_id
                  JOIN fund f ON f.book_id = l.book_id AND f.fund_id = l.fund_id
                 WHERE l.book_id = {1} AND l.entry_no <= {2} AND f.restriction IN ('conditional', 'restricted')
                 GROUP BY f.code
                HAVING SUM(IF(a.code LIKE '111%' OR a.code LIKE '112%', l.amount, 0))
                     < GREATEST(0, -SUM(IF(a.code LIKE '111%' OR a.code LIKE '112%' OR a.code IN ('19100', '29100'), 0, l.amount)))
                """,
                "Restricted fund %s has cash of %s and needs %s: other funds have its money",
                rows);
    }

    @Bean
    BookCheck subLedgersComplete(CheckRepository rows) {
        return new SqlCheck(
                "sub-ledgers-complete",
                POSTINGS,
                """
                SELECT l.entry_no, l.line_no, a.code FROM posting l
                  JOIN account a ON a.book_id = l.book_id AND a.account_id = l.account_id
                 WHERE l.book_id = {1} AND l.entry_no <= {2} AND a.control = 'party' AND l.party_id IS NULL
                """,
                "Entry %s line %s is on control account %s, but names no party",
                rows);
    }

    @Bean
    BookCheck draftsAsApproved(CheckRepository rows) {
        return new SqlCheck(
                "drafts-as-approved",
                "SELECT COUNT(*) FROM draft WHERE book_id = {1} AND posted_no <= {2}",
                """
                SELECT d.draft_id, d.posted_no FROM draft d
                  LEFT JOIN journal_entry e ON e.book_id = d.book_id AND e.entry_no = d.posted_no
                  LEFT JOIN draft_version v ON v.book_id = d.book_id AND v.draft_id = d.draft_id AND v.version = d.version
                  LEFT JOIN draft_decision c ON c.book_id = d.book_id AND c.draft_id = d.draft_id AND c.version = d.version
                 WHERE d.book_id = {1} AND d.posted_no <= {2}
                   AND NOT (e.content_hash <=> v.content_hash AND e.prepared_by <=> v.prepared_by
                        AND (c.draft_id IS NULL
                             OR (c.decision = 'approve' AND c.content_hash <=> v.content_hash
                                 AND c.decided_by <=> e.approved_by AND c.decided_by <> v.prepared_by)))
                """,
                "Draft %s became entry %s, which is not what was approved",
                rows);
    }

    @Bean
    BookCheck knownActors(CheckRepository rows) {
        return new SqlCheck(
                "known-actors",
                ENTRIES,
                """
                SELECT x.who, MIN(x.entry_no) FROM
                  (SELECT prepared_by who, entry_no FROM journal_entry WHERE book_id = {1} AND entry_no <= {2}
                   UNION ALL SELECT approved_by, entry_no FROM journal_entry
                              WHERE book_id = {1} AND entry_no <= {2} AND approved_by IS NOT NULL) x
                  LEFT JOIN person p ON p.handle = x.who
                 WHERE p.handle IS NULL AND x.who <> 'system' GROUP BY x.who
                """,
                "Nobody is known by '%s', who stands in entry %s",
                rows);
    }
}
