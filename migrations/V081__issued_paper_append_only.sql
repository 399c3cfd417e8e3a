-- Papers in the register are numbered in order, as the counter of their series says, and never changed or deleted.
DELIMITER $$
CREATE TRIGGER issued_paper_bi BEFORE INSERT ON issued_paper FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT c.last_no INTO v_last FROM document_counter c JOIN document_series s ON s.book_id = c.book_id AND s.series_id = c.series_id
    WHERE s.book_id = NEW.book_id AND s.type = NEW.series AND s.fiscal_year = NEW.fiscal_year;
    IF NOT (NEW.number <=> v_last) OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PAPER-01 number out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER issued_paper_withdrawal_bi BEFORE INSERT ON issued_paper_withdrawal FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PAPER-01 number out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER issued_paper_bu BEFORE UPDATE ON issued_paper FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PAPER-02 append-only'$$

CREATE TRIGGER issued_paper_bd BEFORE DELETE ON issued_paper FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PAPER-02 append-only'$$

CREATE TRIGGER issued_paper_withdrawal_bu BEFORE UPDATE ON issued_paper_withdrawal FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PAPER-02 append-only'$$

CREATE TRIGGER issued_paper_withdrawal_bd BEFORE DELETE ON issued_paper_withdrawal FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PAPER-02 append-only'$$
DELIMITER ;
