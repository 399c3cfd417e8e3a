-- Idempotency keys of commands: the same key with the same request answers what was answered the first time.
CREATE TABLE command (
    body_id        INT          NOT NULL,
    command_key    VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_digest CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the request as sorted JSON',
    result_json    MEDIUMTEXT   CHARACTER SET utf8mb4 NULL COMMENT 'null only inside the transaction that works on it',
    recorded_at    DATETIME(6)  NOT NULL,
    CONSTRAINT pk_command PRIMARY KEY (body_id, command_key)
);

GRANT SELECT, INSERT, UPDATE ON command TO ${app_user};
