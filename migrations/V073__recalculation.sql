-- A later figure: the charges of an assessment worked out again by its frozen rule, and the difference charged or credited by one
-- entry. The assessment and all that was shown of it stay as they were; figures and result of each run are frozen with it.
ALTER TABLE contribution_paper DROP CONSTRAINT ck_contribution_paper_series;
ALTER TABLE contribution_paper ADD CONSTRAINT ck_contribution_paper_series CHECK (series IN ('AS', 'RC', 'ER', 'PU', 'TU'));

CREATE TABLE recalculation (
    book_id    INT NOT NULL,
    code       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    assessment VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    due_on     DATE NOT NULL COMMENT 'last day to pay what is more',
    reason     VARCHAR(500) NOT NULL,
    source     VARCHAR(500) NOT NULL COMMENT 'where the later figures stand',
    rule_text  MEDIUMTEXT NOT NULL COMMENT 'the frozen rule of the assessment',
    inputs     MEDIUMTEXT NOT NULL COMMENT 'JSON: total and the figures of every party',
    result     MEDIUMTEXT NOT NULL COMMENT 'JSON: quotas, bounds, rounding, trace',
    digest     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of rule, inputs and result',
    CONSTRAINT pk_recalculation PRIMARY KEY (book_id, code),
    CONSTRAINT fk_recalculation_paper FOREIGN KEY (book_id, code) REFERENCES contribution_paper (book_id, code),
    CONSTRAINT fk_recalculation_assessment FOREIGN KEY (book_id, assessment) REFERENCES assessment (book_id, code)
) ENGINE=InnoDB;

CREATE TABLE recalculation_share (
    book_id        INT NOT NULL,
    code           VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    party_id       INT NOT NULL,
    charge         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    charged_before BIGINT NOT NULL,
    share          BIGINT NOT NULL,
    CONSTRAINT pk_recalculation_share PRIMARY KEY (book_id, code, party_id),
    CONSTRAINT fk_recalculation_share_run FOREIGN KEY (book_id, code) REFERENCES recalculation (book_id, code),
    CONSTRAINT fk_recalculation_share_charge FOREIGN KEY (book_id, charge) REFERENCES assessment_share (book_id, charge),
    CONSTRAINT fk_recalculation_share_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id),
    CONSTRAINT ck_recalculation_share_amounts CHECK (charged_before >= 0 AND share >= 0)
) ENGINE=InnoDB;

CREATE INDEX ix_recalculation_share_charge ON recalculation_share (book_id, charge);

GRANT SELECT, INSERT ON recalculation TO ${app_user};
GRANT SELECT, INSERT ON recalculation_share TO ${app_user};
