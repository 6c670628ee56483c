package dev.tessera.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void makeKeystore() throws IOException, InterruptedException {
        TestKeystore.in(folder);
    }

    @Test
    void theWholeWayGoesOverTlsWithACookieForItAlone() throws GeneralSecurityException, IOException {
        try (var walk = new Walk(options(List.of("localhost")), Walk.CHEAP)) {
            assertThat(walk.server.address().toString()).startsWith("https://localhost:");
            assertThat(walk.first.invitation().toString()).startsWith("https://localhost:");
            var browser = browser(walk.server.address());
            var response = browser.get("/login");
            assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
                    .matches("__Host-login-\\d+=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict; Secure");
            assertThat(response.headers().firstValue("Strict-Transport-Security"))
                    .as("others serve on this computer, too")
                    .isEmpty();
            var credential = walk.enrolAndReachCodePage(browser);
            Walk.typeCode(browser, walk.code(credential));
            assertThat(browser.page()).contains("Your account");
        }
    }

    @Test
    void aCookieWithoutTheNameForTlsIsNone() throws GeneralSecurityException, IOException {
        try (var walk = new Walk(options(List.of("localhost")), Walk.CHEAP)) {
            var browser = browser(walk.server.address());
            var credential = walk.enrolAndReachCodePage(browser);
            Walk.typeCode(browser, walk.code(credential));
            browser.setCookie(String.valueOf(browser.cookie()).replace("__Host-", ""));
            assertThat(browser.get("/account").uri().getPath()).isEqualTo("/login");
        }
    }

    @Test
    void aPageWithoutTlsIsNoPageOfOurs() throws GeneralSecurityException, IOException {
        try (var walk = new Walk(options(List.of("localhost")), Walk.CHEAP)) {
            var browser = browser(walk.server.address());
            browser.get("/login");
            var form = browser.form("/login", Map.of("username", "a", "password", "b"))
                    .header("Origin", browser.origin().replace("https", "http"));
            assertThat(browser.send(form.build()).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void itAnswersToTheNamesThatWereAllowedAndNoOther() throws GeneralSecurityException, IOException {
        try (var walk = new Walk(options(List.of("login.example.org", "proxy.example.org:8443")), Walk.CHEAP)) {
            int port = walk.server.address().getPort();
            assertThat(walk.server.address().getHost()).isEqualTo("login.example.org");
            for (var host : List.of("login.example.org:" + port, "proxy.example.org:8443", "localhost:" + port)) {
                assertThat(statusFor(host, port)).as(host).contains(" 200 ");
            }
            for (var host : List.of("evil.example.org:" + port, "login.example.org", "proxy.example.org:" + port)) {
                assertThat(statusFor(host, port)).as(host).contains(" 421 ");
            }
        }
    }

    @Test
    void twoProtocolsAreSpoken() throws GeneralSecurityException, IOException {
        try (var walk = new Walk(options(List.of("localhost")), Walk.CHEAP)) {
            for (var protocol : List.of("TLSv1.2", "TLSv1.3")) {
                try (var socket = (SSLSocket) context()
                        .getSocketFactory()
                        .createSocket("localhost", walk.server.address().getPort())) {
                    socket.setEnabledProtocols(new String[] {protocol});
                    socket.startHandshake();
                    assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
                }
            }
        }
    }

    @Test
    void aWrongPasswordAndAMissingFileAreNamed() throws IOException {
        Files.writeString(folder.resolve("password"), "wrong");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> DemoServer.start(options(List.of())).close())
                .withMessageContaining("keystore")
                .withMessageNotContaining("wrong\n");
        Files.delete(keystore());
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> DemoServer.start(options(List.of())).close())
                .withMessageContaining(keystore().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "login.example.org", ""})
    void withoutTlsItListensOnLoopbackAddressesAlone(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Network(
                        0, address, List.of("login.example.org"), Optional.empty(), Optional.empty(), false))
                .withMessageContaining("without TLS");
    }

    @Test
    void whoListensToOthersSaysItsNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Network(0, "0.0.0.0", List.of(), Optional.of(pair()), Optional.empty(), false))
                .withMessageContaining("the names it answers to");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Network(0, "0.0.0.0", List.of("a b"), Optional.of(pair()), Optional.empty(), false));
    }

    private DemoOptions options(List<String> hosts) {
        return DemoOptions.standard()
                .withNetwork(new Network(0, "127.0.0.1", hosts, Optional.of(pair()), Optional.empty(), false));
    }

    private Network.Keystore pair() {
        return new Network.Keystore(keystore(), folder.resolve("password"));
    }

    private Path keystore() {
        return folder.resolve("server.p12");
    }

    private Browser browser(URI address) throws GeneralSecurityException, IOException {
        return new Browser(address, client());
    }

    @Test
    void aNameOfItsOwnIsForTlsAloneAndNoOtherIs() throws GeneralSecurityException, IOException {
        try (var walk = new Walk(options(List.of("login.example.org")), Walk.CHEAP)) {
            int port = walk.server.address().getPort();
            assertThat(answerFor("login.example.org:" + port, port).lines())
                    .contains("Strict-Transport-Security: max-age=63072000");
            for (var host : List.of("localhost:" + port, "127.0.0.1:" + port)) {
                assertThat(answerFor(host, port)).as(host).contains(" 200 ").doesNotContain("Strict-Transport");
            }
        }
    }

    private String statusFor(String host, int port) throws GeneralSecurityException, IOException {
        return answerFor(host, port).lines().findFirst().orElse("");
    }

    private String answerFor(String host, int port) throws GeneralSecurityException, IOException {
        try (var socket = context().getSocketFactory().createSocket("localhost", port)) {
            socket.getOutputStream()
                    .write(("GET /login HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private HttpClient client() throws GeneralSecurityException, IOException {
        return HttpClient.newBuilder().sslContext(context()).build();
    }

    private SSLContext context() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(keystore().toFile(), TestKeystore.PASSWORD.toCharArray());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("mykey"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
