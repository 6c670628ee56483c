package dev.tessera.transfer.kdbx;

import static dev.tessera.transfer.kdbx.Numbers.cutOff;

import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Hashes;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import org.jspecify.annotations.Nullable;

/// The body of KDBX 4: hash and HMAC of the header, encrypted blocks each with an HMAC, and in them a second
/// header that tells of the inner stream.
final class Kdbx4 {
    private static final int HASH_LENGTH = 32;
    private static final long HEADER_INDEX = -1;
    private static final byte[] ONE = {1};

    private Kdbx4() {}

    /// Before anything is derived: a damaged header could ask for any cost.
    static void requireWholeHeader(KdbxHeader header, byte[] file) throws DamagedImportException {
        var numbers = new Numbers(file);
        byte[] head = numbers.take(header.length());
        if (!MessageDigest.isEqual(Hashes.sha256(head), numbers.take(HASH_LENGTH))) {
            throw new DamagedImportException("The database's header is damaged. Restore it from a backup.");
        }
    }

    static KeePassDatabase open(KdbxHeader header, byte[] file, Key transformed) throws ImportException {
        var numbers = new Numbers(file);
        byte[] head = numbers.take(header.length());
        numbers.take(HASH_LENGTH);
        byte[] t = transformed.toByteArray();
        byte[] macBase = Hashes.sha512(header.masterSeed(), t, ONE);
        byte[] encryption = Hashes.sha256(header.masterSeed(), t);
        try (var key = Key.copyOf(encryption)) {
            requireMac(macBase, HEADER_INDEX, numbers.take(HASH_LENGTH), head);
            byte[] plain = header.cipher().open(key, header.iv(), blocks(numbers, macBase));
            return content(header, head, plain);
        } catch (BadPaddingException _) {
            throw Kdbx.damaged();
        } finally {
            Arrays.fill(t, (byte) 0);
            Arrays.fill(macBase, (byte) 0);
            Arrays.fill(encryption, (byte) 0);
        }
    }

    private static void requireMac(byte[] macBase, long index, byte[] expected, byte[]... parts)
            throws WrongImportPassphraseException {
        byte[] bytes = Hashes.sha512(little(index), macBase);
        try (var key = Key.copyOf(bytes)) {
            if (!MessageDigest.isEqual(Hkdf.hmac(key, parts), expected)) {
                throw new WrongImportPassphraseException();
            }
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static byte[] blocks(Numbers numbers, byte[] macBase) throws ImportException {
        var box = new ByteArrayOutputStream();
        for (long index = 0; ; index++) {
            byte[] mac = numbers.take(HASH_LENGTH);
            int length = numbers.i32();
            byte[] block = numbers.take(length);
            byte[] number = ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(length)
                    .array();
            try {
                requireMac(macBase, index, mac, little(index), number, block);
            } catch (WrongImportPassphraseException _) {
                throw Kdbx.damaged(); // That of the header was right.
            }
            if (length == 0) {
                return box.toByteArray();
            }
            box.writeBytes(block);
        }
    }

    private static KeePassDatabase content(KdbxHeader header, byte[] head, byte[] plain) throws ImportException {
        try (var in = Content.of(plain, header.isCompressed())) {
            return Content.read(in, innerHeader(in), head);
        } catch (ImportException e) {
            throw e;
        } catch (IOException _) {
            throw Kdbx.damaged(); // What is compressed does not unpack.
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static ProtectedValues innerHeader(Content in) throws IOException {
        byte @Nullable [] kind = null;
        byte @Nullable [] seed = null;
        while (true) {
            int id = in.read();
            int length = (int) Numbers.only("inner header", in.take(Integer.BYTES));
            switch (id) {
                case 0 -> {
                    in.pass(length);
                    if (kind == null || seed == null) {
                        throw new DamagedImportException(
                                "The database has no inner stream: it is damaged. Restore it from a backup.");
                    }
                    return ProtectedValues.of(Numbers.only("inner stream type", kind), seed);
                }
                case 1 -> kind = in.take(length);
                case 2 -> seed = in.take(length);
                case -1 -> throw cutOff();
                default -> in.pass(length); // a file that someone attached
            }
        }
    }

    private static byte[] little(long number) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array();
    }
}
