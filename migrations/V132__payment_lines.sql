-- Who pays from where: which paying units of a party carry its charges, in which parts, by which route and account code of their
-- own budget, and out of whose money in the end. In numbered versions per party, for all funds or for one: what holds on the day
-- of issue divides the charge. Which version divided a charge is kept; what of it is charged, paid and open per unit is not stored
-- but derived from the postings, which name charge and unit.
CREATE TABLE payment_lines (
    book_id        INT NOT NULL,
    party_id       INT NOT NULL,
    version        INT NOT NULL,
    fund           VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the only fund for whose charges they hold; null: all',
    effective_from DATE NOT NULL,
    document       VARCHAR(200) NULL COMMENT 'the paper of the party that says so',
    basis          VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    basis_note     VARCHAR(500) NULL,
    prepared_by    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prepared_at    DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_payment_lines PRIMARY KEY (book_id, party_id, version),
    CONSTRAINT fk_payment_lines_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id),
    CONSTRAINT fk_payment_lines_fund FOREIGN KEY (book_id, fund) REFERENCES fund (book_id, code),
    CONSTRAINT ck_payment_lines_version CHECK (version > 0),
    CONSTRAINT ck_payment_lines_basis CHECK ((basis IS NULL AND basis_note IS NULL) OR (basis IN ('source', 'assumed', 'sample') AND basis_note IS NOT NULL))
) ENGINE=InnoDB;

CREATE TABLE payment_line (
    book_id       INT NOT NULL,
    party_id      INT NOT NULL,
    version       INT NOT NULL,
    position      INT NOT NULL COMMENT 'from 1; units are settled in this order',
    unit          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    route         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    weight        DECIMAL(18, 6) NULL COMMENT 'null: the rest of a hundred per cent',
    payer_account VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'account code in the budget of the unit',
    nomenclature  VARCHAR(80) NULL COMMENT 'the list of codes in which that code stands',
    source        VARCHAR(200) NULL COMMENT 'whose money it is in the end',
    CONSTRAINT pk_payment_line PRIMARY KEY (book_id, party_id, version, position),
    CONSTRAINT uq_payment_line_unit UNIQUE (book_id, party_id, version, unit),
    CONSTRAINT fk_payment_line_version FOREIGN KEY (book_id, party_id, version) REFERENCES payment_lines (book_id, party_id, version),
    CONSTRAINT fk_payment_line_unit FOREIGN KEY (book_id, unit) REFERENCES paying_unit (book_id, code),
    CONSTRAINT ck_payment_line_position CHECK (position > 0),
    CONSTRAINT ck_payment_line_route CHECK (route IN ('programme-spending', 'grant', 'financial-assistance', 'capital-participation', 'tipping-fee', 'in-kind')),
    CONSTRAINT ck_payment_line_weight CHECK (weight > 0),
    CONSTRAINT ck_payment_line_account CHECK ((payer_account IS NULL AND nomenclature IS NULL)
        OR (nomenclature IS NOT NULL AND payer_account REGEXP '^[0-9]([.][0-9]{1,2}){1,4}([.][0-9]{4})?$'))
) ENGINE=InnoDB;

CREATE TABLE divided_charge (
    book_id  INT NOT NULL,
    charge   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    party_id INT NOT NULL,
    version  INT NOT NULL,
    CONSTRAINT pk_divided_charge PRIMARY KEY (book_id, charge),
    CONSTRAINT fk_divided_charge_version FOREIGN KEY (book_id, party_id, version) REFERENCES payment_lines (book_id, party_id, version)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON payment_lines TO ${app_user};
GRANT SELECT, INSERT ON payment_line TO ${app_user};
GRANT SELECT, INSERT ON divided_charge TO ${app_user};
