-- Parties: regions, which exist once for all bodies under their official code, and donors, vendors and others, which belong to one
-- body. Codes of regions begin with a digit, codes of others with a letter, so a code means one party in each body. Codes never change.
CREATE TABLE party (
    party_id    INT          NOT NULL AUTO_INCREMENT,
    body_id     INT          NULL COMMENT 'null: a region',
    code        VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    region_code VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    name        VARCHAR(200) CHARACTER SET utf8mb4 NOT NULL,
    CONSTRAINT pk_party PRIMARY KEY (party_id),
    CONSTRAINT uq_party_code UNIQUE (body_id, code),
    CONSTRAINT uq_party_region UNIQUE (region_code),
    CONSTRAINT fk_party_body FOREIGN KEY (body_id) REFERENCES body (body_id),
    CONSTRAINT fk_party_region FOREIGN KEY (region_code) REFERENCES region (code),
    CONSTRAINT ck_party_kind CHECK (kind IN ('REGION', 'DONOR', 'VENDOR', 'OTHER')),
    CONSTRAINT ck_party_region CHECK (
        (kind = 'REGION' AND body_id IS NULL AND region_code IS NOT NULL AND code = region_code)
        OR (kind <> 'REGION' AND body_id IS NOT NULL AND region_code IS NULL AND LEFT(code, 1) NOT BETWEEN '0' AND '9')),
    CONSTRAINT ck_party_name CHECK (name <> '')
) ENGINE=InnoDB;

-- The official table calls provinces by their bare name; letters and statements say "Provinsi".
INSERT INTO party (body_id, code, kind, region_code, name)
    SELECT NULL, code, 'REGION', code, IF(province_code IS NULL, CONCAT('Provinsi ', name), name) FROM region ORDER BY code;

-- Who appears in a body, with what that body writes on letters to it. Each row stands in the body's book as well.
CREATE TABLE body_party (
    body_id   INT          NOT NULL,
    party_id  INT          NOT NULL,
    addressee VARCHAR(300) CHARACTER SET utf8mb4 NULL COMMENT 'as on letters: Bupati Sleman u.p. Kepala BKAD',
    address   VARCHAR(300) CHARACTER SET utf8mb4 NULL,
    email     VARCHAR(120) CHARACTER SET utf8mb4 NULL,
    note      VARCHAR(500) CHARACTER SET utf8mb4 NULL,
    CONSTRAINT pk_body_party PRIMARY KEY (body_id, party_id),
    CONSTRAINT fk_body_party_body FOREIGN KEY (body_id) REFERENCES body (body_id),
    CONSTRAINT fk_body_party_party FOREIGN KEY (party_id) REFERENCES party (party_id)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON party TO ${app_user};
GRANT UPDATE (name) ON party TO ${app_user};
GRANT SELECT, INSERT, UPDATE ON body_party TO ${app_user};
