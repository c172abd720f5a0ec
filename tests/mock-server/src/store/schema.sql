CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS account (
    key TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    language TEXT,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    address TEXT NOT NULL
) STRICT;
-- Whose documents an account may see, in the order in which they are listed.
CREATE TABLE IF NOT EXISTS access (
    account TEXT NOT NULL REFERENCES account (key),
    person TEXT NOT NULL,
    place INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (account, person)
) STRICT;
CREATE TABLE IF NOT EXISTS document (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    kind TEXT NOT NULL,
    grouped TEXT,
    sorted_at INTEGER NOT NULL,
    haystack TEXT NOT NULL,
    -- IndexEntry, and Document without its events, as they stand on the wire.
    entry TEXT NOT NULL,
    head TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS document_order ON document (person, sorted_at DESC, id);
-- Insurance, as it stands on the wire; nothing was passed on for persons without a row.
CREATE TABLE IF NOT EXISTS insurance (
    person TEXT PRIMARY KEY,
    json TEXT NOT NULL
) STRICT;
-- Plan for TELK, as it stands on the wire, without what follows from other tables; who has no row noted nothing.
CREATE TABLE IF NOT EXISTS commission (
    person TEXT PRIMARY KEY,
    json TEXT NOT NULL
) STRICT;
-- Registration, as it stands on the wire; who has no row has no GP.
CREATE TABLE IF NOT EXISTS registration (
    person TEXT PRIMARY KEY,
    json TEXT NOT NULL
) STRICT;
-- The record of check-ups, follow-up and immunisations, and invitations without their answers; who has no row has neither.
CREATE TABLE IF NOT EXISTS prevention (
    person TEXT PRIMARY KEY,
    json TEXT NOT NULL
) STRICT;
-- Check-ups that people marked as done, as they stand on the wire.
CREATE TABLE IF NOT EXISTS check_up_mark (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS check_up_mark_person ON check_up_mark (person);
-- Invitations that were declined: that they were, as it stands on the wire.
CREATE TABLE IF NOT EXISTS check_up_declined (
    person TEXT NOT NULL,
    invitation TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (person, invitation)
) STRICT;
CREATE TABLE IF NOT EXISTS event (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES document (id),
    person TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS event_document ON event (document, sequence);
CREATE INDEX IF NOT EXISTS event_person ON event (person, sequence);
CREATE TABLE IF NOT EXISTS session (
    token TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES account (key),
    csrf TEXT NOT NULL,
    device TEXT NOT NULL,
    began INTEGER NOT NULL,
    used INTEGER NOT NULL,
    ended INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS sign_in (
    account TEXT NOT NULL REFERENCES account (key),
    at INTEGER NOT NULL,
    device TEXT NOT NULL,
    succeeded INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS idempotency (
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    request TEXT NOT NULL,
    status INTEGER NOT NULL,
    etag TEXT,
    refusal TEXT,
    body BLOB NOT NULL,
    PRIMARY KEY (account, key)
) STRICT;
-- What an account reported of documents, and what it asked to be corrected, as it stands on the wire.
CREATE TABLE IF NOT EXISTS report (
    place INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES account (key),
    document TEXT NOT NULL REFERENCES document (id),
    json TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS correction (
    place INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES account (key),
    json TEXT NOT NULL
) STRICT;
-- Accounts that are closed.
CREATE TABLE IF NOT EXISTS closure (
    account TEXT PRIMARY KEY REFERENCES account (key),
    at INTEGER NOT NULL
) STRICT;
-- Files that people send to documents. `state`: receiving, received, or over (given up, faulty, or forgotten).
CREATE TABLE IF NOT EXISTS file (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES document (id),
    account TEXT NOT NULL REFERENCES account (key),
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    -- When the last bytes came, and how many there are.
    moved INTEGER NOT NULL,
    received INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'receiving',
    -- The file of the same content that was received meanwhile, which this one became.
    same_as TEXT REFERENCES file (id),
    -- The receipt: year and number in the register of that year, and when.
    year INTEGER,
    number INTEGER,
    received_at INTEGER,
    UNIQUE (year, number)
) STRICT;
CREATE INDEX IF NOT EXISTS file_document ON file (document, place);
CREATE TABLE IF NOT EXISTS file_part (
    file TEXT NOT NULL REFERENCES file (id),
    start INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (file, start)
) STRICT;
-- Everybody whose documents there are, and whose account it is if they sign in for themselves.
CREATE TABLE IF NOT EXISTS person (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    zone TEXT NOT NULL,
    born TEXT,
    account TEXT
) STRICT;
-- Grants and invitations. Their state follows from the clock; `access` and `sight` say what it comes to right now.
CREATE TABLE IF NOT EXISTS grants (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    receiver TEXT,
    place INTEGER NOT NULL,
    -- Fingerprint of the code, while it is open.
    code TEXT UNIQUE,
    json TEXT NOT NULL,
    -- What both sides were told last.
    told TEXT
) STRICT;
-- Which documents an account may look at: of a person, of a kind (all when null), and whether hidden ones too.
CREATE TABLE IF NOT EXISTS sight (
    account TEXT NOT NULL,
    person TEXT NOT NULL,
    kind TEXT,
    sees_hidden INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS sight_account ON sight (account);
CREATE TABLE IF NOT EXISTS hidden (document TEXT PRIMARY KEY) STRICT;
CREATE TABLE IF NOT EXISTS access_change (
    sequence INTEGER NOT NULL,
    account TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (account, sequence)
) STRICT;
CREATE TABLE IF NOT EXISTS access_log (
    number INTEGER PRIMARY KEY,
    person TEXT NOT NULL,
    account TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS access_log_person ON access_log (person, number DESC);
CREATE INDEX IF NOT EXISTS access_log_account ON access_log (account, person, number DESC);
-- What a session looked at because a person wanted to; `document` is empty where it was no document. With it a look in the
-- background is told from one that only says so.
CREATE TABLE IF NOT EXISTS looked (
    session TEXT NOT NULL,
    person TEXT NOT NULL,
    what TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (session, person, what, document)
) STRICT;
CREATE TABLE IF NOT EXISTS wrong_code (account TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
-- What an account wants to be told, as it stands on the wire; without a row nothing was decided.
CREATE TABLE IF NOT EXISTS notification_preference (
    account TEXT PRIMARY KEY REFERENCES account (key),
    json TEXT NOT NULL
) STRICT;
-- Contacts by which accounts are told, and what is known of those that stand in the account. `sent`, `wrong`: instants as JSON.
CREATE TABLE IF NOT EXISTS notification_contact (
    place INTEGER PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (key),
    id TEXT NOT NULL,
    reach TEXT NOT NULL,
    address TEXT NOT NULL,
    apart_for TEXT,
    verified INTEGER,
    code TEXT,
    sent TEXT NOT NULL DEFAULT '[]',
    wrong TEXT NOT NULL DEFAULT '[]',
    -- What a device is: browser and system.
    label TEXT,
    UNIQUE (account, id)
) STRICT;
-- Channels that somebody stopped outside the portal, by number: the carrier knows no accounts.
CREATE TABLE IF NOT EXISTS channel_stop (
    address TEXT NOT NULL,
    channel TEXT NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (address, channel)
) STRICT;
-- Things that happened and are to be told. `cause` makes each tell once; what has the same `thing` may undo one another.
CREATE TABLE IF NOT EXISTS occurrence (
    place INTEGER PRIMARY KEY,
    cause TEXT NOT NULL UNIQUE,
    thing TEXT NOT NULL,
    at INTEGER NOT NULL,
    -- What happened, and since it was planned what becomes of each who came into question.
    json TEXT NOT NULL,
    answers TEXT,
    withdrawn INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS occurrence_thing ON occurrence (thing, at);
CREATE INDEX IF NOT EXISTS occurrence_open ON occurrence (at) WHERE answers IS NULL;
-- In whose list of messages it stands.
CREATE TABLE IF NOT EXISTS message_reader (
    account TEXT NOT NULL,
    at INTEGER NOT NULL,
    occurrence INTEGER NOT NULL REFERENCES occurrence (place),
    PRIMARY KEY (account, at, occurrence)
) STRICT;
-- Messages. `due`: when something is to be done with it next; null when nothing is.
CREATE TABLE IF NOT EXISTS message (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    occurrence INTEGER NOT NULL REFERENCES occurrence (place),
    due INTEGER,
    json TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS message_due ON message (due) WHERE due IS NOT NULL;
CREATE INDEX IF NOT EXISTS message_occurrence ON message (occurrence);
-- What the carrier is going to say of a message.
CREATE TABLE IF NOT EXISTS carrier_word (
    place INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    message TEXT NOT NULL,
    leg INTEGER NOT NULL,
    word TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS carrier_word_at ON carrier_word (at);
-- Days of which people are reminded, each as long ahead as they chose.
CREATE TABLE IF NOT EXISTS reminder (
    place INTEGER PRIMARY KEY,
    known INTEGER NOT NULL,
    json TEXT NOT NULL
) STRICT;
-- What would have been sent, the end of every way: nothing leaves this server. An entry with a `problem` could not be written.
CREATE TABLE IF NOT EXISTS outgoing (
    place INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    json TEXT NOT NULL
) STRICT;
-- Versions of the texts of messages, with all that was done with each.
CREATE TABLE IF NOT EXISTS template_version (
    subject TEXT NOT NULL,
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    number INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (subject, channel, language, number)
) STRICT;
