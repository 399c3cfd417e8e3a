-- Exchange rates are numbered without gaps and never changed or deleted. Of a currency, kind and day there is one line of rates,
-- each replacing the one before.
DELIMITER $$
CREATE TRIGGER exchange_rate_bi BEFORE INSERT ON exchange_rate FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    DECLARE v_newest INT;
    SELECT COALESCE(MAX(rate_no), 0) INTO v_last FROM exchange_rate WHERE book_id = NEW.book_id;
    SELECT MAX(rate_no) INTO v_newest FROM exchange_rate
     WHERE book_id = NEW.book_id AND currency = NEW.currency AND kind = NEW.kind AND day = NEW.day;
    IF NEW.rate_no <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RATE-01 number out of order or checks are off';
    END IF;
    IF NOT (v_newest <=> NEW.replaces) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RATE-03 replaces another than the newest rate of that day';
    END IF;
END$$

CREATE TRIGGER exchange_rate_bu BEFORE UPDATE ON exchange_rate FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RATE-02 append-only'$$

CREATE TRIGGER exchange_rate_bd BEFORE DELETE ON exchange_rate FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'RATE-02 append-only'$$
DELIMITER ;
