-- What was given in kind and the decisions about it are numbered without gaps and never changed or deleted.
DELIMITER $$
CREATE TRIGGER in_kind_bi BEFORE INSERT ON in_kind FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(number), 0) INTO v_last FROM in_kind WHERE book_id = NEW.book_id;
    IF NEW.number <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'INKIND-01 number out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER in_kind_decision_bi BEFORE INSERT ON in_kind_decision FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'INKIND-01 checks are off';
    END IF;
END$$

CREATE TRIGGER in_kind_bu BEFORE UPDATE ON in_kind FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'INKIND-02 append-only'$$

CREATE TRIGGER in_kind_bd BEFORE DELETE ON in_kind FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'INKIND-02 append-only'$$

CREATE TRIGGER in_kind_decision_bu BEFORE UPDATE ON in_kind_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'INKIND-02 append-only'$$

CREATE TRIGGER in_kind_decision_bd BEFORE DELETE ON in_kind_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'INKIND-02 append-only'$$
DELIMITER ;
