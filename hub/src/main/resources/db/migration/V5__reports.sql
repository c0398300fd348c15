-- Accounts by month, their roll-ups, and what forgets. Hubs of the version before must be stopped while this runs.
set local lock_timeout = '10s';

-- An id is a UUIDv7: its first 48 bits are the milliseconds of its making. A row's month and day are its id's, so that the
-- same event always meets the same partition, the same unique index and the same roll-up, whatever else it says.
create function accounting.id_from(first_day date) returns uuid
    language sql immutable strict parallel safe
    return (lpad(to_hex((first_day - date '1970-01-01') * 86400000::bigint), 12, '0') || repeat('0', 20))::uuid;

create function accounting.day_of(id uuid) returns date
    language sql immutable strict parallel safe
    return date '1970-01-01'
        + (('x' || translate(left(id::text, 13), '-', ''))::bit(48)::bigint / 86400000)::integer;

-- An address of which nobody can be known any more: its /24 or /48.
create function accounting.network_of(address text) returns text
    language sql immutable strict parallel safe
    return case
        when position('/' in address) > 0 then address
        when not pg_input_is_valid(split_part(address, '%', 1), 'inet') then ''
        when family(split_part(address, '%', 1)::inet) = 4 then network(set_masklen(split_part(address, '%', 1)::inet, 24))::text
        else network(set_masklen(split_part(address, '%', 1)::inet, 48))::text
    end;

alter table accounting.request rename to request_before;
alter table accounting.provider_call rename to provider_call_before;
alter table accounting.provider_call_before drop constraint provider_call_request_id_fkey;
alter index accounting.request_pkey rename to request_before_pkey;
alter index accounting.provider_call_pkey rename to provider_call_before_pkey;
drop index accounting.request_by_subject;
drop index accounting.request_by_time;

-- The hub makes nothing but UUIDv7; an id of another kind gets its row's time, so that it has a month as well.
create temporary table renamed on commit drop as
    select id as old, (lpad(to_hex((extract(epoch from started_at) * 1000)::bigint), 12, '0')
            || substr(replace(id::text, '-', ''), 13))::uuid as id
    from accounting.request_before where substr(id::text, 15, 1) <> '7';
update accounting.provider_call_before c set request_id = r.id from renamed r where r.old = c.request_id;
update accounting.request_before q set id = r.id from renamed r where r.old = q.id;

-- One row per API request. Its events merge into it by id; a stage never goes back.
create table accounting.request (
    id               uuid        not null,
    stage            smallint    not null check (stage in (0, 1, 2)), -- 0 started, 1 interrupted, 2 completed
    started_at       timestamptz not null,
    completed_at     timestamptz,
    subject          text        not null, -- the user's id at the identity provider; empty: anonymous
    username         text        not null,
    client           text        not null,
    authenticated_at timestamptz,          -- when the user logged in, as the token says; null: it doesn't, or nobody did
    method           text        not null,
    endpoint         text        not null, -- the operation's path template
    parameters       jsonb       not null,
    address          text        not null, -- a network once it is old
    user_agent       text        not null, -- empty once it is old
    indicator_type   text,                 -- null: not a lookup
    indicator_value  text,
    tlp              text,
    pap              text,
    deadline_ms      bigint,
    verdict          text,
    asked            text[],
    status           integer,              -- null until completed
    bytes            bigint,
    recorded_at      timestamptz not null default now(),
    constraint request_status_when_completed check ((stage = 2) = (status is not null))
) partition by range (id);

-- What a completed lookup had of each provider, asked or refused. No foreign key: it is written with its request, and
-- dropped with its month.
create table accounting.provider_call (
    request_id uuid    not null,
    provider   text    not null,
    asked      boolean not null,
    origin     text    not null check (origin in ('provider', 'shared', 'cache', 'none')), -- only the first costs anything
    sandbox    boolean not null,
    status     text    not null,
    took_ms    bigint  not null,
    calls      integer not null,
    bytes      bigint  not null,
    cost       numeric not null            -- in units of the operator's choice
) partition by range (request_id);

-- Makes the months that are missing up to that day's. Only forwards: a month that was dropped never comes back, and what
-- comes for it again is refused by the tables. For a role that may not create tables.
create function accounting.make_partitions(up_to date) returns integer
    language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
declare
    month date;
    part text;
    of_table text;
    made integer := 0;
begin
    if up_to > current_date + 1000 then
        raise exception 'too far ahead: %', up_to;
    end if;
    perform pg_advisory_xact_lock(hashtext('accounting.partitions'));
    select to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' into month
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'accounting.request'::regclass
        order by 1 desc limit 1;
    while month <= up_to loop
        foreach of_table in array array['request', 'provider_call'] loop
            part := of_table || to_char(month, '_YYYY_MM');
            -- Attached and not made in its place: that would stop everybody who writes
            execute format('create table accounting.%I (like accounting.%I including defaults including constraints'
                ' including indexes)', part, of_table);
            execute format('alter table accounting.%I attach partition accounting.%I for values from (%L) to (%L)',
                of_table, part, accounting.id_from(month), accounting.id_from((month + interval '1 month')::date));
        end loop;
        made := made + 1;
        month := month + interval '1 month';
    end loop;
    return made;
end $$;

-- Drops the months that end by that day; never the newest. Roll-ups stay.
create function accounting.drop_partitions(before date) returns integer
    language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
declare
    part text;
    dropped integer := 0;
begin
    perform pg_advisory_xact_lock(hashtext('accounting.partitions'));
    for part in
        with parts as (
            select right(c.relname, 7) as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'accounting.request'::regclass)
        select name from parts
        where to_date(name, 'YYYY_MM') + interval '1 month' <= before and name < (select max(name) from parts)
    loop
        execute format('drop table accounting.%I', 'request_' || part);
        execute format('drop table accounting.%I', 'provider_call_' || part);
        dropped := dropped + 1;
    end loop;
    return dropped;
end $$;

-- The first day of the oldest month that is kept.
create function accounting.kept_from() returns date
    language sql stable security definer set search_path = pg_catalog, pg_temp
    return (select min(to_date(right(c.relname, 7), 'YYYY_MM'))
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'accounting.request'::regclass);

-- The first month by hand, the others follow it: the oldest that there are rows of, or two months ago.
do $$
declare
    month date := date_trunc('month', least(current_date - interval '2 months',
        (select min(accounting.day_of(id)) from accounting.request_before)))::date;
    of_table text;
begin
    foreach of_table in array array['request', 'provider_call'] loop
        execute format('create table accounting.%I partition of accounting.%I for values from (%L) to (%L)',
            of_table || to_char(month, '_YYYY_MM'), of_table,
            accounting.id_from(month), accounting.id_from((month + interval '1 month')::date));
    end loop;
    perform accounting.make_partitions(greatest(current_date + interval '3 months',
        (select max(accounting.day_of(id)) from accounting.request_before))::date);
end $$;

-- What nothing said the cost of, costs a unit for each call that left the hub
insert into accounting.request (id, stage, started_at, completed_at, subject, username, client, method, endpoint,
        parameters, address, user_agent, indicator_type, indicator_value, tlp, pap, deadline_ms, verdict, asked, status,
        bytes, recorded_at)
    select id, case stage when 1 then 2 else 0 end, started_at, completed_at, subject, username, client, method,
        endpoint, parameters, address, user_agent, indicator_type, indicator_value, tlp, pap, deadline_ms, verdict, asked,
        status, bytes, recorded_at
    from accounting.request_before;
insert into accounting.provider_call (request_id, provider, asked, origin, sandbox, status, took_ms, calls, bytes, cost)
    select request_id, provider, asked, origin, sandbox, status, took_ms, calls, bytes,
        case when origin = 'provider' and not sandbox then calls else 0 end
    from accounting.provider_call_before;

alter table accounting.request add primary key (id);
create index request_by_user on accounting.request (username, id);
create index request_by_subject on accounting.request (subject, id);
-- Those of which somebody can still be known: what retention looks for
create index request_with_address on accounting.request (id)
    where user_agent <> '' or (address <> '' and position('/' in address) = 0);
alter table accounting.provider_call add primary key (request_id, provider);

-- The roll-ups. Requests of a day by user, type and status; with what their providers did.
create table accounting.request_day (
    day                   date    not null,
    subject               text    not null,
    username              text    not null,
    indicator_type        text    not null, -- empty: not a lookup
    status                text    not null, -- the HTTP status, or 'started', or 'interrupted'
    requests              bigint  not null default 0,
    answered_bytes        bigint  not null default 0,
    billed                bigint  not null default 0, -- provider calls: the provider was asked,
    shared                bigint  not null default 0, -- being asked by another lookup,
    cached                bigint  not null default 0, -- asked before,
    refused               bigint  not null default 0, -- or not asked
    calls                 bigint  not null default 0, -- HTTP calls made
    received_bytes        bigint  not null default 0,
    cost                  numeric not null default 0,
    last_at               timestamptz,     -- the latest event counted here
    last_authenticated_at timestamptz,
    primary key (day, subject, username, indicator_type, status)
) with (fillfactor = 70);
create index request_day_by_user on accounting.request_day (username, day);
create index request_day_by_subject on accounting.request_day (subject, day);

-- Provider calls of a day by user, provider and outcome.
create table accounting.provider_day (
    day            date    not null,
    subject        text    not null,
    username       text    not null,
    provider       text    not null,
    outcome        text    not null, -- the call's status
    billed         bigint  not null default 0,
    shared         bigint  not null default 0,
    cached         bigint  not null default 0,
    refused        bigint  not null default 0,
    calls          bigint  not null default 0,
    received_bytes bigint  not null default 0,
    cost           numeric not null default 0,
    primary key (day, subject, username, provider, outcome)
) with (fillfactor = 70);
create index provider_day_by_user on accounting.provider_day (username, day);
create index provider_day_by_subject on accounting.provider_day (subject, day);

create function accounting.status_of(stage smallint, status integer) returns text
    language sql immutable parallel safe
    return case stage when 0 then 'started' when 1 then 'interrupted' else status::text end;

-- The roll-ups follow the rows they are of, in the same transaction, whoever writes them: an event that comes again changes
-- no row, and so counts nothing. Dropping a month tells no trigger, and so takes nothing away.
create function accounting.count_added_requests() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into accounting.request_day as d (day, subject, username, indicator_type, status, requests,
        answered_bytes, last_at, last_authenticated_at)
    select accounting.day_of(id), subject, username, coalesce(indicator_type, ''), accounting.status_of(stage, status),
        count(*), coalesce(sum(bytes), 0),
        max(coalesce(completed_at, started_at)), max(authenticated_at)
    from added group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (day, subject, username, indicator_type, status) do update set
        requests = d.requests + excluded.requests, answered_bytes = d.answered_bytes + excluded.answered_bytes,
        last_at = greatest(d.last_at, excluded.last_at),
        last_authenticated_at = greatest(d.last_authenticated_at, excluded.last_authenticated_at);
    return null;
end $$;

-- A row that moves takes its provider calls with it.
create function accounting.count_changed_requests() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into accounting.request_day as d (day, subject, username, indicator_type, status, requests,
        answered_bytes, last_at, last_authenticated_at)
    select accounting.day_of(id), subject, username, coalesce(indicator_type, ''), accounting.status_of(stage, status),
        sum(sign), coalesce(sum(sign * bytes), 0),
        max(coalesce(completed_at, started_at)) filter (where sign = 1), max(authenticated_at) filter (where sign = 1)
    from (select -1 as sign, * from removed union all select 1, * from added) changed group by 1, 2, 3, 4, 5 
        having sum(sign) <> 0 or sum(sign * bytes) <> 0
    order by 1, 2, 3, 4, 5
    on conflict (day, subject, username, indicator_type, status) do update set
        requests = d.requests + excluded.requests, answered_bytes = d.answered_bytes + excluded.answered_bytes,
        last_at = greatest(d.last_at, excluded.last_at),
        last_authenticated_at = greatest(d.last_authenticated_at, excluded.last_authenticated_at);

    with moved as (
        select o.id from removed o join added n on n.id = o.id
        where (o.subject, o.username, o.indicator_type, o.stage, o.status)
            is distinct from (n.subject, n.username, n.indicator_type, n.stage, n.status)),
    call as (
        select sign, accounting.day_of(r.id) as day, r.subject, r.username, coalesce(r.indicator_type, '') as indicator_type,
            accounting.status_of(r.stage, r.status) as status, c.provider, c.status as outcome, c.origin, c.calls, c.bytes,
            c.cost
        from (select -1 as sign, * from removed union all select 1, * from added) r
        join accounting.provider_call c on c.request_id = r.id
        where r.id in (select id from moved)),
    by_request as (
        insert into accounting.request_day as d (day, subject, username, indicator_type, status, billed, shared, cached,
            refused, calls, received_bytes, cost)
        select day, subject, username, indicator_type, status, sum(sign * (origin = 'provider')::integer), sum(sign * (origin = 'shared')::integer),
            sum(sign * (origin = 'cache')::integer), sum(sign * (origin = 'none')::integer),
            sum(case when origin = 'provider' then sign * calls else 0 end),
            sum(case when origin = 'provider' then sign * bytes else 0 end), sum(sign * cost)
        from call group by day, subject, username, indicator_type, status
        order by day, subject, username, indicator_type, status
        on conflict (day, subject, username, indicator_type, status) do update set billed = d.billed + excluded.billed,
            shared = d.shared + excluded.shared, cached = d.cached + excluded.cached,
            refused = d.refused + excluded.refused, calls = d.calls + excluded.calls,
            received_bytes = d.received_bytes + excluded.received_bytes, cost = d.cost + excluded.cost)
    insert into accounting.provider_day as d (day, subject, username, provider, outcome, billed, shared, cached, refused,
        calls, received_bytes, cost)
    select day, subject, username, provider, outcome, sum(sign * (origin = 'provider')::integer), sum(sign * (origin = 'shared')::integer),
            sum(sign * (origin = 'cache')::integer), sum(sign * (origin = 'none')::integer),
            sum(case when origin = 'provider' then sign * calls else 0 end),
            sum(case when origin = 'provider' then sign * bytes else 0 end), sum(sign * cost)
    from call group by day, subject, username, provider, outcome
    order by day, subject, username, provider, outcome
    on conflict (day, subject, username, provider, outcome) do update set billed = d.billed + excluded.billed,
        shared = d.shared + excluded.shared, cached = d.cached + excluded.cached, refused = d.refused + excluded.refused,
        calls = d.calls + excluded.calls, received_bytes = d.received_bytes + excluded.received_bytes,
        cost = d.cost + excluded.cost;
    return null;
end $$;

create function accounting.count_added_calls() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    with call as (
        select 1 as sign, accounting.day_of(r.id) as day, r.subject, r.username,
            coalesce(r.indicator_type, '') as indicator_type, accounting.status_of(r.stage, r.status) as status, c.provider,
            c.status as outcome, c.origin, c.calls, c.bytes, c.cost
        from added c join accounting.request r on r.id = c.request_id),
    by_request as (
        insert into accounting.request_day as d (day, subject, username, indicator_type, status, billed, shared, cached,
            refused, calls, received_bytes, cost)
        select day, subject, username, indicator_type, status, sum(sign * (origin = 'provider')::integer), sum(sign * (origin = 'shared')::integer),
            sum(sign * (origin = 'cache')::integer), sum(sign * (origin = 'none')::integer),
            sum(case when origin = 'provider' then sign * calls else 0 end),
            sum(case when origin = 'provider' then sign * bytes else 0 end), sum(sign * cost)
        from call group by day, subject, username, indicator_type, status
        order by day, subject, username, indicator_type, status
        on conflict (day, subject, username, indicator_type, status) do update set billed = d.billed + excluded.billed,
            shared = d.shared + excluded.shared, cached = d.cached + excluded.cached,
            refused = d.refused + excluded.refused, calls = d.calls + excluded.calls,
            received_bytes = d.received_bytes + excluded.received_bytes, cost = d.cost + excluded.cost)
    insert into accounting.provider_day as d (day, subject, username, provider, outcome, billed, shared, cached, refused,
        calls, received_bytes, cost)
    select day, subject, username, provider, outcome, sum(sign * (origin = 'provider')::integer), sum(sign * (origin = 'shared')::integer),
            sum(sign * (origin = 'cache')::integer), sum(sign * (origin = 'none')::integer),
            sum(case when origin = 'provider' then sign * calls else 0 end),
            sum(case when origin = 'provider' then sign * bytes else 0 end), sum(sign * cost)
    from call group by day, subject, username, provider, outcome
    order by day, subject, username, provider, outcome
    on conflict (day, subject, username, provider, outcome) do update set billed = d.billed + excluded.billed,
        shared = d.shared + excluded.shared, cached = d.cached + excluded.cached, refused = d.refused + excluded.refused,
        calls = d.calls + excluded.calls, received_bytes = d.received_bytes + excluded.received_bytes,
        cost = d.cost + excluded.cost;
    return null;
end $$;

-- Counts everything from that day on anew, from the rows; nothing before the oldest month that is kept. Who writes waits.
create function accounting.rebuild_rollups(first_day date) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    since date := greatest(first_day, accounting.kept_from());
begin
    lock table accounting.request, accounting.provider_call in share row exclusive mode;
    delete from accounting.request_day where day >= since;
    delete from accounting.provider_day where day >= since;
    with added as (select * from accounting.request where id >= accounting.id_from(since))
    insert into accounting.request_day as d (day, subject, username, indicator_type, status, requests,
        answered_bytes, last_at, last_authenticated_at)
    select accounting.day_of(id), subject, username, coalesce(indicator_type, ''), accounting.status_of(stage, status),
        count(*), coalesce(sum(bytes), 0),
        max(coalesce(completed_at, started_at)), max(authenticated_at)
    from added group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (day, subject, username, indicator_type, status) do update set
        requests = d.requests + excluded.requests, answered_bytes = d.answered_bytes + excluded.answered_bytes,
        last_at = greatest(d.last_at, excluded.last_at),
        last_authenticated_at = greatest(d.last_authenticated_at, excluded.last_authenticated_at);
    with call as (
        select 1 as sign, accounting.day_of(r.id) as day, r.subject, r.username,
            coalesce(r.indicator_type, '') as indicator_type, accounting.status_of(r.stage, r.status) as status, c.provider,
            c.status as outcome, c.origin, c.calls, c.bytes, c.cost
        from accounting.provider_call c join accounting.request r on r.id = c.request_id
        where r.id >= accounting.id_from(since) and c.request_id >= accounting.id_from(since)),
    by_request as (
        insert into accounting.request_day as d (day, subject, username, indicator_type, status, billed, shared, cached,
            refused, calls, received_bytes, cost)
        select day, subject, username, indicator_type, status, sum(sign * (origin = 'provider')::integer), sum(sign * (origin = 'shared')::integer),
            sum(sign * (origin = 'cache')::integer), sum(sign * (origin = 'none')::integer),
            sum(case when origin = 'provider' then sign * calls else 0 end),
            sum(case when origin = 'provider' then sign * bytes else 0 end), sum(sign * cost)
        from call group by day, subject, username, indicator_type, status
        order by day, subject, username, indicator_type, status
        on conflict (day, subject, username, indicator_type, status) do update set billed = d.billed + excluded.billed,
            shared = d.shared + excluded.shared, cached = d.cached + excluded.cached,
            refused = d.refused + excluded.refused, calls = d.calls + excluded.calls,
            received_bytes = d.received_bytes + excluded.received_bytes, cost = d.cost + excluded.cost)
    insert into accounting.provider_day as d (day, subject, username, provider, outcome, billed, shared, cached, refused,
        calls, received_bytes, cost)
    select day, subject, username, provider, outcome, sum(sign * (origin = 'provider')::integer), sum(sign * (origin = 'shared')::integer),
            sum(sign * (origin = 'cache')::integer), sum(sign * (origin = 'none')::integer),
            sum(case when origin = 'provider' then sign * calls else 0 end),
            sum(case when origin = 'provider' then sign * bytes else 0 end), sum(sign * cost)
    from call group by day, subject, username, provider, outcome
    order by day, subject, username, provider, outcome
    on conflict (day, subject, username, provider, outcome) do update set billed = d.billed + excluded.billed,
        shared = d.shared + excluded.shared, cached = d.cached + excluded.cached, refused = d.refused + excluded.refused,
        calls = d.calls + excluded.calls, received_bytes = d.received_bytes + excluded.received_bytes,
        cost = d.cost + excluded.cost;
end $$;

select accounting.rebuild_rollups(date '2000-01-01');

create trigger count_added after insert on accounting.request
    referencing new table as added for each statement execute function accounting.count_added_requests();
create trigger count_changed after update on accounting.request
    referencing old table as removed new table as added
    for each statement execute function accounting.count_changed_requests();
create trigger count_added after insert on accounting.provider_call
    referencing new table as added for each statement execute function accounting.count_added_calls();

-- Forgets who a user was and keeps what was used: how many requests were made nameless. What comes of the user later is
-- somebody new's.
create function accounting.forget_user(name text, pseudonym text) returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    ids text[] := array(select distinct subject from accounting.request_day where username = name and subject <> '');
    forgotten bigint;
begin
    update accounting.request set subject = pseudonym, username = pseudonym, address = accounting.network_of(address),
        user_agent = '', parameters = '{}'
    where username = name or subject = any (ids);
    get diagnostics forgotten = row_count;
    -- What the rows left behind is empty; what remains is of months that were dropped
    delete from accounting.request_day where (username = name or subject = any (ids)) and requests = 0;
    delete from accounting.provider_day
        where (username = name or subject = any (ids)) and billed + shared + cached + refused = 0;
    update accounting.request_day set subject = pseudonym, username = pseudonym where username = name or subject = any (ids);
    update accounting.provider_day set subject = pseudonym, username = pseudonym where username = name or subject = any (ids);
    return forgotten;
end $$;

revoke execute on function accounting.make_partitions, accounting.drop_partitions, accounting.kept_from,
    accounting.forget_user, accounting.rebuild_rollups from public;

drop table accounting.provider_call_before;
drop table accounting.request_before;
