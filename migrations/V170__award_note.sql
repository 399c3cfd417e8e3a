-- Why a line of an award's budget differs from its plan in a period, as somebody typed it. A later note about the same line and
-- period takes the place of the earlier one, which stays; one without text takes it back.
CREATE TABLE award_note (
    book_id     INT NOT NULL,
    award       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    note_no     INT NOT NULL,
    line        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the giver''s budget',
    period_from DATE NOT NULL,
    period_to   DATE NOT NULL,
    said_id     VARCHAR(400) NULL,
    said_en     VARCHAR(400) NULL,
    recorded_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recorded_at DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_award_note PRIMARY KEY (book_id, award, note_no),
    CONSTRAINT fk_award_note_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT ck_award_note_number CHECK (note_no > 0),
    CONSTRAINT ck_award_note_period CHECK (period_to >= period_from),
    CONSTRAINT ck_award_note_both CHECK ((said_id IS NULL) = (said_en IS NULL))
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON award_note TO ${app_user};
