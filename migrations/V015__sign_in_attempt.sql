-- Failed attempts to sign in, for throttling by name and by address on all nodes together. Only a digest of the typed name is
-- kept, because people type passwords into the wrong field.
CREATE TABLE sign_in_attempt (
    attempt_id  BIGINT      NOT NULL AUTO_INCREMENT,
    name_digest CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    address     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    failed_at   DATETIME(6) NOT NULL,
    CONSTRAINT pk_sign_in_attempt PRIMARY KEY (attempt_id)
);

CREATE INDEX ix_sign_in_attempt_name ON sign_in_attempt (name_digest, failed_at);
CREATE INDEX ix_sign_in_attempt_address ON sign_in_attempt (address, failed_at);
CREATE INDEX ix_sign_in_attempt_failed_at ON sign_in_attempt (failed_at);

GRANT SELECT, INSERT, DELETE ON sign_in_attempt TO ${app_user};
