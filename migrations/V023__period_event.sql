-- Every close and reopen of a month is a record; the head only moves its closing date together with one.
CREATE TABLE period_event (
    book_id        INT NOT NULL,
    period_seq     INT NOT NULL,
    closed_through DATE NOT NULL COMMENT 'as it is after the event',
    action         VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason         VARCHAR(500) NULL,
    recorded_at    DATETIME(6) NOT NULL COMMENT 'UTC',
    at_entry_no    BIGINT NOT NULL COMMENT 'the last entry at that moment',
    CONSTRAINT pk_period_event PRIMARY KEY (book_id, period_seq),
    CONSTRAINT fk_period_event_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT ck_period_event_action CHECK (action IN ('close', 'reopen')),
    CONSTRAINT ck_period_event_reason CHECK (action = 'close' OR reason IS NOT NULL)
) ENGINE = InnoDB;

GRANT SELECT, INSERT ON period_event TO ${app_user};
