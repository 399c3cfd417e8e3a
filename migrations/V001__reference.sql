-- Placeholder-free start: the book of a body. The rest of the ledger follows in its own files.
CREATE TABLE book (
    book_id  INT NOT NULL,
    code     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    CONSTRAINT pk_book PRIMARY KEY (book_id),
    CONSTRAINT uq_book_code UNIQUE (code)
) ENGINE=InnoDB;
