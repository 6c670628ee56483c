package dev.tessera.vault.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Aead;
import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The test vectors of docs/vault-format.md, computed by its formulas and found in what this code writes.
class FormatVectorsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final Argon2id COST = new Argon2id(19_456, 2, 1);
    private static final byte[] VAULT_ID = count(0xa0, 16);
    private static final byte[] SALT = count(0x40, 32);
    private static final byte[] SEED = count(0xc0, 32);
    private static final byte[] CONTENT = "{\"version\":1,\"entries\":[]}".getBytes(US_ASCII);

    private final Key vaultKey = Key.copyOf(count(0x00, 32));

    @Test
    void aPassphraseSlotIsMadeByTheFormulas() throws IOException {
        byte[] stretched = COST.derive("correct horse".getBytes(US_ASCII), SALT, 32);
        assertDocumented("argon2id", stretched);
        byte[] info = ByteBuffer.allocate(7 + 1 + 9 + 32)
                .put("slot/v1".getBytes(US_ASCII))
                .put((byte) 1)
                .putInt(19_456)
                .putInt(2)
                .put((byte) 1)
                .put(SALT)
                .array();
        byte[] okm = Hkdf.sha256(Key.copyOf(stretched), VAULT_ID, info, 64);
        assertDocumented("wrapping key", Arrays.copyOf(okm, 32));
        byte[] wrapped = Aead.seal(Key.copyOf(okm, 0, 32), new byte[12], new byte[0], count(0x00, 32));

        byte[] slot = slot().toByteArray();
        assertThat(Arrays.copyOfRange(slot, 58, 90)).isEqualTo(Arrays.copyOfRange(okm, 32, 64));
        assertThat(Arrays.copyOfRange(slot, 90, 138)).isEqualTo(wrapped);
        assertDocumented("slot id", Arrays.copyOfRange(slot, 1, 17));
        assertDocumented("commitment", Arrays.copyOfRange(slot, 58, 90));
        assertDocumented("wrapped key", wrapped);
    }

    @Test
    void headerMacAndPayloadAreMadeByTheFormulas() throws IOException {
        byte[] macKey = Hkdf.sha256(vaultKey, new byte[0], "header-mac/v1".getBytes(US_ASCII), 32);
        byte[] contentKey = Hkdf.sha256(vaultKey, SEED, "content/v1".getBytes(US_ASCII), 32);
        assertDocumented("MAC key", macKey);
        assertDocumented("content key", contentKey);

        var slot = slot();
        byte[] file = SealedVault.seal(
                        CONTENT,
                        vaultKey,
                        length -> VaultHeader.next(VAULT_ID, 1, List.of(slot), length, new Counting(0xc0)))
                .toByteArray();
        assertDocumented("header", Arrays.copyOf(file, 71));
        byte[] mac = Hkdf.hmac(Key.copyOf(macKey), Arrays.copyOf(file, 209));
        assertThat(Arrays.copyOfRange(file, 209, 241)).isEqualTo(mac);
        assertDocumented("MAC", mac);
        byte[] box =
                Aead.seal(Key.copyOf(contentKey), new byte[12], Arrays.copyOf(file, 241), Arrays.copyOf(CONTENT, 4096));
        assertThat(Arrays.copyOfRange(file, 241, file.length)).isEqualTo(box);
        assertDocumented("payload tag", Arrays.copyOfRange(file, file.length - 16, file.length));
        assertDocumented("file SHA-256", HEX.parseHex(SealedVault.digest(file)));
    }

    private Slot slot() throws IOException {
        try (var passphrase = Passphrase.copyOf("correct horse".toCharArray())) {
            return Slot.ofPassphrase(passphrase, COST, vaultKey, VAULT_ID, new Counting(0x40));
        }
    }

    private static void assertDocumented(String name, byte[] value) throws IOException {
        var row = Pattern.compile("(?m)^\\| " + Pattern.quote(name) + " \\| `([0-9a-f ]+)` \\|$")
                .matcher(Files.readString(Path.of("docs", "vault-format.md")));
        assertThat(row.find())
                .as("a row for " + name + ": " + HEX.formatHex(value))
                .isTrue();
        assertThat(row.group(1).replace(" ", "")).as(name).isEqualTo(HEX.formatHex(value));
    }

    private static byte[] count(int from, int length) {
        byte[] bytes = new byte[length];
        new Counting(from).nextBytes(bytes);
        return bytes;
    }

    /// Counts up instead of being random, so that the vectors are always the same.
    private static final class Counting extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final int from;

        Counting(int from) {
            this.from = from;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (from + i);
            }
        }
    }
}
