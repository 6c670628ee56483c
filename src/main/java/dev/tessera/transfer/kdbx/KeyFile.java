package dev.tessera.transfer.kdbx;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Encoded;
import dev.tessera.transfer.Hashes;
import dev.tessera.transfer.ImportException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/// The key in a key file: XML of version 1 (Base64) or 2 (hexadecimal, with a check), 32 bytes, 64 hexadecimal digits,
/// or any other file, of which the hash counts.
final class KeyFile {
    private static final int LENGTH = 32;
    private static final int CHECK_LENGTH = 4;
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{64}");

    private KeyFile() {}

    /// 32 bytes, which the caller wipes.
    static byte[] key(byte[] file) throws ImportException {
        if (file.length == LENGTH) {
            return file.clone();
        }
        var text = new String(file, StandardCharsets.UTF_8);
        if (text.contains("<KeyFile")) {
            return ofXml(text);
        }
        var digits = new String(file, US_ASCII);
        return HEX.matcher(digits).matches() ? HexFormat.of().parseHex(digits) : Hashes.sha256(file);
    }

    private static byte[] ofXml(String text) throws ImportException {
        var version = "";
        var data = "";
        var check = "";
        try (var xml = new XmlReader(text)) {
            while (xml.next()) {
                if (xml.isStartOf("Version")) {
                    version = xml.text().strip();
                } else if (xml.isStartOf("Data")) {
                    check = xml.attribute("Hash");
                    data = xml.text().replaceAll("\\s", "");
                }
            }
        } catch (XMLStreamException _) {
            throw damaged();
        }
        return version.startsWith("2.") ? checked(data, check) : ofBase64(data);
    }

    private static byte[] ofBase64(String data) throws DamagedImportException {
        return Encoded.base64(data).filter(key -> key.length == LENGTH).orElseThrow(KeyFile::damaged);
    }

    private static byte[] checked(String data, String check) throws DamagedImportException {
        if (!HEX.matcher(data).matches()) {
            throw damaged();
        }
        byte[] key = HexFormat.of().parseHex(data);
        var found = HexFormat.of().formatHex(Arrays.copyOf(Hashes.sha256(key), CHECK_LENGTH));
        if (!check.isEmpty() && !check.toLowerCase(Locale.ROOT).equals(found)) {
            throw damaged();
        }
        return key;
    }

    private static DamagedImportException damaged() {
        return new DamagedImportException("The key file is damaged. Restore it from a backup.");
    }
}
