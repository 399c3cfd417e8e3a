-- Limits and events are numbered without gaps and never changed or deleted; a withdrawal cannot be withdrawn, for the event it
-- undid can be recorded again.
DELIMITER $$
CREATE TRIGGER approval_limit_bi BEFORE INSERT ON approval_limit FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(version), 0) INTO v_last FROM approval_limit WHERE book_id = NEW.book_id;
    IF NEW.version <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'STAGES-01 version out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER stage_event_bi BEFORE INSERT ON stage_event FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    DECLARE v_kind VARCHAR(16);
    SELECT COALESCE(MAX(event_no), 0) INTO v_last FROM stage_event WHERE book_id = NEW.book_id AND charge = NEW.charge;
    IF NEW.event_no <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'STAGES-01 event out of order or checks are off';
    END IF;
    IF NEW.withdraws IS NOT NULL THEN
        SELECT MAX(kind) INTO v_kind FROM stage_event WHERE book_id = NEW.book_id AND charge = NEW.charge AND event_no = NEW.withdraws;
        IF v_kind = 'withdrawal' THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'STAGES-03 a withdrawal cannot be withdrawn';
        END IF;
    END IF;
END$$

CREATE TRIGGER approval_limit_bu BEFORE UPDATE ON approval_limit FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'STAGES-02 append-only'$$

CREATE TRIGGER stage_event_bu BEFORE UPDATE ON stage_event FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'STAGES-02 append-only'$$

CREATE TRIGGER approval_limit_bd BEFORE DELETE ON approval_limit FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'STAGES-02 append-only'$$

CREATE TRIGGER stage_event_bd BEFORE DELETE ON stage_event FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'STAGES-02 append-only'$$
DELIMITER ;
