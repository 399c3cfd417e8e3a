-- The instalments in which an assessment falls due; none for one that is due at once. What each party pays each time is not stored:
-- it follows from its share, rounded to the unit, so that all parts add to the share. A row is never changed or deleted.
CREATE TABLE assessment_instalment (
    book_id    INT NOT NULL,
    assessment VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number     INT NOT NULL COMMENT 'from 1, by day',
    due_on     DATE NOT NULL COMMENT 'last day to pay; the first is the due day of the assessment',
    unit       BIGINT NOT NULL COMMENT 'to which each part is rounded, in minor units: that of the division',
    CONSTRAINT pk_assessment_instalment PRIMARY KEY (book_id, assessment, number),
    CONSTRAINT uq_assessment_instalment_due UNIQUE (book_id, assessment, due_on),
    CONSTRAINT fk_assessment_instalment_assessment FOREIGN KEY (book_id, assessment) REFERENCES assessment (book_id, code),
    CONSTRAINT ck_assessment_instalment_number CHECK (number BETWEEN 1 AND 60),
    CONSTRAINT ck_assessment_instalment_unit CHECK (unit > 0)
) ENGINE=InnoDB;

DELIMITER $$
CREATE TRIGGER assessment_instalment_bi BEFORE INSERT ON assessment_instalment FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    DECLARE v_due DATE;
    SELECT COALESCE(MAX(number), 0), MAX(due_on) INTO v_last, v_due FROM assessment_instalment
        WHERE book_id = NEW.book_id AND assessment = NEW.assessment;
    IF NEW.number <> v_last + 1 OR NEW.due_on <= v_due OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'INSTALMENT-01 number or day out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER assessment_instalment_bu BEFORE UPDATE ON assessment_instalment FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'INSTALMENT-02 append-only'$$

CREATE TRIGGER assessment_instalment_bd BEFORE DELETE ON assessment_instalment FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'INSTALMENT-02 append-only'$$
DELIMITER ;

GRANT SELECT, INSERT ON assessment_instalment TO ${app_user};
