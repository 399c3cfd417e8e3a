-- On which days around the due day a body reminds its payers, in numbered versions with their steps. Nothing is assumed: a body
-- without a version in force reminds nobody. A decision is a row of its own about exactly one version, by another person than its
-- preparer.
CREATE TABLE reminder_schedule (
    book_id        INT NOT NULL,
    version        INT NOT NULL,
    effective_from DATE NOT NULL,
    agreement_id   INT NOT NULL,
    article        VARCHAR(80) NOT NULL,
    basis          VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    basis_note     VARCHAR(500) NULL,
    prepared_by    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prepared_at    DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_reminder_schedule PRIMARY KEY (book_id, version),
    CONSTRAINT uq_reminder_schedule_decided UNIQUE (book_id, version, prepared_by),
    CONSTRAINT fk_reminder_schedule_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT fk_reminder_schedule_agreement FOREIGN KEY (book_id, agreement_id) REFERENCES agreement (body_id, agreement_id),
    CONSTRAINT ck_reminder_schedule_version CHECK (version > 0),
    CONSTRAINT ck_reminder_schedule_basis CHECK ((basis IS NULL AND basis_note IS NULL) OR (basis IN ('source', 'assumed', 'sample') AND basis_note IS NOT NULL))
) ENGINE=InnoDB;

CREATE TABLE reminder_schedule_step (
    book_id INT NOT NULL,
    version INT NOT NULL,
    days    SMALLINT NOT NULL COMMENT 'since the due day; below zero: before it',
    tone    VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    channel VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'mail: the letter is put into the outbox; paper: it is printed',
    CONSTRAINT pk_reminder_schedule_step PRIMARY KEY (book_id, version, days),
    CONSTRAINT fk_reminder_schedule_step_version FOREIGN KEY (book_id, version) REFERENCES reminder_schedule (book_id, version),
    CONSTRAINT ck_reminder_schedule_step_days CHECK (days BETWEEN -365 AND 3650),
    CONSTRAINT ck_reminder_schedule_step_tone CHECK (tone IN ('friendly', 'second', 'last')),
    CONSTRAINT ck_reminder_schedule_step_channel CHECK (channel IN ('mail', 'paper'))
) ENGINE=InnoDB;

CREATE TABLE reminder_schedule_decision (
    book_id     INT NOT NULL,
    version     INT NOT NULL,
    prepared_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decision    VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason      VARCHAR(400) NULL,
    decided_by  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decided_at  DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_reminder_schedule_decision PRIMARY KEY (book_id, version),
    CONSTRAINT fk_reminder_schedule_decision_version FOREIGN KEY (book_id, version, prepared_by) REFERENCES reminder_schedule (book_id, version, prepared_by),
    CONSTRAINT ck_reminder_schedule_decision_person CHECK (decided_by <> prepared_by),
    CONSTRAINT ck_reminder_schedule_decision CHECK (decision IN ('approve', 'reject')),
    CONSTRAINT ck_reminder_schedule_decision_reason CHECK (decision = 'approve' OR reason IS NOT NULL)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON reminder_schedule TO ${app_user};
GRANT SELECT, INSERT ON reminder_schedule_step TO ${app_user};
GRANT SELECT, INSERT ON reminder_schedule_decision TO ${app_user};
