-- Joinings and notices of leaving as the body received them on paper, with the agreement that says how long a notice runs, for how
-- long a leaver keeps paying, and who makes room. The membership itself stands with the parties and is changed in the same
-- transaction. A record that was wrong is withdrawn by a counter-record; both stay.
CREATE TABLE membership_change (
    book_id       INT NOT NULL,
    number        INT NOT NULL,
    kind          VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'join or leave',
    party_id      INT NOT NULL,
    given_on      DATE NOT NULL COMMENT 'leave: day of the notice; join: first day of membership',
    notice_months INT NOT NULL,
    year_end      TINYINT NOT NULL COMMENT '1: membership then goes on until the end of that fiscal year',
    effective_on  DATE NOT NULL COMMENT 'leave: last day of membership; join: first day',
    liable_years  INT NOT NULL COMMENT 'for which a leaver keeps paying',
    pays_until    DATE NULL COMMENT 'leave: last day for which it pays',
    way           VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'kept: the total stays, all others give way; apart: the others stay',
    until_before  DATE NULL COMMENT 'leave: when membership was to end before the notice, that day excluded; null for no end',
    agreement_id  INT NOT NULL,
    article       VARCHAR(80) NOT NULL,
    document      VARCHAR(120) NOT NULL COMMENT 'number of the paper',
    reason        VARCHAR(400) NOT NULL,
    recorded_by   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recorded_at   DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_membership_change PRIMARY KEY (book_id, number),
    CONSTRAINT fk_membership_change_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id),
    CONSTRAINT fk_membership_change_agreement FOREIGN KEY (book_id, agreement_id) REFERENCES agreement (body_id, agreement_id),
    CONSTRAINT ck_membership_change_number CHECK (number > 0),
    CONSTRAINT ck_membership_change_kind CHECK ((kind = 'join' AND effective_on = given_on AND pays_until IS NULL AND liable_years = 0)
        OR (kind = 'leave' AND effective_on >= given_on AND pays_until IS NOT NULL AND pays_until >= effective_on)),
    CONSTRAINT ck_membership_change_terms CHECK (notice_months BETWEEN 0 AND 120 AND liable_years BETWEEN 0 AND 10 AND year_end IN (0, 1)),
    CONSTRAINT ck_membership_change_way CHECK (way IN ('kept', 'apart'))
) ENGINE=InnoDB;

CREATE TABLE membership_change_withdrawal (
    book_id      INT NOT NULL,
    number       INT NOT NULL COMMENT 'of the record that is withdrawn',
    reason       VARCHAR(400) NOT NULL,
    withdrawn_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    withdrawn_at DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_membership_change_withdrawal PRIMARY KEY (book_id, number),
    CONSTRAINT fk_membership_change_withdrawal_change FOREIGN KEY (book_id, number) REFERENCES membership_change (book_id, number)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON membership_change TO ${app_user};
GRANT SELECT, INSERT ON membership_change_withdrawal TO ${app_user};
