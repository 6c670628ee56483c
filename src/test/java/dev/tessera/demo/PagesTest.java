package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otpauth.OtpauthException;
import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.scan.QrEncoder;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesTest {
    private final Walk walk = new Walk();
    private final Browser browser = walk.browser();

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void theQrCodeAndTheTextHoldTheSameSecret() throws OtpauthException {
        enrolmentPage();
        var secret = browser.text("secret");
        assertThat(secret).matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}");
        var link = "otpauth://totp/Pexip%20Demo:sofia%40example.org?secret=" + secret.replace(" ", "")
                + "&issuer=Pexip%20Demo&algorithm=SHA1&digits=6&period=30";
        var path = QrEncoder.svg(link).replaceAll("(?s).*<path d=\"([^\"]+)\".*", "$1");
        assertThat(browser.page()).contains(path);
        assertThat(OtpauthUri.parse(link).repairs()).isEmpty();
    }

    @Test
    void theSeedIsShownOnce() {
        enrolmentPage();
        var secret = browser.text("secret");
        for (var path : new String[] {"/enrol", "/enrol", "/login", "/"}) {
            assertThat(browser.get(path).body()).doesNotContain("<svg id=\"qr\"", secret);
        }
        browser.get("/enrol");
        browser.submit("/enrol/verify", Map.of("code", "000000"));
        assertThat(browser.page()).doesNotContain("<svg id=\"qr\"").contains("Show a new QR code");
    }

    @Test
    void aNewQrCodeMakesTheOneBeforeItWorthless() {
        enrolmentPage();
        var first = Walk.scanned(browser);
        browser.get("/enrol");
        browser.submit("/enrol", Map.of());
        var second = Walk.scanned(browser);
        assertThat(browser.submit("/enrol/verify", Map.of("code", walk.code(first)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.submit("/enrol/verify", Map.of("code", walk.code(second)))
                        .body())
                .contains("Your authenticator is set up");
    }

    @Test
    void ofTwoTabsTheFirstToConfirmCounts() {
        enrolmentPage();
        var first = Walk.scanned(browser);
        var other = walk.browser();
        walk.logIn(other, walk.invited(), Walk.PASSWORD);
        var second = Walk.scanned(other);
        browser.submit("/enrol/verify", Map.of("code", walk.code(first)));
        assertThat(other.submit("/enrol/verify", Map.of("code", walk.code(second)))
                        .statusCode())
                .isEqualTo(409);
        assertThat(other.page()).contains("An authenticator is already set up");
        walk.clock.nextStep();
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        assertThat(Walk.typeCode(browser, walk.code(first)).uri().getPath()).isEqualTo("/account");
    }

    @Test
    void everyPageKeepsItselfOutOfCachesFramesAndReferrers() {
        assertGuarded(browser.get("/login"));
        assertGuarded(browser.get("/nowhere"));
        assertGuarded(browser.get(Walk.path(walk.first.invitation())));
        assertGuarded(browser.get(Walk.path(walk.server.outbox())));
        enrolmentPage();
        assertGuarded(browser.submit("/enrol", Map.of()));
        var credential = Walk.scanned(browser);
        assertGuarded(browser.submit("/enrol/verify", Map.of("code", walk.code(credential))));
        walk.clock.nextStep();
        assertGuarded(walk.logIn(browser, walk.invited(), Walk.PASSWORD));
        assertGuarded(Walk.typeCode(browser, walk.code(credential)));
        assertThat(browser.page()).contains("Your account");
    }

    @Test
    void everyPageSaysThatItIsADemonstration() {
        for (var path : new String[] {"/login", "/nowhere", Walk.path(walk.first.invitation())}) {
            assertThat(browser.get(path).body()).contains("This is a demonstration");
        }
    }

    @Test
    void whatPeopleTypeIsEscaped() {
        var typed = "\"><script>alert(1)</script>";
        walk.logIn(browser, typed, "x");
        assertThat(browser.page()).doesNotContain("<script").contains("&quot;&gt;&lt;script&gt;");
    }

    @Test
    void theStyleSheetAndTheIconAreOurOwn() {
        assertThat(browser.get("/style.css").headers().firstValue("Content-Type"))
                .hasValue("text/css;charset=utf-8");
        assertThat(browser.get("/icon.svg").headers().firstValue("Content-Type"))
                .hasValue("image/svg+xml");
        assertThat(browser.get("/login").body()).doesNotContain("<script", "https://", "style=");
    }

    private void enrolmentPage() {
        walk.register(browser);
        walk.logIn(browser, walk.invited(), Walk.PASSWORD);
        assertThat(browser.page()).contains("<svg id=\"qr\"");
    }

    private static void assertGuarded(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; style-src 'self';")
                .contains("frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }
}
