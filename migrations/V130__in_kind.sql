-- What parties give in kind: an office, staff, vehicles. Never through cash or bank. Where an agreement counts it towards dues, it
-- settles a charge up to the agreed tariff and, in a year, up to what the agreement allows at most; the rest is income in kind.
-- It is proposed with its valuation; the decision is a row of its own, by another person where the body asks for two, and the
-- paper is posted with the decision. From here on the codes of series are the program's own matter: two letters.
ALTER TABLE contribution_paper DROP CONSTRAINT ck_contribution_paper_series;
ALTER TABLE contribution_paper ADD CONSTRAINT ck_contribution_paper_series CHECK (series REGEXP '^[A-Z]{2}$');

CREATE TABLE in_kind (
    book_id           INT NOT NULL,
    number            INT NOT NULL,
    party_id          INT NOT NULL,
    kind              VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'office, staff, vehicle or other',
    what              VARCHAR(300) NOT NULL,
    period_from       DATE NOT NULL,
    period_until      DATE NOT NULL COMMENT 'last day, included',
    quantity          DECIMAL(12, 2) NOT NULL,
    unit              VARCHAR(40) NOT NULL COMMENT 'what one of the quantity is: a month, a square metre and month',
    valuation         VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'tariff, market or book',
    document          VARCHAR(200) NOT NULL COMMENT 'the paper of the valuation',
    tariff            BIGINT NULL COMMENT 'agreed for one of the quantity, in minor units',
    value             BIGINT NOT NULL,
    agreement_id      INT NULL COMMENT 'counts it towards the charge',
    article           VARCHAR(80) NULL,
    charge            VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'dues towards which it counts',
    yearly_max        BIGINT NULL COMMENT 'what the agreement counts at most in a fiscal year; null: it sets no limit',
    fund              VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account           VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'an expense, or a fixed asset',
    dated_on          DATE NOT NULL COMMENT 'accounting date',
    basis             VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    basis_note        VARCHAR(500) NULL,
    approval_required TINYINT NOT NULL COMMENT 'as the book says when it is proposed',
    prepared_by       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prepared_at       DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_in_kind PRIMARY KEY (book_id, number),
    CONSTRAINT uq_in_kind_decided UNIQUE (book_id, number, prepared_by, approval_required),
    CONSTRAINT fk_in_kind_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id),
    CONSTRAINT fk_in_kind_agreement FOREIGN KEY (book_id, agreement_id) REFERENCES agreement (body_id, agreement_id),
    CONSTRAINT fk_in_kind_charge FOREIGN KEY (book_id, charge) REFERENCES assessment_share (book_id, charge),
    CONSTRAINT fk_in_kind_fund FOREIGN KEY (book_id, fund) REFERENCES fund (book_id, code),
    CONSTRAINT fk_in_kind_account FOREIGN KEY (book_id, account) REFERENCES account (book_id, code),
    CONSTRAINT ck_in_kind_number CHECK (number > 0),
    CONSTRAINT ck_in_kind_kind CHECK (kind IN ('office', 'staff', 'vehicle', 'other')),
    CONSTRAINT ck_in_kind_period CHECK (period_from <= period_until),
    CONSTRAINT ck_in_kind_quantity CHECK (quantity > 0),
    CONSTRAINT ck_in_kind_valuation CHECK (valuation IN ('tariff', 'market', 'book') AND (valuation <> 'tariff' OR tariff IS NOT NULL)),
    CONSTRAINT ck_in_kind_amounts CHECK (value > 0 AND (tariff IS NULL OR tariff > 0) AND (yearly_max IS NULL OR yearly_max > 0)),
    CONSTRAINT ck_in_kind_counts CHECK ((charge IS NULL AND agreement_id IS NULL AND article IS NULL AND yearly_max IS NULL)
        OR (charge IS NOT NULL AND agreement_id IS NOT NULL AND article IS NOT NULL AND tariff IS NOT NULL)),
    CONSTRAINT ck_in_kind_account CHECK (account LIKE '5%' OR account LIKE '121%'),
    CONSTRAINT ck_in_kind_basis CHECK ((basis IS NULL AND basis_note IS NULL) OR (basis IN ('source', 'assumed', 'sample') AND basis_note IS NOT NULL))
) ENGINE=InnoDB;

CREATE INDEX ix_in_kind_party ON in_kind (book_id, party_id, number);

CREATE TABLE in_kind_decision (
    book_id           INT NOT NULL,
    number            INT NOT NULL,
    prepared_by       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    approval_required TINYINT NOT NULL,
    decision          VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason            VARCHAR(400) NULL,
    code              VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'approved: the paper',
    counted           BIGINT NULL COMMENT 'approved: what it took off the charge, in minor units',
    decided_by        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decided_at        DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_in_kind_decision PRIMARY KEY (book_id, number),
    CONSTRAINT uq_in_kind_decision_paper UNIQUE (book_id, code),
    CONSTRAINT fk_in_kind_decision_proposal FOREIGN KEY (book_id, number, prepared_by, approval_required) REFERENCES in_kind (book_id, number, prepared_by, approval_required),
    CONSTRAINT fk_in_kind_decision_paper FOREIGN KEY (book_id, code) REFERENCES contribution_paper (book_id, code),
    CONSTRAINT ck_in_kind_decision_person CHECK (approval_required = 0 OR decided_by <> prepared_by),
    CONSTRAINT ck_in_kind_decision CHECK ((decision = 'approve' AND code IS NOT NULL AND counted IS NOT NULL AND counted >= 0)
        OR (decision = 'reject' AND reason IS NOT NULL AND code IS NULL AND counted IS NULL))
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON in_kind TO ${app_user};
GRANT SELECT, INSERT ON in_kind_decision TO ${app_user};
