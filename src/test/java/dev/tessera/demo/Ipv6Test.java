package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv6Test {
    @Test
    void theWholeWayGoesOverTheLoopbackAddress() throws IOException {
        assumeThat(hasLoopback()).isTrue();
        try (var walk = new Walk(DemoOptions.standard().withNetwork(network("::1")), Walk.CHEAP)) {
            assertThat(walk.server.address().toString()).matches("http://\\[::1]:\\d+/");
            assertThat(walk.first.invitation().getHost()).isEqualTo("[::1]");
            var browser = walk.browser();
            var credential = walk.enrolAndReachCodePage(browser);
            Walk.typeCode(browser, walk.code(credential));
            assertThat(browser.page()).contains("Your account");
            assertThat(browser.text("log")).contains("from 0:0:0:0:0:0:0:1 ").doesNotContain("[");
            assertThat(browser.get(Walk.path(walk.server.outbox())).statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "0:0:0:0:0:0:0:1"})
    void itAnswersToTheFormThatBrowsersWrite(String listen) {
        assertThat(network(listen).authorities(8080)).containsExactlyInAnyOrder("[::1]:8080", "localhost:8080");
        assertThat(network(listen).authorities(80)).contains("[::1]", "localhost");
        assertThat(network(listen).address(8080)).hasToString("http://[::1]:8080/");
    }

    @Test
    void whatIsHereIsKnownWithAndWithoutBrackets() {
        for (var host : List.of("[::1]", "::1", "127.0.0.1", "127.0.0.2", "localhost")) {
            assertThat(Network.isHere(host)).as(host).isTrue();
        }
        for (var host : List.of("[2001:db8::1]", "login.example.org", "192.0.2.1", "[]", "")) {
            assertThat(Network.isHere(host)).as(host).isFalse();
        }
    }

    private static Network network(String listen) {
        return new Network(0, listen, List.of(), Optional.empty(), Optional.empty(), false);
    }

    private static boolean hasLoopback() {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
            return socket.isBound();
        } catch (IOException _) { // a machine without IPv6
            return false;
        }
    }
}
