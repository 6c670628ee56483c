package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Credential;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTest {
    private final Walk walk = new Walk();
    private final Browser browser = walk.browser();
    private final Credential credential = walk.enrol(browser);

    @AfterEach
    void close() {
        walk.close();
    }

    @ParameterizedTest
    @CsvSource({"-1, about 30 seconds behind", "0, on time", "1, about 30 seconds ahead"})
    void aNeighbouringStepIsAcceptedOnceAndItsDriftIsShown(int steps, String drift) {
        atCodePage();
        var code = walk.code(credential, steps);
        assertThat(Walk.typeCode(browser, code).uri().getPath()).isEqualTo("/account");
        assertThat(browser.text("drift")).isEqualTo(drift);
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        assertThat(Walk.typeCode(browser, code).statusCode()).isEqualTo(403);
        assertThat(browser.text("error")).contains("already been used");
    }

    @ParameterizedTest
    @CsvSource({
        "-10, about 5 minutes behind",
        "-2, about 60 seconds behind",
        "2, about 60 seconds ahead",
        "9, about 5 minutes ahead"
    })
    void aLargerDriftIsToldWithTheServersTime(int steps, String drift) {
        atCodePage();
        var response = Walk.typeCode(browser, walk.code(credential, steps));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(browser.text("error")).contains(drift, "Here it is 14:52:07 UTC", "Let your device set its time");
    }

    @ParameterizedTest
    @ValueSource(ints = {-11, 11})
    void aDriftOfMoreThanFiveMinutesIsJustWrong(int steps) {
        atCodePage();
        Walk.typeCode(browser, walk.code(credential, steps));
        assertThat(browser.text("error")).contains("This code is wrong. ");
    }

    @Test
    void theDriftIsToldAtEnrolmentToo() {
        var jonas = walk.browser();
        var user = walk.first.earlierUser();
        walk.logIn(jonas, user.userName(), user.password());
        jonas.submit("/new-password", Map.of("newPassword", Walk.PASSWORD));
        var fresh = Walk.scanned(jonas);
        jonas.submit("/enrol/verify", Map.of("code", walk.code(fresh, -8)));
        assertThat(jonas.text("error")).contains("about 4 minutes behind", "Here it is 14:32:07 UTC");
    }

    @Test
    void whatATellTaleAnswerGaveAwayIsGoodAtNoTime() {
        atCodePage();
        var ahead = walk.code(credential, 4);
        Walk.typeCode(browser, ahead);
        assertThat(browser.text("error")).contains("about 2 minutes ahead");
        walk.clock.advance(Duration.ofMinutes(2));
        assertThat(Walk.typeCode(browser, ahead).statusCode()).isEqualTo(403);
        walk.clock.nextStep();
        assertThat(Walk.typeCode(browser, walk.code(credential)).uri().getPath())
                .isEqualTo("/account");
    }

    @Test
    void aSecondTellTaleAnswerDoesNotForgetTheFirst() {
        atCodePage();
        var first = walk.code(credential, 4);
        var second = walk.code(credential, 6);
        Walk.typeCode(browser, first);
        Walk.typeCode(browser, second);
        walk.clock.advance(Duration.ofMinutes(2));
        assertThat(Walk.typeCode(browser, first).statusCode()).isEqualTo(403);
        walk.clock.advance(Duration.ofMinutes(1));
        assertThat(Walk.typeCode(browser, second).statusCode()).isEqualTo(403);
        walk.clock.nextStep();
        assertThat(Walk.typeCode(browser, walk.code(credential)).uri().getPath())
                .isEqualTo("/account");
    }

    @Test
    void aLearnedClockThatIsSetMeanwhileIsToBeLearnedAnew() {
        atCodePage();
        resynchronise(12);
        walk.clock.advance(Duration.ofMinutes(12));
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        Walk.typeCode(browser, walk.code(credential));
        assertThat(browser.text("error"))
                .contains("has changed. It is on time now", "Set the clock with two codes again")
                .doesNotContain("Let your device set its time");
        walk.clock.advance(Duration.ofMinutes(2));
        resynchronise(0);
        walk.clock.nextStep();
        browser.get("/code");
        assertThat(Walk.typeCode(browser, walk.code(credential)).uri().getPath())
                .isEqualTo("/account");
    }

    @Test
    void anOldCodeThatWasUsedIsNotTakenForAClockThatIsBehind() {
        atCodePage();
        var used = walk.code(credential);
        Walk.typeCode(browser, used);
        walk.clock.advance(Duration.ofMinutes(2));
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        Walk.typeCode(browser, used);
        assertThat(browser.text("error")).contains("already been used").doesNotContain("clock");
    }

    @ParameterizedTest
    @CsvSource({"-15, about 8 minutes behind", "12, about 6 minutes ahead"})
    void twoConsecutiveCodesShowHowFarTheClockIsOff(int steps, String drift) {
        atCodePage();
        resynchronise(steps);
        assertThat(browser.text("notice")).contains(drift, "Both codes have been used");
        assertThat(browser.uri()).isEqualTo("/clock");
        assertThat(browser.get("/account").uri().getPath())
                .as("nobody is logged in by it")
                .isEqualTo("/code");

        walk.clock.nextStep();
        assertThat(Walk.typeCode(browser, walk.code(credential, steps)).uri().getPath())
                .isEqualTo("/account");
        assertThat(browser.text("drift")).contains(drift, "allowed for");
    }

    @Test
    void bothAreBurnt() {
        atCodePage();
        var first = walk.code(credential, -1);
        var second = walk.code(credential);
        clock(first, second);
        assertThat(browser.text("notice")).contains("on time");
        for (var code : new String[] {first, second}) {
            browser.get("/code");
            assertThat(Walk.typeCode(browser, code).statusCode()).isEqualTo(403);
            assertThat(browser.text("error")).contains("already been used");
        }
        assertThat(clock(first, second).statusCode()).isEqualTo(403);
    }

    @Test
    void aCodeThatWasUsedTeachesNothing() {
        atCodePage();
        var used = walk.code(credential);
        Walk.typeCode(browser, used);
        walk.clock.nextStep();
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        assertThat(clock(used, walk.code(credential)).statusCode()).isEqualTo(403);
        assertThat(browser.text("error")).contains("already been used");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 2", "1, 0", "-21, -20", "20, 21"})
    void codesThatDoNotFollowOrAreTooFarTeachNothing(int first, int second) {
        atCodePage();
        var response = clock(walk.code(credential, first), walk.code(credential, second));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(browser.text("error")).contains("not two codes in a row");
    }

    @Test
    void theyAreGuessedUnderTheLimitOfTheCodes() {
        atCodePage();
        for (int i = 0; i < 5; i++) {
            clock("000000", "000001");
        }
        assertThat(clock(walk.code(credential, -1), walk.code(credential)).statusCode())
                .isEqualTo(429);
    }

    @Test
    void malformedOnesAreNoAttempt() {
        atCodePage();
        for (int i = 0; i < 6; i++) {
            assertThat(clock("123456", "12345").statusCode()).isEqualTo(422);
        }
        assertThat(clock(walk.code(credential, -1), walk.code(credential)).statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> resynchronise(int steps) {
        return clock(walk.code(credential, steps - 1), walk.code(credential, steps));
    }

    private HttpResponse<String> clock(String first, String second) {
        browser.get("/clock");
        return browser.submit("/clock", Map.of("firstCode", first, "secondCode", second));
    }

    /// Long enough after the enrolment that codes of a clock that is behind were not used yet.
    private void atCodePage() {
        walk.clock.advance(Duration.ofMinutes(20));
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        assertThat(browser.page()).contains("Enter your code");
    }
}
