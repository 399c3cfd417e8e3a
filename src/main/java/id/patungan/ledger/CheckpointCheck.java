package id.patungan.ledger;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Checkpoints are what the postings say, and tied to the chain. */
@Configuration(proxyBeanMethods = false)
class CheckpointCheck {

    private static final String RANGES =
            "SELECT COUNT(*) FROM checkpoint WHERE book_id = {1} AND to_no <= {2}";

    @Bean
    BookCheck checkpointsAddUp(CheckRepository rows) {
        return new SqlCheck(
                "checkpoints-add-up",
                RANGES,
                """
                SELECT x.level, x.to_no, x.dim, x.account_id, x.fund_id, x.month, SUM(x.debit), SUM(x.credit), SUM(x.orig_amount), SUM(x.n) FROM
                  (SELECT c.level, c.to_no, c.dim, c.dim_id, c.account_id, c.fund_id, c.month, c.closing, c.orig_currency,
                          c.debit, c.credit, c.orig_amount, c.n
                     FROM checkpoint_cell c WHERE c.book_id = {1} AND c.to_no <= {2}
                   UNION ALL
                   SELECT r.level, r.to_no, d.dim,
                          CASE d.dim WHEN 'L' THEN 0 WHEN 'P' THEN l.party_id WHEN 'J' THEN l.project_id ELSE l.award_line_id END,
                          l.account_id, l.fund_id, YEAR(l.entry_date) * 100 + MONTH(l.entry_date), e.kind = 'closing', COALESCE(l.orig_currency, ''),
                          -GREATEST(l.amount, 0), -GREATEST(-l.amount, 0), -COALESCE(l.orig_amount, 0), -1
                     FROM checkpoint r
                     JOIN posting l ON l.book_id = r.book_id AND l.entry_no > r.from_no AND l.entry_no <= r.to_no
                     JOIN journal_entry e ON e.book_id = l.book_id AND e.entry_no = l.entry_no
                     JOIN account a ON a.book_id = l.book_id AND a.account_id = l.account_id
                     JOIN (SELECT 'L' dim UNION ALL SELECT 'P' UNION ALL SELECT 'J' UNION ALL SELECT 'A') d
                       ON d.dim = 'L' OR (d.dim = 'P' AND l.party_id IS NOT NULL AND a.control = 'party')
                          OR (d.dim = 'J' AND l.project_id IS NOT NULL) OR (d.dim = 'A' AND l.award_line_id IS NOT NULL)
                    WHERE r.book_id = {1} AND r.to_no <= {2}) x
                 GROUP BY x.level, x.to_no, x.dim, x.dim_id, x.account_id, x.fund_id, x.month, x.closing, x.orig_currency
                HAVING SUM(x.debit) <> 0 OR SUM(x.credit) <> 0 OR SUM(x.orig_amount) <> 0 OR SUM(x.n) <> 0
                """,
                "Level %s up to entry %s, %s: account %s, fund %s, month %s is off by debit %s, credit %s, original %s, lines %s",
                rows);
    }

    @Bean
    BookCheck checkpointsInChain(CheckRepository rows) {
        return new SqlCheck(
                "checkpoints-in-chain",
                RANGES,
                """
                SELECT r.level, r.to_no FROM checkpoint r
                  LEFT JOIN journal_entry e ON e.book_id = r.book_id AND e.entry_no = r.to_no
                 WHERE r.book_id = {1} AND NOT (e.hash <=> r.head_hash AND r.to_no <= {2})
                """,
                "The checkpoint of level %s up to entry %s is of another chain; rebuild it",
                rows);
    }
}
