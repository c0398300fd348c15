-- What each connector was told, and what came of it; the last word on an enrichment wins.
create table delivery (
    enrichment      uuid        not null, -- the lookup's id
    connector       text        not null,
    indicator_type  text        not null,
    indicator_value text        not null,
    verdict         text        not null,
    tlp             text        not null,
    sandbox         boolean     not null,
    outcome         text        not null, -- delivered, failed, killed or not_allowed
    effect          text,                 -- created, updated or unchanged; null unless delivered
    reference       text,                 -- where it is; null when the platform does not say
    reason          text        not null, -- why it was not delivered; empty when it was
    attempts        integer     not null,
    calls           integer     not null,
    bytes           bigint      not null,
    took_ms         bigint      not null,
    at              timestamptz not null,
    primary key (enrichment, connector)
);
create index delivery_by_connector on delivery (connector, at);
