-- Runs are numbered without gaps; they and the decisions about them are never changed or deleted.
DELIMITER $$
CREATE TRIGGER assessment_run_bi BEFORE INSERT ON assessment_run FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(number), 0) INTO v_last FROM assessment_run WHERE book_id = NEW.book_id;
    IF NEW.number <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RUN-01 number out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER assessment_run_decision_bi BEFORE INSERT ON assessment_run_decision FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RUN-01 checks are off';
    END IF;
END$$

CREATE TRIGGER assessment_run_bu BEFORE UPDATE ON assessment_run FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RUN-02 append-only'$$

CREATE TRIGGER assessment_run_bd BEFORE DELETE ON assessment_run FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RUN-02 append-only'$$

CREATE TRIGGER assessment_run_decision_bu BEFORE UPDATE ON assessment_run_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RUN-02 append-only'$$

CREATE TRIGGER assessment_run_decision_bd BEFORE DELETE ON assessment_run_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RUN-02 append-only'$$
DELIMITER ;
