-- A login that was refused is told of its address, which must become a network there as well.
create or replace function audit.forget_addresses(days_kept integer) returns bigint
    language plpgsql strict security definer set search_path = pg_catalog, pg_temp set lock_timeout = '5s' as $$
declare
    forgotten bigint;
begin
    if days_kept < 30 then
        raise exception 'addresses are in the audit for at least 30 days, and not %', days_kept;
    end if;
    update audit.entry e set
        address = accounting.network_of(address),
        address_salt = null,
        object = case when named then accounting.network_of(split_part(object, '/', 1)) else object end,
        object_salt = case when named then null else object_salt end
    from (select position as at_position,
            action = 'login' and outcome = 'refused' and pg_input_is_valid(split_part(object, '/', 1), 'inet') as named
        from audit.entry
        where address_salt is not null and recorded_at < now() - make_interval(days => days_kept)) old
    where position = at_position;
    get diagnostics forgotten = row_count;
    return forgotten;
end $$;
