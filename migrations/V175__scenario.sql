-- What-ifs of a body, in versions. A scenario is its text, the same YAML that a file has; the newest version counts, one that is
-- put away is not shown in lists any more. Nothing is changed or deleted: what an issued report showed can be worked out again.
CREATE TABLE scenario (
    book_id     INT NOT NULL,
    scenario_no INT NOT NULL,
    version     INT NOT NULL,
    name        VARCHAR(80) NOT NULL,
    said        MEDIUMTEXT NOT NULL COMMENT 'YAML',
    put_away    BOOLEAN NOT NULL,
    recorded_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recorded_at DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_scenario PRIMARY KEY (book_id, scenario_no, version),
    CONSTRAINT fk_scenario_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT ck_scenario_number CHECK (scenario_no > 0)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON scenario TO ${app_user};

DELIMITER $$
CREATE TRIGGER scenario_bi BEFORE INSERT ON scenario FOR EACH ROW
BEGIN
    DECLARE v_number INT;
    DECLARE v_version INT;
    SELECT COALESCE(MAX(scenario_no), 0) INTO v_number FROM scenario WHERE book_id = NEW.book_id;
    SELECT COALESCE(MAX(version), 0) INTO v_version FROM scenario
        WHERE book_id = NEW.book_id AND scenario_no = NEW.scenario_no;
    IF NEW.scenario_no > v_number + 1 OR NEW.version <> v_version + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'SCENARIO-01 number or version out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER scenario_bu BEFORE UPDATE ON scenario FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'SCENARIO-02 append-only'$$

CREATE TRIGGER scenario_bd BEFORE DELETE ON scenario FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'SCENARIO-02 append-only'$$
DELIMITER ;
