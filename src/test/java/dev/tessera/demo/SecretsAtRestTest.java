package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Credential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecretsAtRestTest {
    private final Walk walk = new Walk();
    private final Browser browser = walk.browser();

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void twoSeedsThatWereSwappedDoNotOpen() throws SQLException {
        walk.enrol(browser);
        var other = walk.browser();
        var theirs = enrolEarlierUser(other);
        try (var connection = walk.store.real().getConnection();
                var statement = connection.createStatement()) {
            assertThat(
                            statement.executeUpdate(
                                    "UPDATE factor SET sealed_seed = (SELECT f.sealed_seed FROM factor f WHERE f.id <> factor.id)"))
                    .isEqualTo(2);
        }
        walk.clock.nextStep();
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        var response = Walk.typeCode(browser, walk.code(theirs));
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(browser.get("/account").uri().getPath()).isEqualTo("/code");
    }

    @Test
    void noSecretIsInTheLogsOrTheDatabase() throws IOException {
        var records = new StringBuilder();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord record) {
                records.append(new SimpleFormatter().format(record));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(listener);
        try {
            var secrets = walkWithSecrets();
            var told = records + Files.readString(walk.folder().resolve("attempts.log"));
            told += walk.stored();
            assertThat(secrets).hasSize(11).doesNotContain("");
            for (var secret : secrets) {
                assertThat(told).doesNotContain(secret);
            }
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
    }

    @Test
    void theLogSaysEachAttemptInUtcWithoutTheNameOfWhomItDoesNotKnow() throws IOException {
        walk.logIn(browser, "my password by mistake", "x");
        walk.register(browser);
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        assertThat(walk.log())
                .containsExactly(
                        "2026-11-25T14:32:07Z PASSWORD-REFUSED unknown 127.0.0.1",
                        "2026-11-25T14:32:07Z PASSWORD-SET sofia@example.org 127.0.0.1",
                        "2026-11-25T14:32:07Z PASSWORD-ACCEPTED sofia@example.org 127.0.0.1",
                        "2026-11-25T14:32:07Z ENROLMENT-OFFERED sofia@example.org 127.0.0.1");
    }

    @Test
    void whatIsSecretIsForItsOwnerAlone() throws IOException {
        assertThat(permissions(walk.folder().resolve("server.key"))).isEqualTo("rw-------");
        assertThat(permissions(walk.folder().resolve("outbox"))).isEqualTo("rwx------");
    }

    /// All that must be told to nobody, after a walk in which right and wrong ones were typed.
    private List<String> walkWithSecrets() {
        var invitation = walk.first.invitation().getQuery().replace("token=", "");
        var credential = walk.enrol(browser);
        var enrolmentCode = walk.code(credential);
        var secret = browser.seen().stream()
                .filter(page -> page.contains("id=\"secret\""))
                .map(page -> page.replaceAll("(?s).*id=\"secret\"[^>]*>(.*?)</p>.*", "$1"))
                .map(groups -> groups.replace(" ", ""))
                .findFirst()
                .orElseThrow();
        walk.clock.nextStep();
        walk.logIn(browser, walk.invited(), "a wrong password 7731");
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        var half = value(browser);
        Walk.typeCode(browser, "000000");
        var code = walk.code(credential);
        Walk.typeCode(browser, code);
        var signedIn = value(browser);
        browser.submit("/recovery-codes", Map.of());
        var recoveryCode = browser.text("codes").substring(0, 19);
        return List.of(
                invitation,
                recoveryCode,
                recoveryCode.replace("-", ""),
                Walk.PASSWORD,
                "a wrong password 7731",
                " " + enrolmentCode + " ",
                " " + code + " ",
                secret,
                half,
                signedIn,
                walk.first.administrator().password());
    }

    private static String value(Browser browser) {
        var cookie = String.valueOf(browser.cookie());
        return cookie.substring(cookie.indexOf('=') + 1);
    }

    private Credential enrolEarlierUser(Browser by) {
        var user = walk.first.earlierUser();
        walk.logIn(by, user.userName(), user.password());
        by.submit("/new-password", Map.of("newPassword", Walk.PASSWORD));
        var credential = Walk.scanned(by);
        by.submit("/enrol/verify", Map.of("code", walk.code(credential)));
        return credential;
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
