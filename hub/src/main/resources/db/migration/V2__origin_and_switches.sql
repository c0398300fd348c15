-- Who was asked for it: 'provider', 'shared' (with another lookup), 'cache' or 'none'. Only the first costs anything.
alter table provider_call add column origin text not null default 'provider'
    check (origin in ('provider', 'shared', 'cache', 'none'));
update provider_call set origin = 'none' where not asked;

-- Providers and connectors that somebody has switched off; a row for each.
create table plugin_switch (
    id          text        primary key,
    disabled_by text        not null, -- the user's name
    reason      text        not null, -- blank when none was given
    disabled_at timestamptz not null
);
