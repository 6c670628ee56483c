package dev.tessera.transfer.kdbx;

import dev.tessera.crypto.Key;
import dev.tessera.transfer.Hashes;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.BadPaddingException;

/// The body of KDBX 3.1: encrypted as one, within it a check of the key and blocks each with a hash.
final class Kdbx3 {
    private static final int HASH_LENGTH = 32;

    private Kdbx3() {}

    static KeePassDatabase open(KdbxHeader header, byte[] file, Key transformed) throws ImportException {
        byte[] t = transformed.toByteArray();
        byte[] encryption = Hashes.sha256(header.masterSeed(), t);
        byte[] plain = {};
        try (var key = Key.copyOf(encryption)) {
            byte[] box = Arrays.copyOfRange(file, header.length(), file.length);
            plain = header.cipher().open(key, header.iv(), box);
            return content(header, Arrays.copyOf(file, header.length()), plain);
        } catch (BadPaddingException _) {
            throw new WrongImportPassphraseException();
        } finally {
            Arrays.fill(t, (byte) 0);
            Arrays.fill(encryption, (byte) 0);
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static KeePassDatabase content(KdbxHeader header, byte[] head, byte[] plain) throws ImportException {
        byte[] start = header.streamStart();
        if (plain.length < start.length || !MessageDigest.isEqual(start, Arrays.copyOf(plain, start.length))) {
            throw new WrongImportPassphraseException();
        }
        var numbers = new Numbers(plain);
        numbers.take(start.length);
        byte[] blocks = blocks(numbers);
        try (var in = Content.of(blocks, header.isCompressed())) {
            return Content.read(in, header.protectedValues(), head);
        } catch (ImportException e) {
            throw e;
        } catch (IOException _) {
            throw Kdbx.damaged(); // What is compressed does not unpack.
        } finally {
            Arrays.fill(blocks, (byte) 0);
        }
    }

    private static byte[] blocks(Numbers numbers) throws ImportException {
        var all = new ByteArrayOutputStream();
        while (true) {
            numbers.i32(); // its number
            byte[] hash = numbers.take(HASH_LENGTH);
            byte[] block = numbers.take(numbers.i32());
            if (block.length == 0) {
                return all.toByteArray();
            }
            if (!MessageDigest.isEqual(Hashes.sha256(block), hash)) {
                throw Kdbx.damaged();
            }
            all.writeBytes(block);
        }
    }
}
