-- Whether each letter of a run goes into the outbox in the transaction that issues it.
ALTER TABLE letter_run ADD COLUMN by_mail BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'whether the letters are sent to the addressees that have an e-mail address';
