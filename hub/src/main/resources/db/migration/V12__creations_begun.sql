-- So that a user left half made is gone on with for a day and no longer
alter table account_creation add column begun_at timestamptz not null default now();
