import dev.tessera.otp.Code;
import dev.tessera.otpauth.MigrationPayload;
import dev.tessera.otpauth.OtpauthException;
import dev.tessera.otpauth.OtpauthUri;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/// Any text as a link, and any bytes as a transfer code: accounts that have codes and can be written as a link again, or
/// our exception with a sentence.
public final class LinkFuzz {
    private static final Instant NOW = Instant.ofEpochSecond(1_764_000_000);

    private LinkFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        link(new String(data, StandardCharsets.UTF_8));
        transfer(new String(data, StandardCharsets.UTF_8));
        transfer("otpauth-migration://offline?data="
                + Base64.getEncoder().encodeToString(data).replace("+", "%2B").replace("=", "%3D"));
        Fuzzing.within(start, Duration.ofSeconds(2), "a text");
    }

    private static void link(String text) {
        try {
            var account = OtpauthUri.parse(text).account();
            Code code = account.credential().codeAt(NOW);
            var again = OtpauthUri.parse(OtpauthUri.format(account)).account();
            if (!again.credential().codeAt(NOW).equals(code)) {
                throw new AssertionError("written as a link it has another code");
            }
        } catch (OtpauthException refused) {
            requireSentence(refused);
        }
    }

    private static void transfer(String text) {
        try {
            var payload = MigrationPayload.parse(text);
            for (var account : payload.accounts()) {
                account.account().credential().codeAt(NOW);
            }
        } catch (OtpauthException refused) {
            requireSentence(refused);
        }
    }

    private static void requireSentence(Exception refused) {
        if (refused.getMessage() == null || refused.getMessage().isBlank()) {
            throw new AssertionError("no sentence", refused);
        }
    }
}
