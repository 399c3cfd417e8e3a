-- Confirmations, disputes and their events are numbered without gaps and never changed or deleted.
DELIMITER $$
CREATE TRIGGER balance_confirmation_bi BEFORE INSERT ON balance_confirmation FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(number), 0) INTO v_last FROM balance_confirmation WHERE book_id = NEW.book_id;
    IF NEW.number <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'DISPUTE-01 number out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER balance_confirmation_charge_bi BEFORE INSERT ON balance_confirmation_charge FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'DISPUTE-01 checks are off';
    END IF;
END$$

CREATE TRIGGER dispute_bi BEFORE INSERT ON dispute FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(number), 0) INTO v_last FROM dispute WHERE book_id = NEW.book_id;
    IF NEW.number <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'DISPUTE-01 number out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER dispute_event_bi BEFORE INSERT ON dispute_event FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(event_no), 0) INTO v_last FROM dispute_event WHERE book_id = NEW.book_id AND number = NEW.number;
    IF NEW.event_no <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'DISPUTE-01 number out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER balance_confirmation_bu BEFORE UPDATE ON balance_confirmation FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'DISPUTE-02 append-only'$$

CREATE TRIGGER balance_confirmation_bd BEFORE DELETE ON balance_confirmation FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'DISPUTE-02 append-only'$$

CREATE TRIGGER balance_confirmation_charge_bu BEFORE UPDATE ON balance_confirmation_charge FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'DISPUTE-02 append-only'$$

CREATE TRIGGER balance_confirmation_charge_bd BEFORE DELETE ON balance_confirmation_charge FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'DISPUTE-02 append-only'$$

CREATE TRIGGER dispute_bu BEFORE UPDATE ON dispute FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'DISPUTE-02 append-only'$$

CREATE TRIGGER dispute_bd BEFORE DELETE ON dispute FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'DISPUTE-02 append-only'$$

CREATE TRIGGER dispute_event_bu BEFORE UPDATE ON dispute_event FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'DISPUTE-02 append-only'$$

CREATE TRIGGER dispute_event_bd BEFORE DELETE ON dispute_event FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'DISPUTE-02 append-only'$$
DELIMITER ;
