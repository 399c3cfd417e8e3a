-- The days on which a body's offices are closed, beside Saturdays and Sundays: what limits in working days are counted with. A
-- year is known when it has a holiday here or the statement that it has none; in other years nothing is counted. Rows are added
-- and taken away, for governments move such days; the audit trail keeps who did what.
CREATE TABLE holiday (
    book_id     INT NOT NULL,
    day         DATE NOT NULL,
    name        VARCHAR(120) CHARACTER SET utf8mb4 NOT NULL COMMENT 'Indonesian',
    name_en     VARCHAR(120) CHARACTER SET utf8mb4 NOT NULL COMMENT 'English',
    source      VARCHAR(200) CHARACTER SET utf8mb4 NOT NULL COMMENT 'the decree or calendar that says so',
    recorded_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recorded_at DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_holiday PRIMARY KEY (book_id, day),
    CONSTRAINT fk_holiday_book FOREIGN KEY (book_id) REFERENCES book (book_id)
) ENGINE=InnoDB;

CREATE TABLE year_without_holiday (
    book_id   INT NOT NULL,
    year      SMALLINT NOT NULL,
    source    VARCHAR(200) CHARACTER SET utf8mb4 NOT NULL COMMENT 'who says that there are none',
    stated_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    stated_at DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_year_without_holiday PRIMARY KEY (book_id, year),
    CONSTRAINT fk_year_without_holiday_book FOREIGN KEY (book_id) REFERENCES book (book_id)
) ENGINE=InnoDB;

GRANT SELECT, INSERT, DELETE ON holiday TO ${app_user};
GRANT SELECT, INSERT, DELETE ON year_without_holiday TO ${app_user};
