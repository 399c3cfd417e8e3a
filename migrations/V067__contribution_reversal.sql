-- A paper undone: the linked reversal of its entry, dated in an open period, with a reason.
CREATE TABLE contribution_reversal (
    book_id     INT NOT NULL,
    code        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reversed_on DATE NOT NULL COMMENT 'accounting date of the reversal',
    reason      VARCHAR(500) NOT NULL,
    entry_no    BIGINT NOT NULL,
    reversed_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reversed_at DATETIME(6) NOT NULL,
    CONSTRAINT pk_contribution_reversal PRIMARY KEY (book_id, code),
    CONSTRAINT uq_contribution_reversal_entry UNIQUE (book_id, entry_no),
    CONSTRAINT fk_contribution_reversal_paper FOREIGN KEY (book_id, code) REFERENCES contribution_paper (book_id, code),
    CONSTRAINT fk_contribution_reversal_entry FOREIGN KEY (book_id, entry_no) REFERENCES journal_entry (book_id, entry_no)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON contribution_reversal TO ${app_user};
