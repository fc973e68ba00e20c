-- A stock of fifty numbers had a lock, which a request without a connection could hold against those who
-- held all connections. Numbers one at a time need no lock, and their order is that of the rows on every node.
alter sequence id_sequence increment by 1;
