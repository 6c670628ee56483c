package dev.tessera.transfer.kdbx;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.AesKdf;
import dev.tessera.crypto.Argon2;
import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.KeyStream;
import dev.tessera.transfer.Hashes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.TwofishEngine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/// Databases as KeePass writes them, of small cost, with what a test wants to be odd. KeePassXC opens them, too.
public final class KdbxFile {
    static final String ARGON2D = "ef636ddf8c29444b91f7a9a403e30a0c";
    static final String ARGON2ID = "9e298b1956db4773b23dfc3ec6f0a1e6";
    static final String AES_KDF = "c9d9f39a628a4460bf740d08c18a4fea";
    static final String AES_KDF_4 = "7c02bb8279a74ac0927d114a00648238";

    /// `{{value}}` in the XML is written protected.
    private static final Pattern PROTECTED = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] SEED = bytes(32, 1);

    int major = 4;
    String cipher = "31c1f2e6bf714350be5805216afc5aff";
    String kdf = ARGON2D;
    boolean gzip = true;
    int stream = 3;
    int compression = -1;
    byte[] attachment = {0};
    final Map<String, byte[]> parameters = new LinkedHashMap<>(
            Map.of("R", u64(3), "S", bytes(32, 7), "M", u64(64 * 1024), "I", u64(2), "P", u32(2), "V", u32(0x13)));

    private static final byte[] STREAM_KEY = bytes(32, 9);

    /// The usual file under a passphrase.
    public static byte[] of(String xml, String passphrase) {
        return new KdbxFile().seal(xml, Hashes.sha256(passphrase.getBytes(UTF_8)));
    }

    /// A file with one account, under a passphrase and the hash of a key file.
    public static byte[] underKeyFile(String keyFile, String passphrase) {
        var xml =
                "<KeePassFile><Root><Group><Name>R</Name><Entry><String><Key>Title</Key><Value>Acme</Value></String><String>"
                        + "<Key>UserName</Key><Value>ann</Value></String><String><Key>otp</Key><Value Protected=\"True\">{{GEZDGNBV}}"
                        + "</Value></String></Entry></Group></Root></KeePassFile>";
        return new KdbxFile()
                .seal(xml, Hashes.sha256(passphrase.getBytes(UTF_8)), Hashes.sha256(keyFile.getBytes(UTF_8)));
    }

    byte[] seal(String xml, byte[]... keyParts) {
        return major == 3 ? seal3(xml, keyParts) : seal4(xml, keyParts);
    }

    private byte[] seal4(String xml, byte[]... keyParts) {
        byte[] iv = bytes(isChaCha20() ? 12 : 16, 4);
        byte[] head = head(Map.of(7, iv, 11, dictionary()));
        byte[] t = transformed(keyParts);
        byte[] base = Hashes.sha512(SEED, t, new byte[] {1});
        var inner = new ByteArrayOutputStream();
        inner.writeBytes(field4(1, u32(stream)));
        inner.writeBytes(field4(2, STREAM_KEY));
        inner.writeBytes(field4(3, attachment));
        inner.writeBytes(field4(0, new byte[0]));
        inner.writeBytes(hidden(xml));
        byte[] box = encrypted(Hashes.sha256(SEED, t), iv, gzip ? zipped(inner.toByteArray()) : inner.toByteArray());
        var file = new ByteArrayOutputStream();
        file.writeBytes(head);
        file.writeBytes(Hashes.sha256(head));
        file.writeBytes(mac(base, -1, head));
        int half = box.length / 2;
        file.writeBytes(block(base, 0, Arrays.copyOf(box, half)));
        file.writeBytes(block(base, 1, Arrays.copyOfRange(box, half, box.length)));
        file.writeBytes(block(base, 2, new byte[0]));
        return file.toByteArray();
    }

    private byte[] seal3(String xml, byte[]... keyParts) {
        byte[] iv = bytes(isChaCha20() ? 12 : 16, 4);
        byte[] start = bytes(32, 11);
        byte[] head =
                head(Map.of(5, parameter("S"), 6, parameter("R"), 7, iv, 8, STREAM_KEY, 9, start, 10, u32(stream)));
        var hash = Base64.getEncoder().encodeToString(Hashes.sha256(head));
        var marked = xml.replace("<Meta>", "<Meta><HeaderHash>" + hash + "</HeaderHash>");
        byte[] content = gzip ? zipped(hidden(marked)) : hidden(marked);
        var plain = new ByteArrayOutputStream();
        plain.writeBytes(start);
        plain.writeBytes(u32(0));
        plain.writeBytes(Hashes.sha256(content));
        plain.writeBytes(u32(content.length));
        plain.writeBytes(content);
        plain.writeBytes(u32(1));
        plain.writeBytes(new byte[36]);
        var file = new ByteArrayOutputStream();
        file.writeBytes(head);
        file.writeBytes(encrypted(Hashes.sha256(SEED, aesKey(keyParts)), iv, plain.toByteArray()));
        return file.toByteArray();
    }

    private byte[] head(Map<Integer, byte[]> more) {
        var head = new ByteArrayOutputStream();
        head.writeBytes(HEX.parseHex("03d9a29a67fb4bb5"));
        head.writeBytes(new byte[] {1, 0, (byte) major, 0});
        var fields = new LinkedHashMap<>(
                Map.of(2, HEX.parseHex(cipher), 3, u32(compression < 0 ? (gzip ? 1 : 0) : compression), 4, SEED));
        fields.putAll(more);
        fields.forEach((id, value) -> head.writeBytes(major == 3 ? field3(id, value) : field4(id, value)));
        byte[] end = {13, 10, 13, 10};
        head.writeBytes(major == 3 ? field3(0, end) : field4(0, end));
        return head.toByteArray();
    }

    private byte[] parameter(String name) {
        return Objects.requireNonNull(parameters.get(name));
    }

    private byte[] dictionary() {
        var all = new ByteArrayOutputStream();
        all.writeBytes(new byte[] {0, 1});
        var values = new LinkedHashMap<>(parameters);
        values.put("$UUID", HEX.parseHex(kdf));
        values.forEach((name, value) -> {
            all.write(name.equals("S") || name.equals("$UUID") ? 0x42 : value.length == 4 ? 4 : 5);
            all.writeBytes(u32(name.length()));
            all.writeBytes(name.getBytes(UTF_8));
            all.writeBytes(u32(value.length));
            all.writeBytes(value);
        });
        all.write(0);
        return all.toByteArray();
    }

    private byte[] transformed(byte[]... keyParts) {
        if (!kdf.equals(ARGON2D) && !kdf.equals(ARGON2ID)) {
            return aesKey(keyParts);
        }
        var variant = kdf.equals(ARGON2D) ? Argon2.Variant.D : Argon2.Variant.ID;
        int version =
                ByteBuffer.wrap(parameter("V")).order(ByteOrder.LITTLE_ENDIAN).getInt();
        return new Argon2(variant, version, 64, 2, 2)
                .derive(Hashes.sha256(keyParts), parameter("S"))
                .toByteArray();
    }

    private byte[] aesKey(byte[]... keyParts) {
        return new AesKdf(3)
                .derive(Key.copyOf(Hashes.sha256(keyParts)), parameter("S"))
                .toByteArray();
    }

    private byte[] hidden(String xml) {
        byte[] hash = stream == 2 ? Hashes.sha256(STREAM_KEY) : Hashes.sha512(STREAM_KEY);
        var keys = stream == 2
                ? KeyStream.salsa20(Key.copyOf(hash), HEX.parseHex("e830094b97205d2a"))
                : KeyStream.chaCha20(Key.copyOf(hash, 0, 32), Arrays.copyOfRange(hash, 32, 44));
        return PROTECTED
                .matcher(xml)
                .replaceAll(match -> Base64.getEncoder()
                        .encodeToString(keys.apply(match.group(1).getBytes(UTF_8))))
                .getBytes(UTF_8);
    }

    private boolean isChaCha20() {
        return cipher.startsWith("d603");
    }

    private byte[] encrypted(byte[] key, byte[] iv, byte[] plain) {
        if (isChaCha20()) {
            return KeyStream.chaCha20(Key.copyOf(key), iv).apply(plain);
        }
        try {
            return cipher.startsWith("ad68") ? twofish(key, iv, plain) : aes(key, iv, plain);
        } catch (GeneralSecurityException | InvalidCipherTextException e) {
            throw new AssertionError("both ciphers are there", e);
        }
    }

    private static byte[] aes(byte[] key, byte[] iv, byte[] plain) throws GeneralSecurityException {
        var aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        return aes.doFinal(plain);
    }

    private static byte[] twofish(byte[] key, byte[] iv, byte[] plain) throws InvalidCipherTextException {
        var twofish =
                new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(new TwofishEngine()), new PKCS7Padding());
        twofish.init(true, new ParametersWithIV(new KeyParameter(key), iv));
        byte[] box = new byte[twofish.getOutputSize(plain.length)];
        int length = twofish.processBytes(plain, 0, plain.length, box, 0);
        twofish.doFinal(box, length);
        return box;
    }

    private static byte[] block(byte[] base, long index, byte[] data) {
        var block = new ByteArrayOutputStream();
        block.writeBytes(mac(base, index, u64(index), u32(data.length), data));
        block.writeBytes(u32(data.length));
        block.writeBytes(data);
        return block.toByteArray();
    }

    private static byte[] mac(byte[] base, long index, byte[]... parts) {
        return Hkdf.hmac(Key.copyOf(Hashes.sha512(u64(index), base)), parts);
    }

    private static byte[] field3(int id, byte[] value) {
        return ByteBuffer.allocate(3 + value.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) id)
                .putShort((short) value.length)
                .put(value)
                .array();
    }

    private static byte[] field4(int id, byte[] value) {
        return ByteBuffer.allocate(5 + value.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) id)
                .putInt(value.length)
                .put(value)
                .array();
    }

    static byte[] zipped(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] u32(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    static byte[] u64(long number) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array();
    }

    private static byte[] bytes(int length, int first) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return bytes;
    }
}
