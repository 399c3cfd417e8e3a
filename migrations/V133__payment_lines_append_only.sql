-- Versions of payment lines are numbered without gaps; they and what they divided are never changed or deleted.
DELIMITER $$
CREATE TRIGGER payment_lines_bi BEFORE INSERT ON payment_lines FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(version), 0) INTO v_last FROM payment_lines WHERE book_id = NEW.book_id AND party_id = NEW.party_id;
    IF NEW.version <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PAYLINE-01 number out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER payment_line_bi BEFORE INSERT ON payment_line FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 OR NOT EXISTS (
        SELECT 1 FROM paying_unit u WHERE u.book_id = NEW.book_id AND u.code = NEW.unit AND u.party_id = NEW.party_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PAYLINE-01 unit of another party or checks are off';
    END IF;
END$$

CREATE TRIGGER divided_charge_bi BEFORE INSERT ON divided_charge FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PAYLINE-01 checks are off';
    END IF;
END$$

CREATE TRIGGER payment_lines_bu BEFORE UPDATE ON payment_lines FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PAYLINE-02 append-only'$$

CREATE TRIGGER payment_lines_bd BEFORE DELETE ON payment_lines FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PAYLINE-02 append-only'$$

CREATE TRIGGER payment_line_bu BEFORE UPDATE ON payment_line FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PAYLINE-02 append-only'$$

CREATE TRIGGER payment_line_bd BEFORE DELETE ON payment_line FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PAYLINE-02 append-only'$$

CREATE TRIGGER divided_charge_bu BEFORE UPDATE ON divided_charge FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PAYLINE-02 append-only'$$

CREATE TRIGGER divided_charge_bd BEFORE DELETE ON divided_charge FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'PAYLINE-02 append-only'$$

DELIMITER ;
