-- Exchange rates of a book, as a named source gives them: for a day, or as the reference of a month (then the month's first day
-- stands here). A correction is a new row that names the one it replaces; for later use the newest counts, and entries keep the
-- rate they were posted with.
CREATE TABLE exchange_rate (
    book_id     INT NOT NULL,
    rate_no     INT NOT NULL COMMENT 'from 1, without gaps',
    currency    CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind        VARCHAR(5) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    day         DATE NOT NULL COMMENT 'of a month its first day',
    rate        DECIMAL(24, 12) NOT NULL COMMENT 'book currency per one of the currency, both in main units',
    source      VARCHAR(200) CHARACTER SET utf8mb4 NOT NULL COMMENT 'who says so',
    document    VARCHAR(200) CHARACTER SET utf8mb4 NULL COMMENT 'the paper or page where it stands',
    replaces    INT NULL COMMENT 'number of the rate that this one corrects',
    reason      VARCHAR(500) CHARACTER SET utf8mb4 NULL COMMENT 'of the correction',
    recorded_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recorded_at DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_exchange_rate PRIMARY KEY (book_id, rate_no),
    CONSTRAINT uq_exchange_rate_replaces UNIQUE (book_id, replaces),
    CONSTRAINT fk_exchange_rate_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT fk_exchange_rate_replaces FOREIGN KEY (book_id, replaces) REFERENCES exchange_rate (book_id, rate_no),
    CONSTRAINT ck_exchange_rate_no CHECK (rate_no > 0),
    CONSTRAINT ck_exchange_rate_kind CHECK (kind = 'day' OR (kind = 'month' AND EXTRACT(DAY FROM day) = 1)),
    CONSTRAINT ck_exchange_rate_rate CHECK (rate > 0),
    CONSTRAINT ck_exchange_rate_correction CHECK ((replaces IS NULL AND reason IS NULL) OR (replaces < rate_no AND reason IS NOT NULL))
) ENGINE=InnoDB;

CREATE INDEX ix_exchange_rate_day ON exchange_rate (book_id, currency, kind, day);

GRANT SELECT, INSERT ON exchange_rate TO ${app_user};
