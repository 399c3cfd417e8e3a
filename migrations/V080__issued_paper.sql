-- The register of papers that left the house: letters, receipts, later statements. Each has a number without gaps per body,
-- series and year, its data as canonical JSON and its file, frozen with their digests. A paper is never changed: it is
-- withdrawn, keeps its number, and says which one replaced it.
CREATE TABLE issued_paper (
    book_id     INT NOT NULL,
    code        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'such as ST-2026-0001',
    series      VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fiscal_year SMALLINT NOT NULL,
    number      INT NOT NULL,
    dated_on    DATE NOT NULL COMMENT 'the date printed on it',
    title       VARCHAR(300) NOT NULL,
    subject     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what it is about: a charge, a receipt',
    party_id    INT NULL COMMENT 'to whom it is addressed, and who may read it beside the body',
    language    CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the frozen file',
    content     MEDIUMTEXT NOT NULL COMMENT 'canonical JSON of everything printed',
    digest      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the content',
    file        MEDIUMBLOB NOT NULL COMMENT 'PDF as it was sent',
    file_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the file',
    issued_by   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    issued_at   DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_issued_paper PRIMARY KEY (book_id, code),
    CONSTRAINT uq_issued_paper_number UNIQUE (book_id, series, fiscal_year, number),
    CONSTRAINT fk_issued_paper_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT fk_issued_paper_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id),
    CONSTRAINT ck_issued_paper_number CHECK (number > 0),
    CONSTRAINT ck_issued_paper_language CHECK (language IN ('id', 'en'))
) ENGINE=InnoDB;

CREATE INDEX ix_issued_paper_subject ON issued_paper (book_id, subject);
CREATE INDEX ix_issued_paper_party ON issued_paper (book_id, party_id, dated_on);

CREATE TABLE issued_paper_withdrawal (
    book_id      INT NOT NULL,
    code         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason       VARCHAR(400) NOT NULL,
    successor    VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the paper that replaced it',
    withdrawn_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    withdrawn_at DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_issued_paper_withdrawal PRIMARY KEY (book_id, code),
    CONSTRAINT fk_issued_paper_withdrawal_paper FOREIGN KEY (book_id, code) REFERENCES issued_paper (book_id, code),
    CONSTRAINT fk_issued_paper_withdrawal_successor FOREIGN KEY (book_id, successor) REFERENCES issued_paper (book_id, code),
    CONSTRAINT ck_issued_paper_withdrawal_successor CHECK (successor IS NULL OR successor <> code)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON issued_paper TO ${app_user};
GRANT SELECT, INSERT ON issued_paper_withdrawal TO ${app_user};
