-- Money received from a party, with what its treasury noted on the payment order (SP2D), and per fund:
-- gross as the party paid it, net as it came into the bank, and the deductions between the two. A
-- deduction that the body does not recognise leaves the receivable open.
CREATE TABLE receipt (
    book_id       INT NOT NULL,
    code          VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    party_id      INT NOT NULL,
    sp2d_no       VARCHAR(80) NULL,
    sp2d_on       DATE NULL,
    payer_account VARCHAR(80) NULL COMMENT 'the account code in the payer''s own budget',
    unit          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the payer''s office that paid',
    CONSTRAINT pk_receipt PRIMARY KEY (book_id, code),
    CONSTRAINT fk_receipt_paper FOREIGN KEY (book_id, code) REFERENCES contribution_paper (book_id, code),
    CONSTRAINT fk_receipt_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id),
    CONSTRAINT fk_receipt_unit FOREIGN KEY (book_id, unit) REFERENCES paying_unit (book_id, code)
) ENGINE=InnoDB;

CREATE INDEX ix_receipt_party ON receipt (book_id, party_id, code);

CREATE TABLE receipt_part (
    book_id INT NOT NULL,
    receipt VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fund    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    bank    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'account of the bank or cash',
    gross   BIGINT NOT NULL,
    net     BIGINT NOT NULL,
    CONSTRAINT pk_receipt_part PRIMARY KEY (book_id, receipt, fund),
    CONSTRAINT fk_receipt_part_receipt FOREIGN KEY (book_id, receipt) REFERENCES receipt (book_id, code),
    CONSTRAINT fk_receipt_part_fund FOREIGN KEY (book_id, fund) REFERENCES fund (book_id, code),
    CONSTRAINT fk_receipt_part_bank FOREIGN KEY (book_id, bank) REFERENCES account (book_id, code),
    CONSTRAINT ck_receipt_part_amounts CHECK (gross >= net AND net > 0)
) ENGINE=InnoDB;

CREATE TABLE receipt_deduction (
    book_id INT NOT NULL,
    receipt VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fund    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'creditable-tax 11500, final-tax 55200, bank-fee 52900, unrecognised',
    amount  BIGINT NOT NULL,
    CONSTRAINT pk_receipt_deduction PRIMARY KEY (book_id, receipt, fund, kind),
    CONSTRAINT fk_receipt_deduction_part FOREIGN KEY (book_id, receipt, fund) REFERENCES receipt_part (book_id, receipt, fund),
    CONSTRAINT ck_receipt_deduction_kind CHECK (kind IN ('creditable-tax', 'final-tax', 'bank-fee', 'unrecognised')),
    CONSTRAINT ck_receipt_deduction_amount CHECK (amount > 0)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON receipt TO ${app_user};
GRANT SELECT, INSERT ON receipt_part TO ${app_user};
GRANT SELECT, INSERT ON receipt_deduction TO ${app_user};
