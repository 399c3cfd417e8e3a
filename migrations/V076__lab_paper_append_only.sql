-- Lab papers are numbered without gaps and, once saved, never changed or deleted.
DELIMITER $$
CREATE TRIGGER lab_paper_bi BEFORE INSERT ON lab_paper FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(number), 0) INTO v_last FROM lab_paper WHERE book_id = NEW.book_id AND fiscal_year = NEW.fiscal_year;
    IF NEW.number <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LAB-01 number out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER lab_paper_bu BEFORE UPDATE ON lab_paper FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LAB-02 append-only'$$

CREATE TRIGGER lab_paper_bd BEFORE DELETE ON lab_paper FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LAB-02 append-only'$$
DELIMITER ;
