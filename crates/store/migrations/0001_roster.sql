-- Who is on the phones of a line: shifts, what differs on a day, duties on call, the answering service, and who signed in.

-- A shift comes back each week on its day, by the wall clocks of its zone. One without a last day has the last of all dates.
CREATE TABLE shift (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    member_id BYTES NOT NULL,
    zone TEXT NOT NULL,
    weekday BIGINT NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    start_minute BIGINT NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
    length_minutes BIGINT NOT NULL CHECK (length_minutes BETWEEN 1 AND 1440),
    valid_from TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX shift_valid ON shift (practice_id, valid_until);

CREATE TABLE shift_line (
    practice_id BYTES NOT NULL,
    shift_id BYTES NOT NULL,
    line_id BYTES NOT NULL,
    PRIMARY KEY (practice_id, shift_id, line_id),
    FOREIGN KEY (practice_id, shift_id) REFERENCES shift (practice_id, id),
    FOREIGN KEY (practice_id, line_id) REFERENCES line (practice_id, id)
) WITHOUT ROWID;

-- Minutes from the midnight of the shift's day.
CREATE TABLE shift_break (
    practice_id BYTES NOT NULL,
    shift_id BYTES NOT NULL,
    start_minute BIGINT NOT NULL CHECK (start_minute BETWEEN 0 AND 2879),
    length_minutes BIGINT NOT NULL CHECK (length_minutes BETWEEN 1 AND 1440),
    PRIMARY KEY (practice_id, shift_id, start_minute),
    FOREIGN KEY (practice_id, shift_id) REFERENCES shift (practice_id, id)
) WITHOUT ROWID;

-- Somebody does not do a shift on a day, and who does it instead.
CREATE TABLE shift_change (
    practice_id BYTES NOT NULL,
    shift_id BYTES NOT NULL,
    date TEXT NOT NULL,
    away TEXT NOT NULL CHECK (away IN ('sick', 'off', 'swap')),
    instead_id BYTES,
    PRIMARY KEY (practice_id, shift_id, date),
    FOREIGN KEY (practice_id, shift_id) REFERENCES shift (practice_id, id),
    FOREIGN KEY (practice_id, instead_id) REFERENCES member (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX shift_change_date ON shift_change (practice_id, date);

-- On call, from a moment on the wall to another; without a line for all of them.
CREATE TABLE duty (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    member_id BYTES NOT NULL,
    line_id BYTES,
    zone TEXT NOT NULL,
    from_local TEXT NOT NULL,
    until_local TEXT NOT NULL,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id),
    FOREIGN KEY (practice_id, line_id) REFERENCES line (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX duty_until ON duty (practice_id, until_local);

-- A service that answers a line, in its own hours or, without any, always. One that is changed ends, and another begins.
CREATE TABLE answering (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    line_id BYTES NOT NULL,
    name TEXT NOT NULL,
    number TEXT NOT NULL,
    hours TEXT NOT NULL,
    from_at BIGINT NOT NULL,
    until_at BIGINT,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, line_id) REFERENCES line (practice_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX answering_now ON answering (practice_id, line_id) WHERE until_at IS NULL;

-- Somebody is signed in on a line. One that goes on ends by itself at ends_at.
CREATE TABLE signed_in (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    member_id BYTES NOT NULL,
    line_id BYTES NOT NULL,
    from_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id),
    FOREIGN KEY (practice_id, line_id) REFERENCES line (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX signed_in_ends ON signed_in (practice_id, ends_at, from_at);

-- A line has a roster since then, and is measured; bare_since says that its desk has been told that nobody holds it.
CREATE TABLE watched_line (
    practice_id BYTES NOT NULL,
    line_id BYTES NOT NULL,
    since BIGINT NOT NULL,
    bare_since BIGINT,
    PRIMARY KEY (practice_id, line_id),
    FOREIGN KEY (practice_id, line_id) REFERENCES line (practice_id, id)
) WITHOUT ROWID;

-- A day of a line that is over, as it was measured: hours or shifts that change later do not change it.
CREATE TABLE covered_day (
    practice_id BYTES NOT NULL,
    line_id BYTES NOT NULL,
    date TEXT NOT NULL,
    phone_minutes BIGINT NOT NULL,
    phone_bare BIGINT NOT NULL,
    after_minutes BIGINT NOT NULL,
    after_bare BIGINT NOT NULL,
    PRIMARY KEY (practice_id, line_id, date),
    FOREIGN KEY (practice_id, line_id) REFERENCES line (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX covered_day_date ON covered_day (practice_id, date);

-- The minutes of these days that nobody held.
CREATE TABLE bare_stretch (
    practice_id BYTES NOT NULL,
    line_id BYTES NOT NULL,
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    need TEXT NOT NULL CHECK (need IN ('phone', 'after_hours')),
    PRIMARY KEY (practice_id, line_id, from_at),
    FOREIGN KEY (practice_id, line_id) REFERENCES line (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX bare_stretch_from ON bare_stretch (practice_id, from_at);
