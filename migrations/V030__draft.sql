-- Entries that are not yet in the book. A draft is its newest version; versions, their lines and the decisions about
-- them are never changed. A decision is about one version and its content hash, by another person than its preparer.
CREATE TABLE draft (
    book_id   INT NOT NULL,
    draft_id  INT NOT NULL,
    version   INT NOT NULL,
    state     VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    asked_key VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the request that made it, so that asking twice makes one',
    posted_no BIGINT NULL,
    CONSTRAINT pk_draft PRIMARY KEY (book_id, draft_id),
    CONSTRAINT uq_draft_asked UNIQUE (book_id, asked_key),
    CONSTRAINT uq_draft_posted UNIQUE (book_id, posted_no),
    CONSTRAINT fk_draft_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT fk_draft_posted FOREIGN KEY (book_id, posted_no) REFERENCES journal_entry (book_id, entry_no),
    CONSTRAINT ck_draft_state CHECK (state IN ('open', 'submitted', 'approved', 'rejected', 'posted', 'withdrawn')),
    CONSTRAINT ck_draft_posted CHECK ((state = 'posted') = (posted_no IS NOT NULL))
) ENGINE = InnoDB;

CREATE TABLE draft_version (
    book_id      INT NOT NULL,
    draft_id     INT NOT NULL,
    version      INT NOT NULL,
    entry_date   DATE NOT NULL,
    kind         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    description  VARCHAR(500) NOT NULL,
    document_no  VARCHAR(80) NULL,
    content_hash BINARY(32) NOT NULL,
    prepared_by  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prepared_at  DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_draft_version PRIMARY KEY (book_id, draft_id, version),
    CONSTRAINT fk_draft_version_draft FOREIGN KEY (book_id, draft_id) REFERENCES draft (book_id, draft_id)
) ENGINE = InnoDB;

CREATE TABLE draft_line (
    book_id       INT NOT NULL,
    draft_id      INT NOT NULL,
    version       INT NOT NULL,
    line_no       INT NOT NULL,
    account       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fund          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount        BIGINT NOT NULL,
    party         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    project       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    award_line    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    unit          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    charge        VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
    charge_period VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    orig_currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL,
    orig_amount   BIGINT NULL,
    rate          DECIMAL(24, 12) NULL,
    memo          VARCHAR(200) NULL,
    CONSTRAINT pk_draft_line PRIMARY KEY (book_id, draft_id, version, line_no),
    CONSTRAINT fk_draft_line_version FOREIGN KEY (book_id, draft_id, version) REFERENCES draft_version (book_id, draft_id, version)
) ENGINE = InnoDB;

CREATE TABLE draft_decision (
    book_id      INT NOT NULL,
    draft_id     INT NOT NULL,
    version      INT NOT NULL,
    decided_by   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prepared_by  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content_hash BINARY(32) NOT NULL,
    decision     VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason       VARCHAR(500) NULL,
    decided_at   DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_draft_decision PRIMARY KEY (book_id, draft_id, version),
    CONSTRAINT fk_draft_decision_version FOREIGN KEY (book_id, draft_id, version) REFERENCES draft_version (book_id, draft_id, version),
    CONSTRAINT ck_draft_decision_person CHECK (decided_by <> prepared_by),
    CONSTRAINT ck_draft_decision CHECK (decision IN ('approve', 'reject')),
    CONSTRAINT ck_draft_decision_reason CHECK (decision = 'approve' OR reason IS NOT NULL)
) ENGINE = InnoDB;

GRANT SELECT, INSERT, UPDATE (version, state, posted_no) ON draft TO ${app_user};
GRANT SELECT, INSERT ON draft_version TO ${app_user};
GRANT SELECT, INSERT ON draft_line TO ${app_user};
GRANT SELECT, INSERT ON draft_decision TO ${app_user};
