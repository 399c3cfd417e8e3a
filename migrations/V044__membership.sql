-- Who is a member of a body, from a day until before a day. A party may leave and return, or change its class: another row.
-- A row entered by mistake is ended on its own first day, so that it never held. Edits are in the audit trail.
CREATE TABLE membership (
    membership_id INT          NOT NULL AUTO_INCREMENT,
    body_id       INT          NOT NULL,
    party_id      INT          NOT NULL,
    from_date     DATE         NOT NULL,
    until_date    DATE         NULL COMMENT 'first day on which it is no longer a member',
    member_class  VARCHAR(60)  CHARACTER SET utf8mb4 NOT NULL,
    voting        BOOLEAN      NOT NULL,
    note          VARCHAR(500) CHARACTER SET utf8mb4 NULL,
    CONSTRAINT pk_membership PRIMARY KEY (membership_id),
    CONSTRAINT uq_membership_from UNIQUE (body_id, party_id, from_date),
    CONSTRAINT fk_membership_party FOREIGN KEY (body_id, party_id) REFERENCES body_party (body_id, party_id),
    CONSTRAINT ck_membership_dates CHECK (until_date IS NULL OR until_date >= from_date)
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON membership TO ${app_user};
GRANT UPDATE (until_date, member_class, voting, note) ON membership TO ${app_user};
