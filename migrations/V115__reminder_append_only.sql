-- Schedules, the decisions about them and reminders are numbered without gaps and never changed or deleted.
DELIMITER $$
CREATE TRIGGER reminder_schedule_bi BEFORE INSERT ON reminder_schedule FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(version), 0) INTO v_last FROM reminder_schedule WHERE book_id = NEW.book_id;
    IF NEW.version <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'REMINDER-01 number out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER reminder_schedule_step_bi BEFORE INSERT ON reminder_schedule_step FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'REMINDER-01 checks are off';
    END IF;
END$$

CREATE TRIGGER reminder_schedule_decision_bi BEFORE INSERT ON reminder_schedule_decision FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'REMINDER-01 checks are off';
    END IF;
END$$

CREATE TRIGGER reminder_bi BEFORE INSERT ON reminder FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'REMINDER-01 checks are off';
    END IF;
END$$

CREATE TRIGGER reminder_charge_bi BEFORE INSERT ON reminder_charge FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'REMINDER-01 checks are off';
    END IF;
END$$

CREATE TRIGGER reminder_schedule_bu BEFORE UPDATE ON reminder_schedule FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'REMINDER-02 append-only'$$

CREATE TRIGGER reminder_schedule_bd BEFORE DELETE ON reminder_schedule FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'REMINDER-02 append-only'$$

CREATE TRIGGER reminder_schedule_step_bu BEFORE UPDATE ON reminder_schedule_step FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'REMINDER-02 append-only'$$

CREATE TRIGGER reminder_schedule_step_bd BEFORE DELETE ON reminder_schedule_step FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'REMINDER-02 append-only'$$

CREATE TRIGGER reminder_schedule_decision_bu BEFORE UPDATE ON reminder_schedule_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'REMINDER-02 append-only'$$

CREATE TRIGGER reminder_schedule_decision_bd BEFORE DELETE ON reminder_schedule_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'REMINDER-02 append-only'$$

CREATE TRIGGER reminder_bu BEFORE UPDATE ON reminder FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'REMINDER-02 append-only'$$

CREATE TRIGGER reminder_bd BEFORE DELETE ON reminder FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'REMINDER-02 append-only'$$

CREATE TRIGGER reminder_charge_bu BEFORE UPDATE ON reminder_charge FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'REMINDER-02 append-only'$$

CREATE TRIGGER reminder_charge_bd BEFORE DELETE ON reminder_charge FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'REMINDER-02 append-only'$$
DELIMITER ;
