-- One row per API request. 'started' and 'completed' events merge into it by id; 'completed' wins for ever.
create table request (
    id              uuid primary key,
    stage           smallint    not null check (stage in (0, 1)), -- 0 started, 1 completed
    started_at      timestamptz not null,
    completed_at    timestamptz,
    subject         text        not null, -- the user's id at the identity provider; empty: anonymous
    username        text        not null,
    client          text        not null,
    method          text        not null,
    endpoint        text        not null, -- the operation's path template
    parameters      jsonb       not null,
    address         text        not null,
    user_agent      text        not null,
    indicator_type  text,                 -- null: not a lookup
    indicator_value text,
    tlp             text,
    pap             text,
    deadline_ms     bigint,
    verdict         text,
    asked           text[],
    status          integer,              -- null until completed
    bytes           bigint,
    recorded_at     timestamptz not null default now()
);
create index request_by_subject on request (subject, started_at);
create index request_by_time on request (started_at);

-- What a lookup had of each provider, asked or refused.
create table provider_call (
    request_id uuid    not null references request (id) on delete cascade,
    provider   text    not null,
    asked      boolean not null,
    sandbox    boolean not null,
    status     text    not null,
    took_ms    bigint  not null,
    calls      integer not null,
    bytes      bigint  not null,
    primary key (request_id, provider)
);
