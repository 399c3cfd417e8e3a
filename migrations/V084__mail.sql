-- Papers sent by e-mail. A sending is claimed before the mail server is asked and its end noted afterwards, so that a sending cut
-- off in between is never repeated by itself: nobody knows whether it arrived, and a person decides.
CREATE TABLE mail (
    book_id    INT NOT NULL,
    paper      VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sending    SMALLINT NOT NULL COMMENT '1 for the first, more when somebody sends it again',
    recipient  VARCHAR(254) NOT NULL,
    subject    VARCHAR(400) NOT NULL,
    body       TEXT NOT NULL,
    state      VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempts   SMALLINT NOT NULL,
    next_at    DATETIME(6) NULL COMMENT 'UTC; when it is tried, while it is queued',
    claimed_at DATETIME(6) NULL COMMENT 'UTC; when the last attempt began',
    asked_by   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    asked_at   DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_mail PRIMARY KEY (book_id, paper, sending),
    CONSTRAINT fk_mail_paper FOREIGN KEY (book_id, paper) REFERENCES issued_paper (book_id, code),
    CONSTRAINT ck_mail_state CHECK (state IN ('queued', 'sending', 'sent', 'returned', 'uncertain'))
) ENGINE=InnoDB;

CREATE INDEX ix_mail_queue ON mail (state, next_at);

-- What each attempt came to; the log that people read.
CREATE TABLE mail_attempt (
    book_id INT NOT NULL,
    paper   VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sending SMALLINT NOT NULL,
    attempt SMALLINT NOT NULL,
    outcome VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    detail  VARCHAR(500) NULL COMMENT 'what the mail server said',
    ended_at DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_mail_attempt PRIMARY KEY (book_id, paper, sending, attempt),
    CONSTRAINT fk_mail_attempt_mail FOREIGN KEY (book_id, paper, sending) REFERENCES mail (book_id, paper, sending),
    CONSTRAINT ck_mail_attempt_outcome CHECK (outcome IN ('sent', 'delayed', 'returned', 'uncertain'))
) ENGINE=InnoDB;

GRANT SELECT, INSERT, UPDATE (state, attempts, next_at, claimed_at) ON mail TO ${app_user};
GRANT SELECT, INSERT ON mail_attempt TO ${app_user};
