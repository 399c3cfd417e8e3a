-- Thresholds are numbered without gaps and never changed or deleted: by what a past report judged can be told.
DELIMITER $$
CREATE TRIGGER forecast_threshold_bi BEFORE INSERT ON forecast_threshold FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(version_no), 0) INTO v_last FROM forecast_threshold WHERE book_id = NEW.book_id AND indicator = NEW.indicator;
    IF NEW.version_no <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'FORECAST-01 threshold out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER forecast_threshold_bu BEFORE UPDATE ON forecast_threshold FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'FORECAST-02 append-only'$$

CREATE TRIGGER forecast_threshold_bd BEFORE DELETE ON forecast_threshold FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'FORECAST-02 append-only'$$
DELIMITER ;
