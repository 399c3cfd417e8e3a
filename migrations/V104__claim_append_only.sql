-- Papers about claims, wishes and the decisions about them are never changed or deleted; wishes are numbered without gaps.
DELIMITER $$
CREATE TRIGGER claim_wish_bi BEFORE INSERT ON claim_wish FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(number), 0) INTO v_last FROM claim_wish WHERE book_id = NEW.book_id;
    IF NEW.number <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'CLAIM-01 number out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER claim_wish_decision_bi BEFORE INSERT ON claim_wish_decision FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'CLAIM-01 checks are off';
    END IF;
END$$

CREATE TRIGGER claim_paper_bi BEFORE INSERT ON claim_paper FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'CLAIM-01 checks are off';
    END IF;
END$$

CREATE TRIGGER claim_memo_release_bi BEFORE INSERT ON claim_memo_release FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'CLAIM-01 checks are off';
    END IF;
END$$

CREATE TRIGGER claim_wish_bu BEFORE UPDATE ON claim_wish FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'CLAIM-02 append-only'$$

CREATE TRIGGER claim_wish_bd BEFORE DELETE ON claim_wish FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'CLAIM-02 append-only'$$

CREATE TRIGGER claim_wish_decision_bu BEFORE UPDATE ON claim_wish_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'CLAIM-02 append-only'$$

CREATE TRIGGER claim_wish_decision_bd BEFORE DELETE ON claim_wish_decision FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'CLAIM-02 append-only'$$

CREATE TRIGGER claim_paper_bu BEFORE UPDATE ON claim_paper FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'CLAIM-02 append-only'$$

CREATE TRIGGER claim_paper_bd BEFORE DELETE ON claim_paper FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'CLAIM-02 append-only'$$

CREATE TRIGGER claim_memo_release_bu BEFORE UPDATE ON claim_memo_release FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'CLAIM-02 append-only'$$

CREATE TRIGGER claim_memo_release_bd BEFORE DELETE ON claim_memo_release FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'CLAIM-02 append-only'$$
DELIMITER ;
