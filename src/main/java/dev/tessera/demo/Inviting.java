package dev.tessera.demo;

import dev.tessera.demo.account.Accounts;
import dev.tessera.demo.account.Deed;
import dev.tessera.demo.account.Person;
import dev.tessera.demo.account.StoreException;
import dev.tessera.demo.account.Token;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;

/// Adds people, and sends one-time links.
final class Inviting {
    private final Accounts accounts;
    private final Post post;
    private final URI address;
    private final String issuer;
    private final SecureRandom random;
    private final InstantSource clock;

    Inviting(Accounts accounts, Post post, URI address, String issuer, SecureRandom random, InstantSource clock) {
        this.accounts = accounts;
        this.post = post;
        this.address = address;
        this.issuer = issuer;
        this.random = random;
        this.clock = clock;
    }

    /// What came of an invitation.
    sealed interface Outcome {
        /// The link is on its way.
        record Sent(Person person) implements Outcome {}

        /// The user name has an account.
        record Taken() implements Outcome {}

        /// The person was invited with other roles, which stay; nothing was sent.
        record OtherRoles(Person person) implements Outcome {}
    }

    /// Invites somebody, or once more somebody who has not answered yet; the earlier link is then worth nothing.
    Outcome invite(Person newcomer, Deed deed) throws StoreException, MailException {
        if (accounts.people().add(newcomer, deed).isPresent()) {
            return sent(newcomer);
        }
        var awaited = accounts.people().awaited(newcomer.organisation(), newcomer.userName());
        if (awaited.isEmpty()) {
            return new Outcome.Taken();
        }
        if (!awaited.get().roles().equals(newcomer.roles())) {
            return new Outcome.OtherRoles(awaited.get());
        }
        accounts.audit().record(new Deed(deed.event(), "again", awaited, deed.actor(), deed.address()));
        return sent(awaited.get());
    }

    private Outcome sent(Person person) throws StoreException, MailException {
        send(person, accounts.invitations().issue(person));
        return new Outcome.Sent(person);
    }

    /// Sends the link of a token that is made with the person: it is good for nothing until then.
    ///
    /// @return the token
    Token sendFirst(Person person) throws MailException {
        var token = Token.random(random);
        send(person, token);
        return token;
    }

    private void send(Person person, Token token) throws MailException {
        post.deliver(new Mail(
                sender(),
                person.fullName(),
                person.userName(),
                "Your invitation to " + issuer,
                clock.instant(),
                """
                Hello %s,

                you have been invited to %s at %s. Set your password and set up your authenticator with this link:

                %s

                The link works once, for 24 hours. Your user name is %s.

                This is a demonstration, not a service of the company whose name it bears.
                """.formatted(person.fullName(), issuer, person.organisation(), link(token), person.userName())));
    }

    /// Sends the link that somebody needs for the next log-in after a reset. It is good for nothing until the reset is
    /// carried out with it.
    Token sendReset(Person person) throws MailException {
        var ticket = Token.random(random);
        post.deliver(new Mail(
                sender(),
                person.fullName(),
                person.userName(),
                "Your authenticator for " + issuer,
                clock.instant(),
                """
                Hello %s,

                your authenticator for %s was reset at the request of somebody at %s. Log in with your password through this link, and set up a new one:

                %s

                The link is valid for 24 hours, until the new authenticator is set up. If you know nothing about this, tell an administrator.

                This is a demonstration, not a service of the company whose name it bears.
                """.formatted(
                                person.fullName(),
                                issuer,
                                person.organisation(),
                                address.resolve("/reset?token=" + ticket.text()))));
        return ticket;
    }

    /// Of the server's own name.
    private String sender() {
        var host = address.getHost();
        return "no-reply@" + (Network.isHere(host) ? "localhost" : host);
    }

    /// The link that a mail about an invitation holds: a secret.
    URI link(Token token) {
        return address.resolve("/invitation?token=" + token.text());
    }
}
