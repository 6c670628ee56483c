package dev.tessera.transfer.zip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.Zip4jConfig;
import net.lingala.zip4j.model.ZipModel;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.AesVersion;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/// Zip files for tests, as other programs write them.
public final class Zips {
    private Zips() {}

    public static byte[] plain(Map<String, String> files) {
        return written(files, new byte[0], new ZipParameters());
    }

    public static byte[] plain(String name, String content) {
        return plain(Map.of(name, content));
    }

    public static byte[] zipCrypto(String password, String name, String content) {
        return zipCrypto(password.getBytes(UTF_8), name, content);
    }

    /// @param password one byte a sign
    static byte[] zipCrypto(byte[] password, String name, String content) {
        return written(Map.of(name, content), password, zipCrypto());
    }

    public static byte[] aes(String password, String name, String content) {
        return aes(password, name, content, AesKeyStrength.KEY_STRENGTH_256, AesVersion.TWO, CompressionMethod.STORE);
    }

    static byte[] aes(
            String password,
            String name,
            String content,
            AesKeyStrength strength,
            AesVersion version,
            CompressionMethod method) {
        var parameters = new ZipParameters();
        parameters.setEncryptFiles(true);
        parameters.setEncryptionMethod(EncryptionMethod.AES);
        parameters.setAesKeyStrength(strength);
        parameters.setAesVersion(version);
        parameters.setCompressionMethod(method);
        return written(Map.of(name, content), password.getBytes(UTF_8), parameters);
    }

    private static ZipParameters zipCrypto() {
        var parameters = new ZipParameters();
        parameters.setEncryptFiles(true);
        parameters.setEncryptionMethod(EncryptionMethod.ZIP_STANDARD);
        return parameters;
    }

    private static byte[] written(Map<String, String> files, byte[] password, ZipParameters parameters) {
        var zip = new ByteArrayOutputStream();
        var config = new Zip4jConfig(UTF_8, 8192, false);
        char[] signs = new String(password, ISO_8859_1).toCharArray();
        try (var out = new ZipOutputStream(zip, signs, config, new ZipModel())) {
            for (var file : files.entrySet()) {
                byte[] content = file.getValue().getBytes(UTF_8);
                parameters.setFileNameInZip(file.getKey());
                parameters.setEntrySize(content.length);
                out.putNextEntry(parameters);
                out.write(content);
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError("nothing fails in memory", e);
        }
        return zip.toByteArray();
    }
}
