package dev.tessera.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeServerTest {
    @ParameterizedTest
    @CsvSource({
        "time.example.org, time.example.org, 123",
        "time.example.org:1123, time.example.org, 1123",
        "192.0.2.1, 192.0.2.1, 123",
        "[2001:db8::1], 2001:db8::1, 123",
        "[2001:db8::1]:1123, 2001:db8::1, 1123",
        "2001:db8::1, 2001:db8::1, 123",
        "::1, ::1, 123",
    })
    void aServerIsReadAndWritten(String text, String host, int port) {
        var server = TimeServer.parse(text);
        assertThat(server).isEqualTo(new TimeServer(host, port));
        assertThat(TimeServer.parse(server.toString())).isEqualTo(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "host:0", "host:65536", "host:123456", "host:", ":123", "[::1", "http://host"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> TimeServer.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theUsualOnesHaveDifferentOwners() {
        assertThat(TimeServer.USUAL)
                .hasSizeGreaterThanOrEqualTo(5)
                .extracting(server -> server.host().replaceFirst("^.*\\.([a-z]+\\.[a-z]+)$", "$1"))
                .doesNotHaveDuplicates();
    }
}
