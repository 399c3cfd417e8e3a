-- What a payer's own budget process did with a charge, day by day: stages of its budget, and the way through its legislature.
-- What was agreed is the assessment itself, and what was received is derived from the postings; neither is stored here.
-- Numbered without gaps per charge; what was entered by mistake is withdrawn by another row with the reason.
CREATE TABLE stage_event (
    book_id     INT NOT NULL,
    charge      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    event_no    INT NOT NULL,
    kind        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    happened_on DATE NOT NULL COMMENT 'of a withdrawal: the day it was made',
    document    VARCHAR(80) CHARACTER SET utf8mb4 NULL COMMENT 'number of the paper: DPA, SPM, SP2D, letter',
    note        VARCHAR(500) CHARACTER SET utf8mb4 NULL COMMENT 'of a withdrawal: its reason',
    withdraws   INT NULL,
    recorded_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recorded_at DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_stage_event PRIMARY KEY (book_id, charge, event_no),
    CONSTRAINT uq_stage_event_withdrawn UNIQUE (book_id, charge, withdraws),
    CONSTRAINT fk_stage_event_charge FOREIGN KEY (book_id, charge) REFERENCES assessment_share (book_id, charge),
    CONSTRAINT fk_stage_event_withdrawn FOREIGN KEY (book_id, charge, withdraws) REFERENCES stage_event (book_id, charge, event_no),
    CONSTRAINT ck_stage_event_kind CHECK (kind IN ('draft-budget', 'budget', 'payment-order', 'sp2d', 'submitted', 'returned', 'resubmitted', 'approved', 'rejected', 'exempt', 'withdrawal')),
    CONSTRAINT ck_stage_event_withdrawal CHECK ((kind = 'withdrawal') = (withdraws IS NOT NULL)),
    CONSTRAINT ck_stage_event_ground CHECK (kind NOT IN ('withdrawal', 'exempt') OR note IS NOT NULL)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON stage_event TO ${app_user};
