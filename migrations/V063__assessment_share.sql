-- What each party pays of an assessment; a share that is not zero is one charge, the open item that
-- postings name. What is paid and open is not stored here: it is derived from the postings.
CREATE TABLE assessment_share (
    book_id    INT NOT NULL,
    assessment VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    party_id   INT NOT NULL,
    position   INT NOT NULL COMMENT 'order on the calculation sheet, from 1',
    charge     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    unit       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the payer''s office that pays',
    share      BIGINT NOT NULL,
    quota      VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'exact, in main units: an integer or p/q',
    bound      VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'floor, cap or pin',
    rounding   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'share minus the quota rounded down, in main units',
    member     BOOLEAN NOT NULL COMMENT 'whether the payer was a member on the day of issue',
    basis      VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'what this share rests on: source, assumed or sample',
    basis_note VARCHAR(500) NULL,
    CONSTRAINT pk_assessment_share PRIMARY KEY (book_id, assessment, party_id),
    CONSTRAINT uq_assessment_share_charge UNIQUE (book_id, charge),
    CONSTRAINT fk_assessment_share_assessment FOREIGN KEY (book_id, assessment) REFERENCES assessment (book_id, code),
    CONSTRAINT fk_assessment_share_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id),
    CONSTRAINT fk_assessment_share_unit FOREIGN KEY (book_id, unit) REFERENCES paying_unit (book_id, code),
    CONSTRAINT ck_assessment_share_share CHECK (share >= 0),
    CONSTRAINT ck_assessment_share_basis CHECK (basis IN ('source', 'assumed', 'sample'))
) ENGINE=InnoDB;

CREATE INDEX ix_assessment_share_party ON assessment_share (book_id, party_id, assessment);

GRANT SELECT, INSERT ON assessment_share TO ${app_user};
