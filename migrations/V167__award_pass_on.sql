-- What an award's money is passed on for: an agreement with a region or an organisation.
ALTER TABLE award_event DROP CONSTRAINT ck_award_event_kind;
ALTER TABLE award_event ADD CONSTRAINT ck_award_event_kind CHECK (kind IN
    ('report-submitted', 'report-accepted', 'report-returned', 'milestone', 'override', 'pass-on', 'undo'));
ALTER TABLE award_event ADD CONSTRAINT ck_award_event_pass_on CHECK
    (kind <> 'pass-on' OR (document_no IS NOT NULL AND amount > 0));
