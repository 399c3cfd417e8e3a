-- Joinings and notices are numbered without gaps; they and their withdrawals are never changed or deleted.
DELIMITER $$
CREATE TRIGGER membership_change_bi BEFORE INSERT ON membership_change FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(number), 0) INTO v_last FROM membership_change WHERE book_id = NEW.book_id;
    IF NEW.number <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'MEMBERSHIP-01 number out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER membership_change_withdrawal_bi BEFORE INSERT ON membership_change_withdrawal FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'MEMBERSHIP-01 checks are off';
    END IF;
END$$

CREATE TRIGGER membership_change_bu BEFORE UPDATE ON membership_change FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'MEMBERSHIP-02 append-only'$$

CREATE TRIGGER membership_change_bd BEFORE DELETE ON membership_change FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'MEMBERSHIP-02 append-only'$$

CREATE TRIGGER membership_change_withdrawal_bu BEFORE UPDATE ON membership_change_withdrawal FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'MEMBERSHIP-02 append-only'$$

CREATE TRIGGER membership_change_withdrawal_bd BEFORE DELETE ON membership_change_withdrawal FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'MEMBERSHIP-02 append-only'$$
DELIMITER ;
