-- What follows from arrears in a body, in numbered versions: from which day the clock runs, after how many days something is
-- proposed, who decides, what every member may see. Nothing is assumed: a body without a version in force has no consequences.
-- A decision is a row of its own about exactly one version, by another person than its preparer.
CREATE TABLE arrears_policy (
    book_id           INT NOT NULL,
    version           INT NOT NULL,
    effective_from    DATE NOT NULL,
    agreement_id      INT NOT NULL,
    article           VARCHAR(80) NOT NULL,
    clock             VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'from which the days until suspension count: due or notice',
    notice_after      INT NOT NULL COMMENT 'a notice is proposed when more days than these have passed since the due day',
    suspend_after     INT NOT NULL COMMENT 'a suspension is proposed when more days than these have passed since the clock started',
    expel_after       INT NULL COMMENT 'an expulsion is proposed when more days than these have passed since the suspension; null: there is none',
    decided_by_organ  VARCHAR(200) NOT NULL COMMENT 'who decides, in the body own words',
    approval_required TINYINT NOT NULL COMMENT '1: another person than the preparer must approve a step',
    open_arrears      TINYINT NOT NULL COMMENT '1: every member sees the ageing of all',
    open_standing     TINYINT NOT NULL COMMENT '1: every member sees the standing of all',
    basis             VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    basis_note        VARCHAR(500) NULL,
    prepared_by       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prepared_at       DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_arrears_policy PRIMARY KEY (book_id, version),
    CONSTRAINT uq_arrears_policy_decided UNIQUE (book_id, version, prepared_by),
    CONSTRAINT uq_arrears_policy_approval UNIQUE (book_id, version, approval_required),
    CONSTRAINT fk_arrears_policy_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT fk_arrears_policy_agreement FOREIGN KEY (book_id, agreement_id) REFERENCES agreement (body_id, agreement_id),
    CONSTRAINT ck_arrears_policy_version CHECK (version > 0),
    CONSTRAINT ck_arrears_policy_clock CHECK (clock IN ('due', 'notice')),
    CONSTRAINT ck_arrears_policy_days CHECK (notice_after BETWEEN 0 AND 3650 AND suspend_after BETWEEN 0 AND 3650 AND (expel_after IS NULL OR expel_after BETWEEN 0 AND 3650)),
    CONSTRAINT ck_arrears_policy_flags CHECK (approval_required IN (0, 1) AND open_arrears IN (0, 1) AND open_standing IN (0, 1)),
    CONSTRAINT ck_arrears_policy_basis CHECK ((basis IS NULL AND basis_note IS NULL) OR (basis IN ('source', 'assumed', 'sample') AND basis_note IS NOT NULL))
) ENGINE=InnoDB;

CREATE TABLE arrears_policy_decision (
    book_id     INT NOT NULL,
    version     INT NOT NULL,
    prepared_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decision    VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason      VARCHAR(400) NULL,
    decided_by  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decided_at  DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_arrears_policy_decision PRIMARY KEY (book_id, version),
    CONSTRAINT fk_arrears_policy_decision_version FOREIGN KEY (book_id, version, prepared_by) REFERENCES arrears_policy (book_id, version, prepared_by),
    CONSTRAINT ck_arrears_policy_decision_person CHECK (decided_by <> prepared_by),
    CONSTRAINT ck_arrears_policy_decision CHECK (decision IN ('approve', 'reject')),
    CONSTRAINT ck_arrears_policy_decision_reason CHECK (decision = 'approve' OR reason IS NOT NULL)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON arrears_policy TO ${app_user};
GRANT SELECT, INSERT ON arrears_policy_decision TO ${app_user};
