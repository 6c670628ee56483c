package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.BusyException;
import dev.tessera.demo.account.Person;
import dev.tessera.demo.account.Role;
import dev.tessera.demo.account.StoreException;
import java.util.Optional;

/// Fills an empty database: an administrator, somebody invited, and somebody from before two-factor log-in.
final class FirstStart {
    private static final String ORGANISATION = "Northwind Video";

    private final Accounts accounts;
    private final Inviting inviting;

    FirstStart(Accounts accounts, Inviting inviting) {
        this.accounts = accounts;
        this.inviting = inviting;
    }

    /// Makes the accounts; empty if there are people already.
    Optional<FirstAccounts> run() throws StoreException, BusyException {
        if (!accounts.people().isEmpty()) {
            return Optional.empty();
        }
        var administrator = logIn(add("Amira Haddad", "amira@example.org", Role.ACCESS_ADMIN));
        var earlier = logIn(add("Jonas Lind", "jonas@example.org", Role.MEMBER));
        var invited = add("Sofia Marino", "sofia@example.org", Role.MEMBER);
        return Optional.of(new FirstAccounts(administrator, earlier, invited.userName(), inviting.send(invited)));
    }

    private FirstAccounts.LogIn logIn(Person person) throws StoreException, BusyException {
        return new FirstAccounts.LogIn(
                person.userName(), accounts.passwordChange().give(person));
    }

    private Person add(String fullName, String userName, Role role) throws StoreException {
        return accounts.people()
                .add(ORGANISATION, fullName, userName, role)
                .orElseThrow(() -> new AssertionError("the database was empty"));
    }
}
