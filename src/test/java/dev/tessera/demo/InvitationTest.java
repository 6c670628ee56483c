package dev.tessera.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationTest {
    private final Walk walk = new Walk();
    private final Browser browser = walk.browser();

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void theLinkWorksOnce() {
        walk.register(browser);
        assertThat(browser.get(Walk.path(walk.first.invitation())).statusCode()).isEqualTo(410);
        assertThat(browser.page()).contains("This link is no longer valid");
    }

    @Test
    void openingTheLinkUsesNothingUp() {
        for (int i = 0; i < 3; i++) {
            assertThat(browser.get(Walk.path(walk.first.invitation())).statusCode())
                    .isEqualTo(200);
        }
        walk.register(browser);
    }

    @Test
    void ofTwoLinksThatAreBothGoodOneSetsThePassword() throws Exception {
        var other = "b".repeat(43);
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(other.getBytes(UTF_8)));
        try (var connection = walk.store.real().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO ticket (token_hash, kind, person_id, expires_at) SELECT '" + hash
                    + "', kind, person_id, expires_at FROM ticket");
        }
        var tabs = List.of(walk.browser(), walk.browser());
        tabs.get(0).get(Walk.path(walk.first.invitation()));
        tabs.get(1).get("/invitation?token=" + other);
        walk.store.slowDown(5_000_000);
        var statuses =
                Parallel.run(2, i -> tabs.get(i).post("/invitation", Map.of("newPassword", Walk.PASSWORD + i))).stream()
                        .map(java.net.http.HttpResponse::statusCode)
                        .toList();
        assertThat(statuses).containsExactlyInAnyOrder(200, 410);
    }

    @Test
    void theLinkIsGoodForADay() {
        walk.clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(browser.get(Walk.path(walk.first.invitation())).statusCode()).isEqualTo(200);
        walk.clock.advance(Duration.ofSeconds(1));
        assertThat(browser.get(Walk.path(walk.first.invitation())).statusCode()).isEqualTo(410);
        assertThat(browser.get("/invitation").statusCode()).isEqualTo(410);
        assertThat(browser.get("/invitation?token=x").statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567",
                "password",
                "Passw0rd",
                "Password2026!",
                "aaaaaaaaaa",
                "87654321",
                "sofia-and-more",
                "SOFIA MARINO 1",
                "correct horse battery staple"
            })
    void aPasswordThatOthersWouldGuessIsRefusedAndTheLinkStaysGood(String password) {
        browser.get(Walk.path(walk.first.invitation()));
        var response = browser.submit("/invitation", Map.of("newPassword", password));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(browser.text("error")).isNotEmpty();
        walk.register(browser);
    }

    @Test
    void aPasswordMayBeLongAndInAnyScript() {
        var password = "Ω ὦ ξεῖν’, ἀγγέλλειν Λακεδαιμονίοις ὅτι τῇδε κείμεθα τοῖς κείνων ῥήμασι πειθόμενοι 🏛";
        browser.get(Walk.path(walk.first.invitation()));
        browser.submit("/invitation", Map.of("newPassword", password));
        assertThat(walk.logIn(browser, walk.invited(), password).body()).contains("Set up your authenticator");
        assertThat(walk.logIn(browser, walk.invited(), password.substring(0, 60))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theUserNameIsTheSameInAnyCase() {
        walk.register(browser);
        assertThat(walk.logIn(browser, " Sofia@Example.ORG ", Walk.PASSWORD).body())
                .contains("Set up your authenticator");
    }

    @Test
    void anAdministratorInvitesSomebodyWhoThenRegisters() {
        signInAsAdministrator();
        invite("Zoë \"Zo\" O'Neil", "zoe@example.org", "MEMBER");
        assertThat(browser.text("notice")).contains("zoe@example.org", "24 hours");

        var mail = walk.browser().get(Walk.path(walk.server.outbox())).body();
        assertThat(mail).contains("Zoë &quot;Zo&quot; O&#39;Neil &lt;zoe@example.org&gt;");
        var guest = walk.browser();
        guest.get(newestLink(mail));
        guest.submit("/invitation", Map.of("newPassword", Walk.PASSWORD));
        assertThat(walk.logIn(guest, "zoe@example.org", Walk.PASSWORD).body()).contains("Set up your authenticator");
    }

    @Test
    void aSecondInvitationEndsTheFirst() {
        signInAsAdministrator();
        invite("Sofia Marino", walk.invited(), "MEMBER");
        assertThat(browser.get(Walk.path(walk.first.invitation())).statusCode()).isEqualTo(410);
        var mail = browser.get(Walk.path(walk.server.outbox())).body();
        assertThat(browser.get(newestLink(mail)).statusCode()).isEqualTo(200);
    }

    @Test
    void whoHasAnAccountIsNotInvitedAgain() {
        signInAsAdministrator();
        invite("Jonas Lind", walk.first.earlierUser().userName(), "MEMBER");
        assertThat(browser.text("error")).contains("already has an account");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "zoe", "zoe@", "zoe@localhost", "a:b@example.org", "zoe@example.org\r\nBcc: x@example.org"})
    void aWrongAddressIsRefused(String address) {
        signInAsAdministrator();
        invite("Zoe", address, "MEMBER");
        assertThat(browser.text("error")).contains("such as ann@example.org");
    }

    @Test
    void anAddressIsNotTooLong() {
        signInAsAdministrator();
        var longest =
                "z".repeat(58) + ("@" + "e".repeat(63)) + ("." + "e".repeat(63)) + ("." + "e".repeat(63)) + ".org";
        assertThat(longest).hasSize(254);
        for (var tooLong : List.of("z" + longest, longest + ".com")) {
            browser.get("/invite");
            var fields = Map.of("fullName", "Zoe", "email", tooLong, "role", "MEMBER");
            assertThat(browser.submit("/invite", fields).statusCode()).isEqualTo(422);
            assertThat(browser.text("error")).contains("at most 254 characters");
        }
        invite("Zoe", longest, "MEMBER");
        assertThat(browser.text("notice")).contains("on its way");
    }

    @Test
    void aRoleThatThereIsNotIsRefused() {
        signInAsAdministrator();
        browser.get("/invite");
        var fields = Map.of("fullName", "Zoe", "email", "zoe@example.org", "role", "OWNER");
        assertThat(browser.submit("/invite", fields).statusCode()).isEqualTo(403);
    }

    @Test
    void aMemberInvitesNobody() {
        var credential = walk.enrolAndReachCodePage(browser);
        Walk.typeCode(browser, walk.code(credential));
        assertThat(browser.page()).contains("Your account").doesNotContain("People");
        assertThat(browser.get("/invite").statusCode()).isEqualTo(403);
        browser.get("/account");
        var fields = Map.of("fullName", "Zoe", "email", "zoe@example.org", "role", "MEMBER");
        assertThat(browser.submit("/invite", fields).statusCode()).isEqualTo(403);
    }

    @Test
    void eachMailIsAFile() throws IOException {
        try (var files = Files.list(walk.folder().resolve("outbox"))) {
            var mail = Mail.parse(Files.readString(files.toList().getFirst()));
            assertThat(mail.toAddress()).isEqualTo(walk.invited());
            assertThat(mail.subject()).isEqualTo("Your invitation to Pexip Demo");
            assertThat(mail.sentAt()).isEqualTo(FakeClock.START);
            assertThat(mail.text()).contains(walk.first.invitation().toString());
        }
    }

    @Test
    void theOutboxIsNotFoundByGuessing() {
        assertThat(browser.get("/outbox").statusCode()).isEqualTo(404);
        assertThat(walk.server.outbox().getPath()).matches("/outbox/[A-Za-z0-9_-]{43}");
    }

    private void invite(String name, String address, String role) {
        browser.get("/invite");
        browser.submit("/invite", Map.of("fullName", name, "email", address, "role", role));
    }

    private void signInAsAdministrator() {
        var user = walk.first.administrator();
        walk.logIn(browser, user.userName(), user.password());
        browser.submit("/new-password", Map.of("newPassword", Walk.PASSWORD));
        var credential = Walk.scanned(browser);
        browser.submit("/enrol/verify", Map.of("code", walk.code(credential)));
        walk.clock.nextStep();
        walk.logIn(browser, user.userName(), Walk.PASSWORD);
        Walk.typeCode(browser, walk.code(credential));
        assertThat(browser.page()).contains("Your account", "People");
    }

    /// The page shows the newest mail first.
    private static String newestLink(String outbox) {
        var link = Pattern.compile("href=\"http://[^/\"]+(/invitation\\?token=[^\"]+)\"")
                .matcher(outbox.replace("&#x3D;", "="));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
