package dev.tessera.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import org.bouncycastle.crypto.engines.ChaCha7539Engine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/// The first message of a libsodium `secretstream` (XChaCha20-Poly1305), for the files of other programs that
/// are sealed as one message.
public final class SecretStream {
    /// What stands before the messages: 16 bytes for the sub-key, 8 for the nonce.
    public static final int HEADER_LENGTH = 24;

    private static final int KEY_LENGTH = 32;
    private static final int BLOCK = 64;
    private static final int MAC_LENGTH = 16;
    private static final int OVERHEAD = 1 + MAC_LENGTH;
    private static final int TAG_MESSAGE = 0;
    private static final int TAG_FINAL = 3;

    private SecretStream() {}

    /// Seals a message that is the only one and says so.
    ///
    /// @param key 32 bytes
    /// @param header 24 random bytes
    public static byte[] seal(Key key, byte[] header, byte[] plaintext) {
        requireLengths(key, header);
        try (var subKey = HChaCha20.subKey(key, header)) {
            return seal(engine(subKey, header), plaintext);
        }
    }

    private static byte[] seal(ChaCha7539Engine engine, byte[] plaintext) {
        byte[] macKey = new byte[BLOCK];
        engine.processBytes(macKey, 0, BLOCK, macKey, 0);
        byte[] tagBlock = new byte[BLOCK];
        tagBlock[0] = TAG_FINAL;
        engine.processBytes(tagBlock, 0, BLOCK, tagBlock, 0);
        byte[] message = new byte[plaintext.length + OVERHEAD];
        message[0] = tagBlock[0];
        engine.processBytes(plaintext, 0, plaintext.length, message, 1);
        byte[] mac = mac(macKey, tagBlock, message, plaintext.length);
        Arrays.fill(macKey, (byte) 0);
        System.arraycopy(mac, 0, message, 1 + plaintext.length, MAC_LENGTH);
        return message;
    }

    /// Opens the message. The caller wipes what it gets.
    ///
    /// @param key 32 bytes
    /// @param header 24 bytes
    /// @throws AEADBadTagException if key, header or message are not those of the sealing, or more messages follow
    public static byte[] open(Key key, byte[] header, byte[] message) throws AEADBadTagException {
        requireLengths(key, header);
        if (message.length < OVERHEAD) {
            throw new AEADBadTagException("a message has at least " + OVERHEAD + " bytes, not " + message.length);
        }
        try (var subKey = HChaCha20.subKey(key, header)) {
            return open(engine(subKey, header), message);
        }
    }

    private static byte[] open(ChaCha7539Engine engine, byte[] message) throws AEADBadTagException {
        byte[] macKey = new byte[BLOCK];
        engine.processBytes(macKey, 0, BLOCK, macKey, 0);
        // The block of the tag: only its first byte was sent, the others are the key stream itself.
        byte[] tagBlock = new byte[BLOCK];
        tagBlock[0] = message[0];
        engine.processBytes(tagBlock, 0, BLOCK, tagBlock, 0);
        int tag = tagBlock[0];
        tagBlock[0] = message[0];
        int length = message.length - OVERHEAD;
        byte[] mac = mac(macKey, tagBlock, message, length);
        Arrays.fill(macKey, (byte) 0);
        if (!MessageDigest.isEqual(mac, Arrays.copyOfRange(message, 1 + length, message.length))) {
            throw new AEADBadTagException("the message's code is wrong");
        }
        if (tag != TAG_MESSAGE && tag != TAG_FINAL) {
            throw new AEADBadTagException("the message is one that changes the key for others");
        }
        byte[] plain = new byte[length];
        engine.processBytes(message, 1, length, plain, 0);
        return plain;
    }

    private static void requireLengths(Key key, byte[] header) {
        if (key.length() != KEY_LENGTH || header.length != HEADER_LENGTH) {
            throw new IllegalArgumentException("key and header have " + key.length() + " and " + header.length
                    + " bytes; they must have " + KEY_LENGTH + " and " + HEADER_LENGTH);
        }
    }

    private static byte[] mac(byte[] macKey, byte[] tagBlock, byte[] message, int length) {
        var poly = new Poly1305();
        poly.init(new KeyParameter(macKey, 0, KEY_LENGTH));
        poly.update(tagBlock, 0, BLOCK);
        poly.update(message, 1, length);
        // libsodium's own rule, a slip that stayed: as many zeros as the length is above a multiple of 16.
        int padding = (16 - BLOCK + length) & 0xf;
        poly.update(new byte[padding], 0, padding);
        var lengths = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(0)
                .putLong((long) BLOCK + length);
        poly.update(lengths.array(), 0, 16);
        byte[] mac = new byte[MAC_LENGTH];
        poly.doFinal(mac, 0);
        return mac;
    }

    private static ChaCha7539Engine engine(Key subKey, byte[] header) {
        byte[] nonce = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(1)
                .put(header, 16, 8)
                .array();
        var engine = new ChaCha7539Engine();
        byte[] bytes = subKey.toByteArray();
        engine.init(false, new ParametersWithIV(new KeyParameter(bytes), nonce));
        Arrays.fill(bytes, (byte) 0);
        return engine;
    }
}
