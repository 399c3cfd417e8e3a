-- A joint body: what it is called, how it signs its papers, where it stands. Its number is also the number of its book, which
-- holds what bookkeeping needs to know (currency, zone, approval). The code never changes; the rest is edited with an audit record.
CREATE TABLE body (
    body_id        INT          NOT NULL AUTO_INCREMENT,
    code           VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'part of addresses: a-z 0-9 -',
    name           VARCHAR(200) CHARACTER SET utf8mb4 NOT NULL COMMENT 'official, Indonesian',
    name_en        VARCHAR(200) CHARACTER SET utf8mb4 NULL,
    legal_form     VARCHAR(160) CHARACTER SET utf8mb4 NULL,
    letterhead     VARCHAR(200) CHARACTER SET utf8mb4 NULL COMMENT 'the line above the name on papers',
    address        VARCHAR(300) CHARACTER SET utf8mb4 NULL,
    place          VARCHAR(100) CHARACTER SET utf8mb4 NULL COMMENT 'where papers are signed',
    phone          VARCHAR(60)  CHARACTER SET utf8mb4 NULL,
    email          VARCHAR(120) CHARACTER SET utf8mb4 NULL,
    website        VARCHAR(200) CHARACTER SET utf8mb4 NULL,
    zone           VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT) or another',
    currency       CHAR(3)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sample         BOOLEAN      NOT NULL COMMENT 'figures are examples; every page and paper says so',
    sample_note    VARCHAR(500) CHARACTER SET utf8mb4 NULL COMMENT 'what is real and what is invented, Indonesian',
    sample_note_en VARCHAR(500) CHARACTER SET utf8mb4 NULL,
    CONSTRAINT pk_body PRIMARY KEY (body_id),
    CONSTRAINT uq_body_code UNIQUE (code),
    CONSTRAINT ck_body_name CHECK (name <> ''),
    CONSTRAINT ck_body_sample_note CHECK (NOT sample OR (sample_note IS NOT NULL AND sample_note_en IS NOT NULL))
) ENGINE=InnoDB;

GRANT SELECT, INSERT, UPDATE ON body TO ${app_user};
