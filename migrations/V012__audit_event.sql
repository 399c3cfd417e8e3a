-- The audit trail: who changed what, when, from what to what. Written in the transaction of the change; never updated or deleted.
CREATE TABLE audit_event (
    event_id    BIGINT       NOT NULL AUTO_INCREMENT,
    body_id     INT          NULL COMMENT 'null: an event of the installation, such as a new person',
    happened_at DATETIME(6)  NOT NULL COMMENT 'UTC',
    handle      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    action      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'module.verb',
    subject     VARCHAR(200) CHARACTER SET utf8mb4 NOT NULL COMMENT 'the thing, by the code people use',
    before_json MEDIUMTEXT   CHARACTER SET utf8mb4 NULL,
    after_json  MEDIUMTEXT   CHARACTER SET utf8mb4 NULL,
    CONSTRAINT pk_audit_event PRIMARY KEY (event_id)
);

CREATE INDEX ix_audit_event_body ON audit_event (body_id, event_id);

CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is append-only';
CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is append-only';

GRANT SELECT, INSERT ON audit_event TO ${app_user};
