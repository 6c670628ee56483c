package dev.tessera.demo;

/// What may stand behind the address that people know.
enum Databases {
    /// One server with a file of its own.
    H2,
    /// One server on PostgreSQL.
    POSTGRESQL,
    /// Two server processes on one PostgreSQL database, behind one address.
    POSTGRESQL_AND_TWO_PROCESSES
}
