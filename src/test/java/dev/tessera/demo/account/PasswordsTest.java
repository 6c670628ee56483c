package dev.tessera.demo.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Argon2id;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private static final Argon2id CHEAP = new Argon2id(64, 1, 1);

    private final SecureRandom random = new SecureRandom();

    @Test
    void theRightPasswordMatchesAndOthersDoNot() throws StoreException, BusyException {
        try (var passwords = new Passwords(CHEAP, random)) {
            var stored = passwords.hash("seven quiet lighthouses");
            assertThat(passwords.matches("seven quiet lighthouses", stored)).isTrue();
            assertThat(passwords.matches("Seven quiet lighthouses", stored)).isFalse();
            assertThat(passwords.matches("", stored)).isFalse();
        }
    }

    @Test
    void nothingMatchesWhereNothingIsStored() throws StoreException, BusyException {
        try (var passwords = new Passwords(CHEAP, random)) {
            assertThat(passwords.matches("", null)).isFalse();
            assertThat(passwords.matches("anything", null)).isFalse();
        }
    }

    /// Whose hash does not exist waits for the same worker as everybody: where there is none, nobody is answered.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void forAnUnknownUserTheSameWorkIsDone(boolean isKnown) throws BusyException {
        var passwords = new Passwords(CHEAP, random);
        var stored = isKnown ? passwords.hash("seven quiet lighthouses") : null;
        passwords.close();
        assertThatExceptionOfType(BusyException.class).isThrownBy(() -> passwords.matches("wrong", stored));
    }

    @Test
    void aLetterInTwoUnicodeFormsIsOneLetter() throws StoreException, BusyException {
        try (var passwords = new Passwords(CHEAP, random)) {
            assertThat(passwords.matches("caf\u00e9 au lait", passwords.hash("cafe\u0301 au lait")))
                    .isTrue();
        }
    }

    @Test
    void onePasswordHasManyHashesAndEachTellsItsCost() throws BusyException {
        try (var passwords = new Passwords(CHEAP, random)) {
            var one = passwords.hash("same");
            assertThat(one).startsWith("$argon2id$v=19$m=64,t=1,p=1$").isNotEqualTo(passwords.hash("same"));
        }
    }

    @Test
    void aHashOfAnotherCostStillMatches() throws StoreException, BusyException {
        try (var earlier = new Passwords(CHEAP, random);
                var later = new Passwords(new Argon2id(128, 2, 1), random)) {
            assertThat(later.matches("same", earlier.hash("same"))).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "$2y$10$abc", "$argon2i$v=19$m=64,t=1,p=1$AAAA$AAAA", "$argon2id$v=16$m=64,t=1,p=1$AAAA$AAAA"
            })
    void aStoredHashInAnotherFormIsAFailureAndNoAnswer(String stored) {
        try (var passwords = new Passwords(CHEAP, random)) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> passwords.matches("same", stored))
                    .withMessageNotContaining("$");
        }
    }

    @Test
    void whoFindsTheQueueFullIsToldSo() throws InterruptedException, ExecutionException {
        try (var passwords = new Passwords(new Argon2id(65_536, 2, 1), random, 1, 1);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var gate = new CountDownLatch(1);
            var answers = new ArrayList<Future<String>>();
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(() -> {
                    gate.await();
                    try {
                        return passwords.hash("same");
                    } catch (BusyException _) {
                        return "busy";
                    }
                }));
            }
            gate.countDown();
            var told = new ArrayList<String>();
            for (var answer : answers) {
                told.add(answer.get());
            }
            assertThat(told).contains("busy").anyMatch(text -> text.startsWith("$argon2id$"));
        }
    }
}
