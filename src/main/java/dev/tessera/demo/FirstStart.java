package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.AuditEvent;
import dev.tessera.demo.account.BusyException;
import dev.tessera.demo.account.Deed;
import dev.tessera.demo.account.People;
import dev.tessera.demo.account.Person;
import dev.tessera.demo.account.Role;
import dev.tessera.demo.account.StoreException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Fills an empty database: an organisation with an administrator, somebody for its support, somebody invited, and
/// somebody from before two-factor log-in; and a second organisation with an administrator of its own.
final class FirstStart {
    private static final String FIRST = "Northwind Video";
    private static final String SECOND = "Harbour Radio";
    private static final Set<Role> ALL = Set.of(Role.ACCESS_ADMIN, Role.SUPPORT);

    private final Accounts accounts;
    private final Inviting inviting;

    FirstStart(Accounts accounts, Inviting inviting) {
        this.accounts = accounts;
        this.inviting = inviting;
    }

    /// Makes the accounts; empty if there are people already.
    Optional<FirstAccounts> run() throws StoreException, BusyException, MailException {
        if (!accounts.people().isEmpty()) {
            return Optional.empty();
        }
        accounts.people().found(FIRST);
        accounts.people().found(SECOND);
        var administrator = logIn(add(FIRST, "Amira Haddad", "amira@example.org", ALL));
        var support = logIn(add(FIRST, "Nils Berg", "nils@example.org", Set.of(Role.SUPPORT)));
        var earlier = logIn(add(FIRST, "Jonas Lind", "jonas@example.org", Set.of()));
        var other = logIn(add(SECOND, "Lena Brandt", "lena@example.net", ALL));
        var invited = add(FIRST, "Sofia Marino", "sofia@example.org", Set.of());
        return Optional.of(new FirstAccounts(
                Map.of(
                        FirstAccounts.Part.ADMINISTRATOR, administrator,
                        FirstAccounts.Part.SUPPORT, support,
                        FirstAccounts.Part.EARLIER_USER, earlier,
                        FirstAccounts.Part.OTHER_ADMINISTRATOR, other),
                invited.userName(),
                inviting.send(invited)));
    }

    private FirstAccounts.LogIn logIn(Person person) throws StoreException, BusyException {
        return new FirstAccounts.LogIn(
                person.userName(), accounts.passwordChange().give(person));
    }

    private Person add(String organisation, String fullName, String userName, Set<Role> roles) throws StoreException {
        var person = People.newcomer(organisation, fullName, userName, roles);
        return accounts.people()
                .add(person, Deed.outside(AuditEvent.ACCOUNT_MADE, Optional.of(person), "server"))
                .orElseThrow(() -> new AssertionError("the database was empty"));
    }
}
