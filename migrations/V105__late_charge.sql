-- Interest or fines on what is paid late, as the body's agreement has them, in numbered versions approved by another person than
-- their preparer. Nothing is assumed: without a version in force nothing is proposed. What was charged is kept charge by charge
-- with its days, so that no day of lateness is charged twice; cancelling the fine frees its days.
CREATE TABLE late_policy (
    book_id          INT NOT NULL,
    version          INT NOT NULL,
    effective_from   DATE NOT NULL,
    agreement_id     INT NOT NULL,
    article          VARCHAR(80) NOT NULL,
    kind             VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'month or year: interest in percent of that time; fixed: an amount once per charge',
    percent          DECIMAL(9,6) NULL,
    fine             BIGINT NULL COMMENT 'minor units',
    grace_days       INT NOT NULL COMMENT 'after the due day, free of charge',
    cap_percent      DECIMAL(9,6) NULL COMMENT 'of the charge, over all time; null: no cap',
    rounding_unit    BIGINT NOT NULL COMMENT 'minor units; rounded down to it',
    decided_by_organ VARCHAR(200) NOT NULL COMMENT 'who decides, in the body own words',
    basis            VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    basis_note       VARCHAR(500) NULL,
    prepared_by      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prepared_at      DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_late_policy PRIMARY KEY (book_id, version),
    CONSTRAINT uq_late_policy_decided UNIQUE (book_id, version, prepared_by),
    CONSTRAINT fk_late_policy_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT fk_late_policy_agreement FOREIGN KEY (book_id, agreement_id) REFERENCES agreement (body_id, agreement_id),
    CONSTRAINT ck_late_policy_version CHECK (version > 0),
    CONSTRAINT ck_late_policy_kind CHECK ((kind IN ('month', 'year') AND percent > 0 AND percent <= 100 AND fine IS NULL) OR (kind = 'fixed' AND fine > 0 AND percent IS NULL AND cap_percent IS NULL)),
    CONSTRAINT ck_late_policy_terms CHECK (grace_days BETWEEN 0 AND 3650 AND (cap_percent IS NULL OR (cap_percent > 0 AND cap_percent <= 100)) AND rounding_unit > 0),
    CONSTRAINT ck_late_policy_basis CHECK ((basis IS NULL AND basis_note IS NULL) OR (basis IN ('source', 'assumed', 'sample') AND basis_note IS NOT NULL))
) ENGINE=InnoDB;

CREATE TABLE late_policy_decision (
    book_id     INT NOT NULL,
    version     INT NOT NULL,
    prepared_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decision    VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason      VARCHAR(400) NULL,
    decided_by  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decided_at  DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_late_policy_decision PRIMARY KEY (book_id, version),
    CONSTRAINT fk_late_policy_decision_version FOREIGN KEY (book_id, version, prepared_by) REFERENCES late_policy (book_id, version, prepared_by),
    CONSTRAINT ck_late_policy_decision_person CHECK (decided_by <> prepared_by),
    CONSTRAINT ck_late_policy_decision CHECK (decision IN ('approve', 'reject')),
    CONSTRAINT ck_late_policy_decision_reason CHECK (decision = 'approve' OR reason IS NOT NULL)
) ENGINE=InnoDB;

CREATE TABLE late_charge (
    book_id    INT NOT NULL,
    assessment VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the fine',
    charge     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'that is late',
    policy     INT NOT NULL,
    first_day  DATE NOT NULL,
    last_day   DATE NOT NULL COMMENT 'charged too',
    days       INT NOT NULL,
    open       BIGINT NOT NULL COMMENT 'late on the last day',
    amount     BIGINT NOT NULL,
    CONSTRAINT pk_late_charge PRIMARY KEY (book_id, assessment, charge),
    CONSTRAINT fk_late_charge_assessment FOREIGN KEY (book_id, assessment) REFERENCES assessment (book_id, code),
    CONSTRAINT fk_late_charge_charge FOREIGN KEY (book_id, charge) REFERENCES assessment_share (book_id, charge),
    CONSTRAINT fk_late_charge_policy FOREIGN KEY (book_id, policy) REFERENCES late_policy_decision (book_id, version),
    CONSTRAINT ck_late_charge CHECK (last_day >= first_day AND days > 0 AND amount > 0)
) ENGINE=InnoDB;

CREATE INDEX ix_late_charge_charge ON late_charge (book_id, charge);

GRANT SELECT, INSERT ON late_policy TO ${app_user};
GRANT SELECT, INSERT ON late_policy_decision TO ${app_user};
GRANT SELECT, INSERT ON late_charge TO ${app_user};
