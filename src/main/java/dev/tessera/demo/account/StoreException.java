package dev.tessera.demo.account;

import java.sql.SQLException;
import java.util.Set;

/// The database failed, or what it holds cannot be used: whatever was asked for has not happened.
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1;
    private static final String DUPLICATE = "23505"; // the same in H2 and PostgreSQL

    private static final Set<String> DEADLOCK = Set.of("40P01", "40001"); // PostgreSQL's and H2's

    private final boolean duplicate;
    private final boolean deadlock;

    StoreException(SQLException cause) {
        super("the database failed, SQL state " + cause.getSQLState(), cause);
        var state = String.valueOf(cause.getSQLState());
        this.duplicate = DUPLICATE.equals(state);
        this.deadlock = DEADLOCK.contains(state);
    }

    StoreException(String message) {
        super(message);
        this.duplicate = false;
        this.deadlock = false;
    }

    /// Whether a UNIQUE constraint refused the row: somebody else was first.
    boolean isDuplicate() {
        return duplicate;
    }

    /// Whether it was one of two that waited for each other, and was ended so that the other could go on.
    boolean isDeadlock() {
        return deadlock;
    }
}
