package dev.tessera.demo.account;

import java.time.Duration;
import java.time.Instant;

/// How far somebody has come. Each stage is a type of its own, so that a page that asks for a signed-in person cannot
/// be given
/// one who has only typed a password.
public sealed interface Session {

    /// Nobody has proved anything; the cookie only ties a form to a browser.
    record Visitor() implements Session {}

    /// The stages that belong to a person.
    sealed interface Known extends Session {
        /// The hash of the session's token, its key in the database.
        String key();

        /// Whose it is.
        Person person();
    }

    /// The stages at which an authenticator can be set up: as the next step, or in place of an old one.
    sealed interface Enrollable extends Known {}

    /// The password was right, but the server made it up: it must be changed now.
    record PasswordDue(String key, Person person) implements Known {}

    /// The password was right, and no second factor is set up: that is next.
    record Enrolling(String key, Person person) implements Enrollable {}

    /// The password was right, and the code is next.
    record CodeDue(String key, Person person) implements Known {}

    /// Password and code were right.
    ///
    /// @param codeAt when this session last proved a code; long ago if a recovery code stood in for it
    record SignedIn(String key, Person person, Instant codeAt) implements Enrollable {}

    /// The stages as they are stored.
    enum Stage {
        PASSWORD_DUE(Duration.ofMinutes(10), Duration.ofMinutes(10)),
        ENROLLING(Duration.ofMinutes(10), Duration.ofMinutes(10)),
        CODE_DUE(Duration.ofMinutes(5), Duration.ofMinutes(5)),
        SIGNED_IN(Duration.ofHours(12), Duration.ofMinutes(30));

        private final Duration lifetime;
        private final Duration idle;

        Stage(Duration lifetime, Duration idle) {
            this.lifetime = lifetime;
            this.idle = idle;
        }

        /// How long it lasts at most.
        Duration lifetime() {
            return lifetime;
        }

        /// How long it lasts without a request.
        Duration idle() {
            return idle;
        }

        Known of(String key, Person person, Instant codeAt) {
            return switch (this) {
                case PASSWORD_DUE -> new PasswordDue(key, person);
                case ENROLLING -> new Enrolling(key, person);
                case CODE_DUE -> new CodeDue(key, person);
                case SIGNED_IN -> new SignedIn(key, person, codeAt);
            };
        }
    }
}
