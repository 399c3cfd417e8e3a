-- Assessments that are prepared by one person and approved by another. What was prepared is frozen with its calculation: approving
-- issues exactly that, or is refused. A decision is a row of its own; where the body asks for two people, by another person.
-- Amounts are minor units of the book's currency.
CREATE TABLE assessment_run (
    book_id           INT NOT NULL,
    number            INT NOT NULL,
    for_year          SMALLINT NOT NULL,
    description       VARCHAR(500) NOT NULL,
    wish              MEDIUMTEXT NOT NULL COMMENT 'JSON: what is asked for',
    currency          CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    total             BIGINT NOT NULL,
    rule_text         MEDIUMTEXT NOT NULL COMMENT 'the rule file as given',
    inputs            MEDIUMTEXT NOT NULL COMMENT 'JSON: total and the figures of every party',
    result            MEDIUMTEXT NOT NULL COMMENT 'JSON: quotas, bounds, rounding, trace',
    digest            CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of rule, inputs and result',
    approval_required TINYINT NOT NULL COMMENT '1: another person than the preparer must decide',
    prepared_by       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prepared_at       DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_assessment_run PRIMARY KEY (book_id, number),
    CONSTRAINT uq_assessment_run_decided UNIQUE (book_id, number, prepared_by, approval_required),
    CONSTRAINT fk_assessment_run_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT ck_assessment_run_number CHECK (number > 0),
    CONSTRAINT ck_assessment_run_total CHECK (total > 0),
    CONSTRAINT ck_assessment_run_approval CHECK (approval_required IN (0, 1))
) ENGINE=InnoDB;

CREATE TABLE assessment_run_decision (
    book_id           INT NOT NULL,
    number            INT NOT NULL,
    prepared_by       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    approval_required TINYINT NOT NULL,
    decision          VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    assessment        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'that was issued by it',
    reason            VARCHAR(400) NULL,
    decided_by        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decided_at        DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_assessment_run_decision PRIMARY KEY (book_id, number),
    CONSTRAINT uq_assessment_run_decision_assessment UNIQUE (book_id, assessment),
    CONSTRAINT fk_assessment_run_decision_run FOREIGN KEY (book_id, number, prepared_by, approval_required)
        REFERENCES assessment_run (book_id, number, prepared_by, approval_required),
    CONSTRAINT fk_assessment_run_decision_assessment FOREIGN KEY (book_id, assessment) REFERENCES assessment (book_id, code),
    CONSTRAINT ck_assessment_run_decision CHECK (decision IN ('approve', 'reject', 'withdraw')),
    CONSTRAINT ck_assessment_run_decision_person CHECK (decision = 'withdraw' OR approval_required = 0 OR decided_by <> prepared_by),
    CONSTRAINT ck_assessment_run_decision_issued CHECK ((decision = 'approve') = (assessment IS NOT NULL)),
    CONSTRAINT ck_assessment_run_decision_reason CHECK (decision = 'approve' OR reason IS NOT NULL)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON assessment_run TO ${app_user};
GRANT SELECT, INSERT ON assessment_run_decision TO ${app_user};
