-- Estimates, their shares and what billed them are never changed or deleted.
DELIMITER $$
CREATE TRIGGER dues_estimate_bi BEFORE INSERT ON dues_estimate FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ESTIMATE-01 checks are off';
    END IF;
END$$

CREATE TRIGGER dues_estimate_share_bi BEFORE INSERT ON dues_estimate_share FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ESTIMATE-01 checks are off';
    END IF;
END$$

CREATE TRIGGER estimate_billing_bi BEFORE INSERT ON estimate_billing FOR EACH ROW
BEGIN
    IF @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ESTIMATE-01 checks are off';
    END IF;
END$$

CREATE TRIGGER dues_estimate_bu BEFORE UPDATE ON dues_estimate FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ESTIMATE-02 append-only'$$

CREATE TRIGGER dues_estimate_bd BEFORE DELETE ON dues_estimate FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ESTIMATE-02 append-only'$$

CREATE TRIGGER dues_estimate_share_bu BEFORE UPDATE ON dues_estimate_share FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ESTIMATE-02 append-only'$$

CREATE TRIGGER dues_estimate_share_bd BEFORE DELETE ON dues_estimate_share FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ESTIMATE-02 append-only'$$

CREATE TRIGGER estimate_billing_bu BEFORE UPDATE ON estimate_billing FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ESTIMATE-02 append-only'$$

CREATE TRIGGER estimate_billing_bd BEFORE DELETE ON estimate_billing FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ESTIMATE-02 append-only'$$
DELIMITER ;
