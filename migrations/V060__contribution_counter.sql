-- Numbers of papers without gaps: one counter per body, series (AS assessments, RC receipts, ER
-- earnings, PU uses of prepayments) and fiscal year. Always locked after the book's head, so two
-- callers never wait for each other here; nothing has a foreign key to a counter.
CREATE TABLE contribution_counter (
    book_id     INT NOT NULL,
    series      CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fiscal_year SMALLINT NOT NULL,
    last_no     INT NOT NULL,
    CONSTRAINT pk_contribution_counter PRIMARY KEY (book_id, series, fiscal_year),
    CONSTRAINT fk_contribution_counter_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT ck_contribution_counter_last_no CHECK (last_no > 0)
) ENGINE=InnoDB;

GRANT SELECT, INSERT, UPDATE ON contribution_counter TO ${app_user};
