-- Letters of one assessment, issued as one piece of work that goes on where it was cut off: every charge that is to get a
-- letter stands here from the start, and the letter is noted beside it in the transaction that issued it.
CREATE TABLE letter_run (
    book_id      INT NOT NULL,
    run_no       INT NOT NULL,
    assessment   VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    dated_on     DATE NOT NULL COMMENT 'the date printed on the letters',
    language     CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    copies       TEXT NOT NULL COMMENT 'who gets a copy of each, a line each',
    asked_by     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    asked_at     DATETIME(6) NOT NULL COMMENT 'UTC',
    finished_at  DATETIME(6) NULL COMMENT 'UTC; null while there is something left to do',
    CONSTRAINT pk_letter_run PRIMARY KEY (book_id, run_no),
    CONSTRAINT fk_letter_run_assessment FOREIGN KEY (book_id, assessment) REFERENCES assessment (book_id, code),
    CONSTRAINT ck_letter_run_language CHECK (language IN ('id', 'en'))
) ENGINE=InnoDB;

CREATE INDEX ix_letter_run_unfinished ON letter_run (finished_at, book_id, run_no);

CREATE TABLE letter_run_item (
    book_id  INT NOT NULL,
    run_no   INT NOT NULL,
    charge   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    paper    VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the letter, noted in the transaction that issued it',
    refusal  VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'code of the refusal; null unless the letter was refused',
    words_id TEXT NULL COMMENT 'the refusal in Indonesian',
    words_en TEXT NULL COMMENT 'the refusal in English',
    CONSTRAINT pk_letter_run_item PRIMARY KEY (book_id, run_no, charge),
    CONSTRAINT fk_letter_run_item_run FOREIGN KEY (book_id, run_no) REFERENCES letter_run (book_id, run_no),
    CONSTRAINT fk_letter_run_item_paper FOREIGN KEY (book_id, paper) REFERENCES issued_paper (book_id, code),
    CONSTRAINT ck_letter_run_item_end CHECK (paper IS NULL OR refusal IS NULL)
) ENGINE=InnoDB;

GRANT SELECT, INSERT, UPDATE (finished_at) ON letter_run TO ${app_user};
GRANT SELECT, INSERT, UPDATE (paper, refusal, words_id, words_en) ON letter_run_item TO ${app_user};
