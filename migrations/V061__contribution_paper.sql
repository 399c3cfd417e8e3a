-- Every paper of this module has a number without gaps, a date, a description and one journal entry.
-- What is particular to an assessment, a receipt, an earning or a use of a prepayment stands in its own
-- table. Append-only: a mistake is undone by a reversal, and the paper keeps its number.
CREATE TABLE contribution_paper (
    book_id     INT NOT NULL,
    code        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    series      CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fiscal_year SMALLINT NOT NULL,
    number      INT NOT NULL,
    dated_on    DATE NOT NULL COMMENT 'accounting date of the entry',
    description VARCHAR(500) NOT NULL,
    basis       VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'what the figures rest on: source, assumed or sample',
    basis_note  VARCHAR(500) NULL,
    entry_no    BIGINT NOT NULL,
    recorded_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recorded_at DATETIME(6) NOT NULL,
    CONSTRAINT pk_contribution_paper PRIMARY KEY (book_id, code),
    CONSTRAINT uq_contribution_paper_number UNIQUE (book_id, series, fiscal_year, number),
    CONSTRAINT uq_contribution_paper_entry UNIQUE (book_id, entry_no),
    CONSTRAINT fk_contribution_paper_entry FOREIGN KEY (book_id, entry_no) REFERENCES journal_entry (book_id, entry_no),
    CONSTRAINT ck_contribution_paper_series CHECK (series IN ('AS', 'RC', 'ER', 'PU')),
    CONSTRAINT ck_contribution_paper_basis CHECK (basis IN ('source', 'assumed', 'sample'))
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON contribution_paper TO ${app_user};
