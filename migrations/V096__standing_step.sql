-- Steps in the standing of a member: a notice, a suspension, an expulsion, a reinstatement, as the body decided them on paper.
-- Each step is prepared with the charges that led to it, frozen; the decision about it is a row of its own, by another person
-- where the policy asks for one. Nothing is changed: what was decided wrongly is followed by another step.
CREATE TABLE standing_step (
    book_id           INT NOT NULL,
    number            INT NOT NULL,
    party_id          INT NOT NULL,
    step              VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    dated_on          DATE NOT NULL COMMENT 'of the paper; the standing changes on this day',
    document          VARCHAR(120) NOT NULL COMMENT 'number of the paper',
    reason            VARCHAR(400) NOT NULL,
    days              INT NOT NULL COMMENT 'that led to the proposal, as the policy counts them',
    known_at          BIGINT NOT NULL COMMENT 'entry up to which the book was read',
    policy            INT NOT NULL,
    approval_required TINYINT NOT NULL COMMENT 'as the policy says',
    prepared_by       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    prepared_at       DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_standing_step PRIMARY KEY (book_id, number),
    CONSTRAINT uq_standing_step_decided UNIQUE (book_id, number, prepared_by, approval_required),
    CONSTRAINT fk_standing_step_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id),
    CONSTRAINT fk_standing_step_policy FOREIGN KEY (book_id, policy, approval_required) REFERENCES arrears_policy (book_id, version, approval_required),
    CONSTRAINT ck_standing_step_number CHECK (number > 0),
    CONSTRAINT ck_standing_step CHECK (step IN ('notice', 'suspension', 'expulsion', 'reinstatement'))
) ENGINE=InnoDB;

CREATE TABLE standing_step_charge (
    book_id  INT NOT NULL,
    number   INT NOT NULL,
    charge   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    due_on   DATE NOT NULL,
    days     INT NOT NULL COMMENT 'overdue on the day of the paper',
    open     BIGINT NOT NULL,
    CONSTRAINT pk_standing_step_charge PRIMARY KEY (book_id, number, charge),
    CONSTRAINT fk_standing_step_charge_step FOREIGN KEY (book_id, number) REFERENCES standing_step (book_id, number),
    CONSTRAINT fk_standing_step_charge_charge FOREIGN KEY (book_id, charge) REFERENCES assessment_share (book_id, charge),
    CONSTRAINT ck_standing_step_charge CHECK (open > 0 AND days > 0)
) ENGINE=InnoDB;

CREATE TABLE standing_decision (
    book_id           INT NOT NULL,
    number            INT NOT NULL,
    prepared_by       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    approval_required TINYINT NOT NULL,
    decision          VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason            VARCHAR(400) NULL,
    decided_by        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decided_at        DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_standing_decision PRIMARY KEY (book_id, number),
    CONSTRAINT fk_standing_decision_step FOREIGN KEY (book_id, number, prepared_by, approval_required) REFERENCES standing_step (book_id, number, prepared_by, approval_required),
    CONSTRAINT ck_standing_decision_person CHECK (approval_required = 0 OR decided_by <> prepared_by),
    CONSTRAINT ck_standing_decision CHECK (decision IN ('approve', 'reject')),
    CONSTRAINT ck_standing_decision_reason CHECK (decision = 'approve' OR reason IS NOT NULL)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON standing_step TO ${app_user};
GRANT SELECT, INSERT ON standing_step_charge TO ${app_user};
GRANT SELECT, INSERT ON standing_decision TO ${app_user};
