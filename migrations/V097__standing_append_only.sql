-- Policies, steps and the decisions about them are numbered without gaps and never changed or deleted.
DELIMITER $$
CREATE TRIGGER arrears_policy_bi BEFORE INSERT ON arrears_policy FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(version), 0) INTO v_last FROM arrears_policy WHERE book_id = NEW.book_id;
    IF NEW.version <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ARREARS-01 number out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER standing_step_bi BEFORE INSERT ON standing_step FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(number), 0) INTO v_last FROM standing_step WHERE book_id = NEW.book_id;
    IF NEW.number <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ARREARS-01 number out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER arrears_policy_decision_bi BEFORE INSERT ON arrears_policy_decision FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ARREARS-01 checks are off';
    END IF;
END$$

CREATE TRIGGER standing_step_charge_bi BEFORE INSERT ON standing_step_charge FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ARREARS-01 checks are off';
    END IF;
END$$

CREATE TRIGGER standing_decision_bi BEFORE INSERT ON standing_decision FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ARREARS-01 checks are off';
    END IF;
END$$

CREATE TRIGGER arrears_policy_bu BEFORE UPDATE ON arrears_policy FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ARREARS-02 append-only'$$

CREATE TRIGGER arrears_policy_bd BEFORE DELETE ON arrears_policy FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ARREARS-02 append-only'$$

CREATE TRIGGER arrears_policy_decision_bu BEFORE UPDATE ON arrears_policy_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ARREARS-02 append-only'$$

CREATE TRIGGER arrears_policy_decision_bd BEFORE DELETE ON arrears_policy_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ARREARS-02 append-only'$$

CREATE TRIGGER standing_step_bu BEFORE UPDATE ON standing_step FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ARREARS-02 append-only'$$

CREATE TRIGGER standing_step_bd BEFORE DELETE ON standing_step FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ARREARS-02 append-only'$$

CREATE TRIGGER standing_step_charge_bu BEFORE UPDATE ON standing_step_charge FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ARREARS-02 append-only'$$

CREATE TRIGGER standing_step_charge_bd BEFORE DELETE ON standing_step_charge FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ARREARS-02 append-only'$$

CREATE TRIGGER standing_decision_bu BEFORE UPDATE ON standing_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ARREARS-02 append-only'$$

CREATE TRIGGER standing_decision_bd BEFORE DELETE ON standing_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ARREARS-02 append-only'$$
DELIMITER ;
