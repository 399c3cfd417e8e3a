-- Into which bank account a party is asked to pay: what letters print beside the ledger's account. One without a fund takes
-- money of every fund that has none of its own.
CREATE TABLE payment_account (
    book_id INT NOT NULL,
    account VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the bank account in the ledger',
    fund    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the only fund whose money goes there; null for all others',
    bank    VARCHAR(160) NOT NULL COMMENT 'bank and branch as printed',
    number  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'text, with its zeros and blanks',
    holder  VARCHAR(200) NOT NULL COMMENT 'in whose name',
    CONSTRAINT pk_payment_account PRIMARY KEY (book_id, account),
    CONSTRAINT fk_payment_account_account FOREIGN KEY (book_id, account) REFERENCES account (book_id, code),
    CONSTRAINT fk_payment_account_fund FOREIGN KEY (book_id, fund) REFERENCES fund (book_id, code)
) ENGINE=InnoDB;

GRANT SELECT, INSERT, UPDATE, DELETE ON payment_account TO ${app_user};
