package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Credential;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What must happen once at most, asked for by many at the same moment; on each database, and with two processes behind
/// one address. Needs PostgreSQL for all but the first.
@ParameterizedClass
@EnumSource(Databases.class)
class AttacksTest {
    private static final String AMIRA = "amira@example.org";
    private static final String JONAS = "jonas@example.org";
    private static final long AS_OVER_A_NETWORK = 200_000;

    private final Walk walk;
    private final Browser browser;

    AttacksTest(Databases databases) throws IOException {
        walk = Walk.on(databases);
        browser = walk.browser();
    }

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void ofAHundredPostsOfOneCodeOneIsAccepted() throws InterruptedException, ExecutionException {
        var code = walk.code(walk.enrolAndReachCodePage(browser));
        walk.slowDown(AS_OVER_A_NETWORK);
        var answers = Parallel.run(100, _ -> browser.tab().post("/code", Map.of("code", code)));
        assertThat(places(answers)).filteredOn("/account"::equals).hasSize(1);
    }

    @Test
    void ofAHundredPostsInManySessionsOneIsAccepted() throws InterruptedException, ExecutionException {
        var credential = walk.enrol(browser);
        walk.clock.nextStep();
        var atCodePage = Parallel.run(20, _ -> {
                    var one = walk.browser();
                    walk.logIn(one, walk.invited(), Walk.PASSWORD);
                    return one;
                })
                .stream()
                .filter(one -> one.page().contains("Enter your code"))
                .toList();
        assertThat(atCodePage).isNotEmpty();
        var code = walk.code(credential);
        walk.slowDown(AS_OVER_A_NETWORK);
        var answers = Parallel.run(
                100, i -> atCodePage.get(i % atCodePage.size()).tab().post("/code", Map.of("code", code)));
        assertThat(places(answers)).filteredOn("/account"::equals).hasSize(1);
    }

    @Test
    void ofAHundredConfirmationsOneSetsUpTheFactor() throws InterruptedException, ExecutionException {
        walk.register(browser);
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        var code = walk.code(Walk.scanned(browser));
        walk.slowDown(AS_OVER_A_NETWORK);
        var pages = Parallel.run(100, _ -> browser.tab().post("/enrol/verify", Map.of("code", code)));
        assertThat(pages)
                .filteredOn(page -> page.body().contains("Your authenticator is set up"))
                .hasSize(1);
    }

    @Test
    void ofAHundredWrongCodesFiveAreLookedAt() throws IOException, InterruptedException, ExecutionException {
        var credential = walk.enrolAndReachCodePage(browser);
        walk.slowDown(AS_OVER_A_NETWORK);
        Parallel.run(100, _ -> browser.tab().post("/code", Map.of("code", wrongCode(credential))));
        assertThat(walk.log()).filteredOn(line -> line.contains("CODE-REFUSED")).hasSize(5);
        assertThat(walk.log()).filteredOn(line -> line.contains("CODE-BLOCKED")).hasSize(95);
    }

    @Test
    void ofAHundredWrongPasswordsFiveAreLookedAt() throws IOException, InterruptedException, ExecutionException {
        browser.get("/login");
        walk.slowDown(AS_OVER_A_NETWORK);
        Parallel.run(100, _ -> browser.tab().post("/login", Map.of("username", JONAS, "password", "wrong")));
        assertThat(walk.log())
                .filteredOn(line -> line.contains("PASSWORD-REFUSED"))
                .hasSize(5);
    }

    @Test
    void ofAHundredPostsOfOneRecoveryCodeOneIsAccepted() throws InterruptedException, ExecutionException {
        var codes = recoveryCodes();
        var other = walk.browser();
        walk.logIn(other, walk.invited(), Walk.PASSWORD);
        other.get("/recovery");
        walk.slowDown(AS_OVER_A_NETWORK);
        var answers = Parallel.run(100, _ -> other.tab().post("/recovery", Map.of("recoveryCode", codes.getFirst())));
        assertThat(places(answers)).filteredOn("/account"::equals).hasSize(1);
    }

    @Test
    void ofManyMakingsOfRecoveryCodesTenCodesStay() throws InterruptedException, ExecutionException {
        assertThat(recoveryCodes()).hasSize(10);
        browser.get("/account");
        walk.slowDown(AS_OVER_A_NETWORK);
        Parallel.run(8, _ -> browser.tab().post("/recovery-codes", Map.of()));
        assertThat(walk.store.text("SELECT COUNT(*) FROM recovery_code")).isEqualTo("10");
    }

    @Test
    void ofTwentyWithOneInvitationOneSetsThePassword() throws InterruptedException, ExecutionException {
        browser.get(Walk.path(walk.first.invitation()));
        walk.slowDown(AS_OVER_A_NETWORK);
        var statuses = statuses(Parallel.run(
                20, i -> browser.tab().post("/invitation", Map.of("newPassword", Walk.PASSWORD + i))));
        assertThat(statuses).containsOnly(200, 410).containsOnlyOnce(200);
    }

    @Test
    void ofTwoWhoDismissEachOtherOneStays() throws InterruptedException, ExecutionException {
        walk.signIn(browser, walk.first.administrator());
        var jonas = walk.browser();
        walk.signIn(jonas, walk.first.earlierUser());
        for (int round = 0; round < 10; round++) {
            var granter = browser.get("/invite").statusCode() == 200 ? browser : jonas;
            grantBoth(granter);
            dismissEachOther(browser, jonas);
            assertThat(browser.get("/invite").statusCode()
                            + jonas.get("/invite").statusCode())
                    .as("one of the two is an Access Admin still")
                    .isIn(603, 400);
        }
    }

    @Test
    void ofTwoWhoDismissEachOtherBesideAThirdOneIsDismissed() throws InterruptedException, ExecutionException {
        walk.signIn(browser, walk.first.administrator());
        var jonas = walk.browser();
        walk.signIn(jonas, walk.first.earlierUser());
        var nils = walk.browser();
        walk.signIn(nils, walk.first.support());
        grant(browser, "nils@example.org");
        for (int round = 0; round < 5; round++) {
            grantBoth(nils);
            dismissEachOther(browser, jonas);
            assertThat(walk.store.text("SELECT COUNT(*) FROM person WHERE is_access_admin = TRUE"
                            + " AND organisation = 'Northwind Video'"))
                    .as("the third, and the one who was first")
                    .isEqualTo("2");
        }
    }

    @Test
    void ofTwentyWhoAskForOneResetOneIsHeardAndOfTwentyWhoCarryItOutOneDoes()
            throws InterruptedException, ExecutionException, IOException {
        walk.signIn(browser, walk.first.administrator());
        var nils = walk.browser();
        walk.signIn(nils, walk.first.support());
        walk.signIn(walk.browser(), walk.first.earlierUser());
        browser.get("/reset-request?id=" + walk.idOf(JONAS));
        walk.slowDown(AS_OVER_A_NETWORK);
        var asked = statuses(Parallel.run(
                20, _ -> browser.tab().post("/reset-request", Map.of("reason", "Lost", "priority", "NORMAL"))));
        assertThat(asked).containsOnlyOnce(303).containsOnly(303, 409);

        nils.get("/resets");
        var id = walk.store.text("SELECT id FROM reset_request");
        var done = statuses(Parallel.run(20, _ -> nils.tab().post("/resets/carry-out", Map.of("id", id))));
        assertThat(done).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(walk.log())
                .filteredOn(line -> line.contains("RESET-CARRIED-OUT"))
                .containsExactly(
                        "2026-11-25T14:33:37Z RESET-CARRIED-OUT jonas@example.org 127.0.0.1 by nils@example.org");
    }

    @Test
    void ofFiveChangesOfOnePasswordOneIsMade() throws InterruptedException, ExecutionException {
        Walk.typeCode(browser, walk.code(walk.enrolAndReachCodePage(browser)));
        browser.get("/change-password");
        walk.slowDown(AS_OVER_A_NETWORK);
        var answers = Parallel.run(
                5,
                i -> browser.tab()
                        .post("/change-password", Map.of("password", Walk.PASSWORD, "newPassword", Walk.PASSWORD + i)));
        assertThat(answers)
                .filteredOn(answer -> answer.body().contains("Your password has been changed"))
                .hasSize(1);
        assertThat(walk.store.text("SELECT COUNT(*) FROM audit WHERE event = 'PASSWORD_CHANGED'"))
                .isEqualTo("1");
    }

    private void grantBoth(Browser by) {
        grant(by, AMIRA);
        grant(by, JONAS);
    }

    private void grant(Browser by, String userName) {
        by.get("/account");
        by.submit("/person/grant", Map.of("id", walk.idOf(userName), "role", "ACCESS_ADMIN"));
    }

    private void dismissEachOther(Browser amira, Browser jonas) throws InterruptedException, ExecutionException {
        amira.get("/account");
        jonas.get("/account");
        var targets = List.of(walk.idOf(JONAS), walk.idOf(AMIRA));
        walk.slowDown(AS_OVER_A_NETWORK);
        Parallel.run(
                2,
                i -> List.of(amira, jonas)
                        .get(i)
                        .tab()
                        .post("/person/take", Map.of("id", targets.get(i), "role", "ACCESS_ADMIN")));
        walk.slowDown(0);
    }

    private List<String> recoveryCodes() {
        Walk.typeCode(browser, walk.code(walk.enrolAndReachCodePage(browser)));
        var page = browser.submit("/recovery-codes", Map.of()).body();
        return Pattern.compile("<li>([A-Z2-7-]{19})</li>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /// A code of no step nearby.
    private String wrongCode(Credential credential) {
        var near = List.of(walk.code(credential, -1), walk.code(credential), walk.code(credential, 1));
        return List.of("000000", "111111", "222222", "333333").stream()
                .filter(code -> !near.contains(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> places(List<HttpResponse<String>> answers) {
        return answers.stream()
                .map(answer -> answer.headers().firstValue("Location").orElse(""))
                .toList();
    }

    private static List<Integer> statuses(List<HttpResponse<String>> answers) {
        return answers.stream().map(HttpResponse::statusCode).toList();
    }
}
