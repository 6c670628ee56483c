package dev.tessera.demo.account;

import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;

/// What differs between the databases: the way to them, and how servers that start at the same moment take turns. The
/// statements are the same.
///
/// @param source of connections, each of them new
/// @param turn the statement that waits until no other server starts, and holds others off until the transaction ends;
///     empty where only one process can have the database open
/// @param file that has to be looked after; empty where the database does so itself
record Engine(DataSource source, Optional<String> turn, Optional<H2File> file) {
    /// `tessera`: any number will do, as long as it is the same for all.
    private static final long LOCK = 0x74_65_73_73_65_72_61L;

    /// H2, in a file of `folder`.
    static Engine h2(Path folder) {
        var file = new H2File(folder);
        return new Engine(file.source(), Optional.empty(), Optional.of(file));
    }

    /// PostgreSQL, which several servers may share.
    static Engine postgres(PostgresAddress address) {
        return new Engine(
                address.source(), Optional.of("SELECT pg_advisory_xact_lock(" + LOCK + ")"), Optional.empty());
    }
}
