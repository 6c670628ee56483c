package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Argon2id;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class LogInTest {
    @Test
    void anUnknownUserAndAWrongPasswordLookAlike() {
        try (var walk = new Walk()) {
            var browser = walk.browser();
            walk.register(browser);
            walk.clock.nextStep();
            var wrong = walk.logIn(browser, walk.invited(), "wrong password");
            var unknown = walk.logIn(browser, "nobody@example.org", "wrong password");
            var invitedOnly = walk.logIn(browser, walk.first.administrator().userName(), "wrong password");
            assertThat(List.of(unknown.statusCode(), invitedOnly.statusCode())).containsOnly(wrong.statusCode());
            assertThat(unknown.body().replace("nobody@example.org", walk.invited()))
                    .isEqualTo(wrong.body());
            assertThat(unknown.headers().map().keySet())
                    .isEqualTo(wrong.headers().map().keySet());
        }
    }

    @Test
    void theyTakeTheSameTime() {
        // Each log-in costs some milliseconds of Argon2id, which an answer without it would not have.
        try (var walk = new Walk(DemoOptions.standard(), new Argon2id(8192, 1, 1))) {
            var browser = walk.browser();
            walk.register(browser);
            int samples = 40;
            long[] wrong = new long[samples];
            long[] unknown = new long[samples];
            for (int i = 0; i < samples; i++) {
                walk.clock.advance(java.time.Duration.ofMinutes(61)); // past any pause
                wrong[i] = nanosOf(() -> walk.logIn(browser, walk.invited(), "wrong password"));
                unknown[i] = nanosOf(() -> walk.logIn(browser, "nobody@example.org", "wrong password"));
            }
            assertThat((double) median(unknown) / median(wrong)).isBetween(0.75, 1.33);
        }
    }

    @Test
    void twoHundredAtOnceAreAnsweredWithinTheHeapByAPageEach() throws InterruptedException, ExecutionException {
        try (var walk = new Walk(DemoOptions.standard(), new Argon2id(19_456, 2, 1))) {
            var statuses =
                    Parallel.run(200, i -> walk.logIn(walk.browser(), "user" + i + "@example.org", "wrong")).stream()
                            .map(java.net.http.HttpResponse::statusCode)
                            .toList();
            assertThat(statuses).contains(403).isSubsetOf(403, 429, 503);
            assertThat(walk.browser().get("/login").statusCode()).isEqualTo(200);
        }
    }

    private static long nanosOf(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static long median(long[] samples) {
        Arrays.sort(samples);
        return samples[samples.length / 2];
    }
}
