-- Policies about lateness, the decisions about them and what was charged by them are never changed or deleted.
DELIMITER $$
CREATE TRIGGER late_policy_bi BEFORE INSERT ON late_policy FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(version), 0) INTO v_last FROM late_policy WHERE book_id = NEW.book_id;
    IF NEW.version <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LATE-01 number out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER late_policy_decision_bi BEFORE INSERT ON late_policy_decision FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LATE-01 checks are off';
    END IF;
END$$

CREATE TRIGGER late_charge_bi BEFORE INSERT ON late_charge FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LATE-01 checks are off';
    END IF;
END$$

CREATE TRIGGER late_policy_bu BEFORE UPDATE ON late_policy FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LATE-02 append-only'$$

CREATE TRIGGER late_policy_bd BEFORE DELETE ON late_policy FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LATE-02 append-only'$$

CREATE TRIGGER late_policy_decision_bu BEFORE UPDATE ON late_policy_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LATE-02 append-only'$$

CREATE TRIGGER late_policy_decision_bd BEFORE DELETE ON late_policy_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LATE-02 append-only'$$

CREATE TRIGGER late_charge_bu BEFORE UPDATE ON late_charge FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LATE-02 append-only'$$

CREATE TRIGGER late_charge_bd BEFORE DELETE ON late_charge FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LATE-02 append-only'$$
DELIMITER ;
