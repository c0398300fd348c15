-- Whose tokens are refused though they are in time; a row for each, kept for as long as any token lives.
create table revocation (
    subject    text        primary key,
    held       boolean     not null, -- all of them, those still to be issued as well
    not_before timestamptz not null, -- those issued until then; the identity provider's clock, whole seconds
    expires_at timestamptz not null
);

-- Users the hub makes, or made: a row without an end and a user who is disabled are one left half made.
create table account_creation (
    username    text        primary key,
    asked_by    text        not null, -- the administrator's name
    key         text,                 -- what the caller named the request
    claimed_at  timestamptz not null, -- who goes on has this long ago to be a minute
    finished_at timestamptz
);

-- When a user last logged in by password
create index request_logins on request (subject, started_at) where endpoint = '/api/authenticate';
