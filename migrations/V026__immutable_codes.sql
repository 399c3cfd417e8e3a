-- Codes are what hashes, documents and people refer to: once created they stay. So do the identity, the currency and
-- the first day of a book. Names and settings may change.
DELIMITER $$
CREATE TRIGGER book_bu BEFORE UPDATE ON book FOR EACH ROW
BEGIN
    IF NOT (NEW.book_id <=> OLD.book_id AND NEW.code <=> OLD.code AND NEW.uid <=> OLD.uid AND NEW.currency <=> OLD.currency
            AND NEW.zone <=> OLD.zone AND NEW.first_open <=> OLD.first_open AND NEW.opened_at <=> OLD.opened_at) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-08 identity of a book does not change';
    END IF;
END$$

CREATE TRIGGER account_bu BEFORE UPDATE ON account FOR EACH ROW
BEGIN
    IF NOT (NEW.book_id <=> OLD.book_id AND NEW.account_id <=> OLD.account_id AND NEW.code <=> OLD.code
            AND NEW.kind <=> OLD.kind AND NEW.control <=> OLD.control) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-08 code, kind and control of an account do not change';
    END IF;
END$$

CREATE TRIGGER fund_bu BEFORE UPDATE ON fund FOR EACH ROW
BEGIN
    IF NOT (NEW.book_id <=> OLD.book_id AND NEW.fund_id <=> OLD.fund_id AND NEW.code <=> OLD.code
            AND NEW.restriction <=> OLD.restriction) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-08 code and restriction of a fund do not change';
    END IF;
END$$

CREATE TRIGGER book_party_bu BEFORE UPDATE ON book_party FOR EACH ROW
BEGIN
    IF NOT (NEW.book_id <=> OLD.book_id AND NEW.party_id <=> OLD.party_id AND NEW.code <=> OLD.code) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-08 code of a party does not change';
    END IF;
END$$

CREATE TRIGGER paying_unit_bu BEFORE UPDATE ON paying_unit FOR EACH ROW
BEGIN
    IF NOT (NEW.book_id <=> OLD.book_id AND NEW.unit_id <=> OLD.unit_id AND NEW.code <=> OLD.code AND NEW.party_id <=> OLD.party_id) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-08 code of a paying unit does not change';
    END IF;
END$$

CREATE TRIGGER project_bu BEFORE UPDATE ON project FOR EACH ROW
BEGIN
    IF NOT (NEW.book_id <=> OLD.book_id AND NEW.project_id <=> OLD.project_id AND NEW.code <=> OLD.code) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-08 code of a project does not change';
    END IF;
END$$

CREATE TRIGGER award_line_bu BEFORE UPDATE ON award_line FOR EACH ROW
BEGIN
    IF NOT (NEW.book_id <=> OLD.book_id AND NEW.award_line_id <=> OLD.award_line_id AND NEW.code <=> OLD.code) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'LEDGER-08 code of an award line does not change';
    END IF;
END$$
DELIMITER ;
