-- Official regions: provinces, kabupaten and kota with the codes of the ministry. Reference data of the product, read-only for
-- the application; a new decree comes as a migration. Codes are text: 32.10 is not 32.1.
CREATE TABLE region (
    code          VARCHAR(8)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name          VARCHAR(120)   CHARACTER SET utf8mb4 NOT NULL,
    province_code VARCHAR(8)     CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null: the region is a province',
    population    BIGINT         NOT NULL,
    area_km2      DECIMAL(12, 3) NULL COMMENT 'null: not given by the source',
    CONSTRAINT pk_region PRIMARY KEY (code),
    CONSTRAINT fk_region_province FOREIGN KEY (province_code) REFERENCES region (code),
    CONSTRAINT ck_region_province CHECK ((province_code IS NULL AND CHAR_LENGTH(code) = 2) OR (province_code = LEFT(code, 2) AND CHAR_LENGTH(code) = 5))
) ENGINE=InnoDB;

GRANT SELECT ON region TO ${app_user};
