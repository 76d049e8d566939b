-- Surveys: who was asked whether they would recommend the practice, and what they answered.

-- Somebody who was asked, once for what came before: a request or a visit. address_key: where, so that an address rests, too.
-- What the answer is split by stands here as it was then. The letter is the message.
CREATE TABLE survey (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    occasion TEXT NOT NULL CHECK (occasion IN ('request', 'visit')),
    subject BYTES NOT NULL,
    person_id BYTES NOT NULL,
    patient_id BYTES,
    address_key TEXT NOT NULL,
    message_id BYTES NOT NULL,
    sensitive BIGINT NOT NULL CHECK (sensitive IN (0, 1)),
    language TEXT NOT NULL,
    location_id BYTES,
    doctor TEXT NOT NULL,
    door TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, person_id) REFERENCES person (practice_id, id),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id)
) WITHOUT ROWID;
-- Asked at most once for one thing.
CREATE UNIQUE INDEX survey_subject ON survey (practice_id, occasion, subject);
CREATE UNIQUE INDEX survey_message ON survey (practice_id, message_id);
CREATE INDEX survey_person ON survey (practice_id, person_id, asked_at);
CREATE INDEX survey_patient ON survey (practice_id, patient_id, asked_at) WHERE patient_id IS NOT NULL;
CREATE INDEX survey_address ON survey (practice_id, address_key, asked_at);
CREATE INDEX survey_due ON survey (practice_id, due_at, id);

-- Addresses that are not asked any more, by the wish of whoever reads there.
CREATE TABLE survey_refusal (
    practice_id BYTES NOT NULL,
    address_key TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (practice_id, address_key)
) WITHOUT ROWID;

-- An answer: by a link, or brought in, then known by what it says and how often it says it. label: the group that a file names.
-- request_id: the request that it opened. Its words are erasable.
CREATE TABLE survey_answer (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    survey_id BYTES,
    import_key BYTES,
    occasion TEXT NOT NULL CHECK (occasion IN ('request', 'visit', 'import')),
    answered_at BIGINT NOT NULL,
    score BIGINT NOT NULL CHECK (score BETWEEN 0 AND 10),
    comment TEXT NOT NULL,
    wants_call BIGINT NOT NULL CHECK (wants_call IN (0, 1)),
    location_id BYTES,
    doctor TEXT NOT NULL,
    door TEXT NOT NULL,
    label TEXT NOT NULL,
    request_id BYTES,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, survey_id) REFERENCES survey (practice_id, id),
    FOREIGN KEY (practice_id, request_id) REFERENCES request (practice_id, id),
    CHECK ((survey_id IS NULL) = (occasion = 'import') AND (import_key IS NULL) = (occasion <> 'import'))
) WITHOUT ROWID;
-- One answer a link, however often it is pressed; and one a row of a file, however often it is brought in.
CREATE UNIQUE INDEX survey_answer_survey ON survey_answer (practice_id, survey_id) WHERE survey_id IS NOT NULL;
CREATE UNIQUE INDEX survey_answer_import ON survey_answer (practice_id, import_key) WHERE import_key IS NOT NULL;
CREATE INDEX survey_answer_at ON survey_answer (practice_id, answered_at, id, score);
