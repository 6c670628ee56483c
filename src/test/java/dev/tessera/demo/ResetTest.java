package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Credential;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResetTest {
    private static final String JONAS = "jonas@example.org";

    private final Walk walk = new Walk();
    private final Browser amira = walk.browser();
    private final Browser nils = walk.browser();
    private final Browser jonas = walk.browser();
    private Credential amirasAuthenticator;
    private Credential nilsAuthenticator;
    private Credential lost;

    @BeforeEach
    void signIn() {
        amirasAuthenticator = walk.signIn(amira, walk.first.administrator());
        nilsAuthenticator = walk.signIn(nils, walk.first.support());
        lost = walk.signIn(jonas, walk.first.earlierUser());
    }

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void oneAsksAnotherCarriesOutAndTheNextLogInEnrols() {
        ask("Phone lost on the way to work", "URGENT");
        assertThat(amira.uri()).isEqualTo("/resets");
        assertThat(nils.get("/resets").body())
                .contains("Jonas Lind", "Phone lost on the way to work", "Urgent", "amira@example.org");
        carryOut(nils);
        assertThat(nils.text("notice")).contains("was removed", JONAS, "24 hours");
        assertThat(jonas.get("/account").uri().getPath()).as("sessions end").isEqualTo("/login");

        var again = walk.browser();
        again.get(link());
        assertThat(again.text("notice")).contains("Your authenticator was reset");
        again.submit("/login", Map.of("username", JONAS, "password", Walk.PASSWORD));
        assertThat(again.page()).contains("Set up your authenticator", "<svg id=\"qr\"");
        var fresh = Walk.scanned(again);
        again.submit("/enrol/verify", Map.of("code", walk.code(fresh)));
        walk.clock.nextStep();
        walk.logIn(again, JONAS, Walk.PASSWORD);
        assertThat(Walk.typeCode(again, walk.code(lost)).statusCode()).isEqualTo(403);
        assertThat(Walk.typeCode(again, walk.code(fresh)).uri().getPath()).isEqualTo("/account");
    }

    @Test
    void withoutTheLinkThePasswordEnrolsNothing() {
        resetJonas();
        assertThat(walk.logIn(jonas, JONAS, Walk.PASSWORD).statusCode()).isEqualTo(403);
        assertThat(jonas.text("error")).contains("Open the link in the e-mail");
        assertThat(jonas.get("/enrol").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void theLinkIsNothingWithoutThePassword() {
        resetJonas();
        jonas.get(link());
        assertThat(jonas.submit("/login", Map.of("username", JONAS, "password", "wrong"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(jonas.submit("/login", Map.of("username", JONAS, "password", Walk.PASSWORD))
                        .body())
                .as("the page keeps the link")
                .contains("<svg id=\"qr\"");
    }

    @Test
    void theLinkIsForItsPersonAlone() {
        resetJonas();
        jonas.get(link());
        jonas.submit("/login", Map.of("username", "amira@example.org", "password", Walk.PASSWORD));
        assertThat(jonas.page()).contains("Enter your code");
    }

    @Test
    void theLinkIsGoodForADayAndUntilItWasUsed() {
        resetJonas();
        var link = link();
        walk.clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(jonas.get(link).statusCode()).isEqualTo(200);
        walk.clock.advance(Duration.ofSeconds(1));
        assertThat(jonas.submit("/login", Map.of("username", JONAS, "password", Walk.PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        assertThat(jonas.get(link).statusCode()).isEqualTo(410);
    }

    @Test
    void theLinkWorksOnce() {
        resetJonas();
        var link = link();
        jonas.get(link);
        jonas.submit("/login", Map.of("username", JONAS, "password", Walk.PASSWORD));
        jonas.submit("/enrol/verify", Map.of("code", walk.code(Walk.scanned(jonas))));
        assertThat(walk.browser().get(link).statusCode()).isEqualTo(410);
    }

    @Test
    void theLinkSetsNoPasswordAndAnInvitationResetsNothing() {
        resetJonas();
        assertThat(jonas.get(link().replace("/reset", "/invitation")).statusCode())
                .isEqualTo(410);
        var invitation = Walk.path(walk.first.invitation());
        assertThat(jonas.get(invitation.replace("/invitation", "/reset")).statusCode())
                .isEqualTo(410);
    }

    @Test
    void whoAskedDoesNotCarryOutNorDecline() {
        ask("Lost", "NORMAL");
        for (var act : List.of("carry-out", "decline")) {
            amira.get("/resets");
            assertThat(amira.page()).doesNotContain("Carry out");
            assertThat(decide(amira, act).statusCode()).isEqualTo(409);
        }
        assertThat(jonas.get("/account").uri().getPath()).isEqualTo("/account");
    }

    @Test
    void nobodyCarriesOutTheirOwn() {
        askFor("nils@example.org");
        nils.get("/resets");
        assertThat(decide(nils, "carry-out").statusCode()).isEqualTo(409);
    }

    @Test
    void declinedMeansThatNothingChanges() {
        ask("Lost", "NORMAL");
        nils.get("/resets");
        decide(nils, "decline");
        assertThat(nils.text("notice")).contains("Declined");
        assertThat(jonas.get("/account").uri().getPath()).isEqualTo("/account");
        assertThat(decide(nils, "carry-out").statusCode()).isEqualTo(409);
        assertThat(amira.get("/resets").body()).contains("Declined by nils@example.org");
        ask("Lost again", "NORMAL");
        assertThat(nils.get("/resets").body()).contains("Lost again", "Carry out");
    }

    @Test
    void oneRequestIsOpenAtATime() {
        ask("Lost", "NORMAL");
        assertThat(ask("Lost", "NORMAL").statusCode()).isEqualTo(409);
        assertThat(walk.store.text("SELECT COUNT(*) FROM reset_request")).isEqualTo("1");
    }

    @Test
    void aReasonAndAPriorityAreNeeded() {
        assertThat(ask(" ", "NORMAL").statusCode()).isEqualTo(422);
        assertThat(ask("x".repeat(501), "NORMAL").statusCode()).isEqualTo(422);
        assertThat(ask("Lost", "AT ONCE").statusCode()).isEqualTo(422);
        assertThat(walk.store.text("SELECT COUNT(*) FROM reset_request")).isEqualTo("0");
    }

    @Test
    void eachRoleDoesItsPartAndNoOther() {
        ask("Lost", "NORMAL");
        assertThat(nils.get("/reset-request?id=" + walk.idOf(JONAS)).statusCode())
                .isEqualTo(403);
        nils.get("/account");
        assertThat(nils.submit("/reset-request", Map.of("id", walk.idOf(JONAS))).statusCode())
                .isEqualTo(403);
        for (var path : List.of("/resets", "/reset-request?id=" + walk.idOf(JONAS))) {
            assertThat(jonas.get(path).statusCode()).as(path).isEqualTo(403);
        }
        for (var act : List.of("carry-out", "decline")) {
            jonas.get("/account");
            assertThat(decide(jonas, act).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void anotherOrganisationsSupportDecidesNothing() {
        ask("Lost", "NORMAL");
        var lena = walk.browser();
        walk.signIn(lena, walk.first.otherAdministrator());
        assertThat(lena.get("/resets").body()).doesNotContain("Jonas");
        assertThat(decide(lena, "carry-out").statusCode()).isEqualTo(404);
        assertThat(lena.get("/reset-request?id=" + walk.idOf(JONAS)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void bothNeedACodeOfTheLastFiveMinutes() {
        walk.clock.advance(Duration.ofMinutes(5));
        assertThat(amira.get("/reset-request?id=" + walk.idOf(JONAS)).body()).contains("Confirm that it is you");
        amira.submit("/confirm", Map.of("code", walk.code(amirasAuthenticator)));
        assertThat(amira.page()).contains("Ask for a reset");
        amira.submit("/reset-request", Map.of("reason", "Lost", "priority", "NORMAL"));

        nils.get("/resets");
        assertThat(decide(nils, "carry-out").body()).contains("Confirm that it is you");
        assertThat(jonas.get("/account").uri().getPath()).isEqualTo("/account");
        nils.submit("/confirm", Map.of("code", walk.code(nilsAuthenticator)));
        carryOut(nils);
        assertThat(jonas.get("/account").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void neitherOfTheTwoSeesASeedOrTheLink() {
        resetJonas();
        var link = link();
        for (var seen : List.of(amira.seen(), nils.seen())) {
            var afterTheirOwn =
                    seen.stream().filter(page -> page.contains("Resets")).toList();
            assertThat(afterTheirOwn).isNotEmpty().noneMatch(page -> page.contains("id=\"secret\""));
            assertThat(seen).noneMatch(page -> page.contains(link));
        }
    }

    @Test
    void whileTheStoreFailsNothingIsReset() {
        ask("Lost", "NORMAL");
        for (int statement = 1; statement < 40; statement++) {
            nils.get("/resets");
            walk.store.failAt(statement);
            var response = nils.tab().post("/resets/carry-out", Map.of("id", requestId()));
            if (!walk.store.repair()) {
                assertThat(response.statusCode()).isEqualTo(200);
                return;
            }
            assertThat(response.statusCode()).as("statement " + statement).isEqualTo(500);
            assertThat(jonas.get("/account").uri().getPath()).isEqualTo("/account");
        }
        throw new AssertionError("every request failed");
    }

    private void resetJonas() {
        ask("Lost", "NORMAL");
        carryOut(nils);
        assertThat(nils.text("notice")).contains("was removed");
    }

    private HttpResponse<String> ask(String reason, String priority) {
        amira.get("/reset-request?id=" + walk.idOf(JONAS));
        return amira.submit("/reset-request", Map.of("reason", reason, "priority", priority));
    }

    private void askFor(String userName) {
        amira.get("/reset-request?id=" + walk.idOf(userName));
        amira.submit("/reset-request", Map.of("reason", "Lost", "priority", "NORMAL"));
        assertThat(amira.uri()).isEqualTo("/resets");
    }

    private void carryOut(Browser by) {
        by.get("/resets");
        decide(by, "carry-out");
    }

    private HttpResponse<String> decide(Browser by, String act) {
        return by.submit("/resets/" + act, Map.of("id", requestId()));
    }

    private String requestId() {
        return walk.store.text("SELECT id FROM reset_request ORDER BY CASE WHEN open_for IS NULL THEN 1 ELSE 0 END");
    }

    private String link() {
        return Walk.newestLink(
                walk.browser().get(Walk.path(walk.server.outbox())).body(), JONAS);
    }
}
