-- Lookups that are under way, or whose hub was killed: few, and asked for every five minutes. Recording waits while it is made.
create index request_open on accounting.request (id) where stage = 0;
