-- What a body wants of an indicator of its sustainability, and who set it. A later version of the same indicator takes the place
-- of the earlier one from its day on; one without a bound takes the threshold away.
CREATE TABLE forecast_threshold (
    book_id        INT NOT NULL,
    indicator      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version_no     INT NOT NULL,
    side           VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'at-least or at-most',
    bound          VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'exact, in the unit of the indicator: 3/10 for 30 percent',
    owner          VARCHAR(160) NOT NULL COMMENT 'who set it',
    basis          VARCHAR(400) NOT NULL COMMENT 'the decision or paper that says so',
    effective_from DATE NOT NULL,
    recorded_by    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recorded_at    DATETIME(6) NOT NULL COMMENT 'UTC',
    CONSTRAINT pk_forecast_threshold PRIMARY KEY (book_id, indicator, version_no),
    CONSTRAINT fk_forecast_threshold_book FOREIGN KEY (book_id) REFERENCES book (book_id),
    CONSTRAINT ck_forecast_threshold_number CHECK (version_no > 0),
    CONSTRAINT ck_forecast_threshold_side CHECK (side IN ('at-least', 'at-most')),
    CONSTRAINT ck_forecast_threshold_both CHECK ((side IS NULL) = (bound IS NULL))
) ENGINE=InnoDB;

GRANT SELECT, INSERT ON forecast_threshold TO ${app_user};
