-- Sums of ranges of entry numbers (from_no, to_no], built after sealing, immutable, droppable. Keyed by number and not
-- by date, so that a back-dated posting is only one more entry after the newest range. head_hash ties a range to the chain.
CREATE TABLE checkpoint (
    book_id   INT NOT NULL,
    level     TINYINT NOT NULL,
    to_no     BIGINT NOT NULL,
    from_no   BIGINT NOT NULL,
    head_hash BINARY(32) NOT NULL,
    built_at  DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_checkpoint PRIMARY KEY (book_id, level, to_no),
    CONSTRAINT fk_checkpoint_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT ck_checkpoint_range CHECK (from_no < to_no)
) ENGINE = InnoDB;

-- dim: L the ledger alone; P, J, A per party (control accounts), project, award line. dim_id 0 for L; orig_currency '' when there is none.
CREATE TABLE checkpoint_cell (
    book_id       INT NOT NULL,
    level         TINYINT NOT NULL,
    to_no         BIGINT NOT NULL,
    dim           CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    dim_id        INT NOT NULL,
    account_id    INT NOT NULL,
    fund_id       INT NOT NULL,
    month         INT NOT NULL COMMENT 'year * 100 + month of the accounting date',
    closing       BOOLEAN NOT NULL COMMENT 'closing entries stay out of activity statements',
    orig_currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    debit         BIGINT NOT NULL,
    credit        BIGINT NOT NULL,
    orig_amount   BIGINT NOT NULL,
    n             INT NOT NULL,
    CONSTRAINT pk_checkpoint_cell PRIMARY KEY (book_id, level, to_no, dim, dim_id, account_id, fund_id, month, closing, orig_currency),
    CONSTRAINT fk_checkpoint_cell_range FOREIGN KEY (book_id, level, to_no) REFERENCES checkpoint (book_id, level, to_no)
) ENGINE = InnoDB;

GRANT SELECT, INSERT, DELETE ON checkpoint TO ${app_user};
GRANT SELECT, INSERT, DELETE ON checkpoint_cell TO ${app_user};
