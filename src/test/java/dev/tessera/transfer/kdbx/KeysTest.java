package dev.tessera.transfer.kdbx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Hashes;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Passphrase, key file, and both.
class KeysTest {
    private static final byte[] KEY = Hashes.sha256("any".getBytes(UTF_8));
    private static final byte[] PASSWORD = Hashes.sha256("p".getBytes(UTF_8));

    @TempDir
    Path folder;

    private static byte[] version2(String check) {
        var hex = HexFormat.of().withUpperCase().formatHex(KEY);
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <KeyFile><Meta><Version>2.0</Version></Meta><Key><Data Hash="%s">
                  %s
                  %s </Data></Key></KeyFile>""".formatted(check, hex.substring(0, 32), hex.substring(32)).getBytes(UTF_8);
    }

    private static String check() {
        return HexFormat.of().formatHex(Hashes.sha256(KEY), 0, 4);
    }

    private static int open(Path database, @Nullable Path keyFile, String passphrase) throws IOException {
        try (var file = keyFile == null ? ImportFile.read(database) : ImportFile.read(database, keyFile);
                var typed = Passphrase.ofForeignFile(passphrase.toCharArray());
                var keys = Keys.of(typed, file)) {
            return Kdbx.open(file, keys).entries().size();
        }
    }

    private Path written(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void eachFormOfKeyFileHoldsTheSameKey() throws IOException {
        var version1 = "<KeyFile><Meta><Version>1.00</Version></Meta><Key><Data>"
                + Base64.getEncoder().encodeToString(KEY) + "</Data></Key></KeyFile>";
        var forms = List.of(
                KEY,
                HexFormat.of().formatHex(KEY).getBytes(US_ASCII),
                version1.getBytes(UTF_8),
                version2(check()),
                version2(""),
                "any".getBytes(UTF_8));
        var database = written("d.kdbx", new KdbxFile().seal(KdbxTest.XML, PASSWORD, KEY));
        for (byte[] form : forms) {
            assertThat(open(database, written("some.file", form), "p")).isEqualTo(2);
        }
    }

    @Test
    void aKeyFileAloneOpensWithoutPassphrase() throws IOException {
        var database = written("d.kdbx", new KdbxFile().seal(KdbxTest.XML, KEY));
        var keyFile = written("k", KEY);
        assertThat(open(database, keyFile, "")).isEqualTo(2);
        assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> open(database, keyFile, "p"));
        var withEmpty = written("e.kdbx", new KdbxFile().seal(KdbxTest.XML, Hashes.sha256(), KEY));
        assertThat(open(withEmpty, keyFile, "")).isEqualTo(2);
    }

    @Test
    void aKeyFileOfTheSameNameIsFoundBesideTheDatabase() throws IOException {
        var database = written("my.data.kdbx", new KdbxFile().seal(KdbxTest.XML, PASSWORD, KEY));
        var without = written("other.kdbx", new KdbxFile().seal(KdbxTest.XML, PASSWORD));
        assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> open(database, null, "p"));
        written("my.data.keyx", version2(check()));
        written("other.key", KEY);
        assertThat(open(database, null, "p")).isEqualTo(2);
        assertThat(open(without, null, "p")).isEqualTo(2);
    }

    @Test
    void aDamagedKeyFileIsTold() throws IOException {
        var database = written("d.kdbx", new KdbxFile().seal(KdbxTest.XML, PASSWORD, KEY));
        var broken = List.of(
                version2("00000000"),
                "<KeyFile><Meta><Version>2.0</Version></Meta><Key><Data>00</Data></Key></KeyFile>".getBytes(UTF_8),
                "<KeyFile><Key><Data>AAAA</Data></Key></KeyFile>".getBytes(UTF_8),
                "<KeyFile><Key>".getBytes(UTF_8));
        for (byte[] bytes : broken) {
            var keyFile = written("k", bytes);
            assertThatExceptionOfType(DamagedImportException.class)
                    .isThrownBy(() -> open(database, keyFile, "p"))
                    .withMessageContaining("key file");
        }
    }
}
