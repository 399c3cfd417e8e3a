-- The chart of accounts and the funds of a book. Codes and kinds never change; names may, in both languages.
CREATE TABLE account (
    book_id       INT NOT NULL,
    account_id    INT NOT NULL,
    code          VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name_id       VARCHAR(160) NOT NULL,
    name_en       VARCHAR(160) NOT NULL,
    kind          VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    funding_class CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'D0 to D5, on income',
    control       VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'what a sub-ledger below it is kept by',
    postable      BOOLEAN NOT NULL COMMENT 'false for lines that only reports use',
    active        BOOLEAN NOT NULL,
    CONSTRAINT pk_account PRIMARY KEY (book_id, account_id),
    CONSTRAINT uq_account_code UNIQUE (book_id, code),
    CONSTRAINT fk_account_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT ck_account_kind CHECK (kind IN ('asset', 'liability', 'net-assets', 'income', 'expense')),
    CONSTRAINT ck_account_funding_class CHECK (funding_class IS NULL OR kind = 'income'),
    CONSTRAINT ck_account_control CHECK (control IS NULL OR control IN ('party', 'award'))
) ENGINE = InnoDB;

CREATE TABLE fund (
    book_id         INT NOT NULL,
    fund_id         INT NOT NULL,
    code            VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name_id         VARCHAR(160) NOT NULL,
    name_en         VARCHAR(160) NOT NULL,
    restriction     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    party_id        INT NULL COMMENT 'whose money it is',
    bank_account_id INT NULL COMMENT 'the bank account that carries only this fund',
    active          BOOLEAN NOT NULL,
    CONSTRAINT pk_fund PRIMARY KEY (book_id, fund_id),
    CONSTRAINT uq_fund_code UNIQUE (book_id, code),
    CONSTRAINT fk_fund_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT fk_fund_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id),
    CONSTRAINT fk_fund_bank_account FOREIGN KEY (book_id, bank_account_id) REFERENCES account (book_id, account_id),
    CONSTRAINT ck_fund_restriction CHECK (restriction IN ('unrestricted', 'designated', 'conditional', 'restricted', 'project', 'agency'))
) ENGINE = InnoDB;

GRANT SELECT, INSERT, UPDATE (name_id, name_en, funding_class, active) ON account TO ${app_user};
GRANT SELECT, INSERT, UPDATE (name_id, name_en, party_id, bank_account_id, active) ON fund TO ${app_user};
