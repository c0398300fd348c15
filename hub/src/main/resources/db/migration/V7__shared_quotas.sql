-- The hubs that share this database; each says every two seconds that it is there.
create table replica (
    id   uuid        primary key,
    seen timestamptz not null
);

-- What all of them together have leased of each window of a limit. What was leased and not spent is lost with it.
create table quota_window (
    key     text        not null, -- a keyed hash of whose limit it is
    starts  timestamptz not null,
    ends    timestamptz not null,
    calls   bigint      not null, -- the limit
    leased  bigint      not null check (leased between 0 and calls),
    granted bigint      not null, -- by the last lease
    parts   integer     not null, -- in how many the last lease divided what was left; 0: it only looked
    holder  uuid,                 -- who leased it before it began
    held    bigint      not null, -- how much of it that was
    primary key (key, starts)
);
create index quota_window_by_end on quota_window (ends);

-- Credentials whose provider wants to be left alone.
create table quota_pause (
    name       text        primary key, -- a keyed hash of whose credential, and where
    ends       timestamptz not null
);

-- Lookups that cost some of a quota and are under way, and for a minute what came of them: others ask the same.
create table lookup_flight (
    key     text        primary key, -- a keyed hash of what is asked of whom
    replica uuid        not null,    -- who asks
    ends    timestamptz not null,    -- when it is somebody else's turn
    answer  jsonb                    -- null while it is being asked
);
