-- A party's treasurer confirmed its balance of a day: what was confirmed is frozen with what the book held then, so that entries
-- dated back afterwards show as a difference and never as what was confirmed. Amounts are minor units of the book's currency.
CREATE TABLE balance_confirmation (
    book_id      INT NOT NULL,
    number       INT NOT NULL,
    party_id     INT NOT NULL,
    as_of        DATE NOT NULL,
    entry_no     BIGINT NOT NULL COMMENT 'the book was read up to this entry',
    head_hash    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'hash of the chain at that entry',
    balance      BIGINT NOT NULL COMMENT 'owed by the party; below zero: its credit',
    confirmed_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    person       VARCHAR(200) NOT NULL COMMENT 'name of the person at that time',
    capacity     VARCHAR(120) NOT NULL COMMENT 'the office in which it was confirmed, in its own words',
    confirmed_at DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_balance_confirmation PRIMARY KEY (book_id, number),
    CONSTRAINT fk_balance_confirmation_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT fk_balance_confirmation_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id),
    CONSTRAINT ck_balance_confirmation_number CHECK (number > 0)
) ENGINE=InnoDB;

CREATE INDEX ix_balance_confirmation_party ON balance_confirmation (book_id, party_id, as_of);

CREATE TABLE balance_confirmation_charge (
    book_id INT NOT NULL,
    number  INT NOT NULL,
    charge  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    open    BIGINT NOT NULL,
    CONSTRAINT pk_balance_confirmation_charge PRIMARY KEY (book_id, number, charge),
    CONSTRAINT fk_balance_confirmation_charge_whole FOREIGN KEY (book_id, number) REFERENCES balance_confirmation (book_id, number),
    CONSTRAINT fk_balance_confirmation_charge_charge FOREIGN KEY (book_id, charge) REFERENCES assessment_share (book_id, charge)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON balance_confirmation TO ${app_user};
GRANT SELECT, INSERT ON balance_confirmation_charge TO ${app_user};
