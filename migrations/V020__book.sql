-- The book of a body and its head. A body's books are one book in one currency; book_id is the body's number.
-- book_head is one row: the mutex of every writing transaction, the head of the hash chain, the closing date, and the
-- number of changes to the chart (accounts, funds, dimensions). Nothing has a foreign key to it: writers lock it first.
CREATE TABLE book (
    book_id           INT NOT NULL,
    code              VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    uid               CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the genesis of the chain: it survives a restore with other numeric ids',
    currency          CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    zone              VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    first_open        DATE NOT NULL COMMENT 'first day of the first month that can be posted to',
    approval_required BOOLEAN NOT NULL COMMENT 'whether entries made by hand need another person',
    opened_at         DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_book PRIMARY KEY (book_id),
    CONSTRAINT uq_book_code UNIQUE (code),
    CONSTRAINT uq_book_uid UNIQUE (uid)
) ENGINE = InnoDB;

CREATE TABLE book_head (
    book_id          INT NOT NULL,
    last_no          BIGINT NOT NULL COMMENT 'what has a higher number is not in the book',
    head_hash        BINARY(32) NOT NULL,
    last_recorded_at DATETIME(6) NOT NULL COMMENT 'UTC',
    closed_through   DATE NOT NULL COMMENT 'last day of the last closed month',
    period_seq       INT NOT NULL COMMENT 'number of the last period event',
    chart_no         INT NOT NULL COMMENT 'counts changes to accounts, funds and dimensions',
    CONSTRAINT pk_book_head PRIMARY KEY (book_id),
    CONSTRAINT fk_book_head_book FOREIGN KEY (book_id) REFERENCES book (book_id)
) ENGINE = InnoDB;

GRANT SELECT, INSERT, UPDATE (approval_required) ON book TO ${app_user};
GRANT SELECT, INSERT, UPDATE (last_no, head_hash, last_recorded_at, closed_through, period_seq, chart_no) ON book_head TO ${app_user};
