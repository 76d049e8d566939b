-- The house's first tables, in the neutral words that dialect.rs writes for each back end: BIGINT for integers, instants
-- (microseconds UTC) and booleans (0/1); BYTES for ids (16) and digests (32); TEXT compared byte by byte.
--
-- Foreign keys join rows of one practice. None points at practice itself: the handle cannot be made without one, and
-- every intake would otherwise lock the row that the whole practice shares.

-- System tables: the whole list, no patient content -----------------------------------------------------------------

CREATE TABLE organisation (
    id BYTES NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL
) WITHOUT ROWID;

CREATE TABLE practice (
    id BYTES NOT NULL PRIMARY KEY,
    organisation_id BYTES NOT NULL REFERENCES organisation (id),
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    timezone TEXT NOT NULL,
    country TEXT NOT NULL,
    locale TEXT NOT NULL,
    emergency_number TEXT NOT NULL,
    phone TEXT NOT NULL,
    created_at BIGINT NOT NULL
) WITHOUT ROWID;

CREATE TABLE account (
    id BYTES NOT NULL PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL
) WITHOUT ROWID;

-- Wrong passwords by login, an account's or nobody's alike. As digests: people type passwords into the wrong field.
CREATE TABLE sign_in_try (
    login_hash BYTES NOT NULL PRIMARY KEY,
    wrong BIGINT NOT NULL,
    since BIGINT NOT NULL,
    locked_until BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX sign_in_try_since ON sign_in_try (since);

-- Which practices an account works at; the member itself lives behind the practice's wall.
CREATE TABLE membership (
    account_id BYTES NOT NULL REFERENCES account (id),
    practice_id BYTES NOT NULL,
    member_id BYTES NOT NULL,
    PRIMARY KEY (account_id, practice_id)
) WITHOUT ROWID;

CREATE TABLE session (
    token_hash BYTES NOT NULL PRIMARY KEY,
    account_id BYTES NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX session_expiry ON session (expires_at);
CREATE INDEX session_account ON session (account_id);

-- Links that stand for one thing: a status page, an invitation, another password.
CREATE TABLE token (
    hash BYTES NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    practice_id BYTES NOT NULL,
    subject BYTES NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX token_expiry ON token (expires_at);
CREATE INDEX token_subject ON token (kind, subject);

-- Somebody asked for another password for a login. Looked into in the background: whether there is such a login changes
-- neither what the page says nor how long it takes.
CREATE TABLE reset_ask (
    id BYTES NOT NULL PRIMARY KEY,
    login TEXT NOT NULL,
    language TEXT NOT NULL,
    asked_at BIGINT NOT NULL
) WITHOUT ROWID;

-- By which host, address or number a practice is reached.
CREATE TABLE door (
    kind TEXT NOT NULL,
    address TEXT NOT NULL,
    practice_id BYTES NOT NULL,
    PRIMARY KEY (kind, address)
) WITHOUT ROWID;

-- Work for the background, in two lanes: what waits for a mail server holds up nothing that doesn't.
CREATE TABLE job (
    id BYTES NOT NULL PRIMARY KEY,
    lane TEXT NOT NULL DEFAULT 'work' CHECK (lane IN ('work', 'mail')),
    kind TEXT NOT NULL,
    practice_id BYTES NOT NULL,
    subject BYTES NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('ready', 'running', 'failed')),
    run_at BIGINT NOT NULL,
    attempt BIGINT NOT NULL DEFAULT 0,
    leased_until BIGINT NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX job_due ON job (lane, state, run_at, id);

-- The mark of a demo: one row, written while there is no practice yet, by nothing but the command that makes a demo.
CREATE TABLE demo (
    name TEXT NOT NULL PRIMARY KEY,
    until_at BIGINT NOT NULL
) WITHOUT ROWID;

-- Practices ---------------------------------------------------------------------------------------------------------

-- The next of people's numbers (#1042); taken by a statement of its own, gaps allowed.
CREATE TABLE number (
    practice_id BYTES NOT NULL PRIMARY KEY,
    next BIGINT NOT NULL
) WITHOUT ROWID;

CREATE TABLE setting (
    practice_id BYTES NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by BYTES,
    PRIMARY KEY (practice_id, name)
) WITHOUT ROWID;

CREATE TABLE location (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    timezone TEXT NOT NULL,
    position BIGINT NOT NULL,
    retired_at BIGINT,
    PRIMARY KEY (practice_id, id)
) WITHOUT ROWID;

CREATE TABLE line (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    location_id BYTES,
    name TEXT NOT NULL,
    number TEXT NOT NULL,
    retired_at BIGINT,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, location_id) REFERENCES location (practice_id, id)
) WITHOUT ROWID;

-- Hours belong to a place: the practice's desk, a location or a line. place_id is the practice's own id for the desk.
CREATE TABLE hours_pattern (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    place TEXT NOT NULL CHECK (place IN ('desk', 'location', 'line')),
    place_id BYTES NOT NULL,
    valid_from TEXT,
    valid_until TEXT,
    PRIMARY KEY (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX hours_pattern_place ON hours_pattern (practice_id, place, place_id);

CREATE TABLE hours_span (
    practice_id BYTES NOT NULL,
    pattern_id BYTES NOT NULL,
    weekday BIGINT NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    start_minute BIGINT NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
    length_minutes BIGINT NOT NULL CHECK (length_minutes BETWEEN 1 AND 2880),
    PRIMARY KEY (practice_id, pattern_id, weekday, start_minute),
    FOREIGN KEY (practice_id, pattern_id) REFERENCES hours_pattern (practice_id, id) ON DELETE CASCADE
) WITHOUT ROWID;

-- One-off closures and openings in the place's wall-clock time.
CREATE TABLE hours_exception (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    place TEXT NOT NULL CHECK (place IN ('desk', 'location', 'line')),
    place_id BYTES NOT NULL,
    opens BIGINT NOT NULL CHECK (opens IN (0, 1)),
    from_local TEXT NOT NULL,
    until_local TEXT NOT NULL,
    reason TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX hours_exception_place ON hours_exception (practice_id, place, place_id);

CREATE TABLE member (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    account_id BYTES,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    signature TEXT NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (practice_id, id)
) WITHOUT ROWID;

CREATE TABLE team (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    name TEXT NOT NULL,
    retired_at BIGINT,
    PRIMARY KEY (practice_id, id)
) WITHOUT ROWID;
-- A retired team leaves its name to the next.
CREATE UNIQUE INDEX team_name ON team (practice_id, name) WHERE retired_at IS NULL;

CREATE TABLE team_member (
    practice_id BYTES NOT NULL,
    team_id BYTES NOT NULL,
    member_id BYTES NOT NULL,
    PRIMARY KEY (practice_id, team_id, member_id),
    FOREIGN KEY (practice_id, team_id) REFERENCES team (practice_id, id),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id)
) WITHOUT ROWID;

CREATE TABLE person (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    language TEXT NOT NULL,
    interpreter BIGINT NOT NULL DEFAULT 0 CHECK (interpreter IN (0, 1)),
    created_at BIGINT NOT NULL,
    merged_into BYTES,
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX person_merged ON person (practice_id, merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE patient (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    birth_date TEXT,
    record_number TEXT,
    record_key TEXT,
    created_at BIGINT NOT NULL,
    merged_into BYTES,
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (practice_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX patient_record ON patient (practice_id, record_key) WHERE record_key IS NOT NULL;
CREATE INDEX patient_birth ON patient (practice_id, birth_date) WHERE birth_date IS NOT NULL;

-- The words of people's and patients' names, without accents: each finds whom it begins the name of.
CREATE TABLE name_word (
    practice_id BYTES NOT NULL,
    word TEXT NOT NULL,
    noun TEXT NOT NULL CHECK (noun IN ('person', 'patient')),
    noun_id BYTES NOT NULL,
    PRIMARY KEY (practice_id, word, noun, noun_id)
) WITHOUT ROWID;
CREATE INDEX name_word_noun ON name_word (practice_id, noun_id);

CREATE TABLE relation (
    practice_id BYTES NOT NULL,
    person_id BYTES NOT NULL,
    patient_id BYTES NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('self', 'parent', 'guardian', 'carer', 'no_access')),
    verified_by BYTES,
    verified_at BIGINT,
    valid_until TEXT,
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (practice_id, person_id, patient_id),
    FOREIGN KEY (practice_id, person_id) REFERENCES person (practice_id, id),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX relation_patient ON relation (practice_id, patient_id);

CREATE TABLE contact_point (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    person_id BYTES NOT NULL,
    system TEXT NOT NULL CHECK (system IN ('email', 'phone')),
    address TEXT NOT NULL,
    address_key TEXT NOT NULL,
    confidential BIGINT NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1)),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, person_id) REFERENCES person (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX contact_point_address ON contact_point (practice_id, address_key);
CREATE UNIQUE INDEX contact_point_person ON contact_point (practice_id, person_id, system, address_key);

CREATE TABLE kind (
    practice_id BYTES NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    clinical_only BIGINT NOT NULL CHECK (clinical_only IN (0, 1)),
    sensitive BIGINT NOT NULL CHECK (sensitive IN (0, 1)),
    obligation TEXT,
    obligation_days BIGINT,
    position BIGINT NOT NULL,
    retired_at BIGINT,
    PRIMARY KEY (practice_id, code)
) WITHOUT ROWID;
