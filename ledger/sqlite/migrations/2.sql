-- Versions are only ever added: where one ends is where the next begins. The
-- key finds the version that stood at any size without passing the later ones.
create table version (
    kind    text not null,
    subject text not null,
    entry   integer not null,   -- the entry that began it
    number  integer not null,   -- counted from 1
    primary key (kind, subject, entry)
) strict, without rowid;
-- As known at size n: the last one of kind and subject where entry < n.

insert into version (kind, subject, entry, number)
    select kind, subject, seq_from, version from subject_version;
drop table subject_version;
