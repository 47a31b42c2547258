-- The record: entries and their bodies. Nothing here is ever changed.
create table entry (
    number bigint primary key,  -- counted from 0, without gaps
    leaf   text not null        -- the line that the tree holds, newline included
);

create table body (
    entry   bigint primary key references entry (number),
    content bytea not null      -- exact bytes; the leaf commits to their SHA-256
);

-- What was signed, and when. One signed checkpoint for each size at which the
-- log stood still.
create table checkpoint (
    size   bigint primary key,
    signed bigint not null,     -- seconds since 1970, UTC
    note   bytea not null
);
create index checkpoint_signed on checkpoint (signed);

create table meta (
    name  text primary key,     -- origin, verifier, moved
    value text not null
);

-- Made from the entries and checkpoints; can be made anew at any time.
create table tile (
    level  integer not null,
    number bigint not null,
    hashes bytea not null,      -- up to 256 hashes of 32 bytes
    primary key (level, number)
);

create table version (
    kind    text collate "C" not null,
    subject text collate "C" not null,
    entry   bigint not null,    -- the entry that began it
    number  integer not null,   -- counted from 1
    primary key (kind, subject, entry)
);
-- As known at size n: the last one of kind and subject where entry < n.
