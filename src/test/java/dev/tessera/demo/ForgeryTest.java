package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeryTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Walk walk = new Walk();
    private final Browser browser = walk.browser();

    @AfterEach
    void close() {
        walk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "http://evil.example,",
        "http://127.0.0.1:1,",
        "https://127.0.0.1,",
        "null,",
        ",",
        ",same-origin",
        "null,cross-site",
        "null,same-site",
        "null,none",
        "own,cross-site",
        "own,same-site"
    })
    void aPostFromElsewhereChangesNothing(String origin, String site) {
        atEnrolment();
        var request = browser.form("/logout", Map.of());
        withHeaders(request, origin, site);
        assertThat(browser.send(request.build()).statusCode()).isEqualTo(403);
        assertThat(browser.get("/enrol").uri().getPath()).isEqualTo("/enrol");
    }

    @ParameterizedTest
    @CsvSource({"own,", "own,same-origin", "null,same-origin"})
    void aPostFromOurOwnPagesIsTaken(String origin, String site) {
        atEnrolment();
        var request = browser.form("/logout", Map.of());
        withHeaders(request, origin, site);
        assertThat(browser.send(request.build()).statusCode()).isEqualTo(200);
        assertThat(browser.get("/enrol").uri().getPath()).isEqualTo("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aPostWithoutTheFormTokenChangesNothing(String token) {
        atEnrolment();
        assertThat(browser.post("/logout", Map.of("formToken", token)).statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/enrol").uri().getPath()).isEqualTo("/enrol");
    }

    @Test
    void theFormTokenOfAnotherBrowserIsRefused() {
        atEnrolment();
        var attacker = walk.browser();
        attacker.get("/login");
        attacker.setCookie(browser.cookie());
        assertThat(attacker.post("/enrol", Map.of()).statusCode()).isEqualTo(403);
        assertThat(attacker.post("/enrol/verify", Map.of("code", "123456")).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/logout",
                "/enrol/verify",
                "/person/grant",
                "/person/take",
                "/resets/carry-out",
                "/resets/decline",
                "/recovery-codes",
                "/logout-everywhere",
                "/authenticator/verify"
            })
    void whatChangesAnythingIsNotForGet(String path) {
        atEnrolment();
        assertThat(browser.get(path).statusCode()).isEqualTo(405);
        assertThat(browser.get("/enrol").uri().getPath()).isEqualTo("/enrol");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "127.0.0.1", "127.0.0.1:1", "evil.example:PORT", "127.0.0.1.evil.example:PORT"})
    void aForeignHostIsTurnedAway(String host) throws IOException {
        var answer = raw("GET /login HTTP/1.1\r\nHost: " + withPort(host) + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 421").doesNotContain("name=\"password\"");
    }

    @Test
    void localhostIsOurs() throws IOException {
        var answer =
                raw("GET /login HTTP/1.1\r\nHost: " + withPort("localhost:PORT") + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("name=\"password\"");
    }

    @Test
    void aRequestWithoutAHostGetsNoPageOfJettys() throws IOException {
        assertThat(raw("GET /login HTTP/1.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Security-Policy: default-src 'none'")
                .doesNotContainIgnoringCase("jetty");
    }

    @Test
    void aFormInAnotherFormIsRefused() {
        atEnrolment();
        for (var body : List.of("a=1&a=2", "a", "a=%zz", "a=" + "x".repeat(9000), "&".repeat(30))) {
            assertThat(post(body, FORM)).as(body.substring(0, 1)).isEqualTo(403);
        }
        assertThat(post("a=1", "text/plain")).isEqualTo(403);
        assertThat(browser.get("/enrol").uri().getPath()).isEqualTo("/enrol");
    }

    private int post(String body, String type) {
        var request = HttpRequest.newBuilder(walk.server.address().resolve("/logout"))
                .header("Origin", browser.origin())
                .header("Cookie", String.valueOf(browser.cookie()))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return browser.send(request.build()).statusCode();
    }

    private void atEnrolment() {
        walk.register(browser);
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        assertThat(browser.page()).contains("Set up your authenticator");
    }

    private void withHeaders(HttpRequest.Builder request, String origin, String site) {
        if (origin != null) {
            request.header("Origin", origin.equals("own") ? browser.origin() : origin);
        }
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
    }

    private String withPort(String host) {
        return host.replace("PORT", Integer.toString(walk.server.address().getPort()));
    }

    private String raw(String request) throws IOException {
        var address = walk.server.address();
        try (var socket = new Socket(address.getHost(), address.getPort());
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
