package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Credential;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodesTest {
    private final Walk walk = new Walk();
    private final Browser browser = walk.browser();
    private final Credential credential = walk.enrolAndReachCodePage(browser);
    private final List<String> codes = make();

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void thereAreTenOf80BitsEachShownOnce() {
        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"));
        assertThat(browser.get("/account").body()).doesNotContain(codes.getFirst());
        assertThat(browser.text("recoveryCodes")).startsWith("10 of 10 left");
        assertThat(browser.get("/recovery-codes").statusCode()).isEqualTo(405);
    }

    @Test
    void theDatabaseHoldsNoneOfThem() {
        for (var code : codes) {
            for (var form : List.of(code, code.replace("-", ""))) {
                assertThat(walk.store.text("SELECT COUNT(*) FROM recovery_code WHERE code_hash LIKE '%" + form + "%'"))
                        .isEqualTo("0");
            }
        }
        assertThat(walk.store.text("SELECT MIN(CHAR_LENGTH(code_hash)) FROM recovery_code"))
                .isEqualTo("64");
    }

    @Test
    void eachCountsOnce() {
        var other = atCodePage();
        assertThat(use(other, codes.get(3)).uri().getPath()).isEqualTo("/account");
        assertThat(other.text("recoveryCodes")).startsWith("9 of 10 left");
        var again = atCodePage();
        assertThat(use(again, codes.get(3)).statusCode()).isEqualTo(403);
        assertThat(again.text("error")).contains("already been used");
        assertThat(use(again, codes.get(4)).uri().getPath()).isEqualTo("/account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lower", "plain", "spaces"})
    void itMayBeTypedAsPeopleCopyIt(String way) {
        var code = codes.getFirst();
        var typed = switch (way) {
            case "lower" -> code.toLowerCase(Locale.ROOT);
            case "plain" -> code.replace("-", "");
            default -> " " + code.replace("-", " ");
        };
        assertThat(use(atCodePage(), typed).uri().getPath()).isEqualTo("/account");
    }

    @Test
    void newOnesMakeTheOldOnesWorthless() {
        browser.get("/account");
        var second = codesOn(browser.submit("/recovery-codes", Map.of()).body());
        assertThat(second).hasSize(10).doesNotContainAnyElementsOf(codes);
        assertThat(use(atCodePage(), codes.getFirst()).statusCode()).isEqualTo(403);
        assertThat(use(atCodePage(), second.getFirst()).uri().getPath()).isEqualTo("/account");
    }

    @Test
    void aMakingThatAResetOvertookLeavesNone() throws SQLException {
        browser.get("/account");
        try (var connection = walk.store.real().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM factor");
            statement.execute("DELETE FROM recovery_code");
        }
        assertThat(browser.submit("/recovery-codes", Map.of()).statusCode()).isEqualTo(500);
        assertThat(walk.store.text("SELECT COUNT(*) FROM recovery_code")).isEqualTo("0");
    }

    @Test
    void nobodyElsesCodeIsAccepted() {
        var jonas = walk.browser();
        walk.signIn(jonas, walk.first.earlierUser());
        walk.logIn(jonas, walk.first.earlierUser().userName(), Walk.PASSWORD);
        assertThat(use(jonas, codes.getFirst()).statusCode()).isEqualTo(403);
    }

    @Test
    void theyAreGuessedUnderTheLimitOfTheCodes() {
        var guesser = atCodePage();
        for (int i = 0; i < 3; i++) {
            assertThat(use(guesser, "AAAA-BBBB-CCCC-DDDD").statusCode()).isEqualTo(403);
        }
        for (int i = 0; i < 2; i++) {
            guesser.get("/code");
            assertThat(Walk.typeCode(guesser, "000000").statusCode()).isEqualTo(403);
        }
        var refused = use(guesser, codes.getFirst());
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "AAAA-BBBB-CCCC-DDD1", "AAAA-BBBB-CCCC-DDDD-EEEE"})
    void aMalformedOneIsNoAttempt(String typed) {
        var other = atCodePage();
        for (int i = 0; i < 6; i++) {
            assertThat(use(other, typed).statusCode()).isEqualTo(422);
        }
        assertThat(use(other, codes.getFirst()).uri().getPath()).isEqualTo("/account");
    }

    @Test
    void itIsNoCodeOfTheLastFiveMinutes() {
        var other = atCodePage();
        use(other, codes.getFirst());
        assertThat(other.submit("/recovery-codes", Map.of()).uri().getPath()).isEqualTo("/confirm");
    }

    @Test
    void newOnesNeedACodeOfTheLastFiveMinutes() {
        walk.clock.advance(Duration.ofMinutes(5));
        browser.get("/account");
        assertThat(browser.submit("/recovery-codes", Map.of()).uri().getPath()).isEqualTo("/confirm");
        browser.submit("/confirm", Map.of("code", walk.code(credential)));
        assertThat(codesOn(browser.submit("/recovery-codes", Map.of()).body())).hasSize(10);
    }

    private List<String> make() {
        Walk.typeCode(browser, walk.code(credential));
        return codesOn(browser.submit("/recovery-codes", Map.of()).body());
    }

    private Browser atCodePage() {
        var other = walk.browser();
        walk.logIn(other, walk.invited(), Walk.PASSWORD);
        assertThat(other.page()).contains("Use a recovery code");
        return other;
    }

    private static HttpResponse<String> use(Browser by, String code) {
        by.get("/recovery");
        return by.submit("/recovery", Map.of("recoveryCode", code));
    }

    private static List<String> codesOn(String page) {
        return Pattern.compile("<li>([A-Z2-7-]{19})</li>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
