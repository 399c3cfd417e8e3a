-- Papers about a single charge: a credit note takes back a part of it, an allowance says that it may not be paid, a release takes
-- the allowance back, a write-off takes the charge out of the receivables by decision, a recovery takes it in again. What is
-- written off stays a claim in memo, which has no journal entry, until it is recovered or given up by decision.
CREATE TABLE claim_paper (
    book_id  INT NOT NULL,
    code     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind     VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    party_id INT NOT NULL,
    charge   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount   BIGINT NOT NULL,
    provided BIGINT NOT NULL COMMENT 'write-off: the allowance that its own entry makes first',
    document VARCHAR(120) NOT NULL COMMENT 'the decision',
    wish     INT NULL COMMENT 'the wish that another person approved, where the body asks for two',
    CONSTRAINT pk_claim_paper PRIMARY KEY (book_id, code),
    CONSTRAINT uq_claim_paper_wish UNIQUE (book_id, wish),
    CONSTRAINT fk_claim_paper_paper FOREIGN KEY (book_id, code) REFERENCES contribution_paper (book_id, code),
    CONSTRAINT fk_claim_paper_charge FOREIGN KEY (book_id, charge) REFERENCES assessment_share (book_id, charge),
    CONSTRAINT fk_claim_paper_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id),
    CONSTRAINT ck_claim_paper_kind CHECK (kind IN ('credit', 'allowance', 'release', 'write-off', 'recovery')),
    CONSTRAINT ck_claim_paper_amount CHECK (amount > 0),
    CONSTRAINT ck_claim_paper_provided CHECK (provided = 0 OR (kind = 'write-off' AND provided BETWEEN 1 AND amount))
) ENGINE=InnoDB;

CREATE INDEX ix_claim_paper_charge ON claim_paper (book_id, charge);

CREATE TABLE claim_memo_release (
    book_id     INT NOT NULL,
    code        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    charge      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount      BIGINT NOT NULL,
    dated_on    DATE NOT NULL,
    document    VARCHAR(120) NOT NULL,
    reason      VARCHAR(400) NOT NULL,
    known_at    BIGINT NOT NULL COMMENT 'entry up to which the book was read',
    wish        INT NULL,
    recorded_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recorded_at DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_claim_memo_release PRIMARY KEY (book_id, code),
    CONSTRAINT uq_claim_memo_release_wish UNIQUE (book_id, wish),
    CONSTRAINT fk_claim_memo_release_charge FOREIGN KEY (book_id, charge) REFERENCES assessment_share (book_id, charge),
    CONSTRAINT ck_claim_memo_release_amount CHECK (amount > 0)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON claim_paper TO ${app_user};
GRANT SELECT, INSERT ON claim_memo_release TO ${app_user};
