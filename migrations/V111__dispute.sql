-- What a party's treasurer objects to: its balance of a day, a charge, or a line of its statement; and what was said about it, event
-- by event. Where a dispute stands follows from its last event and is stored nowhere. Nothing is posted by it.
CREATE TABLE dispute (
    book_id  INT NOT NULL,
    number   INT NOT NULL,
    party_id INT NOT NULL,
    subject  VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'balance, charge or line',
    about_on DATE NOT NULL COMMENT 'day of the balance, of the charge or of the line',
    charge   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    entry_no BIGINT NULL COMMENT 'the line of the statement; of a charge: that of its assessment',
    document VARCHAR(80) NULL COMMENT 'the paper behind the line, if there is one',
    label    VARCHAR(500) NOT NULL COMMENT 'the line as it was named then; empty for a balance',
    booked   BIGINT NOT NULL COMMENT 'what the book held to be right, minor units of its currency',
    claimed  BIGINT NULL COMMENT 'what the party holds to be right, if it says so',
    known_at BIGINT NOT NULL COMMENT 'the book was read up to this entry',
    CONSTRAINT pk_dispute PRIMARY KEY (book_id, number),
    CONSTRAINT fk_dispute_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT fk_dispute_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id),
    CONSTRAINT fk_dispute_charge FOREIGN KEY (book_id, charge) REFERENCES assessment_share (book_id, charge),
    CONSTRAINT fk_dispute_entry FOREIGN KEY (book_id, entry_no) REFERENCES journal_entry (book_id, entry_no),
    CONSTRAINT ck_dispute_number CHECK (number > 0),
    CONSTRAINT ck_dispute_subject CHECK ((subject = 'balance' AND charge IS NULL AND entry_no IS NULL) OR (subject = 'charge' AND charge IS NOT NULL AND entry_no IS NOT NULL) OR (subject = 'line' AND charge IS NULL AND entry_no IS NOT NULL))
) ENGINE=InnoDB;

CREATE INDEX ix_dispute_party ON dispute (book_id, party_id, number);

CREATE TABLE dispute_event (
    book_id     INT NOT NULL,
    number      INT NOT NULL,
    event_no    INT NOT NULL,
    kind        VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    words       VARCHAR(1000) NOT NULL COMMENT 'the reason, question or answer',
    follows     VARCHAR(400) NULL COMMENT 'of an acceptance: what follows from it',
    paper       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the note that told the other side',
    recorded_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    person      VARCHAR(200) NOT NULL COMMENT 'name of the person at that time',
    recorded_at DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_dispute_event PRIMARY KEY (book_id, number, event_no),
    CONSTRAINT fk_dispute_event_dispute FOREIGN KEY (book_id, number) REFERENCES dispute (book_id, number),
    CONSTRAINT fk_dispute_event_paper FOREIGN KEY (book_id, paper) REFERENCES issued_paper (book_id, code),
    CONSTRAINT ck_dispute_event_kind CHECK (kind IN ('raised', 'asked', 'replied', 'accepted', 'rejected', 'withdrawn')),
    CONSTRAINT ck_dispute_event_first CHECK ((kind = 'raised') = (event_no = 1)),
    CONSTRAINT ck_dispute_event_follows CHECK ((kind = 'accepted') = (follows IS NOT NULL))
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON dispute TO ${app_user};
GRANT SELECT, INSERT ON dispute_event TO ${app_user};
