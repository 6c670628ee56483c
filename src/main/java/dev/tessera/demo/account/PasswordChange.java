package dev.tessera.demo.account;

import java.security.SecureRandom;
import java.util.Optional;

/// Passwords that the server makes up and their change at first use; and the change of one that somebody chose.
public final class PasswordChange {
    /// No signs that are taken for each other, in 25 places of five groups: 123 bits.
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP_LENGTH = 5;

    private final Database database;
    private final People people;
    private final Passwords passwords;
    private final Audit audit;
    private final SecureRandom random;

    PasswordChange(Database database, People people, Passwords passwords, Audit audit, SecureRandom random) {
        this.database = database;
        this.people = people;
        this.passwords = passwords;
        this.audit = audit;
        this.random = random;
    }

    /// A password that the server made up, with what is stored of it.
    public static final class Given {
        private final String text;
        private final String hash;

        private Given(String text, String hash) {
            this.text = text;
            this.hash = hash;
        }

        /// The password: a secret.
        public String text() {
            return text;
        }

        String hash() {
            return hash;
        }

        @Override
        public String toString() {
            return "Given[hidden]";
        }
    }

    /// Makes up a random password, which must be changed at first use.
    public Given make() throws BusyException {
        var password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            password.append(i > 0 && i % GROUP_LENGTH == 0 ? "-" : "")
                    .append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return new Given(password.toString(), passwords.hash(password.toString()));
    }

    /// Sets the password that the person chose.
    ///
    /// @param address where the request came from
    /// @return what is wrong with it, for the person; empty if it is set
    public Optional<String> change(Session.PasswordDue session, String newPassword, String address)
            throws StoreException, BusyException {
        var person = session.person();
        var objection = PasswordRules.objection(newPassword, person);
        if (objection.isPresent()) {
            return objection;
        }
        var stored = people.byUserName(person.userName())
                .map(People.Known::passwordHash)
                .orElse(null);
        if (passwords.matches(newPassword, stored)) {
            return Optional.of("This is the password that you were given. Choose one of your own.");
        }
        var hash = passwords.hash(newPassword);
        boolean isChanged = database.transactionIf(sql -> {
            audit.write(sql, Deed.own(AuditEvent.PASSWORD_SET, person, address));
            return sql.update(
                            "UPDATE person SET password_hash = ?, must_change_password = FALSE"
                                    + " WHERE id = ? AND must_change_password = TRUE",
                            hash,
                            person.id())
                    == 1;
        });
        return isChanged
                ? Optional.empty()
                : Optional.of("The password was already changed in another window. Log in with the new one.");
    }

    /// What came of another password for somebody logged in.
    public sealed interface Outcome {
        /// It is set. Other sessions of the person have ended, and this one has a new token.
        record Changed(Token token) implements Outcome {}

        /// It is not good enough; `objection` says why, for the person.
        record Objected(String objection) implements Outcome {}

        /// Meanwhile the session ended, or another request changed the password.
        record Overtaken() implements Outcome {}
    }

    /// What is wrong with a new password; empty if nothing is.
    public static Optional<String> objection(String newPassword, Person person) {
        return PasswordRules.objection(newPassword, person);
    }

    /// Sets another password for somebody logged in, who has just typed the present one. Whoever else knew that, is
    /// logged out.
    ///
    /// @param deed to be written with it
    public Outcome replace(Session.SignedIn session, String newPassword, Deed deed)
            throws StoreException, BusyException {
        var person = session.person();
        var objection = PasswordRules.objection(newPassword, person);
        if (objection.isPresent()) {
            return new Outcome.Objected(objection.get());
        }
        var known = people.byUserName(person.userName());
        var stored = known.map(People.Known::passwordHash).orElse(null);
        if (stored == null) {
            return new Outcome.Overtaken();
        }
        if (passwords.matches(newPassword, stored)) {
            return new Outcome.Objected("This is your current password. Choose another one.");
        }
        var hash = passwords.hash(newPassword);
        var token = Token.random(random);
        boolean isDone = database.transactionIf(sql -> {
            audit.write(sql, deed);
            boolean isSet = sql.update(
                            "UPDATE person SET password_hash = ? WHERE id = ? AND password_hash = ?",
                            hash,
                            person.id(),
                            stored)
                    == 1;
            if (!isSet) {
                return false;
            }
            Sessions.endOthers(sql, person.id(), session.key());
            return Sessions.renew(sql, session, token, session.codeAt()) == 1;
        });
        return isDone ? new Outcome.Changed(token) : new Outcome.Overtaken();
    }
}
