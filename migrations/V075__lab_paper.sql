-- Papers of the formula lab: what was compared, frozen as it was shown, for the forum that decides. They charge nobody and are
-- not in the journal. Numbered without gaps per body and year; never changed or deleted.
CREATE TABLE lab_paper (
    book_id     INT NOT NULL,
    code        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'such as LAB-2026-0001',
    fiscal_year SMALLINT NOT NULL,
    number      INT NOT NULL,
    title       VARCHAR(200) NOT NULL,
    content     MEDIUMTEXT NOT NULL COMMENT 'canonical JSON: figures, rules and results',
    digest      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the content',
    saved_by    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    saved_at    DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_lab_paper PRIMARY KEY (book_id, code),
    CONSTRAINT uq_lab_paper_number UNIQUE (book_id, fiscal_year, number),
    CONSTRAINT fk_lab_paper_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT ck_lab_paper_number CHECK (number > 0)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON lab_paper TO ${app_user};
