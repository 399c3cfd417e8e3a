-- Where a body asks for two people, a paper about a claim is prepared by one, approved by another and then booked. The decision is
-- a row of its own about exactly one wish; what became of an approved wish is the paper that names it.
CREATE TABLE claim_wish (
    book_id     INT NOT NULL,
    number      INT NOT NULL,
    kind        VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    charge      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    dated_on    DATE NOT NULL,
    amount      BIGINT NOT NULL,
    together    TINYINT NOT NULL COMMENT '1: a write-off makes the allowance that is missing in the same entry',
    document    VARCHAR(120) NOT NULL,
    reason      VARCHAR(400) NOT NULL,
    prepared_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prepared_at DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_claim_wish PRIMARY KEY (book_id, number),
    CONSTRAINT uq_claim_wish_decided UNIQUE (book_id, number, prepared_by),
    CONSTRAINT fk_claim_wish_charge FOREIGN KEY (book_id, charge) REFERENCES assessment_share (book_id, charge),
    CONSTRAINT ck_claim_wish_kind CHECK (kind IN ('credit', 'allowance', 'release', 'write-off', 'recovery', 'memo-release')),
    CONSTRAINT ck_claim_wish_number CHECK (number > 0),
    CONSTRAINT ck_claim_wish_amount CHECK (amount > 0 AND together IN (0, 1))
) ENGINE=InnoDB;

CREATE TABLE claim_wish_decision (
    book_id     INT NOT NULL,
    number      INT NOT NULL,
    prepared_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decision    VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason      VARCHAR(400) NULL,
    decided_by  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decided_at  DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_claim_wish_decision PRIMARY KEY (book_id, number),
    CONSTRAINT fk_claim_wish_decision_wish FOREIGN KEY (book_id, number, prepared_by) REFERENCES claim_wish (book_id, number, prepared_by),
    CONSTRAINT ck_claim_wish_decision_person CHECK (decided_by <> prepared_by),
    CONSTRAINT ck_claim_wish_decision CHECK (decision IN ('approve', 'reject')),
    CONSTRAINT ck_claim_wish_decision_reason CHECK (decision = 'approve' OR reason IS NOT NULL)
) ENGINE=InnoDB;

ALTER TABLE claim_paper ADD CONSTRAINT fk_claim_paper_wish FOREIGN KEY (book_id, wish) REFERENCES claim_wish_decision (book_id, number);
ALTER TABLE claim_memo_release ADD CONSTRAINT fk_claim_memo_release_wish FOREIGN KEY (book_id, wish) REFERENCES claim_wish_decision (book_id, number);

GRANT SELECT, INSERT ON claim_wish TO ${app_user};
GRANT SELECT, INSERT ON claim_wish_decision TO ${app_user};
