package dev.tessera.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A small web server of the test's own: those of libraries write the date themselves.
class WebTimeTest {
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private ServerSocket socket;
    private Supplier<String> headers = () -> "";

    @BeforeEach
    void serve() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::answerAll);
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
    }

    private void answerAll() {
        try {
            while (true) {
                try (var caller = socket.accept()) {
                    var lines = new BufferedReader(
                            new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
                    requests.add(lines.readLine());
                    while (!lines.readLine().isEmpty()) {
                        // to the end of the request
                    }
                    var answer = "HTTP/1.1 301 Moved\r\n" + headers.get()
                            + "Location: https://elsewhere.invalid/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
                    caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException _) {
            // closed: the test is over
        }
    }

    private static String date(Duration ahead) {
        return "Date: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        ZonedDateTime.now(ZoneOffset.UTC).plus(ahead))
                + "\r\n";
    }

    private Measurement measure() throws Exception {
        return new WebTime(LocalClock.of(InstantSource.system()))
                .ask(URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"));
    }

    @ParameterizedTest
    @CsvSource({"0", "45", "-600", "86400"})
    void theDateTellsHowFarTheClockIsOff(long seconds) throws Exception {
        headers = () -> date(Duration.ofSeconds(seconds));
        var offset = measure().offset();
        assertThat(offset.amount().minusSeconds(seconds).abs()).isLessThanOrEqualTo(offset.bound());
        assertThat(offset.bound())
                .as("a date is told to a second")
                .isBetween(Duration.ofMillis(10), Duration.ofSeconds(3));
        assertThat(requests)
                .as("without the page, and not elsewhere")
                .allMatch("HEAD / HTTP/1.1"::equals)
                .hasSize(2);
    }

    @Test
    void aCopyIsAsOldAsItSays() throws Exception {
        headers = () -> date(Duration.ofMinutes(-5)) + "Age: 300\r\n";
        var offset = measure().offset();
        assertThat(offset.amount().abs()).isLessThanOrEqualTo(offset.bound());
    }

    @ParameterizedTest
    @CsvSource({"''", "'Date: yesterday\r\n'", "'Date: Fri, 27 Nov 2026 12:00:00 GMT\r\nAge: soon\r\n'"})
    void withoutADateThereIsNoTime(String sent) {
        headers = () -> sent;
        assertFails(NoTimeException.Kind.NO_DATE);
    }

    @Test
    void datesThatContradictEachOtherAreNoUse() {
        headers = () -> date(Duration.ofMinutes(requests.size()));
        assertFails(NoTimeException.Kind.DISAGREEMENT);
    }

    @Test
    void theNineteenthCenturyIsNoTime() {
        headers = () -> "Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n";
        assertFails(NoTimeException.Kind.IMPLAUSIBLE);
    }

    @Test
    void whereNobodyListensThatIsTold() throws IOException {
        socket.close();
        assertFails(NoTimeException.Kind.NO_PAGE);
    }

    private void assertFails(NoTimeException.Kind kind) {
        assertThatThrownBy(this::measure)
                .isInstanceOfSatisfying(
                        NoTimeException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/, true",
        "HTTPS://example.org:8443/a, true",
        "http://example.org/, false",
        "http://127.0.0.1:80/, true",
        "http://localhost/, true",
        "http://[::1]/, true",
        "http://127.0.0.1.example.org/, false",
        "http://localhost.example.org/, false",
        "https://ann:secret@example.org/, false",
        "https:///, false",
        "file:///etc/passwd, false",
        "ftp://localhost/, false",
        "example.org, false",
    })
    void onlyHttpsIsAsked(String page, boolean allowed) {
        assertThat(WebTime.isAllowed(URI.create(page))).isEqualTo(allowed);
    }
}
