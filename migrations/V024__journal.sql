-- The journal: append-only, in gap-free numbers, chained by hash. A mistake is undone by one linked reversal.
-- Amounts are whole minor units of the book's currency, debit positive. People stand by their handles, not by numbers,
-- because the handles are part of the hash.
CREATE TABLE journal_entry (
    book_id      INT NOT NULL,
    entry_no     BIGINT NOT NULL,
    entry_date   DATE NOT NULL COMMENT 'accounting date',
    recorded_at  DATETIME(6) NOT NULL COMMENT 'UTC: the later of clock and head',
    kind         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    description  VARCHAR(500) NOT NULL,
    source_key   VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what it was made from; posts once',
    document_no  VARCHAR(80) NULL,
    reverses_no  BIGINT NULL,
    reason       VARCHAR(500) NULL,
    prepared_by  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    approved_by  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    line_count   INT NOT NULL,
    form         TINYINT NOT NULL COMMENT 'version of the canonical form below the content hash',
    content_hash BINARY(32) NOT NULL,
    prev_hash    BINARY(32) NOT NULL,
    hash         BINARY(32) NOT NULL,
    CONSTRAINT pk_journal_entry PRIMARY KEY (book_id, entry_no),
    CONSTRAINT uq_journal_entry_source UNIQUE (book_id, source_key),
    CONSTRAINT uq_journal_entry_reverses UNIQUE (book_id, reverses_no),
    CONSTRAINT fk_journal_entry_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT fk_journal_entry_reverses FOREIGN KEY (book_id, reverses_no) REFERENCES journal_entry (book_id, entry_no),
    CONSTRAINT ck_journal_entry_people CHECK (prepared_by REGEXP '^[A-Za-z0-9][A-Za-z0-9._@+-]*$'
        AND (approved_by IS NULL OR (approved_by REGEXP '^[A-Za-z0-9][A-Za-z0-9._@+-]*$' AND approved_by <> prepared_by))),
    CONSTRAINT ck_journal_entry_reversal CHECK ((reverses_no IS NULL) = (reason IS NULL)),
    CONSTRAINT ck_journal_entry_source CHECK (source_key <> '')
) ENGINE = InnoDB;

CREATE INDEX ix_journal_entry_date ON journal_entry (book_id, entry_date, entry_no);

CREATE TABLE posting (
    book_id       INT NOT NULL,
    entry_no      BIGINT NOT NULL,
    line_no       INT NOT NULL,
    entry_date    DATE NOT NULL COMMENT 'that of its entry: balances by date need no join',
    account_id    INT NOT NULL,
    fund_id       INT NOT NULL,
    amount        BIGINT NOT NULL,
    party_id      INT NULL,
    project_id    INT NULL,
    award_line_id INT NULL,
    unit_id       INT NULL,
    charge        VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the open item that it charges or settles',
    charge_period VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'what the charge is for: 2006, 2006-03, 2006-Q1',
    orig_currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NULL,
    orig_amount   BIGINT NULL COMMENT 'minor units of the original currency; 0 when only the rate moved',
    rate          DECIMAL(24, 12) NULL COMMENT 'book currency per unit of the original',
    memo          VARCHAR(200) NULL,
    CONSTRAINT pk_posting PRIMARY KEY (book_id, entry_no, line_no),
    INDEX ix_posting_account (book_id, account_id, fund_id, entry_date, entry_no, amount),
    INDEX ix_posting_party (book_id, party_id, account_id, fund_id, entry_date, entry_no, amount),
    INDEX ix_posting_fund (book_id, fund_id),
    INDEX ix_posting_project (book_id, project_id),
    INDEX ix_posting_award_line (book_id, award_line_id),
    INDEX ix_posting_unit (book_id, unit_id),
    CONSTRAINT fk_posting_entry FOREIGN KEY (book_id, entry_no) REFERENCES journal_entry (book_id, entry_no),
    CONSTRAINT fk_posting_account FOREIGN KEY (book_id, account_id) REFERENCES account (book_id, account_id),
    CONSTRAINT fk_posting_fund FOREIGN KEY (book_id, fund_id) REFERENCES fund (book_id, fund_id),
    CONSTRAINT fk_posting_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id),
    CONSTRAINT fk_posting_project FOREIGN KEY (book_id, project_id) REFERENCES project (book_id, project_id),
    CONSTRAINT fk_posting_award_line FOREIGN KEY (book_id, award_line_id) REFERENCES award_line (book_id, award_line_id),
    CONSTRAINT fk_posting_unit FOREIGN KEY (book_id, unit_id) REFERENCES paying_unit (book_id, unit_id),
    CONSTRAINT ck_posting_amount CHECK (amount <> 0),
    CONSTRAINT ck_posting_original CHECK ((orig_currency IS NULL) = (orig_amount IS NULL) AND (orig_currency IS NULL) = (rate IS NULL))
) ENGINE = InnoDB;

GRANT SELECT, INSERT ON journal_entry TO ${app_user};
GRANT SELECT, INSERT ON posting TO ${app_user};
