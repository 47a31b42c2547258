-- An entry and its body in one row, as in the other store.
alter table entry add column body bytea; -- exact bytes, to whose SHA-256 the leaf commits; null where a later entry withholds it
update entry set body = content from body where body.entry = number;
drop table body;
create index entry_withheld on entry (number) where body is null;

-- What is made from the entries is made anew: versions are those of the newest
-- checkpoint from now on, as the tiles are, and a tile holds some nodes above.
truncate version, tile;
alter table tile add column roots bytea not null; -- the nodes over each 16 of its hashes, which spare hashing
