-- Dues that are earned before they are declared and billed: estimated by a rule from the budget (11330 against income), frozen with
-- rule, figures and result. An assessment that bills them takes the estimate off 11330; the difference is income.
-- Amounts are minor units of the book's currency.
CREATE TABLE dues_estimate (
    book_id      INT NOT NULL,
    code         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    for_year     SMALLINT NOT NULL,
    fund         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    currency     CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    total        BIGINT NOT NULL,
    agreement_id INT NOT NULL,
    article      VARCHAR(80) NOT NULL COMMENT 'the place in the agreement that says who pays what',
    legal_basis  VARCHAR(500) NOT NULL COMMENT 'the agreement as it was named when issued',
    rule_text    MEDIUMTEXT NOT NULL COMMENT 'the rule file as given',
    inputs       MEDIUMTEXT NOT NULL COMMENT 'JSON: total and the figures of every party',
    result       MEDIUMTEXT NOT NULL COMMENT 'JSON: quotas, bounds, rounding, trace',
    digest       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of rule, inputs and result',
    CONSTRAINT pk_dues_estimate PRIMARY KEY (book_id, code),
    CONSTRAINT fk_dues_estimate_paper FOREIGN KEY (book_id, code) REFERENCES contribution_paper (book_id, code),
    CONSTRAINT fk_dues_estimate_fund FOREIGN KEY (book_id, fund) REFERENCES fund (book_id, code),
    CONSTRAINT fk_dues_estimate_agreement FOREIGN KEY (book_id, agreement_id) REFERENCES agreement (body_id, agreement_id),
    CONSTRAINT ck_dues_estimate_total CHECK (total > 0)
) ENGINE=InnoDB;

CREATE TABLE dues_estimate_share (
    book_id  INT NOT NULL,
    estimate VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    party_id INT NOT NULL,
    position INT NOT NULL COMMENT 'order on the sheet, from 1',
    charge   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as postings on 11330 name it',
    share    BIGINT NOT NULL,
    member   BOOLEAN NOT NULL COMMENT 'whether it was a member on the day of the estimate',
    CONSTRAINT pk_dues_estimate_share PRIMARY KEY (book_id, estimate, party_id),
    CONSTRAINT uq_dues_estimate_share_charge UNIQUE (book_id, charge),
    CONSTRAINT fk_dues_estimate_share_estimate FOREIGN KEY (book_id, estimate) REFERENCES dues_estimate (book_id, code),
    CONSTRAINT fk_dues_estimate_share_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id),
    CONSTRAINT ck_dues_estimate_share CHECK (share >= 0)
) ENGINE=InnoDB;

CREATE TABLE estimate_billing (
    book_id    INT NOT NULL,
    assessment VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    estimate   VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    CONSTRAINT pk_estimate_billing PRIMARY KEY (book_id, assessment),
    CONSTRAINT fk_estimate_billing_assessment FOREIGN KEY (book_id, assessment) REFERENCES assessment (book_id, code),
    CONSTRAINT fk_estimate_billing_estimate FOREIGN KEY (book_id, estimate) REFERENCES dues_estimate (book_id, code)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON dues_estimate TO ${app_user};
GRANT SELECT, INSERT ON dues_estimate_share TO ${app_user};
GRANT SELECT, INSERT ON estimate_billing TO ${app_user};
