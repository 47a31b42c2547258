-- What witnesses have put on checkpoints, besides the ledger's own word on the
-- time, which is part of the note.
create table cosignature (
    size    integer not null references checkpoint (size),
    witness text not null,      -- its verifier key
    line    text not null,      -- the signature line, newline included
    primary key (size, witness)
) strict, without rowid;
