-- Reminders that were sent: a letter of the register, and each charge it names with what was open. The same step about the same due
-- day of a charge is never sent twice. Amounts are minor units of the book's currency.
CREATE TABLE reminder (
    book_id  INT NOT NULL,
    paper    VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    party_id INT NOT NULL,
    version  INT NOT NULL COMMENT 'of the schedule that led to it',
    days     SMALLINT NOT NULL COMMENT 'its step',
    tone     VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    channel  VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    known_at BIGINT NOT NULL COMMENT 'the book was read up to this entry',
    CONSTRAINT pk_reminder PRIMARY KEY (book_id, paper),
    CONSTRAINT fk_reminder_paper FOREIGN KEY (book_id, paper) REFERENCES issued_paper (book_id, code),
    CONSTRAINT fk_reminder_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id),
    CONSTRAINT fk_reminder_step FOREIGN KEY (book_id, version, days) REFERENCES reminder_schedule_step (book_id, version, days),
    CONSTRAINT uq_reminder_days UNIQUE (book_id, paper, days)
) ENGINE=InnoDB;

CREATE TABLE reminder_charge (
    book_id INT NOT NULL,
    charge  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    due_on  DATE NOT NULL,
    days    SMALLINT NOT NULL COMMENT 'the step of the letter',
    paper   VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    open    BIGINT NOT NULL,
    CONSTRAINT pk_reminder_charge PRIMARY KEY (book_id, charge, due_on, days),
    CONSTRAINT fk_reminder_charge_reminder FOREIGN KEY (book_id, paper, days) REFERENCES reminder (book_id, paper, days),
    CONSTRAINT fk_reminder_charge_charge FOREIGN KEY (book_id, charge) REFERENCES assessment_share (book_id, charge),
    CONSTRAINT ck_reminder_charge_open CHECK (open > 0)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON reminder TO ${app_user};
GRANT SELECT, INSERT ON reminder_charge TO ${app_user};
