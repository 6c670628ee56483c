package dev.tessera.demo.account;

import java.util.List;
import java.util.Optional;

/// Fills an empty database, all at once: whoever starts the server is told the passwords afterwards, and a server that
/// ends before that has made nobody.
public final class Founding {
    private final Database database;
    private final Invitations invitations;
    private final Audit audit;

    Founding(Database database, Invitations invitations, Audit audit) {
        this.database = database;
        this.invitations = invitations;
        this.audit = audit;
    }

    /// Somebody of the first start.
    public sealed interface First {
        /// Who it is.
        Person person();

        /// Somebody with a password that must be changed at first use.
        record WithPassword(Person person, PasswordChange.Given password) implements First {}

        /// Somebody with a link to register by.
        record Invited(Person person, Token token) implements First {}
    }

    /// Holds off other servers that start on the same database, until it is closed: one of them fills it.
    public Turn turn() throws StoreException {
        return database.turn();
    }

    /// Makes the organisations and the people.
    ///
    /// @param address for the log, in place of where a request comes from
    public void make(List<First> people, String address) throws StoreException {
        database.transaction(sql -> {
            for (var first : people) {
                var person = first.person();
                People.found(sql, person.organisation());
                People.insert(sql, person);
                audit.write(sql, Deed.outside(AuditEvent.ACCOUNT_MADE, Optional.of(person), address));
                switch (first) {
                    case First.WithPassword given ->
                        People.setGivenPassword(
                                sql, person.id(), given.password().hash());
                    case First.Invited invited -> invitations.insert(sql, invited.token(), person);
                }
            }
            return people.size();
        });
    }
}
