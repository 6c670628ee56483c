package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTest {
    private static final String JONAS = "jonas@example.org";
    private static final String NILS = "nils@example.org";
    private static final String LENA = "lena@example.net";

    private final Walk walk = new Walk();
    private final Browser amira = walk.browser();

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void whatIsGrantedAndTakenCountsFromTheNextRequest() {
        var jonas = walk.browser();
        walk.signIn(jonas, walk.first.earlierUser());
        assertThat(jonas.get("/people").statusCode()).isEqualTo(403);
        walk.signIn(amira, walk.first.administrator());

        assertThat(change("grant", JONAS, "ADMIN").statusCode()).isEqualTo(200);
        assertThat(amira.page()).contains("id=\"has-ADMIN\"");
        assertThat(jonas.get("/people").statusCode()).isEqualTo(200);
        assertThat(jonas.page()).contains("Northwind Video", "Nils Berg");

        assertThat(change("take", JONAS, "ADMIN").statusCode()).isEqualTo(200);
        assertThat(jonas.get("/people").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, 403, 403", "ACCESS_ADMIN, 200, 200", "SUPPORT, 403, 403"})
    void eachRoleReachesItsOwnPagesAndNoOther(String role, int invite, int grant) {
        walk.signIn(amira, walk.first.administrator());
        var jonas = walk.browser();
        walk.signIn(jonas, walk.first.earlierUser());
        change("grant", JONAS, role);
        assertThat(jonas.get("/people").statusCode()).isEqualTo(role.equals("SUPPORT") ? 403 : 200);
        assertThat(jonas.get("/invite").statusCode()).isEqualTo(invite);
        jonas.get("/account");
        var granted = jonas.submit("/person/grant", Map.of("id", idOf(NILS), "role", "ADMIN"));
        assertThat(granted.statusCode()).isEqualTo(grant);
    }

    @Test
    void nobodyGrantsMoreThanTheyHave() {
        walk.signIn(amira, walk.first.administrator());
        var jonas = walk.browser();
        walk.signIn(jonas, walk.first.earlierUser());
        change("grant", JONAS, "ACCESS_ADMIN");
        jonas.get("/person?id=" + idOf(NILS));
        assertThat(jonas.page())
                .contains("value=\"ADMIN\"", "value=\"ACCESS_ADMIN\"")
                .doesNotContain("value=\"SUPPORT\"");
        for (var act : List.of("grant", "take")) {
            var response = jonas.submit("/person/" + act, Map.of("id", idOf(NILS), "role", "SUPPORT"));
            assertThat(response.statusCode()).as(act).isEqualTo(403);
            jonas.get("/account");
        }
        assertThat(amira.get("/person?id=" + idOf(NILS)).body()).contains("id=\"has-SUPPORT\"");
        var invited = submitInvite(jonas, Map.of("fullName", "Zoe", "email", "zoe@example.org", "role", "SUPPORT"));
        assertThat(invited.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWNER", "MEMBER", "", "is_admin"})
    void aRoleThatIsNoneIsRefused(String role) {
        walk.signIn(amira, walk.first.administrator());
        assertThat(change("grant", JONAS, role).statusCode()).isEqualTo(403);
    }

    @Test
    void theBorderOfTheOrganisationHolds() {
        walk.signIn(amira, walk.first.administrator());
        assertThat(amira.get("/people").body()).doesNotContain("Lena Brandt", "Harbour Radio");
        var lenasId = idOf(LENA);
        assertThat(amira.get("/person?id=" + lenasId).statusCode()).isEqualTo(404);
        for (var act : List.of("grant", "take")) {
            amira.get("/account");
            assertThat(amira.submit("/person/" + act, Map.of("id", lenasId, "role", "ACCESS_ADMIN"))
                            .statusCode())
                    .isEqualTo(404);
        }
        var lena = walk.browser();
        walk.signIn(lena, walk.first.otherAdministrator());
        assertThat(lena.get("/people").body()).contains("Lena Brandt").doesNotContain("Amira", "Northwind");
        assertThat(lena.get("/invite").statusCode()).isEqualTo(200);
    }

    @Test
    void theLastAccessAdminStays() {
        walk.signIn(amira, walk.first.administrator());
        assertThat(change("take", "amira@example.org", "ACCESS_ADMIN").statusCode())
                .isEqualTo(409);
        assertThat(amira.text("error")).contains("last Access Admin");
        assertThat(amira.get("/invite").statusCode()).isEqualTo(200);
    }

    @Test
    void whoHasNotRegisteredIsNoAccessAdmin() {
        walk.signIn(amira, walk.first.administrator());
        assertThat(change("grant", walk.invited(), "ACCESS_ADMIN").statusCode()).isEqualTo(409);
        var fields = Map.of("fullName", "Zoe", "email", "zoe@example.org", "role", "ACCESS_ADMIN");
        assertThat(submitInvite(amira, fields).statusCode()).isEqualTo(403);
    }

    @Test
    void anInvitedPersonHasTheRoleFromTheInvitation() {
        walk.signIn(amira, walk.first.administrator());
        submitInvite(amira, Map.of("fullName", "Zoe", "email", "zoe@example.org", "role", "ADMIN"));
        var zoe = walk.browser();
        walk.signInInvited(zoe, "zoe@example.org");
        assertThat(zoe.text("roles")).isEqualTo("Admin");
        assertThat(zoe.get("/people").statusCode()).isEqualTo(200);
    }

    @Test
    void invitingOnceMoreKeepsTheRoleAndSaysSo() {
        walk.signIn(amira, walk.first.administrator());
        var zoe = Map.of("fullName", "Zoe", "email", "zoe@example.org");
        submitInvite(amira, with(zoe, "ADMIN"));
        var mails = amira.get(Walk.path(walk.server.outbox())).body();
        assertThat(submitInvite(amira, with(zoe, "MEMBER")).statusCode()).isEqualTo(409);
        assertThat(amira.text("error")).contains("invited as Admin, and that cannot change");
        assertThat(amira.get(Walk.path(walk.server.outbox())).body())
                .as("nothing was sent")
                .isEqualTo(mails);
        assertThat(submitInvite(amira, with(zoe, "ADMIN")).statusCode()).isEqualTo(200);
    }

    @Test
    void aRoleWithAnInvitationNeedsACodeOfTheLastFiveMinutes() {
        var credential = walk.signIn(amira, walk.first.administrator());
        walk.clock.advance(Duration.ofMinutes(5));
        var zoe = Map.of("fullName", "Zoe", "email", "zoe@example.org");
        submitInvite(amira, with(zoe, "ADMIN"));
        assertThat(amira.page()).contains("Confirm that it is you");
        assertThat(walk.store.text("SELECT COUNT(*) FROM person WHERE user_name = 'zoe@example.org'"))
                .isEqualTo("0");
        amira.submit("/confirm", Map.of("code", walk.code(credential)));
        assertThat(amira.uri()).isEqualTo("/invite");
        submitInvite(amira, with(zoe, "ADMIN"));
        assertThat(amira.text("notice")).contains("on its way to zoe@example.org");
    }

    @Test
    void aChangeNeedsACodeOfTheLastFiveMinutes() {
        var credential = walk.signIn(amira, walk.first.administrator());
        walk.clock.advance(Duration.ofMinutes(5));
        var before = amira.cookie();
        change("grant", JONAS, "ADMIN");
        assertThat(amira.page()).contains("Confirm that it is you");
        assertThat(amira.submit("/confirm", Map.of("code", "12345")).statusCode())
                .isEqualTo(422);
        assertThat(amira.submit("/confirm", Map.of("code", walk.code(credential)))
                        .uri()
                        .getPath())
                .isEqualTo("/person");
        assertThat(amira.cookie()).isNotEqualTo(before);
        assertThat(amira.page()).doesNotContain("id=\"has-ADMIN\"");
        change("grant", JONAS, "ADMIN");
        assertThat(amira.page()).contains("id=\"has-ADMIN\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/outbox", "PERSON%0d%0aX: y", ""})
    void theConfirmationLeadsToPagesOfOursAlone(String page) {
        var credential = walk.signIn(amira, walk.first.administrator());
        walk.clock.nextStep();
        amira.get("/confirm");
        var fields = Map.of("code", walk.code(credential), "page", page, "id", "x&y=//evil.example");
        var response = amira.post("/confirm", fields);
        assertThat(response.headers().firstValue("Location")).hasValue("/account");
    }

    @Test
    void theLogSaysWhoChangedWhat() throws IOException {
        walk.signIn(amira, walk.first.administrator());
        change("grant", JONAS, "ADMIN");
        assertThat(walk.log().getLast())
                .isEqualTo(
                        "2026-11-25T14:32:37Z ROLE-GRANTED jonas@example.org 127.0.0.1 (Admin) by amira@example.org");
    }

    private HttpResponse<String> change(String act, String userName, String role) {
        amira.get("/person?id=" + idOf(userName));
        return amira.submit("/person/" + act, Map.of("id", idOf(userName), "role", role));
    }

    private static HttpResponse<String> submitInvite(Browser by, Map<String, String> fields) {
        by.get("/invite");
        return by.submit("/invite", fields);
    }

    private static Map<String, String> with(Map<String, String> fields, String role) {
        var all = new HashMap<>(fields);
        all.put("role", role);
        return all;
    }

    private String idOf(String userName) {
        return walk.idOf(userName);
    }
}
