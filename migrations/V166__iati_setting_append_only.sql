-- Settings of activity files are never changed or deleted: what was published can be told.
DELIMITER $$
CREATE TRIGGER iati_setting_bu BEFORE UPDATE ON iati_setting FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'AWARD-02 append-only'$$

CREATE TRIGGER iati_setting_bd BEFORE DELETE ON iati_setting FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'AWARD-02 append-only'$$
DELIMITER ;
