-- The second half of the house: requests, and all that stands beside them.

-- waits: counts in "under 50 open" (new, open, or its clock runs). due_at: when the running clock runs out, else the
-- largest instant, so that a queue sorts by it. spoke_version: the version at which somebody last spoke to the other side.
CREATE TABLE request (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    number BIGINT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('new', 'open', 'waiting', 'snoozed', 'resolved', 'closed')),
    kind TEXT NOT NULL,
    urgency TEXT NOT NULL CHECK (urgency IN ('urgent', 'normal', 'can_wait')),
    door TEXT NOT NULL,
    subject TEXT NOT NULL,
    about TEXT NOT NULL,
    language TEXT NOT NULL,
    interpreter BIGINT NOT NULL DEFAULT 0 CHECK (interpreter IN (0, 1)),
    person_id BYTES,
    patient_id BYTES,
    location_id BYTES,
    member_id BYTES,
    team_id BYTES,
    waits BIGINT NOT NULL CHECK (waits IN (0, 1)),
    due_at BIGINT NOT NULL,
    spoke_version BIGINT NOT NULL,
    spoke_by BYTES,
    opened_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    waiting_since BIGINT,
    snoozed_until BIGINT,
    resolved_at BIGINT,
    merged_into BYTES,
    linked_to BYTES,
    external_id TEXT,
    PRIMARY KEY (practice_id, id),
    UNIQUE (practice_id, number),
    FOREIGN KEY (practice_id, person_id) REFERENCES person (practice_id, id),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX request_external ON request (practice_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX request_queue ON request (practice_id, due_at, id) WHERE waits = 1;
CREATE INDEX request_queue_member ON request (practice_id, member_id, due_at, id) WHERE waits = 1;
CREATE INDEX request_queue_team ON request (practice_id, team_id, due_at, id) WHERE waits = 1;
CREATE INDEX request_state ON request (practice_id, state, updated_at, id) WHERE state <> 'closed';
CREATE INDEX request_person ON request (practice_id, person_id, id) WHERE person_id IS NOT NULL;
CREATE INDEX request_patient ON request (practice_id, patient_id, id) WHERE patient_id IS NOT NULL;
-- What goes back to nobody when a member or a team ends.
CREATE INDEX request_member ON request (practice_id, member_id, id) WHERE member_id IS NOT NULL AND state <> 'closed';
CREATE INDEX request_team ON request (practice_id, team_id, id) WHERE team_id IS NOT NULL AND state <> 'closed';
CREATE INDEX request_merged ON request (practice_id, merged_into) WHERE merged_into IS NOT NULL;

-- What a merge found, kept while it stands, so that it can be undone.
CREATE TABLE joint (
    practice_id BYTES NOT NULL,
    request_id BYTES NOT NULL,
    into_id BYTES NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    into_state TEXT NOT NULL,
    clock_id BYTES,
    into_clock_id BYTES,
    PRIMARY KEY (practice_id, request_id),
    FOREIGN KEY (practice_id, request_id) REFERENCES request (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX joint_into ON joint (practice_id, into_id, version);

-- Two requests that have to do with each other; the smaller id stands first.
CREATE TABLE request_link (
    practice_id BYTES NOT NULL,
    one_id BYTES NOT NULL,
    other_id BYTES NOT NULL,
    PRIMARY KEY (practice_id, one_id, other_id),
    FOREIGN KEY (practice_id, one_id) REFERENCES request (practice_id, id),
    FOREIGN KEY (practice_id, other_id) REFERENCES request (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX request_link_other ON request_link (practice_id, other_id);

-- A filter of the queue under a name: a member's own, or shared with all.
CREATE TABLE saved_view (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    member_id BYTES NOT NULL,
    name TEXT NOT NULL,
    filter TEXT NOT NULL,
    shared BIGINT NOT NULL CHECK (shared IN (0, 1)),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX saved_view_member ON saved_view (practice_id, member_id, id);
CREATE INDEX saved_view_shared ON saved_view (practice_id, id) WHERE shared = 1;

-- What a member did to many requests at once, kept for its report and its undo; a row each, and how it stood before.
CREATE TABLE bulk (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    member_id BYTES NOT NULL,
    deed TEXT NOT NULL,
    at BIGINT NOT NULL,
    undone_at BIGINT,
    PRIMARY KEY (practice_id, id)
) WITHOUT ROWID;

CREATE TABLE bulk_item (
    practice_id BYTES NOT NULL,
    bulk_id BYTES NOT NULL,
    number BIGINT NOT NULL,
    refused TEXT NOT NULL DEFAULT '',
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    snoozed_until BIGINT,
    member_id BYTES,
    team_id BYTES,
    urgency TEXT NOT NULL,
    kind TEXT NOT NULL,
    clock_id BYTES,
    clock_target BIGINT,
    PRIMARY KEY (practice_id, bulk_id, number),
    FOREIGN KEY (practice_id, bulk_id) REFERENCES bulk (practice_id, id) ON DELETE CASCADE
) WITHOUT ROWID;

-- The words. Erasable; everything else holds ids and field names only.
CREATE TABLE entry (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    request_id BYTES NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('patient', 'reply', 'attempt', 'note', 'automatic', 'event')),
    author_id BYTES,
    via TEXT NOT NULL,
    body TEXT NOT NULL,
    thanks BIGINT NOT NULL DEFAULT 0 CHECK (thanks IN (0, 1)),
    irrevocable_at BIGINT,
    prior_state TEXT,
    crossed_at BIGINT,
    settled_at BIGINT,
    retracted_at BIGINT,
    said_on BYTES,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, request_id) REFERENCES request (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX entry_said ON entry (practice_id, said_on, at) WHERE said_on IS NOT NULL;
CREATE INDEX entry_request ON entry (practice_id, request_id, at, id);
-- At most one reply of a request can still be taken back.
CREATE UNIQUE INDEX entry_pending ON entry (practice_id, request_id)
    WHERE irrevocable_at IS NOT NULL AND settled_at IS NULL AND retracted_at IS NULL;

CREATE TABLE clock (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    request_id BYTES NOT NULL,
    started_at BIGINT NOT NULL,
    target BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    ended_at BIGINT,
    outcome TEXT CHECK (outcome IN ('answered', 'missed', 'withdrawn')),
    open_time BIGINT,
    entry_id BYTES,
    warned_at BIGINT,
    door TEXT NOT NULL,
    kind TEXT NOT NULL,
    urgency TEXT NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, request_id) REFERENCES request (practice_id, id),
    CHECK ((ended_at IS NULL) = (outcome IS NULL) AND (ended_at IS NULL) = (open_time IS NULL))
) WITHOUT ROWID;
-- A request has at most one running clock.
CREATE UNIQUE INDEX clock_running ON clock (practice_id, request_id) WHERE ended_at IS NULL;
CREATE INDEX clock_started ON clock (practice_id, started_at, id);
CREATE INDEX clock_request ON clock (practice_id, request_id, started_at);
CREATE INDEX clock_ended ON clock (practice_id, ended_at, started_at) WHERE ended_at IS NOT NULL;

-- How long a request stood how: its state, and whether it counted as open. 'closed' has no spell, so that open-ended spells
-- are the work at hand. Nothing that happens later changes what a spell of the past says.
CREATE TABLE spell (
    practice_id BYTES NOT NULL,
    request_id BYTES NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('new', 'open', 'waiting', 'snoozed', 'resolved')),
    waits BIGINT NOT NULL CHECK (waits IN (0, 1)),
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    PRIMARY KEY (practice_id, request_id, version),
    FOREIGN KEY (practice_id, request_id) REFERENCES request (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX spell_until ON spell (practice_id, until_at, from_at, state, waits);

CREATE TABLE event (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    request_id BYTES NOT NULL,
    version BIGINT NOT NULL,
    at BIGINT NOT NULL,
    name TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (actor IN ('person', 'member', 'system')),
    actor_id BYTES,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, request_id) REFERENCES request (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX event_request ON event (practice_id, request_id, id);

-- Who looks at a request or writes to it: rows that expire.
CREATE TABLE presence (
    practice_id BYTES NOT NULL,
    member_id BYTES NOT NULL,
    request_id BYTES NOT NULL,
    doing TEXT NOT NULL CHECK (doing IN ('looking', 'writing')),
    until_at BIGINT NOT NULL,
    PRIMARY KEY (practice_id, member_id, request_id),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id),
    FOREIGN KEY (practice_id, request_id) REFERENCES request (practice_id, id)
) WITHOUT ROWID;

-- Words that staff began to write and have not sent. Erasable; deleted when they are sent.
CREATE TABLE draft (
    practice_id BYTES NOT NULL,
    member_id BYTES NOT NULL,
    request_id BYTES NOT NULL,
    field TEXT NOT NULL,
    body TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (practice_id, member_id, request_id, field),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id),
    FOREIGN KEY (practice_id, request_id) REFERENCES request (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX draft_written ON draft (practice_id, written_at);
CREATE INDEX draft_member ON draft (practice_id, member_id, written_at);

-- Words of danger that somebody has to acknowledge: byte spans in their line, never the words. How far it has climbed on
-- the ladder stands beside; course is empty before its first ring. Its request is its line's, wherever
-- a split moves that.
CREATE TABLE alert (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    request_id BYTES NOT NULL,
    entry_id BYTES NOT NULL,
    marks TEXT NOT NULL,
    rules TEXT NOT NULL,
    raised_at BIGINT NOT NULL,
    course TEXT CHECK (course IN ('open', 'after_hours')),
    step BIGINT NOT NULL DEFAULT 0,
    round BIGINT NOT NULL DEFAULT 0,
    rung_at BIGINT,
    acknowledged_by BYTES,
    acknowledged_at BIGINT,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, request_id) REFERENCES request (practice_id, id),
    FOREIGN KEY (practice_id, entry_id) REFERENCES entry (practice_id, id),
    CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL) AND (course IS NULL) = (rung_at IS NULL))
) WITHOUT ROWID;
CREATE INDEX alert_live ON alert (practice_id, raised_at, id) WHERE acknowledged_at IS NULL;
CREATE INDEX alert_request ON alert (practice_id, request_id, raised_at, id);
CREATE INDEX alert_entry ON alert (practice_id, entry_id);

-- Who was rung for an alert, first and last when, and how often.
CREATE TABLE alert_ring (
    practice_id BYTES NOT NULL,
    alert_id BYTES NOT NULL,
    member_id BYTES NOT NULL,
    first_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    times BIGINT NOT NULL,
    PRIMARY KEY (practice_id, alert_id, member_id),
    FOREIGN KEY (practice_id, alert_id) REFERENCES alert (practice_id, id),
    FOREIGN KEY (practice_id, member_id) REFERENCES member (practice_id, id)
) WITHOUT ROWID;

-- The clinicians' own card of questions for a sign of danger, where the practice worded it.
CREATE TABLE danger_card (
    practice_id BYTES NOT NULL,
    sign TEXT NOT NULL,
    questions TEXT NOT NULL,
    PRIMARY KEY (practice_id, sign)
) WITHOUT ROWID;

-- To schedule: the scheduling team's own list, in no promise's count. days: a bit a weekday, Monday's the first; 0 is any.
-- booked_for: the practice's wall-clock time.
CREATE TABLE to_schedule (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'booked', 'dropped')),
    person_id BYTES NOT NULL,
    patient_id BYTES,
    request_id BYTES,
    location_id BYTES,
    member_id BYTES,
    what TEXT NOT NULL,
    can TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('any', 'morning', 'afternoon', 'evening')),
    days BIGINT NOT NULL CHECK (days BETWEEN 0 AND 127),
    tries BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    booked_for TEXT,
    reason TEXT,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, person_id) REFERENCES person (practice_id, id),
    FOREIGN KEY (practice_id, patient_id) REFERENCES patient (practice_id, id),
    FOREIGN KEY (practice_id, request_id) REFERENCES request (practice_id, id),
    CHECK ((state = 'open') = (ended_at IS NULL))
) WITHOUT ROWID;
CREATE INDEX to_schedule_open ON to_schedule (practice_id, created_at, id) WHERE state = 'open';
CREATE INDEX to_schedule_ended ON to_schedule (practice_id, ended_at, id) WHERE ended_at IS NOT NULL;
CREATE INDEX to_schedule_person ON to_schedule (practice_id, person_id, id);
-- A request has at most one that is open.
CREATE UNIQUE INDEX to_schedule_request ON to_schedule (practice_id, request_id)
    WHERE state = 'open' AND request_id IS NOT NULL;

CREATE TABLE schedule_try (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    to_schedule_id BYTES NOT NULL,
    at BIGINT NOT NULL,
    member_id BYTES NOT NULL,
    how TEXT NOT NULL,
    outcome TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, to_schedule_id) REFERENCES to_schedule (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX schedule_try_of ON schedule_try (practice_id, to_schedule_id, id);

-- A second clock in calendar days: records (45 CFR 164.524), complaints.
CREATE TABLE obligation (
    practice_id BYTES NOT NULL,
    request_id BYTES NOT NULL,
    rule TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    owner_id BYTES,
    finding TEXT NOT NULL DEFAULT '',
    reply_id BYTES,
    met_at BIGINT,
    PRIMARY KEY (practice_id, request_id),
    FOREIGN KEY (practice_id, request_id) REFERENCES request (practice_id, id),
    FOREIGN KEY (practice_id, reply_id) REFERENCES entry (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX obligation_due ON obligation (practice_id, due_at) WHERE met_at IS NULL;

-- On the way out. A reply's words are its entry's, a letter's are written at each attempt; a link in it is made with the
-- attempt. The job of kind 'send' says when a letter is due, and its claim fences the attempt.
CREATE TABLE message (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('page', 'mail')),
    letter TEXT NOT NULL CHECK (letter IN ('arrived', 'answer', 'invitation', 'reset', 'ring', 'test', 'survey')),
    request_id BYTES,
    entry_id BYTES,
    contact_id BYTES,
    member_id BYTES,
    invitation_id BYTES,
    login TEXT,
    number BIGINT,
    language TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('held', 'sending', 'sent', 'unknown', 'failed', 'retracted')),
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    keeps_until BIGINT NOT NULL,
    claim BIGINT NOT NULL DEFAULT 0,
    tries BIGINT NOT NULL DEFAULT 0,
    attempted_at BIGINT,
    settled_at BIGINT,
    reached BYTES,
    why TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, entry_id) REFERENCES entry (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX message_entry ON message (practice_id, entry_id);
CREATE INDEX message_reached ON message (practice_id, reached, attempted_at) WHERE reached IS NOT NULL;
CREATE INDEX message_mail ON message (practice_id, state, created_at, id) WHERE channel = 'mail';

-- Where the answers to a request are announced: the address that was given with it, and no other of the same person.
CREATE TABLE reach (
    practice_id BYTES NOT NULL,
    request_id BYTES NOT NULL,
    contact_id BYTES NOT NULL,
    PRIMARY KEY (practice_id, request_id),
    FOREIGN KEY (practice_id, request_id) REFERENCES request (practice_id, id)
) WITHOUT ROWID;

-- Somebody asked to join. The links to it are tokens; the answer stands here, so that it can be given once.
CREATE TABLE invitation (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    invited_by BYTES,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    accepted_at BIGINT,
    withdrawn_at BIGINT,
    PRIMARY KEY (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX invitation_open ON invitation (practice_id, expires_at, id)
    WHERE accepted_at IS NULL AND withdrawn_at IS NULL;

-- Keys of the practice's secrets, each wrapped by the key file that stood beside the database then: its id, not itself.
CREATE TABLE data_key (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    wrapped_by BYTES NOT NULL,
    wrapped BYTES NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (practice_id, id)
) WITHOUT ROWID;

CREATE TABLE secret (
    practice_id BYTES NOT NULL,
    name TEXT NOT NULL,
    data_key_id BYTES NOT NULL,
    sealed BYTES NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (practice_id, name),
    FOREIGN KEY (practice_id, data_key_id) REFERENCES data_key (practice_id, id)
) WITHOUT ROWID;

-- What came in, by the key that its door gives it, so that the same thing twice is one request.
CREATE TABLE inbox (
    practice_id BYTES NOT NULL,
    door TEXT NOT NULL,
    key TEXT NOT NULL,
    id BYTES NOT NULL,
    received_at BIGINT NOT NULL,
    digest BYTES NOT NULL,
    raw BYTES,
    fault TEXT,
    request_id BYTES,
    entry_id BYTES,
    PRIMARY KEY (practice_id, door, key)
) WITHOUT ROWID;
-- What waits to be understood, or can't be (fault says why).
CREATE INDEX inbox_raw ON inbox (practice_id, door, received_at, key) WHERE raw IS NOT NULL;

-- before and after are filled for settings alone, which hold no patient's data; both or neither.
CREATE TABLE audit (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL CHECK (actor IN ('person', 'member', 'system', 'operator')),
    actor_id BYTES,
    action TEXT NOT NULL,
    noun TEXT NOT NULL,
    noun_id BYTES,
    fields TEXT NOT NULL,
    before TEXT,
    after TEXT,
    sequence BIGINT,
    seal BYTES,
    PRIMARY KEY (practice_id, id),
    CHECK ((before IS NULL) = (after IS NULL))
) WITHOUT ROWID;
CREATE INDEX audit_changed ON audit (practice_id, id) WHERE before IS NOT NULL;
CREATE INDEX audit_changed_noun ON audit (practice_id, noun, id) WHERE before IS NOT NULL;
CREATE INDEX audit_noun ON audit (practice_id, noun, noun_id, id);
CREATE INDEX audit_unsealed ON audit (practice_id, id) WHERE sequence IS NULL;
