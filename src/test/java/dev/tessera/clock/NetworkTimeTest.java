package dev.tessera.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.clock.Answer.Reason;
import java.net.DatagramSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Servers on loopback, good ones and others.
class NetworkTimeTest {
    private static final Duration NEAR = Duration.ofMillis(500);

    private final List<FakeTimeServer> servers = new ArrayList<>();

    @AfterEach
    void close() {
        servers.forEach(FakeTimeServer::close);
    }

    private FakeTimeServer add(FakeTimeServer server) {
        servers.add(server);
        return server;
    }

    private Measurement measure() throws Exception {
        return new NetworkTime(LocalClock.of(InstantSource.system()))
                .ask(servers.stream().map(FakeTimeServer::address).toList());
    }

    @Test
    void whatTheyAgreeOnIsFound() throws Exception {
        for (int i = 0; i < 3; i++) {
            add(FakeTimeServer.ahead(Duration.ofSeconds(45)));
        }
        var measured = measure();
        assertThat(measured.offset().amount()).isBetween(Duration.ofMillis(44_500), Duration.ofMillis(45_500));
        assertThat(measured.offset().isBehind()).isTrue();
        assertThat(measured.offset().bound()).isPositive().isLessThan(NEAR);
        assertThat(measured.agreeing()).isEqualTo(3);
        assertThat(measured.isConfirmed()).isTrue();
    }

    @Test
    void oneOfThreeThatLiesIsThrownOut() throws Exception {
        add(FakeTimeServer.ahead(Duration.ofSeconds(-10)));
        var liar = add(FakeTimeServer.ahead(Duration.ofDays(1)));
        add(FakeTimeServer.ahead(Duration.ofSeconds(-10)));
        var measured = measure();
        assertThat(measured.offset().amount()).isBetween(Duration.ofMillis(-10_500), Duration.ofMillis(-9_500));
        assertThat(measured.offset().isBehind()).isFalse();
        assertThat(measured.agreeing()).isEqualTo(2);
        assertThat(measured.asked())
                .filteredOn(asked -> !asked.agrees())
                .extracting(asked -> asked.answer().server())
                .containsExactly(liar.address());
    }

    @Test
    void twoThatContradictEachOtherAreNoUse() {
        add(FakeTimeServer.ahead(Duration.ZERO));
        add(FakeTimeServer.ahead(Duration.ofHours(1)));
        assertThatThrownBy(this::measure)
                .isInstanceOfSatisfying(
                        NoTimeException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(NoTimeException.Kind.DISAGREEMENT));
    }

    @Test
    void oneThatAnswersAmongSeveralIsNotConfirmed() throws Exception {
        add(FakeTimeServer.silent());
        add(FakeTimeServer.ahead(Duration.ZERO));
        var measured = measure();
        assertThat(measured.isConfirmed()).isFalse();
        assertThat(measured.told()).isEqualTo(1);
        assertThat(reason(measured.asked().getFirst().answer())).isEqualTo(Reason.SILENT);
    }

    @Test
    void aTimeBeforeThisProgramIsRefused() {
        add(FakeTimeServer.ahead(Duration.ofDays(-3650)));
        assertThatThrownBy(this::measure)
                .isInstanceOfSatisfying(
                        NoTimeException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(NoTimeException.Kind.IMPLAUSIBLE));
    }

    static Stream<Arguments> badAnswers() {
        return Stream.of(
                bad("not set", Reason.UNSET, packet -> with(packet, 0, 0b11_100_100)),
                bad("stratum 16", Reason.UNSET, packet -> with(packet, 1, 16)),
                bad("stratum 255", Reason.UNSET, packet -> with(packet, 1, 255)),
                bad("never set", Reason.UNSET, packet -> with(packet, 16, 0, 0, 0, 0, 0, 0, 0, 0)),
                bad("16 s of dispersion", Reason.UNSET, packet -> with(packet, 8, 0, 16, 0, 0)),
                bad("40 s of delay", Reason.UNSET, packet -> with(packet, 4, 0, 40, 0, 0)),
                bad("a client", Reason.NONSENSE, packet -> with(packet, 0, 0b00_100_011)),
                bad("version 7", Reason.NONSENSE, packet -> with(packet, 0, 0b00_111_100)),
                bad("no time", Reason.NONSENSE, packet -> with(packet, 40, 0, 0, 0, 0, 0, 0, 0, 0)),
                bad("sent before it came", Reason.NONSENSE, packet -> moved(packet, 40, -5)),
                bad("held for longer than it took", Reason.NONSENSE, packet -> moved(packet, 32, -5)),
                bad("another question", Reason.FOREIGN, packet -> with(packet, 24, 1, 2, 3, 4)),
                bad("no question", Reason.FOREIGN, packet -> with(packet, 24, 0, 0, 0, 0, 0, 0, 0, 0)),
                bad("short", Reason.FOREIGN, packet -> Arrays.copyOf(packet, 47)));
    }

    private static Arguments bad(String what, Reason reason, UnaryOperator<byte[]> change) {
        return Arguments.of(what, reason, change);
    }

    private static byte[] with(byte[] packet, int at, int... values) {
        for (int i = 0; i < values.length; i++) {
            packet[at + i] = (byte) values[i];
        }
        return packet;
    }

    private static byte[] moved(byte[] packet, int at, int seconds) {
        var buffer = ByteBuffer.wrap(packet);
        buffer.putInt(at, buffer.getInt(at) + seconds);
        return packet;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badAnswers")
    void aBadAnswerIsSeenAsWhatItIs(String what, Reason reason, UnaryOperator<byte[]> change) {
        add(FakeTimeServer.sending(change));
        assertThatThrownBy(this::measure).as(what).isInstanceOfSatisfying(NoTimeException.class, failure -> {
            assertThat(failure.kind()).isEqualTo(NoTimeException.Kind.NOBODY);
            assertThat(failure.answers()).extracting(NetworkTimeTest::reason).containsExactly(reason);
        });
    }

    @Test
    void whoAsksToBeLeftAloneIsAskedOnce() {
        var unwilling = add(FakeTimeServer.unwilling("RATE"));
        assertThatThrownBy(this::measure)
                .isInstanceOfSatisfying(
                        NoTimeException.class,
                        failure -> assertThat(failure.answers())
                                .containsExactly(new Answer.Useless(unwilling.address(), Reason.UNWILLING, "RATE")));
        assertThat(unwilling.asked()).isEqualTo(1);
    }

    @Test
    void itsCodeIsNotToldAsItCame() {
        add(FakeTimeServer.unwilling("\033[2J"));
        assertThatThrownBy(this::measure)
                .isInstanceOfSatisfying(
                        NoTimeException.class,
                        failure -> assertThat(
                                        ((Answer.Useless) failure.answers().getFirst()).detail())
                                .isEmpty());
    }

    @Test
    void aLostPacketIsAskedForAgain() throws Exception {
        var lost = new boolean[1];
        var server = add(FakeTimeServer.sending(packet -> {
            boolean first = !lost[0];
            lost[0] = true;
            return first ? new byte[0] : packet;
        }));
        assertThat(measure().offset().amount()).isBetween(NEAR.negated(), NEAR);
        assertThat(server.asked()).isEqualTo(2);
    }

    @Test
    void whereNobodyListensThatIsSeen() throws Exception {
        int port;
        try (var free = new DatagramSocket(0)) {
            port = free.getLocalPort();
        }
        var nobody = new TimeServer("127.0.0.1", port);
        assertThat(new Sntp(LocalClock.of(InstantSource.system())).ask(nobody))
                .isEqualTo(new Answer.Useless(nobody, Reason.UNREACHABLE, ""));
        var nameless = new TimeServer("nobody.invalid", 123);
        assertThat(new Sntp(LocalClock.of(InstantSource.system())).ask(nameless))
                .isEqualTo(new Answer.Useless(nameless, Reason.UNKNOWN_NAME, ""));
    }

    /// What is sent says nothing of this computer, and is never the same.
    @Test
    void theQuestionHoldsNoTime() throws Exception {
        var seen = new ArrayList<Long>();
        add(FakeTimeServer.sending(packet -> {
            seen.add(ByteBuffer.wrap(packet).getLong(24));
            return packet;
        }));
        for (int i = 0; i < 3; i++) {
            var _ = measure();
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(3);
        long now = System.currentTimeMillis() / 1000 + 2_208_988_800L;
        assertThat(seen)
                .filteredOn(sign -> Math.abs((sign >>> 32) - now) > 3600)
                .hasSizeGreaterThan(1);
    }

    /// The numbers begin anew in 2036.
    @Test
    void theNextEraIsRead() throws Exception {
        var from = Duration.ofDays(3700);
        add(FakeTimeServer.ahead(from));
        var amount = measure().offset().amount();
        assertThat(amount).isBetween(from.minus(NEAR), from.plus(NEAR));
    }

    private static Reason reason(Answer answer) {
        return ((Answer.Useless) answer).reason();
    }
}
