-- An entry and its body in one row: a single append then changes one page of
-- the file, and waits for one page to reach the disk.
create table entry_with_body (
    number integer primary key, -- counted from 0, without gaps
    leaf   text not null,       -- the line that the tree holds, newline included
    body   blob                 -- exact bytes, to whose SHA-256 the leaf commits; null where a later entry withholds it
) strict;
insert into entry_with_body (number, leaf, body)
    select number, leaf, content from entry left join body on entry = number order by number;
drop table body;
drop table entry;
alter table entry_with_body rename to entry;
create index entry_withheld on entry (number) where body is null;

-- What is made from the entries is made anew: versions are those of the newest
-- checkpoint from now on, as the tiles are, and a tile holds some nodes above.
delete from version;
drop table tile;
create table tile (
    level  integer not null,
    number integer not null,
    hashes blob not null,       -- up to 256 hashes of 32 bytes: what is published
    roots  blob not null,       -- the nodes over each 16 of them, which spare hashing
    primary key (level, number)
) strict;
