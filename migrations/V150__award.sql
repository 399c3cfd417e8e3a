-- Awards: what giver and body have agreed, in numbered versions, each whole and approved by another person than its preparer; and
-- what happened besides money: reports, milestones, rules that a named person set aside. What became of the money stands in the
-- journal alone.
CREATE TABLE award_version (
    book_id     INT NOT NULL,
    award       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'first part of the codes of its award lines',
    version     INT NOT NULL,
    party_id    INT NOT NULL COMMENT 'who gives',
    terms       MEDIUMTEXT NOT NULL COMMENT 'JSON; the digest is of these bytes',
    digest      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prepared_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prepared_at DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_award_version PRIMARY KEY (book_id, award, version),
    CONSTRAINT uq_award_version_decided UNIQUE (book_id, award, version, prepared_by, digest),
    CONSTRAINT fk_award_version_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id),
    CONSTRAINT ck_award_version_number CHECK (version > 0)
) ENGINE=InnoDB;

CREATE TABLE award_decision (
    book_id     INT NOT NULL,
    award       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version     INT NOT NULL,
    prepared_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    digest      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decision    VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason      VARCHAR(400) NULL,
    decided_by  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decided_at  DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_award_decision PRIMARY KEY (book_id, award, version),
    CONSTRAINT fk_award_decision_version FOREIGN KEY (book_id, award, version, prepared_by, digest) REFERENCES award_version (book_id, award, version, prepared_by, digest),
    CONSTRAINT ck_award_decision_person CHECK (decided_by <> prepared_by),
    CONSTRAINT ck_award_decision CHECK (decision IN ('approve', 'reject')),
    CONSTRAINT ck_award_decision_reason CHECK (decision = 'approve' OR reason IS NOT NULL)
) ENGINE=InnoDB;

CREATE TABLE award_event (
    book_id     INT NOT NULL,
    award       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    event_no    INT NOT NULL,
    kind        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    item        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'report, tranche, rule or event that it is about',
    event_date  DATE NOT NULL,
    document_no VARCHAR(80) NULL,
    amount      BIGINT NULL COMMENT 'minor units of the book',
    said        VARCHAR(500) NULL,
    recorded_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recorded_at DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_award_event PRIMARY KEY (book_id, award, event_no),
    CONSTRAINT fk_award_event_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT ck_award_event_kind CHECK (kind IN ('report-submitted', 'report-accepted', 'report-returned', 'milestone', 'override', 'undo')),
    CONSTRAINT ck_award_event_override CHECK (kind <> 'override' OR (document_no IS NOT NULL AND amount > 0 AND said IS NOT NULL))
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON award_version TO ${app_user};
GRANT SELECT, INSERT ON award_decision TO ${app_user};
GRANT SELECT, INSERT ON award_event TO ${app_user};
