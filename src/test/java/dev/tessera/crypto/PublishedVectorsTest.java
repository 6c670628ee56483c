package dev.tessera.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.scan.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What others published of our ciphers, as Debian keeps it: the vectors of NIST's CAVP for AES-256-GCM, wrong tags
/// among them, and those of RFC 2202, 4231 and 5869.
class PublishedVectorsTest {
    private static final Path VECTORS = Path.of("/usr/lib/python3/dist-packages/cryptography_vectors");
    private static final HexFormat HEX = HexFormat.of();

    @BeforeEach
    void thereAreSome() {
        Tools.need(Files.isDirectory(VECTORS), "what others published", "Debian: python3-cryptography-vectors");
    }

    @Test
    void boxesOpenOrAreRefused() throws Exception {
        int opened = 0;
        int refused = 0;
        for (var vector : ofOurForm("gcmDecrypt256.rsp")) {
            byte[] box = HEX.parseHex(vector.get("CT") + vector.get("Tag"));
            try (var key = Key.copyOf(HEX.parseHex(vector.get("Key")))) {
                byte[] nonce = HEX.parseHex(vector.get("IV"));
                byte[] beside = HEX.parseHex(vector.get("AAD"));
                if (vector.containsKey("FAIL")) {
                    assertThatExceptionOfType(AEADBadTagException.class)
                            .as("%s", vector)
                            .isThrownBy(() -> Aead.open(key, nonce, beside, box));
                    refused++;
                } else {
                    assertThat(Aead.open(key, nonce, beside, box))
                            .as("%s", vector)
                            .isEqualTo(HEX.parseHex(vector.get("PT")));
                    opened++;
                }
            }
        }
        assertThat(opened).isGreaterThan(100);
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void boxesAreSealed() throws IOException {
        var vectors = ofOurForm("gcmEncryptExtIV256.rsp");
        for (var vector : vectors) {
            try (var key = Key.copyOf(HEX.parseHex(vector.get("Key")))) {
                byte[] box = Aead.seal(
                        key,
                        HEX.parseHex(vector.get("IV")),
                        HEX.parseHex(vector.get("AAD")),
                        HEX.parseHex(vector.get("PT")));
                assertThat(HEX.formatHex(box)).as("%s", vector).isEqualTo(vector.get("CT") + vector.get("Tag"));
            }
        }
        assertThat(vectors).hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @CsvSource({"rfc-2202-sha1.txt, SHA1, 7", "rfc-4231-sha256.txt, SHA256, 6", "rfc-4231-sha512.txt, SHA512, 6"})
    void messagesAreAuthenticated(String file, Pbkdf2.Hash hash, int atLeast) throws IOException {
        var vectors = read(VECTORS.resolve("HMAC").resolve(file));
        for (var vector : vectors) {
            try (var key = Key.copyOf(HEX.parseHex(vector.get("Key")))) {
                assertThat(HEX.formatHex(Hmac.of(hash, key, HEX.parseHex(vector.get("Msg")))))
                        .as("%s", vector)
                        .isEqualTo(vector.get("MD"));
            }
        }
        assertThat(vectors).hasSizeGreaterThanOrEqualTo(atLeast);
    }

    @ParameterizedTest
    @CsvSource({"rfc-5869-HKDF-SHA256.txt, 3", "hkdf-generated.txt, 1"})
    void keysAreDerived(String file, int atLeast) throws IOException {
        var vectors = read(VECTORS.resolve("KDF").resolve(file));
        for (var vector : vectors) {
            try (var key = Key.copyOf(HEX.parseHex(vector.get("IKM")))) {
                byte[] derived = Hkdf.sha256(
                        key,
                        HEX.parseHex(vector.get("salt")),
                        HEX.parseHex(vector.get("info")),
                        Integer.parseInt(vector.get("L")));
                assertThat(HEX.formatHex(derived)).as("%s", vector).isEqualTo(vector.get("OKM"));
            }
        }
        assertThat(vectors).hasSizeGreaterThanOrEqualTo(atLeast);
    }

    /// Those with a nonce of 12 bytes and a tag of 16.
    private static List<Map<String, String>> ofOurForm(String file) throws IOException {
        return read(VECTORS.resolve("ciphers/AES/GCM").resolve(file)).stream()
                .filter(vector -> vector.getOrDefault("IV", "").length() == 24
                        && vector.getOrDefault("Tag", "").length() == 32)
                .toList();
    }

    /// Lines `name = value`; a vector begins where its first name comes again, and a line without a value is a mark.
    private static List<Map<String, String>> read(Path file) throws IOException {
        var vectors = new ArrayList<Map<String, String>>();
        for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (line.isBlank() || line.startsWith("#") || line.startsWith("[")) {
                continue;
            }
            var parts = line.split("=", 2);
            var name = parts[0].strip();
            if (vectors.isEmpty() || vectors.getLast().containsKey(name)) {
                vectors.add(new LinkedHashMap<>());
            }
            vectors.getLast().put(name, parts.length == 2 ? parts[1].strip() : "");
        }
        return vectors;
    }
}
