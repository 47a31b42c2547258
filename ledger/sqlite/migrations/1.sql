-- The record: entries and their bodies. Nothing here is ever changed.
create table entry (
    number integer primary key, -- counted from 0, without gaps
    leaf   text not null        -- the line that the tree holds, newline included
) strict;

create table body (
    entry   integer primary key references entry (number),
    content blob not null       -- exact bytes; the leaf commits to their SHA-256
) strict;

-- What was signed, and when. One signed checkpoint for each size at which the
-- log stood still.
create table checkpoint (
    size   integer primary key,
    signed integer not null,    -- seconds since 1970, UTC
    note   blob not null
) strict;
create index checkpoint_signed on checkpoint (signed);

create table meta (
    name  text primary key,     -- origin, verifier
    value text not null
) strict, without rowid;

-- Made from the entries; can be made anew at any time.
create table tile (
    level  integer not null,
    number integer not null,
    hashes blob not null,       -- up to 256 hashes of 32 bytes
    primary key (level, number)
) strict;

create table subject_version (
    kind     text not null,
    subject  text not null,
    version  integer not null,  -- counted from 1
    seq_from integer not null,  -- the entry that began it
    seq_to   integer,           -- the entry that ended it; null while it stands
    primary key (kind, subject, version)
) strict, without rowid;
-- As known at size n: where seq_from < n and (seq_to is null or n <= seq_to)
