package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.BusyException;
import dev.tessera.demo.account.Founding.First;
import dev.tessera.demo.account.People;
import dev.tessera.demo.account.Role;
import dev.tessera.demo.account.StoreException;
import java.util.List;
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

    /// Makes the accounts; empty if there are people already. What takes long comes first, and the mail too, whose link
    /// is worth nothing if the rest fails; then all are made at once.
    Optional<FirstAccounts> run() throws StoreException, BusyException, MailException {
        try (var _ = accounts.founding().turn()) {
            return fill();
        }
    }

    private Optional<FirstAccounts> fill() throws StoreException, BusyException, MailException {
        if (!accounts.people().isEmpty()) {
            return Optional.empty();
        }
        var administrator = withPassword(FIRST, "Amira Haddad", "amira@example.org", ALL);
        var support = withPassword(FIRST, "Nils Berg", "nils@example.org", Set.of(Role.SUPPORT));
        var earlier = withPassword(FIRST, "Jonas Lind", "jonas@example.org", Set.of());
        var other = withPassword(SECOND, "Lena Brandt", "lena@example.net", ALL);
        var sofia = People.newcomer(FIRST, "Sofia Marino", "sofia@example.org", Set.of());
        var invited = new First.Invited(sofia, inviting.sendFirst(sofia));
        accounts.founding().make(List.of(administrator, support, earlier, other, invited), "server");
        return Optional.of(new FirstAccounts(
                Map.of(
                        FirstAccounts.Part.ADMINISTRATOR, logIn(administrator),
                        FirstAccounts.Part.SUPPORT, logIn(support),
                        FirstAccounts.Part.EARLIER_USER, logIn(earlier),
                        FirstAccounts.Part.OTHER_ADMINISTRATOR, logIn(other)),
                sofia.userName(),
                inviting.link(invited.token())));
    }

    private First.WithPassword withPassword(String organisation, String fullName, String userName, Set<Role> roles)
            throws BusyException {
        var person = People.newcomer(organisation, fullName, userName, roles);
        return new First.WithPassword(person, accounts.passwordChange().make());
    }

    private static FirstAccounts.LogIn logIn(First.WithPassword first) {
        return new FirstAccounts.LogIn(
                first.person().userName(), first.password().text());
    }
}
