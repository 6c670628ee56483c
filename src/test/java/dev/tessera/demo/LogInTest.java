package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Argon2id;
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
}
