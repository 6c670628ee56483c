package dev.tessera.demo.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Argon2id;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvitationsTest {
    private static final String FIRST = "seven quiet lighthouses";
    private static final String SECOND = "eight loud lighthouses";

    @TempDir
    private Path folder;

    @Test
    void whoHasRegisteredKeepsThePasswordWhateverLinkIsMadeAfterwards()
            throws IOException, StoreException, BusyException {
        var setup = new Accounts.Setup(
                new Argon2id(64, 1, 1), 1, InstantSource.system(), new SecureRandom(), UnaryOperator.identity());
        try (var accounts = Accounts.open(folder, Optional.empty(), setup)) {
            var zoe = People.newcomer("Northwind Video", "Zoe", "zoe@example.org", Set.of());
            var early = Token.random(new SecureRandom());
            accounts.founding().make(List.of(new Founding.First.Invited(zoe, early)), "server");
            assertThat(accounts.invitations().accept(early, FIRST, "192.0.2.1"))
                    .isInstanceOf(Invitations.Outcome.Accepted.class);

            var late = accounts.invitations().issue(zoe);
            assertThat(accounts.invitations().find(late)).isEmpty();
            assertThat(accounts.invitations().accept(late, SECOND, "192.0.2.1"))
                    .isInstanceOf(Invitations.Outcome.Gone.class);
            assertThat(accounts.passwordLogIn().attempt(zoe.userName(), FIRST, "192.0.2.1", Optional.empty()))
                    .isInstanceOf(PasswordLogIn.Outcome.Accepted.class);
        }
    }
}
