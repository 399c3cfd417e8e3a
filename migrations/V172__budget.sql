-- Yearly budgets: every saved state of a draft is a row, whole; the newest one counts until another person adopts it with a
-- reference to the decision. A year has one adopted original and at most one adopted revision of it; other alternatives stay drafts.
CREATE TABLE budget_version (
    book_id     INT NOT NULL,
    fiscal_year INT NOT NULL,
    alternative VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'main: the usual one; M1, M2 …: other models of the same year',
    version     INT NOT NULL,
    step        VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    plan        MEDIUMTEXT NOT NULL COMMENT 'JSON: names and lines; the digest is of these bytes',
    digest      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prepared_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prepared_at DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_budget_version PRIMARY KEY (book_id, fiscal_year, alternative, version),
    CONSTRAINT uq_budget_version_adopted UNIQUE (book_id, fiscal_year, alternative, version, step, prepared_by, digest),
    CONSTRAINT fk_budget_version_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT ck_budget_version_year CHECK (fiscal_year BETWEEN 1900 AND 2999),
    CONSTRAINT ck_budget_version_number CHECK (version > 0),
    CONSTRAINT ck_budget_version_step CHECK (step IN ('original', 'revision'))
) ENGINE=InnoDB;

CREATE TABLE budget_adoption (
    book_id     INT NOT NULL,
    fiscal_year INT NOT NULL,
    step        VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    alternative VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version     INT NOT NULL,
    prepared_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    digest      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decision    VARCHAR(200) NOT NULL COMMENT 'number and date of the decision, as written',
    adopted_by  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    adopted_at  DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_budget_adoption PRIMARY KEY (book_id, fiscal_year, step),
    CONSTRAINT fk_budget_adoption_version FOREIGN KEY (book_id, fiscal_year, alternative, version, step, prepared_by, digest) REFERENCES budget_version (book_id, fiscal_year, alternative, version, step, prepared_by, digest),
    CONSTRAINT ck_budget_adoption_person CHECK (adopted_by <> prepared_by)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON budget_version TO ${app_user};
GRANT SELECT, INSERT ON budget_adoption TO ${app_user};
