
-- Places and the practice's own pages -----------------------------------------------------------------------------------

-- Places beside the practice's own locations, from a table of somebody else's. A location is never among them: its address,
-- phone and hours are entered once, in its own row. Degrees are kept in ten-millionths; a place without a point, or suspended,
-- is kept and never offered. digest tells whether a row of the table is as it was.
CREATE TABLE place (
    practice_id BYTES NOT NULL,
    external_id TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    postal TEXT NOT NULL,
    phone TEXT NOT NULL,
    timezone TEXT NOT NULL,
    latitude BIGINT CHECK (latitude BETWEEN -900000000 AND 900000000),
    longitude BIGINT CHECK (longitude BETWEEN -1800000000 AND 1800000000),
    hours TEXT NOT NULL,
    said TEXT NOT NULL,
    note TEXT NOT NULL,
    suspended BIGINT NOT NULL CHECK (suspended IN (0, 1)),
    told_at BIGINT NOT NULL,
    digest BYTES NOT NULL,
    PRIMARY KEY (practice_id, external_id)
) WITHOUT ROWID;
CREATE INDEX place_point ON place (practice_id, latitude, longitude, external_id)
    WHERE latitude IS NOT NULL AND suspended = 0;

-- Where a location is, where somebody said so; else its address's postal code says it.
CREATE TABLE location_point (
    practice_id BYTES NOT NULL,
    location_id BYTES NOT NULL,
    latitude BIGINT NOT NULL CHECK (latitude BETWEEN -900000000 AND 900000000),
    longitude BIGINT NOT NULL CHECK (longitude BETWEEN -1800000000 AND 1800000000),
    PRIMARY KEY (practice_id, location_id),
    FOREIGN KEY (practice_id, location_id) REFERENCES location (practice_id, id)
) WITHOUT ROWID;

-- A clinician whom the practice's pages name. languages are tags with a space between.
CREATE TABLE doctor (
    practice_id BYTES NOT NULL,
    member_id BYTES NOT NULL,
    title TEXT NOT NULL,
    languages TEXT NOT NULL,
    accepting BIGINT NOT NULL CHECK (accepting IN (0, 1)),
    PRIMARY KEY (practice_id, member_id),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id)
) WITHOUT ROWID;

-- What stands of them, in each language of the pages.
CREATE TABLE doctor_words (
    practice_id BYTES NOT NULL,
    member_id BYTES NOT NULL,
    language TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (practice_id, member_id, language),
    FOREIGN KEY (practice_id, member_id) REFERENCES doctor (practice_id, member_id) ON DELETE CASCADE
) WITHOUT ROWID;
