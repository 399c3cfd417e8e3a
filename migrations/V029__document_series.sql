-- Gap-free numbers of documents per body, type and fiscal year. The counter is a row apart and nothing has a foreign
-- key to it, so that counting never locks what refers to the series. Taken late, after the head of the book.
CREATE TABLE document_series (
    book_id     INT NOT NULL,
    series_id   INT NOT NULL,
    type        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fiscal_year SMALLINT NOT NULL,
    CONSTRAINT pk_document_series PRIMARY KEY (book_id, series_id),
    CONSTRAINT uq_document_series UNIQUE (book_id, type, fiscal_year),
    CONSTRAINT fk_document_series_book FOREIGN KEY (book_id) REFERENCES book (book_id)
) ENGINE = InnoDB;

CREATE TABLE document_counter (
    book_id   INT NOT NULL,
    series_id INT NOT NULL,
    last_no   INT NOT NULL,
    CONSTRAINT pk_document_counter PRIMARY KEY (book_id, series_id)
) ENGINE = InnoDB;

GRANT SELECT, INSERT ON document_series TO ${app_user};
GRANT SELECT, INSERT, UPDATE (last_no) ON document_counter TO ${app_user};
