package dev.tessera.desktop.explain;

import static dev.tessera.desktop.control.Messages.leftToRight;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.explain.Neighbour;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.OtpParameters.Hotp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A line about one code.
///
/// @param step how many steps or codes it lies after the present one
/// @param when its time step by the person's clock, or its counter
/// @param note that it is the present one; empty of every other
/// @param code in groups
record NearCode(long step, String when, String note, String code) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    static NearCode of(Neighbour neighbour, OtpParameters parameters, ZoneId zone) {
        var code = neighbour.code();
        boolean present = neighbour.step() == 0;
        return parameters instanceof Hotp hotp
                ? new NearCode(
                        neighbour.step(),
                        text("card.counter-alone", Long.toString(hotp.counter() + neighbour.step())),
                        present ? text("explain.next") : "",
                        code.grouped())
                : new NearCode(
                        neighbour.step(),
                        leftToRight(time(code.validFrom(), zone) + " – " + time(code.validUntil(), zone)),
                        present ? text("explain.now") : "",
                        code.grouped());
    }

    private static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    /// Whether it is the one that counts now.
    boolean isPresent() {
        return step == 0;
    }

    /// What a screen reader says: when, then the code sign by sign.
    String spoken() {
        var about = note.isEmpty() ? when : note + ", " + when;
        return text("card.spoken", about, String.join(" ", code.replace(" ", "").split("")));
    }

    /// Hides the code.
    @Override
    public String toString() {
        return "NearCode[" + step + ", code hidden]";
    }
}
