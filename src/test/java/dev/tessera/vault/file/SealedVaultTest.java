package dev.tessera.vault.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each fault has its one verdict. Faults that show only under the vault key are tried with the key itself,
/// so that every bit can be tried without running Argon2id thirty thousand times.
class SealedVaultTest {
    private static final int VERSION = 8;
    private static final int SLOT = 71;
    private static final int MAC = SLOT + Slot.LENGTH;
    private static final int PAYLOAD = MAC + 32;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] VAULT_ID = new byte[16];
    private static final Key VAULT_KEY = Key.random(RANDOM, 32);
    private static final Slot ONLY_SLOT = slot();
    private static final byte[] FILE = seal(7);

    @Test
    void opensToWhatWasSealed() throws VaultException {
        assertThat(open(FILE)).isEqualTo(SampleVault.vault());
        assertThat(FILE).hasSize(PAYLOAD + 4096 + 16);
    }

    @Nested
    class RefusesEveryBitFlipped {

        @Test
        void inTheMagic() {
            assertEachBitIsCorrupt(0, VERSION);
        }

        @Test
        void inTheVersionAsALaterReleaseOrNone() {
            for (int bit = 0; bit < 16; bit++) {
                byte[] flipped = flip(VERSION, bit);
                if (bit == 8) {
                    assertCorrupt(flipped);
                } else {
                    assertThatExceptionOfType(UnsupportedVaultVersionException.class)
                            .isThrownBy(() -> open(flipped))
                            .withMessageContaining("newest version");
                }
            }
        }

        @Test
        void inTheHeaderAfterTheVersion() {
            assertEachBitIsCorrupt(VERSION + 2, SLOT);
        }

        @Test
        void inTheMacAndThePayload() {
            assertEachBitIsCorrupt(MAC, FILE.length);
        }

        @Test
        void inTheSlotAsDamageAndNeverAsAWrongPassphrase() {
            for (int bit = SLOT * 8; bit < MAC * 8; bit++) {
                byte[] flipped = flip(0, bit);
                assertThatExceptionOfType(CorruptVaultException.class)
                        .isThrownBy(() -> SealedVault.parse(flipped))
                        .withMessageContaining("fingerprint");
            }
        }

        @Test
        void inTheVaultIdAsDamageEvenUnderAWrongPassphrase() {
            for (int bit = 80; bit < 208; bit++) {
                byte[] flipped = flip(0, bit);
                assertThatExceptionOfType(CorruptVaultException.class).isThrownBy(() -> SealedVault.parse(flipped));
            }
        }
    }

    @Nested
    class RefusesOtherLengths {

        @Test
        void everyTruncation() {
            for (int length = 0; length < FILE.length; length++) {
                assertCorrupt(Arrays.copyOf(FILE, length));
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 15, 16, 17, 32, 138, 4095, 4096, 4097, 8192})
        void extensionsWithZerosOrMore(int more) {
            assertCorrupt(Arrays.copyOf(FILE, FILE.length + more));
            byte[] other = Arrays.copyOf(FILE, FILE.length + more);
            Arrays.fill(other, FILE.length, other.length, (byte) 0x5a);
            assertCorrupt(other);
        }

        @Test
        void aFileTwiceInOne() {
            byte[] twice = Arrays.copyOf(FILE, 2 * FILE.length);
            System.arraycopy(FILE, 0, twice, FILE.length, FILE.length);
            assertCorrupt(twice);
        }
    }

    @Test
    void refusesHeaderAndPayloadOfTwoGenerations() {
        byte[] other = seal(8);
        assertCorrupt(splice(FILE, other, PAYLOAD));
        assertCorrupt(splice(other, FILE, PAYLOAD));
        assertCorrupt(splice(FILE, other, MAC));
        assertCorrupt(splice(FILE, other, SLOT));
        assertCorrupt(splice(other, FILE, 34));
    }

    @Test
    void refusesAnotherVaultKey() {
        try (var other = Key.random(RANDOM, 32)) {
            assertThatExceptionOfType(CorruptVaultException.class)
                    .isThrownBy(() -> VaultState.open(SealedVault.parse(FILE), other));
        }
    }

    /// Somebody who changes a slot on purpose makes its fingerprint fit.
    @Nested
    class RefusesForgedSlots {

        @ParameterizedTest(name = "byte {0} of the slot")
        @ValueSource(ints = {17 + 10, 57, 58, 89})
        void saltOrCommitmentAsAWrongPassphrase(int at) {
            byte[] forged = forge(slot -> slot.put(at, (byte) (slot.get(at) ^ 1)));
            assertThatExceptionOfType(WrongPassphraseException.class).isThrownBy(() -> unlock(forged, "right"));
        }

        @Test
        void wrappedKeyAsDamage() {
            byte[] forged = forge(slot -> slot.put(137, (byte) (slot.get(137) ^ 1)));
            assertThatExceptionOfType(CorruptVaultException.class).isThrownBy(() -> unlock(forged, "right"));
        }

        @ParameterizedTest(name = "{0} KiB, {1} passes, {2} lanes")
        @CsvSource({
            "19455, 1, 1",
            "0, 1, 1",
            "-2147483648, 3, 1",
            "2147483647, 1, 1",
            "1048577, 1, 1",
            "65536, 0, 1",
            "65536, 17, 1",
            "65536, -2147483648, 1",
            "65536, 2147483647, 1",
            "65536, 3, 0",
            "65536, 3, 9",
            "65536, 3, 255",
            "1048576, 5, 1"
        })
        void hostileCostsBeforeAnythingIsAllocated(int kib, int passes, int lanes) {
            byte[] forged =
                    forge(slot -> slot.position(17).putInt(kib).putInt(passes).put((byte) lanes));
            long start = System.nanoTime();
            assertThatExceptionOfType(CorruptVaultException.class)
                    .isThrownBy(() -> unlock(forged, "right"))
                    .withMessageContaining("cost");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
        }

        @Test
        void aVaultWithTheKeyringAsItsOnlyWayIn() {
            assertThatExceptionOfType(CorruptVaultException.class)
                    .isThrownBy(() -> SealedVault.parse(
                            forge(slot -> slot.put(0, (byte) 3).put(17, new byte[9]))))
                    .withMessageContaining("no slot for a passphrase");
        }

        @ParameterizedTest
        @ValueSource(bytes = {2, 3})
        void aCostWhereThereIsNoPassphrase(byte type) {
            assertThatExceptionOfType(CorruptVaultException.class)
                    .isThrownBy(() -> SealedVault.parse(forge(slot -> slot.put(0, type))))
                    .withMessageContaining("cost");
        }

        private byte[] forge(Consumer<ByteBuffer> change) {
            byte[] slot = Arrays.copyOfRange(FILE, SLOT, MAC);
            change.accept(ByteBuffer.wrap(slot));
            byte[] forged = FILE.clone();
            System.arraycopy(slot, 0, forged, SLOT, slot.length);
            System.arraycopy(fingerprint(slot), 0, forged, SLOT + 1, 16);
            return forged;
        }
    }

    @Test
    void keepsASlotOfALaterReleaseAndPassesItBy() throws VaultException {
        byte[] later = ONLY_SLOT.toByteArray();
        later[0] = 77;
        System.arraycopy(fingerprint(later), 0, later, 1, 16);
        var slots = List.of(Slot.parse(later, VAULT_ID), ONLY_SLOT);
        var sealed = SealedVault.parse(sealed(7, slots).toByteArray());
        assertThat(sealed.header().slots().getFirst().toByteArray()).isEqualTo(later);
        try (var passphrase = Passphrase.copyOf("right".toCharArray());
                var vaultKey = sealed.header().unlock(passphrase)) {
            assertThat(vaultKey.isSameAs(VAULT_KEY)).isTrue();
        }
    }

    @Test
    void tellsAWrongPassphrase() {
        assertThatExceptionOfType(WrongPassphraseException.class).isThrownBy(() -> unlock(FILE, "wrong"));
    }

    @Test
    void isAnotherFileAtEachSaveOfTheSameContent() {
        assertThat(Arrays.mismatch(seal(7), FILE))
                .as("first in the content seed")
                .isBetween(34, 65);
        assertThat(Arrays.equals(seal(7), PAYLOAD, FILE.length, FILE, PAYLOAD, FILE.length))
                .isFalse();
    }

    private static void assertEachBitIsCorrupt(int from, int to) {
        for (int bit = from * 8; bit < to * 8; bit++) {
            assertCorrupt(flip(0, bit));
        }
    }

    private static void assertCorrupt(byte[] file) {
        assertThatExceptionOfType(CorruptVaultException.class).isThrownBy(() -> open(file));
    }

    private static Object open(byte[] file) throws VaultException {
        return VaultState.open(SealedVault.parse(file), VAULT_KEY).payload().vault();
    }

    private static void unlock(byte[] file, String text) throws VaultException {
        try (var passphrase = Passphrase.copyOf(text.toCharArray())) {
            SealedVault.parse(file).header().unlock(passphrase).close();
        }
    }

    private static byte[] flip(int at, int bit) {
        byte[] flipped = FILE.clone();
        flipped[at + bit / 8] ^= (byte) (1 << (bit % 8));
        return flipped;
    }

    private static byte[] splice(byte[] first, byte[] second, int at) {
        byte[] spliced = first.clone();
        System.arraycopy(second, at, spliced, at, spliced.length - at);
        return spliced;
    }

    private static byte[] seal(long generation) {
        try {
            return sealed(generation, List.of(ONLY_SLOT)).toByteArray();
        } catch (VaultException e) {
            throw new AssertionError(e);
        }
    }

    private static SealedVault sealed(long generation, List<Slot> slots) throws VaultException {
        return Sealing.of(VAULT_ID, generation, slots, RANDOM)
                .seal(new Payload(Payload.VERSION, Ancestry.none(), SampleVault.vault()), VAULT_KEY);
    }

    private static Slot slot() {
        try (var passphrase = Passphrase.copyOf("right".toCharArray())) {
            return Slot.ofPassphrase(passphrase, KdfCost.LEAST, VAULT_KEY, VAULT_ID, RANDOM);
        } catch (VaultException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] fingerprint(byte[] slot) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update("slot-id/v1".getBytes(US_ASCII));
            sha256.update(VAULT_ID);
            sha256.update(slot[0]);
            sha256.update(slot, 17, slot.length - 17);
            return Arrays.copyOf(sha256.digest(), 16);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
