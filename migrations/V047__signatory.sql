-- Who signs the papers of a body in which role, from a day until before a day. At any day at most one per role.
-- A row entered by mistake is ended on its own first day, so that it never held.
CREATE TABLE signatory (
    signatory_id INT          NOT NULL AUTO_INCREMENT,
    body_id      INT          NOT NULL,
    role         VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name         VARCHAR(200) CHARACTER SET utf8mb4 NOT NULL,
    nip          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'civil servant number, text',
    position     VARCHAR(200) CHARACTER SET utf8mb4 NOT NULL COMMENT 'as printed above the name',
    from_date    DATE         NOT NULL,
    until_date   DATE         NULL COMMENT 'first day on which somebody else signs',
    CONSTRAINT pk_signatory PRIMARY KEY (signatory_id),
    CONSTRAINT uq_signatory_from UNIQUE (body_id, role, from_date),
    CONSTRAINT fk_signatory_body FOREIGN KEY (body_id) REFERENCES body (body_id),
    CONSTRAINT ck_signatory_role CHECK (role IN ('HEAD', 'TREASURER')),
    CONSTRAINT ck_signatory_dates CHECK (until_date IS NULL OR until_date >= from_date)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON signatory TO ${app_user};
GRANT UPDATE (until_date, name, nip, position) ON signatory TO ${app_user};
