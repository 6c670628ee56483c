package dev.tessera.demo.account;

import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/// What differs between the databases: the way to them, and how servers that start at the same moment take turns. The
/// statements are the same.
///
/// @param source of connections, each of them new
/// @param turn the statement that waits until no other server starts, and holds others off until the transaction ends;
///     empty where only one process can have the database open
record Engine(DataSource source, Optional<String> turn) {
    /// `tessera`: any number will do, as long as it is the same for all.
    private static final long LOCK = 0x74_65_73_73_65_72_61L;

    /// H2, in a file of `folder`.
    static Engine h2(Path folder) {
        var source = new JdbcDataSource();
        // WRITE_DELAY=0: what was committed is in the file before anyone is answered, and outlives a kill of this
        // process. That holds for H2 2.3.232 and not for 2.5.252: decision 021.
        // TRACE_LEVEL_FILE=0: H2 would write failed statements to a file of its own.
        source.setURL("jdbc:h2:file:" + folder.toAbsolutePath().resolve("login")
                + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;LOCK_TIMEOUT=10000");
        source.setUser("login");
        source.setPassword("");
        return new Engine(source, Optional.empty());
    }

    /// PostgreSQL, which several servers may share.
    static Engine postgres(PostgresAddress address) {
        return new Engine(address.source(), Optional.of("SELECT pg_advisory_xact_lock(" + LOCK + ")"));
    }
}
