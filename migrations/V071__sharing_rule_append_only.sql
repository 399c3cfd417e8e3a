-- Versions are numbered without gaps and, like the decisions about them, never changed or deleted.
DELIMITER $$
CREATE TRIGGER sharing_rule_version_bi BEFORE INSERT ON sharing_rule_version FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(version), 0) INTO v_last FROM sharing_rule_version WHERE book_id = NEW.book_id AND code = NEW.code;
    IF NEW.version <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RULES-01 version out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER sharing_rule_decision_bi BEFORE INSERT ON sharing_rule_decision FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT MAX(version) INTO v_last FROM sharing_rule_version WHERE book_id = NEW.book_id AND code = NEW.code;
    IF NOT (NEW.version <=> v_last) OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RULES-01 not the newest version or checks are off';
    END IF;
END$$

CREATE TRIGGER sharing_rule_version_bu BEFORE UPDATE ON sharing_rule_version FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RULES-02 append-only'$$

CREATE TRIGGER sharing_rule_decision_bu BEFORE UPDATE ON sharing_rule_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RULES-02 append-only'$$

CREATE TRIGGER sharing_rule_version_bd BEFORE DELETE ON sharing_rule_version FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RULES-02 append-only'$$

CREATE TRIGGER sharing_rule_decision_bd BEFORE DELETE ON sharing_rule_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RULES-02 append-only'$$
DELIMITER ;
