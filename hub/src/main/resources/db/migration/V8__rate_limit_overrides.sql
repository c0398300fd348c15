-- A rate limit an administrator has set for a time, in place of the one the settings say.
create table rate_limit_override (
    kind       text        not null check (kind in ('user', 'client')),
    name       text        not null,               -- the user's name, or the client's id
    rate_limit text        not null,               -- 600/1m, 50000/1d; none: without a limit
    until      timestamptz not null,
    set_by     text        not null,
    reason     text        not null,
    set_at     timestamptz not null,
    primary key (kind, name)
);
