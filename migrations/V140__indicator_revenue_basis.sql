-- Dues that follow a member's revenue say what the declared base was taken from: its budget or what it realised. Other figures say
-- nothing here.
ALTER TABLE indicator_value ADD COLUMN revenue_basis VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL;

ALTER TABLE indicator_value ADD CONSTRAINT ck_indicator_value_revenue_basis CHECK (revenue_basis IN ('budget', 'realisation'));
