package dev.tessera.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.scan.Tools;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Our Argon2id beside the reference implementation of its authors, as Debian ships it (package `argon2`).
class Argon2ReferenceTest {
    private static final int SETS = 60;
    private static final String SALT_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

    @Test
    void givesTheSameForSixtySetsOfNumbers() throws IOException, InterruptedException {
        Tools.need("argon2", "Debian: argon2");
        // Not by chance anew each time: what fails must fail again.
        var random = new Random(25);
        for (int i = 0; i < SETS; i++) {
            int parallelism = 1 + random.nextInt(8);
            int memory = 8 * parallelism + random.nextInt(i < SETS / 2 ? 500 : 20_000);
            int iterations = 1 + random.nextInt(i < SETS / 2 ? 16 : 4);
            int length = 4 + random.nextInt(60);
            String password = letters(random, 1 + random.nextInt(100)) + (i % 3 == 0 ? "ø🔑" : "");
            String salt = letters(random, 8 + random.nextInt(40));

            byte[] ours = new Argon2id(memory, iterations, parallelism)
                    .derive(password.getBytes(UTF_8), salt.getBytes(UTF_8), length);

            assertThat(HexFormat.of().formatHex(ours))
                    .as("m %d, t %d, p %d, length %d", memory, iterations, parallelism, length)
                    .isEqualTo(reference(password, salt, memory, iterations, parallelism, length));
        }
    }

    private static String letters(Random random, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(SALT_LETTERS.charAt(random.nextInt(SALT_LETTERS.length())));
        }
        return text.toString();
    }

    private static String reference(
            String password, String salt, int memory, int iterations, int parallelism, int length)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(
                        "argon2",
                        salt,
                        "-id",
                        "-v",
                        "13",
                        "-r",
                        "-k",
                        Integer.toString(memory),
                        "-t",
                        Integer.toString(iterations),
                        "-p",
                        Integer.toString(parallelism),
                        "-l",
                        Integer.toString(length)))
                .redirectErrorStream(true)
                .start();
        try (var input = process.getOutputStream()) {
            input.write(password.getBytes(UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
