package dev.tessera.demo.account;

import java.sql.SQLException;

/// The database failed, or what it holds cannot be used: whatever was asked for has not happened.
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1;
    private static final String DUPLICATE = "23505"; // the same in H2 and PostgreSQL

    private final boolean duplicate;

    StoreException(SQLException cause) {
        super("the database failed, SQL state " + cause.getSQLState(), cause);
        this.duplicate = DUPLICATE.equals(cause.getSQLState());
    }

    StoreException(String message) {
        super(message);
        this.duplicate = false;
    }

    /// Whether a UNIQUE constraint refused the row: somebody else was first.
    boolean isDuplicate() {
        return duplicate;
    }
}
