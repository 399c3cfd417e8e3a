-- What a person may do: role x body x scope (all, one party or one fund), from a day until before a day. Body and party are
-- opaque numbers here: the tables behind them belong to other modules. Rows are kept when a permission ends.
CREATE TABLE permission (
    permission_id INT         NOT NULL AUTO_INCREMENT,
    uid           CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    person_id     INT         NOT NULL,
    role          VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    body_id       INT         NULL COMMENT 'null: the whole installation, for administrators only',
    party_id      INT         NULL COMMENT 'set: limited to this party',
    fund_code     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'set: limited to this fund',
    valid_from    DATE        NOT NULL,
    valid_until   DATE        NULL COMMENT 'first day on which it no longer holds',
    granted_by    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    granted_at    DATETIME(6) NOT NULL,
    revoked_by    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    revoked_at    DATETIME(6) NULL,
    CONSTRAINT pk_permission PRIMARY KEY (permission_id),
    CONSTRAINT uq_permission_uid UNIQUE (uid),
    CONSTRAINT fk_permission_person FOREIGN KEY (person_id) REFERENCES person (person_id),
    CONSTRAINT ck_permission_role CHECK (role IN ('FINANCE', 'APPROVER', 'TREASURER', 'DONOR_VIEWER', 'AUDITOR', 'ADMINISTRATOR')),
    CONSTRAINT ck_permission_scope CHECK (party_id IS NULL OR fund_code IS NULL),
    CONSTRAINT ck_permission_body CHECK ((role = 'ADMINISTRATOR') = (body_id IS NULL) AND (body_id IS NOT NULL OR (party_id IS NULL AND fund_code IS NULL))),
    CONSTRAINT ck_permission_dates CHECK (valid_until IS NULL OR valid_until >= valid_from)
);

CREATE INDEX ix_permission_person ON permission (person_id, valid_from);

GRANT SELECT, INSERT, UPDATE ON permission TO ${app_user};
