-- People who sign in. The handle goes into the journal as who prepared and approved, so it never changes and a person is
-- never deleted, only deactivated. The uid is made by the asker before the unit of work, so that a repeated unit finds its own row.
CREATE TABLE person (
    person_id           INT          NOT NULL AUTO_INCREMENT,
    uid                 CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    handle              VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'sign-in name',
    name                VARCHAR(200) CHARACTER SET utf8mb4 NOT NULL,
    password_hash       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Argon2id, encoded with its parameters',
    password_changed_at DATETIME(6)  NOT NULL,
    created_at          DATETIME(6)  NOT NULL,
    deactivated_at      DATETIME(6)  NULL,
    CONSTRAINT pk_person PRIMARY KEY (person_id),
    CONSTRAINT uq_person_uid UNIQUE (uid),
    CONSTRAINT uq_person_handle UNIQUE (handle),
    CONSTRAINT ck_person_name CHECK (name <> '')
);

GRANT SELECT, INSERT, UPDATE ON person TO ${app_user};
