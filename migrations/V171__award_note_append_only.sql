-- Notes of awards are numbered without gaps and never changed or deleted: what an issued paper said can be told.
DELIMITER $$
CREATE TRIGGER award_note_bi BEFORE INSERT ON award_note FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(note_no), 0) INTO v_last FROM award_note WHERE book_id = NEW.book_id AND award = NEW.award;
    IF NEW.note_no <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'AWARD-01 note out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER award_note_bu BEFORE UPDATE ON award_note FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'AWARD-02 append-only'$$

CREATE TRIGGER award_note_bd BEFORE DELETE ON award_note FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'AWARD-02 append-only'$$
DELIMITER ;
