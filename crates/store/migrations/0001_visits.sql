-- Visits ------------------------------------------------------------------------------------------------------------

-- An appointment with a patient, from its booking on. external_id and told (a digest of all that was said) are those of the
-- system that it came from; one that was booked here has the id of its row in to_schedule. A time was kept for the patient in
-- [held_from, held_until). next_at is the patient's next visit that took place, is_first that there was none before: both
-- follow from their other rows, are put right with each change of one, and hold for visits that took place (came) alone.
CREATE TABLE visit (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    patient_id BYTES NOT NULL,
    external_id TEXT,
    told BYTES,
    status TEXT NOT NULL CHECK (status IN ('proposed', 'pending', 'booked', 'arrived', 'fulfilled', 'cancelled', 'noshow',
        'entered-in-error', 'checked-in', 'waitlist')),
    came BIGINT NOT NULL CHECK (came IN (0, 1)),
    starts_at BIGINT NOT NULL,
    booked_at BIGINT,
    lead_days BIGINT,
    held_from BIGINT NOT NULL,
    held_until BIGINT NOT NULL,
    next_at BIGINT,
    is_first BIGINT NOT NULL DEFAULT 0 CHECK (is_first IN (0, 1)),
    doctor TEXT NOT NULL,
    location TEXT NOT NULL,
    sensitive BIGINT NOT NULL CHECK (sensitive IN (0, 1)),
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX visit_external ON visit (practice_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX visit_patient ON visit (practice_id, patient_id, starts_at, id);
-- Those that took place, with what tells whether one was a patient's last in a span of time.
CREATE INDEX visit_came ON visit (practice_id, starts_at, id, next_at, patient_id, came) WHERE came = 1;
CREATE INDEX visit_first ON visit (practice_id, starts_at, id) WHERE is_first = 1;
CREATE INDEX visit_outcome ON visit (practice_id, status, starts_at, lead_days, patient_id);
CREATE INDEX visit_missed ON visit (practice_id, starts_at, id) WHERE status = 'noshow';

-- Patients who come no more, each from a day on; back_on is the day on which they were patients again. At most one lasts.
CREATE TABLE departure (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    patient_id BYTES NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('died', 'moved', 'aged_out', 'transferred', 'discharged')),
    left_on TEXT NOT NULL,
    back_on TEXT,
    set_at BIGINT NOT NULL,
    set_by BYTES,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX departure_lasts ON departure (practice_id, patient_id) WHERE back_on IS NULL;
CREATE INDEX departure_patient ON departure (practice_id, patient_id, left_on);

-- How a patient heard of the practice.
CREATE TABLE heard_of (
    practice_id BYTES NOT NULL,
    patient_id BYTES NOT NULL,
    heard TEXT NOT NULL CHECK (heard IN ('family', 'doctor', 'search', 'insurance', 'school', 'nearby', 'other')),
    set_at BIGINT NOT NULL,
    PRIMARY KEY (practice_id, patient_id),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id)
) WITHOUT ROWID;
