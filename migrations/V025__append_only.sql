-- Rows are added beyond the head only, never changed, and deleted only while they are not in the book (by the
-- discarding procedure of the owner). A session that switched foreign keys or unique checks off may not add rows.
DELIMITER $$
CREATE TRIGGER journal_entry_bi BEFORE INSERT ON journal_entry FOR EACH ROW
BEGIN
    DECLARE v_last BIGINT;
    SELECT last_no INTO v_last FROM book_head WHERE book_id = NEW.book_id FOR UPDATE;
    IF v_last IS NULL OR NOT (NEW.entry_no > v_last) OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-01 entry is sealed or checks are off';
    END IF;
END$$

CREATE TRIGGER posting_bi BEFORE INSERT ON posting FOR EACH ROW
BEGIN
    DECLARE v_last BIGINT;
    SELECT last_no INTO v_last FROM book_head WHERE book_id = NEW.book_id FOR UPDATE;
    IF v_last IS NULL OR NOT (NEW.entry_no > v_last) OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-01 entry is sealed or checks are off';
    END IF;
END$$

CREATE TRIGGER period_event_bi BEFORE INSERT ON period_event FOR EACH ROW
BEGIN
    DECLARE v_seq INT;
    SELECT period_seq INTO v_seq FROM book_head WHERE book_id = NEW.book_id FOR UPDATE;
    IF v_seq IS NULL OR NEW.period_seq <> v_seq + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-01 period event out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER journal_entry_bu BEFORE UPDATE ON journal_entry FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-02 append-only'$$

CREATE TRIGGER posting_bu BEFORE UPDATE ON posting FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-02 append-only'$$

CREATE TRIGGER period_event_bu BEFORE UPDATE ON period_event FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-02 append-only'$$

CREATE TRIGGER journal_entry_bd BEFORE DELETE ON journal_entry FOR EACH ROW
BEGIN
    IF NOT COALESCE(OLD.entry_no > (SELECT last_no FROM book_head WHERE book_id = OLD.book_id), FALSE) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-02 append-only';
    END IF;
END$$

CREATE TRIGGER posting_bd BEFORE DELETE ON posting FOR EACH ROW
BEGIN
    IF NOT COALESCE(OLD.entry_no > (SELECT last_no FROM book_head WHERE book_id = OLD.book_id), FALSE) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-02 append-only';
    END IF;
END$$

CREATE TRIGGER period_event_bd BEFORE DELETE ON period_event FOR EACH ROW
BEGIN
    IF NOT COALESCE(OLD.period_seq > (SELECT period_seq FROM book_head WHERE book_id = OLD.book_id), FALSE) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-02 append-only';
    END IF;
END$$
DELIMITER ;
