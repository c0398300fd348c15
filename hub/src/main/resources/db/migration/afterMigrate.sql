-- What the hub's own role may do, said anew after every migration; nothing to say when it owns the tables.
-- Functions run as it, unless they are made 'security definer'.
do $$
declare
    hub text := coalesce(nullif('${application-role}', ''), current_user);
    area text;
begin
    if hub = current_user then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('indago.grants')); -- two hubs that start together would be in each other's way
    execute format('grant connect on database %I to %I', current_database(), hub);
    foreach area in array array ['accounting', 'audit'] loop
        execute format('grant usage on schema %I to %I', area, hub);
        execute format('grant usage on all sequences in schema %I to %I', area, hub);
        execute format('grant execute on all functions in schema %I to %I', area, hub);
        execute format('alter default privileges in schema %I grant usage on sequences to %I', area, hub);
        execute format('alter default privileges in schema %I grant execute on functions to %I', area, hub);
    end loop;
    execute format('grant select, insert, update, delete on all tables in schema accounting to %I', hub);
    execute format('alter default privileges in schema accounting grant select, insert, update, delete on tables to %I',
        hub);
    execute format('revoke insert, update, delete on accounting.flyway_schema_history from %I', hub);
    execute format('grant select on all tables in schema audit to %I', hub);
    execute format('grant insert on audit.entry to %I', hub);
end
$$;
