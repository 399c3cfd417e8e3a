-- The version of the body's rule by which an assessment was divided; null where the rule was written for it alone.
ALTER TABLE assessment
    ADD COLUMN rule_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN rule_version INT NULL,
    ADD CONSTRAINT fk_assessment_rule FOREIGN KEY (book_id, rule_code, rule_version) REFERENCES sharing_rule_version (book_id, code, version),
    ADD CONSTRAINT ck_assessment_rule CHECK ((rule_code IS NULL) = (rule_version IS NULL));
