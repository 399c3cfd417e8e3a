-- What became of money paid in advance or too much: applied to a charge, or refunded from a bank
-- account. The prepayment's open item bears the code of the receipt that brought it.
CREATE TABLE prepayment_use (
    book_id  INT NOT NULL,
    code     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind     VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'applied or refunded',
    receipt  VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    party_id INT NOT NULL,
    amount   BIGINT NOT NULL,
    charge   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'applied: the charge that it settles',
    bank     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'refunded: the account that it left',
    CONSTRAINT pk_prepayment_use PRIMARY KEY (book_id, code),
    CONSTRAINT fk_prepayment_use_paper FOREIGN KEY (book_id, code) REFERENCES contribution_paper (book_id, code),
    CONSTRAINT fk_prepayment_use_receipt FOREIGN KEY (book_id, receipt) REFERENCES receipt (book_id, code),
    CONSTRAINT fk_prepayment_use_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id),
    CONSTRAINT fk_prepayment_use_charge FOREIGN KEY (book_id, charge) REFERENCES assessment_share (book_id, charge),
    CONSTRAINT fk_prepayment_use_bank FOREIGN KEY (book_id, bank) REFERENCES account (book_id, code),
    CONSTRAINT ck_prepayment_use_kind CHECK ((kind = 'applied' AND charge IS NOT NULL AND bank IS NULL) OR (kind = 'refunded' AND charge IS NULL AND bank IS NOT NULL)),
    CONSTRAINT ck_prepayment_use_amount CHECK (amount > 0)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON prepayment_use TO ${app_user};
