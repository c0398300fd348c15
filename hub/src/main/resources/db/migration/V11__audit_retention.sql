-- What the audit forgets, so that its chain still verifies. Hubs of the version before can't read such a chain: stop them.
set local lock_timeout = '10s';

-- Of what names a person, the hash covers a digest with a salt that is the entry's own. Without its salt nobody can tell, nor
-- try out, what the digest was of. Entries from before have none: they can only be deleted when their time has come.
alter table audit.entry
    add column recorded_at    timestamptz not null default now(), -- by the database's clock; no part of the hash
    add column actor_digest   bytea check (length(actor_digest) = 32),   -- of subject and username
    add column actor_salt     bytea check (length(actor_salt) = 16),     -- null once it is a pseudonym
    add column address_digest bytea check (length(address_digest) = 32),
    add column address_salt   bytea check (length(address_salt) = 16),   -- null once it is a network, or gone
    add column object_digest  bytea check (length(object_digest) = 32),
    add column object_salt    bytea check (length(object_salt) = 16),    -- null once it is a pseudonym
    add constraint entry_digests check (num_nulls(actor_digest, address_digest, object_digest) in (0, 3)),
    add constraint entry_salts check (
        actor_digest is not null or num_nulls(actor_salt, address_salt, object_salt) = 3);
update audit.entry set recorded_at = least(at, now());
create index entry_with_address on audit.entry (recorded_at) where address_salt is not null;

-- What was taken out of the chain, by whom it may: where it begins since then.
create table audit.checkpoint (
    position   bigint      primary key check (position > 0), -- of the last entry that was deleted
    hash       bytea       not null check (length(hash) = 32),
    deleted_at timestamptz not null default now()
);

-- Who was forgotten, under which name; without it nobody could tell an erased name from one that was taken away.
create table audit.forgetting (
    pseudonym    text        not null,
    forgotten_at timestamptz not null default now(),
    entries      bigint      not null, -- that say so now
    remaining    bigint      not null  -- that can't, for their hash covers the name itself
);

-- The time an entry was recorded is the database's to say, or who appends could make it old at once.
create function audit.stamp() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    new.recorded_at := now();
    return new;
end $$;
create trigger stamp before insert on audit.entry for each row execute function audit.stamp();

-- Deletes the entries before the first that is younger than so many months, which are at least twelve; never the last.
create function audit.expire(months_kept integer) returns bigint
    language plpgsql strict security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
declare
    oldest timestamptz := now() - make_interval(months => months_kept);
    first_kept bigint;
    last_deleted audit.entry;
    deleted bigint;
begin
    if months_kept < 12 then
        raise exception 'the audit is kept for at least 12 months, and not %', months_kept;
    end if;
    perform pg_advisory_xact_lock(hashtext('indago.audit.chain'));
    select position into first_kept from audit.entry where recorded_at >= oldest order by position limit 1;
    select * into last_deleted from audit.entry
        where position < coalesce(first_kept, (select max(position) from audit.entry)) order by position desc limit 1;
    if not found then
        return 0;
    end if;
    delete from audit.entry where position <= last_deleted.position;
    get diagnostics deleted = row_count;
    insert into audit.checkpoint (position, hash) values (last_deleted.position, last_deleted.hash);
    return deleted;
end $$;

-- Makes networks of the addresses that are older than so many days, which are at least thirty.
create function audit.forget_addresses(days_kept integer) returns bigint
    language plpgsql strict security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
declare
    forgotten bigint;
begin
    if days_kept < 30 then
        raise exception 'addresses are in the audit for at least 30 days, and not %', days_kept;
    end if;
    update audit.entry set address = accounting.network_of(address), address_salt = null
        where address_salt is not null and recorded_at < now() - make_interval(days => days_kept);
    get diagnostics forgotten = row_count;
    return forgotten;
end $$;

-- Puts a pseudonym in the place of who did it, and of whom it was done to, and leaves a record of having done so. The name is
-- also what the object is called where that is a user; a plugin of the same name is none.
create function audit.forget_user(name text, pseudonym text) returns bigint
    language plpgsql strict security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
declare
    ids text[] := array(select distinct subject from audit.entry where username = name and subject <> '');
    actions constant text := '^(user\..*|password\..*|login|limit\..*)$';
    forgotten bigint;
    rest bigint;
begin
    if pseudonym !~ '^forgotten-[0-9A-Za-z-]{1,64}$' then
        raise exception 'a pseudonym is forgotten- and letters, digits and hyphens: nobody is to be taken for somebody else';
    end if;
    if name ~ '^(\(.*\)|)$' then
        return 0; -- the hub itself, or nobody
    end if;
    perform pg_advisory_xact_lock(hashtext('indago.audit.chain'));
    with changed as (
        update audit.entry set
            subject = case when by then pseudonym else subject end,
            username = case when by then pseudonym else username end,
            actor_salt = case when by then null else actor_salt end,
            address = case when by then '' else address end,
            address_salt = case when by then null else address_salt end,
            object = case when whom then pseudonym else object end,
            object_salt = case when whom then null else object_salt end
        from (select position as at_position, username = name or subject = any (ids) as by,
                object = name and action ~ actions as whom from audit.entry
            where username = name or subject = any (ids) or object = name and action ~ actions) named
        where position = at_position and actor_digest is not null
        returning 1)
    select count(*) into forgotten from changed;
    select count(*) into rest from audit.entry where username = name or subject = any (ids) or object = name and action ~ actions;
    insert into audit.forgetting (pseudonym, entries, remaining) values (pseudonym, forgotten, rest);
    return forgotten;
end $$;

revoke execute on function audit.stamp, audit.expire, audit.forget_addresses, audit.forget_user from public;
