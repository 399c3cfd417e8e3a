-- What a joining or leaving made of the dues of its year, part by part: a levy to who pays more, a credit note to who pays less, or
-- what a joiner paid to buy in. Append-only. A part whose paper was cancelled, or whose wish was turned down, no longer counts.
CREATE TABLE membership_settlement (
    book_id    INT NOT NULL,
    part       INT NOT NULL,
    number     INT NOT NULL COMMENT 'of the joining or notice',
    kind       VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'days: dues by days; buy-in: what a joiner pays once',
    assessment VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'days: whose shares are put right',
    other_rule VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'days: rule of the body that divides the other case, if not the same',
    party_id   INT NOT NULL,
    amount     BIGINT NOT NULL COMMENT 'in minor units; more than zero: charged, less: credited',
    paper      VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the levy or credit note',
    wish       INT NULL COMMENT 'the wish for a credit note that waits for another person',
    settled_by VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    settled_at DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_membership_settlement PRIMARY KEY (book_id, part),
    CONSTRAINT fk_membership_settlement_change FOREIGN KEY (book_id, number) REFERENCES membership_change (book_id, number),
    CONSTRAINT fk_membership_settlement_assessment FOREIGN KEY (book_id, assessment) REFERENCES assessment (book_id, code),
    CONSTRAINT fk_membership_settlement_party FOREIGN KEY (book_id, party_id) REFERENCES book_party (book_id, party_id),
    CONSTRAINT fk_membership_settlement_paper FOREIGN KEY (book_id, paper) REFERENCES contribution_paper (book_id, code),
    CONSTRAINT fk_membership_settlement_wish FOREIGN KEY (book_id, wish) REFERENCES claim_wish (book_id, number),
    CONSTRAINT ck_membership_settlement_part CHECK (part > 0 AND amount <> 0),
    CONSTRAINT ck_membership_settlement_kind CHECK ((kind = 'days' AND assessment IS NOT NULL) OR (kind = 'buy-in' AND assessment IS NULL AND amount > 0)),
    CONSTRAINT ck_membership_settlement_paper CHECK ((paper IS NULL) <> (wish IS NULL))
) ENGINE=InnoDB;

DELIMITER $$
CREATE TRIGGER membership_settlement_bi BEFORE INSERT ON membership_settlement FOR EACH ROW
BEGIN
    DECLARE v_last INT;
    SELECT COALESCE(MAX(part), 0) INTO v_last FROM membership_settlement WHERE book_id = NEW.book_id;
    IF NEW.part <> v_last + 1 OR @@foreign_key_checks = 0 OR @@unique_checks = 0 THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'MEMBERSHIP-01 number out of order or checks are off';
    END IF;
END$$

CREATE TRIGGER membership_settlement_bu BEFORE UPDATE ON membership_settlement FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'MEMBERSHIP-02 append-only'$$

CREATE TRIGGER membership_settlement_bd BEFORE DELETE ON membership_settlement FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'MEMBERSHIP-02 append-only'$$
DELIMITER ;

GRANT SELECT, INSERT ON membership_settlement TO ${app_user};
