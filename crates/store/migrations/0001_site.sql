
-- The help centre: categories, articles with their addresses and versions, and what readers said of them.
CREATE TABLE site_category (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    parent_id BYTES,
    slug TEXT NOT NULL,
    position BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, parent_id) REFERENCES site_category (practice_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX site_category_slug ON site_category (practice_id, slug);

CREATE TABLE site_category_name (
    practice_id BYTES NOT NULL,
    category_id BYTES NOT NULL,
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (practice_id, category_id, language),
    FOREIGN KEY (practice_id, category_id) REFERENCES site_category (practice_id, id)
) WITHOUT ROWID;

CREATE TABLE article (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    slug TEXT NOT NULL,
    category_id BYTES NOT NULL,
    owner_id BYTES,
    review_months BIGINT NOT NULL CHECK (review_months > 0),
    review_on TEXT NOT NULL,
    position BIGINT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, category_id) REFERENCES site_category (practice_id, id)
) WITHOUT ROWID;
CREATE INDEX article_review ON article (practice_id, review_on);

-- Every address that an article has or had: an old one leads to it for as long as it is there.
CREATE TABLE article_slug (
    practice_id BYTES NOT NULL,
    slug TEXT NOT NULL,
    article_id BYTES NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (practice_id, slug),
    FOREIGN KEY (practice_id, article_id) REFERENCES article (practice_id, id)
) WITHOUT ROWID;

CREATE TABLE article_text (
    practice_id BYTES NOT NULL,
    article_id BYTES NOT NULL,
    language TEXT NOT NULL,
    latest BIGINT NOT NULL,
    live BIGINT,
    PRIMARY KEY (practice_id, article_id, language),
    FOREIGN KEY (practice_id, article_id) REFERENCES article (practice_id, id)
) WITHOUT ROWID;

CREATE TABLE article_version (
    practice_id BYTES NOT NULL,
    article_id BYTES NOT NULL,
    language TEXT NOT NULL,
    number BIGINT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    keywords TEXT NOT NULL,
    body TEXT NOT NULL,
    sources TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    written_by BYTES,
    PRIMARY KEY (practice_id, article_id, language, number),
    FOREIGN KEY (practice_id, article_id) REFERENCES article (practice_id, id)
) WITHOUT ROWID;

-- The words are a reader's, and can be erased; who wrote them is not known here.
CREATE TABLE article_opinion (
    practice_id BYTES NOT NULL,
    article_id BYTES NOT NULL,
    id BYTES NOT NULL,
    language TEXT NOT NULL,
    number BIGINT NOT NULL,
    helpful BIGINT NOT NULL CHECK (helpful IN (0, 1)),
    reason TEXT,
    words TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (practice_id, article_id, id),
    FOREIGN KEY (practice_id, article_id) REFERENCES article (practice_id, id)
) WITHOUT ROWID;

-- What the site could not answer. The words are what somebody searched for, without who.
CREATE TABLE site_work (
    practice_id BYTES NOT NULL,
    id BYTES NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('opinion', 'search', 'review', 'fact')),
    key TEXT NOT NULL,
    article_id BYTES,
    language TEXT NOT NULL,
    words TEXT NOT NULL,
    count BIGINT NOT NULL,
    member_id BYTES,
    due_on TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done')),
    version BIGINT NOT NULL,
    first_on TEXT NOT NULL,
    last_on TEXT NOT NULL,
    done_at BIGINT,
    PRIMARY KEY (practice_id, id),
    FOREIGN KEY (practice_id, article_id) REFERENCES article (practice_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX site_work_key ON site_work (practice_id, kind, key) WHERE state = 'open';
CREATE INDEX site_work_due ON site_work (practice_id, due_on, id) WHERE state = 'open';
CREATE INDEX site_work_done ON site_work (practice_id, done_at, id) WHERE done_at IS NOT NULL;

-- Visits to the site, of nobody: the day and what was done, no hour, no address. The id is chance.
CREATE TABLE site_visit (
    practice_id BYTES NOT NULL,
    day TEXT NOT NULL,
    id BYTES NOT NULL,
    searched BIGINT NOT NULL CHECK (searched IN (0, 1)),
    was_read BIGINT NOT NULL CHECK (was_read IN (0, 1)),
    sent BIGINT NOT NULL CHECK (sent IN (0, 1)),
    PRIMARY KEY (practice_id, day, id)
) WITHOUT ROWID;
