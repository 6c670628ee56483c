package bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One code of six digits at a time, of time steps one after another, from the same secret.
@State(Scope.Thread)
public class Codes {
    private static final int PERIOD = 30;

    @Param({"SHA1", "SHA256", "SHA512"})
    public HmacAlgorithm algorithm;

    private Credential credential;
    private TimeBasedOneTimePasswordGenerator theirs;
    private SecretKeySpec theirKey;
    private long second = 1_800_000_000;

    @Setup
    public void prepare() {
        byte[] secret = "12345678901234567890".getBytes(US_ASCII);
        credential = new Credential(Secret.copyOf(secret), new OtpParameters.Totp(algorithm, 6, PERIOD));
        theirs = new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(PERIOD), 6, "Hmac" + algorithm);
        theirKey = new SecretKeySpec(secret, "Hmac" + algorithm);
        var code = tessera();
        second -= PERIOD;
        if (!code.equals(javaOtp())) {
            throw new AssertionError("they make different codes");
        }
    }

    @Benchmark
    public String tessera() {
        return credential.codeAt(next()).text();
    }

    @Benchmark
    public String javaOtp() {
        try {
            return theirs.generateOneTimePasswordString(theirKey, next());
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    /// A number is less work than a code: nobody can type it yet.
    @Benchmark
    public int javaOtpAsNumber() {
        try {
            return theirs.generateOneTimePassword(theirKey, next());
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    private Instant next() {
        return Instant.ofEpochSecond(second += PERIOD);
    }
}
