package dev.tessera.otp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HmacTest {
    private static final int LONGER_THAN_ANY_BLOCK = 300;

    /// RFC 2202 section 3 and RFC 4231 section 4, cases 1 and 2; the latter's case 6 has a key longer than a block.
    @ParameterizedTest(name = "{0}, a key of {1}")
    @CsvSource(textBlock = """
            SHA-1, 64, 20 x 0b, Hi There, b617318655057264e28bc0b6fb378c8ef146be00
            SHA-1, 64, Jefe, what do ya want for nothing?, effcdf6ae5eb2fa2d27416d5f184df9c259a7c79
            SHA-1, 64, 80 x aa, Test Using Larger Than Block-Size Key - Hash Key First, aa4ae5e15272d00e95705637ce8a3b55ed402112
            SHA-256, 64, 20 x 0b, Hi There, b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7
            SHA-256, 64, Jefe, what do ya want for nothing?, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843
            SHA-256, 64, 131 x aa, Test Using Larger Than Block-Size Key - Hash Key First, 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54
            SHA-512, 128, Jefe, what do ya want for nothing?, 164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737
            """)
    void agreesWithTheRfcs(String digest, int block, String key, String message, String mac) {
        assertThat(HexFormat.of().formatHex(new Hmac(digest, block).of(message.getBytes(US_ASCII), bytes(key))))
                .isEqualTo(mac);
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithThePlatformForKeysOfEachLength(HmacAlgorithm algorithm) throws GeneralSecurityException {
        var random = new Random(6238);
        var platform = Mac.getInstance("Hmac" + algorithm);
        for (int length = 1; length <= LONGER_THAN_ANY_BLOCK; length++) {
            byte[] key = new byte[length];
            random.nextBytes(key);
            long factor = random.nextLong();
            platform.init(new SecretKeySpec(key, "HMAC"));
            assertThat(algorithm.macOf(factor, key.clone()))
                    .isEqualTo(platform.doFinal(
                            ByteBuffer.allocate(8).putLong(factor).array()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void servesSeveralThreadsAtOnce(HmacAlgorithm algorithm) throws Exception {
        byte[] key = "12345678901234567890".getBytes(US_ASCII);
        Callable<String> macs = () -> IntStream.range(0, 2_000)
                .mapToObj(factor -> HexFormat.of().formatHex(algorithm.macOf(factor, key.clone())))
                .toList()
                .toString();
        var alone = macs.call();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var result : threads.invokeAll(Collections.nCopies(4, macs))) {
                assertThat(result.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void wipesAKeyLongerThanABlock() {
        byte[] key = bytes("131 x aa");
        HmacAlgorithm.SHA256.macOf(0, key);
        assertThat(key).containsOnly(0);
    }

    /// A text, or as in the RFCs `20 x 0b`.
    private static byte[] bytes(String key) {
        var parts = key.split(" x ");
        if (parts.length == 1) {
            return key.getBytes(US_ASCII);
        }
        byte[] bytes = new byte[Integer.parseInt(parts[0])];
        Arrays.fill(bytes, (byte) Integer.parseInt(parts[1], 16));
        return bytes;
    }
}
