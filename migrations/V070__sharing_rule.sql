-- The sharing rules of a body: what an agreement says about who pays what, in numbered versions, each with the day from which it
-- holds. Nothing is changed: another wording is another version, and a decision is a row of its own about exactly that version
-- and its digest, by another person than its preparer.
CREATE TABLE sharing_rule_version (
    book_id        INT NOT NULL,
    code           VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version        INT NOT NULL,
    name           VARCHAR(200) NOT NULL,
    rule_text      MEDIUMTEXT NOT NULL COMMENT 'the rule file (YAML)',
    effective_from DATE NOT NULL,
    agreement_id   INT NOT NULL,
    article        VARCHAR(80) NOT NULL COMMENT 'the place in the agreement that says who pays what',
    prepared_by    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prepared_at    DATETIME(6) NOT NULL COMMENT 'UTC',
    digest         CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of what is decided: code, version, text, day, agreement, article',
    CONSTRAINT pk_sharing_rule_version PRIMARY KEY (book_id, code, version),
    CONSTRAINT uq_sharing_rule_version_decided UNIQUE (book_id, code, version, prepared_by, digest),
    CONSTRAINT fk_sharing_rule_version_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT fk_sharing_rule_version_agreement FOREIGN KEY (book_id, agreement_id) REFERENCES agreement (body_id, agreement_id),
    CONSTRAINT ck_sharing_rule_version_number CHECK (version > 0)
) ENGINE=InnoDB;

CREATE TABLE sharing_rule_decision (
    book_id     INT NOT NULL,
    code        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version     INT NOT NULL,
    prepared_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    digest      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decision    VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason      VARCHAR(500) NULL,
    decided_by  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decided_at  DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_sharing_rule_decision PRIMARY KEY (book_id, code, version),
    CONSTRAINT fk_sharing_rule_decision_version FOREIGN KEY (book_id, code, version, prepared_by, digest) REFERENCES sharing_rule_version (book_id, code, version, prepared_by, digest),
    CONSTRAINT ck_sharing_rule_decision_person CHECK (decided_by <> prepared_by),
    CONSTRAINT ck_sharing_rule_decision CHECK (decision IN ('approve', 'reject')),
    CONSTRAINT ck_sharing_rule_decision_reason CHECK (decision = 'approve' OR reason IS NOT NULL)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON sharing_rule_version TO ${app_user};
GRANT SELECT, INSERT ON sharing_rule_decision TO ${app_user};
