-- What forgets takes how long things are kept and no dates: a hub whose clock is wrong must not take away what is to stay.
-- The clock that counts is the database's, one for all hubs. Hubs of the version before can't tidy any more, and say so.

-- The first id of that moment.
create function accounting.id_at(at timestamptz) returns uuid
    language sql immutable strict parallel safe
    return (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;

-- The first day of the oldest month that is kept when so many are beside the one that is not over.
create function accounting.oldest_month(months_kept integer) returns date
    language plpgsql stable strict set search_path = pg_catalog, pg_temp as $$
begin
    if months_kept < 1 then
        raise exception 'at least a month is kept, and not %', months_kept;
    end if;
    return date_trunc('month', now() at time zone 'UTC') - make_interval(months => months_kept);
end $$;

-- Makes the months that are missing up to so many from now. For a role that may not create tables.
create function accounting.make_partitions(months_ahead integer) returns integer
    language sql strict security definer set search_path = pg_catalog, pg_temp
    return accounting.make_partitions(((now() at time zone 'UTC') + make_interval(months => months_ahead))::date);

drop function accounting.drop_partitions(date);

-- Drops the months that are over for longer than that; never the newest. Roll-ups stay.
create function accounting.drop_partitions(months_kept integer) returns integer
    language plpgsql strict security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
declare
    oldest date := accounting.oldest_month(months_kept);
    part text;
    dropped integer := 0;
begin
    perform pg_advisory_xact_lock(hashtext('accounting.partitions'));
    for part in
        with parts as (
            select right(c.relname, 7) as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'accounting.request'::regclass)
        select name from parts
        where to_date(name, 'YYYY_MM') + interval '1 month' <= oldest and name < (select max(name) from parts)
    loop
        execute format('drop table accounting.%I', 'request_' || part);
        execute format('drop table accounting.%I', 'provider_call_' || part);
        dropped := dropped + 1;
    end loop;
    return dropped;
end $$;

revoke execute on function accounting.make_partitions(date), accounting.make_partitions(integer),
    accounting.drop_partitions from public;
