-- Papers about a single claim have series of their own: CN credit note, AL allowance and its release, WO write-off, RV recovery.
ALTER TABLE contribution_paper DROP CONSTRAINT ck_contribution_paper_series;
ALTER TABLE contribution_paper ADD CONSTRAINT ck_contribution_paper_series CHECK (series IN ('AS', 'RC', 'ER', 'PU', 'TU', 'CN', 'AL', 'WO', 'RV'));
