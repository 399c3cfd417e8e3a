-- Versions and events of awards are numbered without gaps and, like the decisions, never changed or deleted.
DELIMITER $$
CREATE TRIGGER award_version_bi BEFORE INSERT ON award_version FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(version), 0) INTO v_last FROM award_version WHERE book_id = NEW.book_id AND award = NEW.award;
    IF NEW.version <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'AWARD-01 version out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER award_decision_bi BEFORE INSERT ON award_decision FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT MAX(version) INTO v_last FROM award_version WHERE book_id = NEW.book_id AND award = NEW.award;
    IF NOT (NEW.version <=> v_last) OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'AWARD-01 not the newest version or checks are off';
    END IF;
END$$

CREATE TRIGGER award_event_bi BEFORE INSERT ON award_event FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(event_no), 0) INTO v_last FROM award_event WHERE book_id = NEW.book_id AND award = NEW.award;
    IF NEW.event_no <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'AWARD-01 event out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER award_version_bu BEFORE UPDATE ON award_version FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'AWARD-02 append-only'$$

CREATE TRIGGER award_version_bd BEFORE DELETE ON award_version FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'AWARD-02 append-only'$$

CREATE TRIGGER award_decision_bu BEFORE UPDATE ON award_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'AWARD-02 append-only'$$

CREATE TRIGGER award_decision_bd BEFORE DELETE ON award_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'AWARD-02 append-only'$$

CREATE TRIGGER award_event_bu BEFORE UPDATE ON award_event FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'AWARD-02 append-only'$$

CREATE TRIGGER award_event_bd BEFORE DELETE ON award_event FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'AWARD-02 append-only'$$
DELIMITER ;
