package dev.tessera.demo.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Key;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What counts as an attempt at a password.
class AttemptsTest {
    private static final String NOBODY = "nobody@example.org";

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-25T14:32:07Z"));
    private final Passwords passwords = new Passwords(new Argon2id(64, 1, 1), new SecureRandom());
    private final Key subjects = Key.copyOf(new byte[32]);

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() throws StoreException {
        database = Database.open(Engine.h2(folder), UnaryOperator.identity());
    }

    @AfterEach
    void close() {
        database.close();
        passwords.close();
        subjects.close();
    }

    @Test
    void anIpv6NetworkIsOneGuesserForAUserNameToo() throws StoreException, BusyException {
        var logIn = logIn(passwords);
        for (int i = 1; i <= 5; i++) {
            assertThat(logIn.attempt(NOBODY, "wrong", "2001:db8:0:1::" + i, Optional.empty()))
                    .isInstanceOf(PasswordLogIn.Outcome.Refused.class);
        }
        assertThat(logIn.attempt(NOBODY, "wrong", "2001:db8:0:1::6", Optional.empty()))
                .isInstanceOf(PasswordLogIn.Outcome.Blocked.class);
        assertThat(logIn.attempt(NOBODY, "wrong", "2001:db8:0:2::6", Optional.empty()))
                .isInstanceOf(PasswordLogIn.Outcome.Refused.class);
    }

    @Test
    void whatTheMachineDidNotTakeOnIsNoAttempt() throws StoreException, BusyException {
        var takesNone = new Passwords(new Argon2id(64, 1, 1), new SecureRandom());
        takesNone.close();
        for (int i = 0; i < 101; i++) {
            assertThatExceptionOfType(BusyException.class)
                    .isThrownBy(() -> logIn(takesNone).attempt(NOBODY, "wrong", "192.0.2.1", Optional.empty()));
        }
        assertThat(logIn(passwords).attempt(NOBODY, "wrong", "192.0.2.1", Optional.empty()))
                .isInstanceOf(PasswordLogIn.Outcome.Refused.class);
    }

    private PasswordLogIn logIn(Passwords checked) {
        var audit = new Audit(database, clock);
        return new PasswordLogIn(database, new People(database, audit), checked, subjects, clock);
    }
}
