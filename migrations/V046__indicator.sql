-- What a body measures of its parties (population, area, tonnage): one exact figure per party, indicator and year, with its
-- source. A correction is a further revision; nothing is overwritten, so a past calculation can always be read again.
CREATE TABLE indicator_value (
    body_id     INT            NOT NULL,
    party_id    INT            NOT NULL,
    indicator   VARCHAR(40)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    year        INT            NOT NULL,
    revision    INT            NOT NULL,
    value       DECIMAL(38, 12) NOT NULL,
    unit        VARCHAR(40)    CHARACTER SET utf8mb4 NOT NULL,
    source      VARCHAR(300)   CHARACTER SET utf8mb4 NOT NULL,
    source_date DATE           NULL,
    recorded_at DATETIME(6)    NOT NULL COMMENT 'UTC',
    recorded_by VARCHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    CONSTRAINT pk_indicator_value PRIMARY KEY (body_id, indicator, year, party_id, revision),
    CONSTRAINT fk_indicator_value_party FOREIGN KEY (body_id, party_id) REFERENCES body_party (body_id, party_id),
    CONSTRAINT ck_indicator_value_year CHECK (year BETWEEN 1900 AND 2999),
    CONSTRAINT ck_indicator_value_revision CHECK (revision > 0)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON indicator_value TO ${app_user};
