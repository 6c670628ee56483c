package dev.tessera.clock;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.commons.net.ntp.NtpV3Packet;

/// What a server sent, looked at as RFC 4330 section 5 says. That it answers our question was seen before.
///
/// @param packet as it came
record SntpReply(NtpV3Packet packet) {
    private static final int SERVER = 4;
    private static final int LEAST_VERSION = 3;
    private static final int MOST_VERSION = 4;

    /// Of the leap indicator: its clock was never set.
    private static final int UNSET = 3;

    /// A server counts from 1; from 16 on it does not know the time (RFC 5905, figure 11).
    private static final int MOST_STRATUM = 15;

    /// `MAXDISP` of RFC 5905: who is further off does not know the time.
    private static final Duration MOST_DISTANCE = Duration.ofSeconds(16);

    /// What the two systems take to read their clocks and to pass packets on, and what servers are off beyond what they
    /// say.
    private static final Duration SLACK = Duration.ofMillis(20);

    /// Seconds from 1900 to 1970.
    private static final long EPOCH = 2_208_988_800L;

    private static final long ERA = 1L << 32;
    private static final long NANOS = 1_000_000_000L;
    private static final int FRACTION_BITS = 16;

    /// @param asked this computer's time of the question
    /// @param taken how long the answer took
    Answer toAnswer(TimeServer server, Instant asked, Duration taken) {
        if (packet.getMode() != SERVER
                || packet.getVersion() < LEAST_VERSION
                || packet.getVersion() > MOST_VERSION
                || packet.getTransmitTimeStamp().ntpValue() == 0) {
            return useless(server, Answer.Reason.NONSENSE, "");
        }
        int stratum = packet.getStratum() & 0xff;
        if (stratum == 0) {
            return useless(server, Answer.Reason.UNWILLING, kissCode());
        }
        var distance = shortTime(packet.getRootDelay()).abs().dividedBy(2).plus(dispersion());
        if (stratum > MOST_STRATUM
                || packet.getLeapIndicator() == UNSET
                || packet.getReferenceTimeStamp().ntpValue() == 0
                || distance.compareTo(MOST_DISTANCE) >= 0) {
            return useless(server, Answer.Reason.UNSET, "");
        }
        var received = instant(packet.getReceiveTimeStamp().ntpValue());
        var sent = instant(packet.getTransmitTimeStamp().ntpValue());
        var held = Duration.between(received, sent);
        if (held.isNegative() || held.compareTo(taken.plus(SLACK)) > 0) {
            return useless(server, Answer.Reason.NONSENSE, "");
        }
        var forth = Duration.between(asked, received);
        var back = Duration.between(asked.plus(taken), sent);
        var amount = forth.plus(back).dividedBy(2);
        var way = taken.minus(held).abs().dividedBy(2);
        return new Answer.Told(server, new Offset(amount, way.plus(distance).plus(SLACK)));
    }

    private Duration dispersion() {
        return Duration.ofNanos(((packet.getRootDispersion() & 0xffff_ffffL) * NANOS) >>> FRACTION_BITS);
    }

    private static Duration shortTime(int value) {
        return Duration.ofNanos(((long) value * NANOS) >> FRACTION_BITS);
    }

    /// Such as RATE; empty where it is none. Never shown as it came.
    private String kissCode() {
        int id = packet.getReferenceId();
        var text = new String(
                new byte[] {(byte) (id >>> 24), (byte) (id >>> 16), (byte) (id >>> 8), (byte) id},
                StandardCharsets.US_ASCII);
        return text.matches("[A-Z]{4}") ? text : "";
    }

    /// The era that begins in 2036 is the one of numbers without their highest bit (RFC 4330 section 3).
    private static Instant instant(long value) {
        long seconds = value >>> 32;
        long era = seconds >= ERA / 2 ? 0 : ERA;
        long nanos = ((value & 0xffff_ffffL) * NANOS) >>> 32;
        return Instant.ofEpochSecond(seconds + era - EPOCH, nanos);
    }

    private static Answer useless(TimeServer server, Answer.Reason reason, String detail) {
        return new Answer.Useless(server, reason, detail);
    }
}
