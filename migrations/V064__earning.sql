-- Deferred charges earned: cost of a project recognised (kind cost), or dues of a year that has
-- begun (kind dues). How much of which charge was earned is in the postings.
CREATE TABLE earning (
    book_id    INT NOT NULL,
    code       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind       VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    assessment VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount     BIGINT NOT NULL,
    CONSTRAINT pk_earning PRIMARY KEY (book_id, code),
    CONSTRAINT fk_earning_paper FOREIGN KEY (book_id, code) REFERENCES contribution_paper (book_id, code),
    CONSTRAINT fk_earning_assessment FOREIGN KEY (book_id, assessment) REFERENCES assessment (book_id, code),
    CONSTRAINT ck_earning_kind CHECK (kind IN ('cost', 'dues')),
    CONSTRAINT ck_earning_amount CHECK (amount > 0)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON earning TO ${app_user};
