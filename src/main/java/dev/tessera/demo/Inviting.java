package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.Person;
import dev.tessera.demo.account.Role;
import dev.tessera.demo.account.StoreException;
import dev.tessera.demo.account.Token;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/// Adds people and sends them their one-time link.
final class Inviting {
    private final Accounts accounts;
    private final Outbox outbox;
    private final URI address;
    private final String issuer;
    private final InstantSource clock;

    Inviting(Accounts accounts, Outbox outbox, URI address, String issuer, InstantSource clock) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.address = address;
        this.issuer = issuer;
        this.clock = clock;
    }

    /// Invites somebody, or once more somebody who has not answered yet; the earlier link is then worth nothing.
    ///
    /// @return empty if the user name has an account
    Optional<Person> invite(String organisation, String fullName, String userName, Role role) throws StoreException {
        var person = accounts.people().add(organisation, fullName, userName, role);
        if (person.isEmpty()) {
            person = accounts.people().awaited(organisation, userName);
        }
        if (person.isPresent()) {
            send(person.get());
        }
        return person;
    }

    /// Sends a new link, and gives it back.
    URI send(Person person) throws StoreException {
        var link = link(accounts.invitations().issue(person));
        outbox.deliver(new Mail(
                person.fullName(), person.userName(), "Your invitation to " + issuer, clock.instant(), """
                Hello %s,

                you are invited to %s at %s. Set your password and your authenticator with this link:

                %s

                The link works once, for 24 hours. Your user name is %s.

                This is a demonstration, and no service of the company whose name it bears.
                """.formatted(
                                person.fullName(), issuer, person.organisation(), link, person.userName())));
        return link;
    }

    private URI link(Token token) {
        return address.resolve("/invitation?token=" + token.text());
    }
}
