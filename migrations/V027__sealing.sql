-- Sealing is moving the head. Headers and lines stand beyond it; one guarded update of the head takes in one entry or
-- a thousand. The trigger checks what must hold for every one of them, and repeats what CHECK constraints say, because
-- a session may switch those off: numbers without gaps, links of the chain, recorded-at order, open dates, actors,
-- line counts, zero per entry and per fund; that a reversal undoes an entry before it, which a foreign key of a table
-- to itself does not refuse on MySQL 9.7. A single entry takes two reads by primary key.
DELIMITER $$
CREATE TRIGGER book_head_bi BEFORE INSERT ON book_head FOR EACH ROW
BEGIN
    IF NEW.last_no <> 0 OR NEW.period_seq <> 0 OR NEW.chart_no <> 0
       OR NOT EXISTS (SELECT 1 FROM book b WHERE b.book_id = NEW.book_id
                        AND NEW.head_hash = UNHEX(SHA2(CONCAT('patungan:1:', b.uid), 256))
                        AND DAYOFMONTH(b.first_open) = 1 AND NEW.closed_through = b.first_open - INTERVAL 1 DAY)
       OR EXISTS (SELECT 1 FROM journal_entry e WHERE e.book_id = NEW.book_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-03 head starts at genesis';
    END IF;
END$$

CREATE TRIGGER book_head_bd BEFORE DELETE ON book_head FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-02 append-only'$$

CREATE TRIGGER book_head_bu BEFORE UPDATE ON book_head FOR EACH ROW
BEGIN
    DECLARE v_bad, v_lines, v_count BIGINT;
    DECLARE v_hash BINARY(32);
    DECLARE v_at DATETIME(6);
    DECLARE v_date DATE;

    IF NOT (NEW.book_id <=> OLD.book_id) OR NOT (NEW.last_no >= OLD.last_no) OR NOT (NEW.chart_no >= OLD.chart_no)
       OR (NEW.last_no = OLD.last_no AND NOT (NEW.head_hash <=> OLD.head_hash AND NEW.last_recorded_at <=> OLD.last_recorded_at)) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-03 head only moves on';
    END IF;

    IF NOT (NEW.closed_through <=> OLD.closed_through AND NEW.period_seq <=> OLD.period_seq) THEN
        IF NEW.last_no <> OLD.last_no OR NOT (NEW.period_seq <=> OLD.period_seq + 1)
           OR NOT (NEW.closed_through <=> LAST_DAY(OLD.closed_through + INTERVAL 1 DAY)
                   OR NEW.closed_through <=> LAST_DAY(OLD.closed_through - INTERVAL 1 MONTH))
           OR NEW.closed_through < (SELECT b.first_open - INTERVAL 1 DAY FROM book b WHERE b.book_id = OLD.book_id)
           OR NOT EXISTS (SELECT 1 FROM period_event p WHERE p.book_id = OLD.book_id AND p.period_seq = NEW.period_seq
                            AND p.closed_through = NEW.closed_through AND p.at_entry_no = OLD.last_no
                            AND p.action = IF(NEW.closed_through > OLD.closed_through, 'close', 'reopen')
                            AND (p.action = 'close' OR p.reason IS NOT NULL)) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-07 periods close and reopen one month at a time, with a record';
        END IF;
    END IF;

    IF NEW.last_no = OLD.last_no + 1 THEN
        SELECT e.hash, e.line_count, e.recorded_at, e.entry_date,
               NOT (e.prev_hash <=> OLD.head_hash) OR e.recorded_at < OLD.last_recorded_at OR e.entry_date <= OLD.closed_through
               OR NOT ((e.reverses_no IS NULL) <=> (e.reason IS NULL)) OR NOT COALESCE(e.reverses_no BETWEEN 1 AND e.entry_no - 1, TRUE)
               OR COALESCE(e.approved_by = e.prepared_by, FALSE) OR LOCATE(':', e.prepared_by) > 0 OR e.prepared_by = ''
               OR COALESCE(e.approved_by = '', FALSE)
               OR NOT (e.hash <=> UNHEX(SHA2(CONCAT(e.prev_hash, e.content_hash, e.form, ':', e.entry_no, ':', e.recorded_at, ':',
                                                    e.prepared_by, ':', COALESCE(e.approved_by, '')), 256)))
          INTO v_hash, v_lines, v_at, v_date, v_bad
          FROM journal_entry e WHERE e.book_id = OLD.book_id AND e.entry_no = NEW.last_no;
        IF NOT (v_bad <=> 0) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-04 number, chain, time or closed period';
        END IF;
        IF NOT (v_hash <=> NEW.head_hash AND v_at <=> NEW.last_recorded_at) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-05 head is not the last entry';
        END IF;
        SELECT COALESCE(SUM(g.total <> 0 OR g.n < 2 OR g.wrong > 0), 0), COALESCE(SUM(g.n), 0)
          INTO v_bad, v_count
          FROM (SELECT SUM(l.amount) total, COUNT(*) n,
                       SUM(l.amount = 0 OR l.entry_date <> v_date OR NOT (l.line_no BETWEEN 1 AND v_lines)
                           OR NOT ((l.orig_currency IS NULL) <=> (l.orig_amount IS NULL)) OR NOT ((l.orig_currency IS NULL) <=> (l.rate IS NULL))) wrong
                  FROM posting l WHERE l.book_id = OLD.book_id AND l.entry_no = NEW.last_no GROUP BY l.fund_id) g;
        IF v_bad > 0 OR v_count <> v_lines OR v_count < 2
           OR EXISTS (SELECT 1 FROM journal_entry e WHERE e.book_id = OLD.book_id AND e.entry_no > NEW.last_no) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-06 an entry does not balance in a fund';
        END IF;

    ELSEIF NEW.last_no > OLD.last_no THEN
        SELECT COUNT(*), COALESCE(SUM(
                   NOT (e.prev_hash <=> IF(e.entry_no = OLD.last_no + 1, OLD.head_hash, p.hash))
                   OR e.recorded_at < COALESCE(p.recorded_at, OLD.last_recorded_at) OR e.recorded_at < OLD.last_recorded_at
                   OR e.entry_date <= OLD.closed_through
                   OR NOT ((e.reverses_no IS NULL) <=> (e.reason IS NULL)) OR NOT COALESCE(e.reverses_no BETWEEN 1 AND e.entry_no - 1, TRUE)
                   OR COALESCE(e.approved_by = e.prepared_by, FALSE) OR LOCATE(':', e.prepared_by) > 0 OR e.prepared_by = ''
                   OR COALESCE(e.approved_by = '', FALSE)
                   OR NOT (e.hash <=> UNHEX(SHA2(CONCAT(e.prev_hash, e.content_hash, e.form, ':', e.entry_no, ':', e.recorded_at, ':',
                                                        e.prepared_by, ':', COALESCE(e.approved_by, '')), 256)))), 0)
          INTO v_count, v_bad
          FROM journal_entry e LEFT JOIN journal_entry p ON p.book_id = e.book_id AND p.entry_no = e.entry_no - 1
         WHERE e.book_id = OLD.book_id AND e.entry_no > OLD.last_no;
        IF v_count <> NEW.last_no - OLD.last_no OR v_bad > 0 THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-04 number, chain, time or closed period';
        END IF;
        SELECT e.hash, e.recorded_at INTO v_hash, v_at FROM journal_entry e WHERE e.book_id = OLD.book_id AND e.entry_no = NEW.last_no;
        IF NOT (v_hash <=> NEW.head_hash AND v_at <=> NEW.last_recorded_at) THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-05 head is not the last entry';
        END IF;
        SELECT COUNT(*), COALESCE(SUM(t.bad > 0 OR t.n <> t.line_count), 0)
          INTO v_count, v_bad
          FROM (SELECT g.entry_no, g.line_count, SUM(g.n) n, SUM(g.total <> 0 OR g.n < 2 OR g.wrong > 0) bad
                  FROM (SELECT l.entry_no, e.line_count, l.fund_id, SUM(l.amount) total, COUNT(*) n,
                               SUM(l.amount = 0 OR l.entry_date <> e.entry_date OR NOT (l.line_no BETWEEN 1 AND e.line_count)
                                   OR NOT ((l.orig_currency IS NULL) <=> (l.orig_amount IS NULL))
                                   OR NOT ((l.orig_currency IS NULL) <=> (l.rate IS NULL))) wrong
                          FROM posting l JOIN journal_entry e ON e.book_id = l.book_id AND e.entry_no = l.entry_no
                         WHERE l.book_id = OLD.book_id AND l.entry_no > OLD.last_no
                         GROUP BY l.entry_no, e.line_count, l.fund_id) g
                 GROUP BY g.entry_no, g.line_count) t;
        IF v_bad > 0 OR v_count <> NEW.last_no - OLD.last_no THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-06 an entry does not balance in a fund';
        END IF;
    END IF;
END$$
DELIMITER ;
