-- States of budgets are numbered without gaps and never changed or deleted; what is adopted takes no more of them.
DELIMITER $$
CREATE TRIGGER budget_version_bi BEFORE INSERT ON budget_version FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    DECLARE v_original INT;
    DECLARE v_revision INT;
    SELECT COALESCE(MAX(version), 0) INTO v_last FROM budget_version
     WHERE book_id = NEW.book_id AND fiscal_year = NEW.fiscal_year AND alternative = NEW.alternative;
    SELECT COUNT(*) INTO v_original FROM budget_adoption
     WHERE book_id = NEW.book_id AND fiscal_year = NEW.fiscal_year AND alternative = NEW.alternative AND step = 'original';
    SELECT COUNT(*) INTO v_revision FROM budget_adoption
     WHERE book_id = NEW.book_id AND fiscal_year = NEW.fiscal_year AND alternative = NEW.alternative AND step = 'revision';
    IF NEW.version <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'BUDGET-01 version out of order or checks are off';
    END IF;
    IF (NEW.step = 'original') <> (v_original = 0) OR v_revision > 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'BUDGET-02 adopted already, or a revision of what is not adopted';
    END IF;
END$$

CREATE TRIGGER budget_adoption_bi BEFORE INSERT ON budget_adoption FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    DECLARE v_own INT;
    SELECT MAX(version) INTO v_last FROM budget_version
     WHERE book_id = NEW.book_id AND fiscal_year = NEW.fiscal_year AND alternative = NEW.alternative;
    SELECT COUNT(*) INTO v_own FROM budget_version
     WHERE book_id = NEW.book_id AND fiscal_year = NEW.fiscal_year AND alternative = NEW.alternative
       AND step = NEW.step AND prepared_by = NEW.adopted_by;
    IF NOT (NEW.version <=> v_last) OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'BUDGET-01 not the newest version or checks are off';
    END IF;
    IF v_own > 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'BUDGET-03 whoever prepared it does not adopt it';
    END IF;
END$$

CREATE TRIGGER budget_version_bu BEFORE UPDATE ON budget_version FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'BUDGET-04 append-only'$$

CREATE TRIGGER budget_version_bd BEFORE DELETE ON budget_version FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'BUDGET-04 append-only'$$

CREATE TRIGGER budget_adoption_bu BEFORE UPDATE ON budget_adoption FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'BUDGET-04 append-only'$$

CREATE TRIGGER budget_adoption_bd BEFORE DELETE ON budget_adoption FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'BUDGET-04 append-only'$$
DELIMITER ;
