-- Telephone calls: what was told of each, joined, and what it comes to. started_at: the first instant known; a call belongs to
-- the span in which it began. outcome: NULL while the caller waits. live: it goes on. owes: its caller is owed an answer, and
-- no request says so yet. caller: the number as it was told, NULL if it was withheld; caller_key: its digits.
CREATE TABLE call (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('hook', 'hand', 'import')),
    line_id BYTES,
    line_told_at BIGINT,
    caller TEXT,
    caller_key TEXT,
    person_id BYTES,
    arrived_at BIGINT,
    queued_at BIGINT,
    answered_at BIGINT,
    left_at BIGINT,
    left_how TEXT CHECK (left_how IN ('callback', 'voicemail', 'text', 'overflow')),
    ended_at BIGINT,
    swept_at BIGINT,
    closed BIGINT NOT NULL CHECK (closed IN (0, 1)),
    started_at BIGINT NOT NULL,
    over_at BIGINT,
    stage TEXT NOT NULL CHECK (stage IN ('ringing', 'waiting', 'talking', 'over')),
    outcome TEXT CHECK (outcome IN ('answered', 'abandoned', 'callback', 'voicemail', 'text', 'overflow', 'after_hours',
        'lost')),
    hold BIGINT NOT NULL CHECK (hold >= 0),
    talk BIGINT NOT NULL CHECK (talk >= 0),
    after_hours BIGINT NOT NULL CHECK (after_hours IN (0, 1)),
    owed_since BIGINT,
    answered_by TEXT NOT NULL DEFAULT '',
    member_id BYTES,
    words TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    request_id BYTES,
    live BIGINT NOT NULL CHECK (live IN (0, 1)),
    owes BIGINT NOT NULL CHECK (owes IN (0, 1)),
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, person_id) REFERENCES person (practice_id, id),
    FOREIGN KEY (practice_id, request_id) REFERENCES request (practice_id, id),
    CHECK ((left_at IS NULL) = (left_how IS NULL) AND (live = 0) = (stage = 'over'))
) WITHOUT ROWID;
-- All that the figures read, in one index.
CREATE INDEX call_started ON call (practice_id, started_at, id, outcome, after_hours, hold, talk, line_id);
CREATE INDEX call_outcome ON call (practice_id, outcome, started_at, id) WHERE outcome IS NOT NULL;
CREATE INDEX call_live ON call (practice_id, started_at, id) WHERE live = 1;
CREATE INDEX call_owes ON call (practice_id, started_at, id) WHERE owes = 1;
CREATE INDEX call_caller ON call (practice_id, caller_key, started_at) WHERE caller_key IS NOT NULL;
CREATE INDEX call_request ON call (practice_id, request_id, started_at) WHERE request_id IS NOT NULL;
CREATE INDEX call_person ON call (practice_id, person_id) WHERE person_id IS NOT NULL;
