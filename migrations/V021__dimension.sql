-- Who and what may appear in a book besides accounts and funds: parties, their paying units, projects, award lines.
-- Every key leads with the book, so that nothing of another body can be posted to. Codes never change; names may.
CREATE TABLE book_party (
    book_id  INT NOT NULL,
    party_id INT NOT NULL COMMENT 'number in the register of parties',
    code     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name     VARCHAR(200) NOT NULL,
    CONSTRAINT pk_book_party PRIMARY KEY (book_id, party_id),
    CONSTRAINT uq_book_party_code UNIQUE (book_id, code),
    CONSTRAINT fk_book_party_book FOREIGN KEY (book_id) REFERENCES book (book_id)
) ENGINE = InnoDB;

CREATE TABLE paying_unit (
    book_id  INT NOT NULL,
    unit_id  INT NOT NULL,
    code     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name     VARCHAR(200) NOT NULL,
    party_id INT NOT NULL COMMENT 'the party whose budget unit it is',
    CONSTRAINT pk_paying_unit PRIMARY KEY (book_id, unit_id),
    CONSTRAINT uq_paying_unit_code UNIQUE (book_id, code),
    CONSTRAINT fk_paying_unit_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id)
) ENGINE = InnoDB;

CREATE TABLE project (
    book_id    INT NOT NULL,
    project_id INT NOT NULL,
    code       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name_id    VARCHAR(200) NOT NULL,
    name_en    VARCHAR(200) NOT NULL,
    CONSTRAINT pk_project PRIMARY KEY (book_id, project_id),
    CONSTRAINT uq_project_code UNIQUE (book_id, code),
    CONSTRAINT fk_project_book FOREIGN KEY (book_id) REFERENCES book (book_id)
) ENGINE = InnoDB;

CREATE TABLE award_line (
    book_id       INT NOT NULL,
    award_line_id INT NOT NULL,
    code          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the budget line of the giver, or line/logframe',
    name_id       VARCHAR(200) NOT NULL,
    name_en       VARCHAR(200) NOT NULL,
    CONSTRAINT pk_award_line PRIMARY KEY (book_id, award_line_id),
    CONSTRAINT uq_award_line_code UNIQUE (book_id, code),
    CONSTRAINT fk_award_line_book FOREIGN KEY (book_id) REFERENCES book (book_id)
) ENGINE = InnoDB;

GRANT SELECT, INSERT, UPDATE (name) ON book_party TO ${app_user};
GRANT SELECT, INSERT, UPDATE (name) ON paying_unit TO ${app_user};
GRANT SELECT, INSERT, UPDATE (name_id, name_en) ON project TO ${app_user};
GRANT SELECT, INSERT, UPDATE (name_id, name_en) ON award_line TO ${app_user};
