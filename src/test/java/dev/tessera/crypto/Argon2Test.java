package dev.tessera.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Argon2.Variant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Our own Argon2 beside the RFC's tables and BouncyCastle's.
class Argon2Test {
    private static final int SETS = 120;

    /// RFC 9106 sections 5.1 and 5.3.
    @ParameterizedTest
    @CsvSource({
        "D, 512b391b6f1162975371d30919734294f868e3be3984f3c1a13a4db9fabe4acb",
        "ID, 0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
    })
    void givesTheTagsOfTheRfc(Variant variant, String expected) {
        byte[] derived = new Argon2(variant, 0x13, 32, 3, 4)
                .derive(32, repeated(32, 1), repeated(16, 2), repeated(8, 3), repeated(12, 4));
        assertThat(HexFormat.of().formatHex(derived)).isEqualTo(expected);
    }

    private static byte[] repeated(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @Test
    void givesWhatBouncyCastleDoes() {
        // Not by chance anew each time: what fails must fail again.
        var random = new Random(7);
        for (int i = 0; i < SETS; i++) {
            var variant = i % 2 == 0 ? Variant.D : Variant.ID;
            int version = i % 4 < 2 ? 0x13 : 0x10;
            int lanes = 1 + random.nextInt(8);
            int memory = 8 * lanes + random.nextInt(i % 10 == 0 ? 9_000 : 600);
            int passes = 1 + random.nextInt(4);
            byte[] password = new byte[random.nextInt(200)];
            random.nextBytes(password);
            byte[] salt = new byte[8 + random.nextInt(100)];
            random.nextBytes(salt);
            try (var key = new Argon2(variant, version, memory, passes, lanes).derive(password, salt)) {
                assertThat(key.toByteArray())
                        .as("%s, version %d, m %d, t %d, p %d", variant, version, memory, passes, lanes)
                        .isEqualTo(byBouncyCastle(variant, new int[] {version, memory, passes, lanes}, password, salt));
            }
        }
    }

    private static byte[] byBouncyCastle(Variant variant, int[] cost, byte[] password, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(
                        variant == Variant.D ? Argon2Parameters.ARGON2_d : Argon2Parameters.ARGON2_id)
                .withVersion(cost[0])
                .withMemoryAsKB(cost[1])
                .withIterations(cost[2])
                .withParallelism(cost[3])
                .withSalt(salt)
                .build());
        byte[] derived = new byte[32];
        generator.generateBytes(password, derived);
        return derived;
    }
}
