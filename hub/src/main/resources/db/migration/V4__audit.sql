-- What people with power did, and what was refused to whom: each entry's hash covers it and the hash before, so that
-- nothing in the middle can be changed or taken out unnoticed. afterMigrate.sql lets the hub only read and append.
create schema audit;

create table audit.entry (
    position      bigint      primary key check (position > 0), -- from 1, without gaps
    id            uuid        not null unique,                  -- the event's: an event that comes again is known by it
    at            timestamptz not null,
    subject       text        not null, -- who, as the identity provider knows him; empty: the hub itself
    username      text        not null,
    client        text        not null,
    address       text        not null,
    action        text        not null,
    object        text        not null, -- what it was done to
    outcome       text        not null,
    details       jsonb       not null check (jsonb_typeof(details) = 'object'),
    previous_hash bytea       not null check (length(previous_hash) = 32),
    hash          bytea       not null check (length(hash) = 32)
);
create index entry_by_time on audit.entry (at);

-- What goes into the fingerprints of settings with them, so that nobody who reads one can try out values. Random once.
create table audit.fingerprint_salt (
    single boolean primary key default true check (single),
    value  bytea   not null check (length(value) = 32)
);
insert into audit.fingerprint_salt (value)
values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
