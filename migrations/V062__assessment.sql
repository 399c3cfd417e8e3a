-- Assessments of dues and splits of project costs, frozen with rule, inputs and result when issued.
-- Amounts are minor units of the book's currency.
CREATE TABLE assessment (
    book_id      INT NOT NULL,
    code         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind         VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'dues or project',
    for_year     SMALLINT NOT NULL COMMENT 'fiscal year that is charged; later than the date''s: deferred',
    fund         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    project      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    currency     CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    total        BIGINT NOT NULL,
    due_on       DATE NOT NULL,
    agreement_id INT NOT NULL,
    article      VARCHAR(80) NOT NULL COMMENT 'the place in the agreement that says who pays what',
    legal_basis  VARCHAR(500) NOT NULL COMMENT 'the agreement as it was named when issued',
    rule_text    MEDIUMTEXT NOT NULL COMMENT 'the rule file as given',
    inputs       MEDIUMTEXT NOT NULL COMMENT 'JSON: total and the figures of every party',
    result       MEDIUMTEXT NOT NULL COMMENT 'JSON: quotas, bounds, rounding, trace',
    digest       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of rule, inputs and result',
    CONSTRAINT pk_assessment PRIMARY KEY (book_id, code),
    CONSTRAINT fk_assessment_paper FOREIGN KEY (book_id, code) REFERENCES contribution_paper (book_id, code),
    CONSTRAINT fk_assessment_fund FOREIGN KEY (book_id, fund) REFERENCES fund (book_id, code),
    CONSTRAINT fk_assessment_project FOREIGN KEY (book_id, project) REFERENCES project (book_id, code),
    CONSTRAINT fk_assessment_agreement FOREIGN KEY (book_id, agreement_id) REFERENCES agreement (body_id, agreement_id),
    CONSTRAINT ck_assessment_kind CHECK (kind IN ('dues', 'project')),
    CONSTRAINT ck_assessment_project CHECK (kind = 'dues' OR project IS NOT NULL),
    CONSTRAINT ck_assessment_total CHECK (total > 0)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON assessment TO ${app_user};
