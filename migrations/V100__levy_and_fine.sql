-- Two more kinds of assessment: a levy once, beside the dues, and a fine. Both are divided, frozen, charged and paid like dues.
ALTER TABLE assessment DROP CONSTRAINT ck_assessment_kind;
ALTER TABLE assessment DROP CONSTRAINT ck_assessment_project;
ALTER TABLE assessment
    ADD CONSTRAINT ck_assessment_kind CHECK (kind IN ('dues', 'levy', 'fine', 'project')),
    ADD CONSTRAINT ck_assessment_project CHECK ((kind = 'project') = (project IS NOT NULL));
