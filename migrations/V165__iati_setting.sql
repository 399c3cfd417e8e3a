-- What an activity file says about a body and its awards that stands in no agreement: identifiers of the standard, sector, defaults.
-- Each change is a new version; the newest holds. The award '-' stands for the body itself.
CREATE TABLE iati_setting (
    book_id     INT NOT NULL,
    award       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version     INT NOT NULL,
    content     VARCHAR(4000) NOT NULL COMMENT 'JSON',
    recorded_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recorded_at DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_iati_setting PRIMARY KEY (book_id, award, version),
    CONSTRAINT fk_iati_setting_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT ck_iati_setting_version CHECK (version > 0)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON iati_setting TO ${app_user};
