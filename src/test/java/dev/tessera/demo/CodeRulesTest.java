package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeRulesTest {
    private final Walk walk = new Walk();
    private final Browser browser = walk.browser();

    @AfterEach
    void close() {
        walk.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void aCodeOfTheCurrentOrANeighbouringStepIsAccepted(int steps) {
        var credential = walk.enrolAndReachCodePage(browser);
        walk.clock.nextStep();
        assertAccepted(Walk.typeCode(browser, walk.code(credential, steps)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 2})
    void aCodeTwoStepsAwayIsRefused(int steps) {
        var credential = walk.enrolAndReachCodePage(browser);
        walk.clock.nextStep();
        walk.clock.nextStep();
        Walk.typeCode(browser, walk.code(credential, steps));
        assertThat(browser.text("error")).contains("This code does not match now");
    }

    @ParameterizedTest
    @CsvSource({"-1, 422", "0, 200", "1, 422"})
    void aWindowOfZeroTakesTheCurrentStepAlone(int steps, int status) {
        try (var strict = new Walk(DemoOptions.standard().withWindow(0), Walk.CHEAP)) {
            var other = strict.browser();
            strict.register(other);
            strict.logIn(other, strict.invited(), Walk.PASSWORD);
            var code = strict.code(Walk.scanned(other), steps);
            assertThat(other.submit("/enrol/verify", Map.of("code", code)).statusCode())
                    .isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s", "%s ", "%s\n", "0%s", "\u200b%s", "+%s"})
    void aCodeHasOneSpelling(String form) {
        var credential = walk.enrolAndReachCodePage(browser);
        var response = Walk.typeCode(browser, form.replace("%s", walk.code(credential)));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(browser.text("error")).contains("six digits, without spaces");
    }

    @ParameterizedTest
    @ValueSource(chars = {'\uff10', '\u0660', '\u0966'})
    void digitsOfOtherScriptsAreRefusedAtEnrolmentAndLogIn(char zero) {
        walk.register(browser);
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        var credential = Walk.scanned(browser);
        var first = browser.submit("/enrol/verify", Map.of("code", inScript(walk.code(credential), zero)));
        assertThat(first.statusCode()).isEqualTo(422);
        browser.submit("/enrol/verify", Map.of("code", walk.code(credential)));

        walk.clock.nextStep();
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        var second = Walk.typeCode(browser, inScript(walk.code(credential), zero));
        assertThat(second.statusCode()).isEqualTo(422);
    }

    @Test
    void theEnrolmentsCodeIsUsedUp() {
        var credential = walk.enrol(browser);
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        var response = Walk.typeCode(browser, walk.code(credential));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(browser.text("error")).contains("already been used", "Wait for the next one: 23 seconds");
    }

    @Test
    void aCodeOfAnEarlierStepThanTheLastIsRefused() {
        var credential = walk.enrolAndReachCodePage(browser);
        walk.clock.nextStep();
        var earlier = walk.code(credential, -1);
        assertAccepted(Walk.typeCode(browser, walk.code(credential)));

        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        Walk.typeCode(browser, earlier);
        assertThat(browser.text("error")).contains("already been used");
    }

    @Test
    void ofTwoServersOverOneDatabaseOneAccepts() throws IOException, InterruptedException, ExecutionException {
        var credential = walk.enrolAndReachCodePage(browser);
        try (var second = walk.second()) {
            var there = new Browser(second.address());
            walk.logIn(there, walk.invited(), Walk.PASSWORD);
            assertThat(there.page()).contains("Enter your code");
            var code = walk.code(credential);
            walk.store.slowDown(200_000);
            var both = List.of(browser, there);
            var places = Parallel.run(60, i -> both.get(i % 2).tab().post("/code", Map.of("code", code))).stream()
                    .map(response -> response.headers().firstValue("Location").orElse(""))
                    .toList();
            assertThat(places).filteredOn("/account"::equals).hasSize(1);
        }
    }

    private static void assertAccepted(HttpResponse<String> response) {
        assertThat(response.uri().getPath()).isEqualTo("/account");
    }

    private static String inScript(String code, char zero) {
        return code.chars()
                .collect(StringBuilder::new, (text, c) -> text.append((char) (c - '0' + zero)), StringBuilder::append)
                .toString();
    }
}
