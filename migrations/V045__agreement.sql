-- Agreements on which a body rests: who signed, under which numbers, about what, until when. The official numbers are no keys:
-- each signatory has its own, two may be equal, one may be missing; the body's own short code names the agreement.
CREATE TABLE agreement (
    agreement_id INT          NOT NULL AUTO_INCREMENT,
    body_id      INT          NOT NULL,
    code         VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    type         VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject      VARCHAR(500) CHARACTER SET utf8mb4 NOT NULL,
    signed_on    DATE         NULL COMMENT 'null: not known',
    from_date    DATE         NULL,
    until_date   DATE         NULL COMMENT 'first day on which it no longer holds',
    document_ref VARCHAR(300) CHARACTER SET utf8mb4 NULL COMMENT 'where the paper is kept',
    note         VARCHAR(1000) CHARACTER SET utf8mb4 NULL,
    CONSTRAINT pk_agreement PRIMARY KEY (agreement_id),
    CONSTRAINT uq_agreement_code UNIQUE (body_id, code),
    CONSTRAINT uq_agreement_body UNIQUE (body_id, agreement_id),
    CONSTRAINT fk_agreement_body FOREIGN KEY (body_id) REFERENCES body (body_id),
    CONSTRAINT ck_agreement_type CHECK (type IN ('SKB', 'PKS', 'MOU', 'NPHD', 'OTHER')),
    CONSTRAINT ck_agreement_dates CHECK (until_date IS NULL OR from_date IS NULL OR until_date > from_date)
) ENGINE=InnoDB;

CREATE TABLE agreement_party (
    body_id      INT          NOT NULL,
    agreement_id INT          NOT NULL,
    position     INT          NOT NULL,
    party_id     INT          NOT NULL,
    signed_by    VARCHAR(200) CHARACTER SET utf8mb4 NULL COMMENT 'name and office of who signed',
    CONSTRAINT pk_agreement_party PRIMARY KEY (body_id, agreement_id, position),
    CONSTRAINT uq_agreement_party UNIQUE (body_id, agreement_id, party_id),
    CONSTRAINT fk_agreement_party_agreement FOREIGN KEY (body_id, agreement_id) REFERENCES agreement (body_id, agreement_id),
    CONSTRAINT fk_agreement_party_party FOREIGN KEY (body_id, party_id) REFERENCES body_party (body_id, party_id)
) ENGINE=InnoDB;

CREATE TABLE agreement_number (
    body_id      INT          NOT NULL,
    agreement_id INT          NOT NULL,
    position     INT          NOT NULL,
    number       VARCHAR(120) CHARACTER SET utf8mb4 NOT NULL,
    party_id     INT          NULL COMMENT 'whose number it is; null: the source does not say',
    CONSTRAINT pk_agreement_number PRIMARY KEY (body_id, agreement_id, position),
    CONSTRAINT fk_agreement_number_agreement FOREIGN KEY (body_id, agreement_id) REFERENCES agreement (body_id, agreement_id),
    CONSTRAINT fk_agreement_number_party FOREIGN KEY (body_id, agreement_id, party_id) REFERENCES agreement_party (body_id, agreement_id, party_id)
) ENGINE=InnoDB;

CREATE TABLE agreement_article (
    body_id      INT         NOT NULL,
    agreement_id INT         NOT NULL,
    position     INT         NOT NULL,
    number       VARCHAR(80) CHARACTER SET utf8mb4 NOT NULL COMMENT 'pasal 7 ayat (2)',
    text         TEXT        CHARACTER SET utf8mb4 NOT NULL,
    CONSTRAINT pk_agreement_article PRIMARY KEY (body_id, agreement_id, position),
    CONSTRAINT fk_agreement_article_agreement FOREIGN KEY (body_id, agreement_id) REFERENCES agreement (body_id, agreement_id)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON agreement TO ${app_user};
GRANT UPDATE (subject, signed_on, from_date, until_date, document_ref, note) ON agreement TO ${app_user};
GRANT SELECT, INSERT ON agreement_party TO ${app_user};
GRANT SELECT, INSERT ON agreement_number TO ${app_user};
GRANT SELECT, INSERT ON agreement_article TO ${app_user};
