-- How many working days a legislature and a head of region have, as three limits that are never added up. Each version holds for
-- what was received from its day on; the latest version of the latest day counts. A body without a row has the limits of
-- PP 50/2007 as the program knows them.
CREATE TABLE approval_limit (
    book_id          INT NOT NULL,
    version          INT NOT NULL,
    effective_from   DATE NOT NULL,
    assess_days      SMALLINT NOT NULL COMMENT 'the legislature assesses what was submitted',
    revise_days      SMALLINT NOT NULL COMMENT 'the head of region revises what was returned',
    answer_days      SMALLINT NOT NULL COMMENT 'the legislature answers what was submitted again; silence is approval',
    silence_approves BOOLEAN NOT NULL COMMENT 'whether silence approves what was submitted first, too',
    source           VARCHAR(300) CHARACTER SET utf8mb4 NOT NULL COMMENT 'the regulation that says so',
    recorded_by      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recorded_at      DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_approval_limit PRIMARY KEY (book_id, version),
    CONSTRAINT fk_approval_limit_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT ck_approval_limit_days CHECK (assess_days BETWEEN 1 AND 250 AND revise_days BETWEEN 1 AND 250 AND answer_days BETWEEN 1 AND 250),
    CONSTRAINT ck_approval_limit_version CHECK (version > 0)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON approval_limit TO ${app_user};
