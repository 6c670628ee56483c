package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.UnsupportedImportException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoogleDatabaseTest {
    private static final String COLUMNS =
            "_id INTEGER PRIMARY KEY, email TEXT NOT NULL, secret TEXT NOT NULL, counter INTEGER"
                    + " DEFAULT 0, type INTEGER, provider INTEGER DEFAULT 0, issuer TEXT DEFAULT NULL, original_name TEXT DEFAULT NULL";

    private static Databases.Table accounts(List<?>... rows) {
        return Databases.Table.of("accounts", COLUMNS, rows);
    }

    @Test
    void eachKindIsReadAndABadRowCostsNoOther() throws ImportException {
        var file = Databases.of(accounts(
                List.of("", "Acme:ann", "GEZDGNBV", 0, 0, 0, "Acme", "Acme:ann"),
                List.of("", "Count:bob:b", "gezd gnbv", 7, 1, 0, "", "bob"),
                List.of("", "Old: carl", "GEZDGNBV", 0, 0, 0, "New"),
                List.of("", "dora", "GEZDGNBV"),
                List.of("", "type", "GEZDGNBV", 0, 2),
                List.of("", "counter", "GEZDGNBV", -1, 1),
                List.of("", "none", "", 0, 0)));
        try (var found = Exports.read(file)) {
            assertThat(found.format()).isEqualTo("google_authenticator_db");
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of("Acme / ann", "3132333435", "totp SHA1 6 30"),
                            Expected.of("Count / bob:b", "3132333435", "hotp SHA1 6 7"),
                            Expected.of("New / carl", "3132333435", "totp SHA1 6 30"),
                            Expected.of(" / dora", "3132333435", "totp SHA1 6 30"));
            assertThat(found.rejected()).extracting("label").containsExactly("type", "counter", "none");
            assertThat(found.notes()).isEmpty();
        }
    }

    @Test
    void secretsUnderTheKeyOfThePhoneNameTheNextStep() {
        var sealed = Databases.of(accounts(
                List.of("", "Acme:ann", "AQ8yv1/x0aBz9+kLmN81==", 0, 0, 0, "Acme", "Acme:ann"),
                List.of("", "bob", "", 0, 0, 0)));
        var marked = Databases.of(Databases.Table.of(
                "accounts", "email TEXT, secret TEXT, isencrypted INTEGER", List.of("ann", "GEZDGNBV", 1)));
        for (byte[] file : List.of(sealed, marked)) {
            assertThatExceptionOfType(UnsupportedImportException.class)
                    .isThrownBy(() -> Exports.read(file))
                    .withMessageContaining("scan the QR codes it shows")
                    .withMessageNotContaining("AQ8y");
        }
    }

    @Test
    void oneSealedRowAmongOthersIsToldAlone() throws ImportException {
        var file = Databases.of(Databases.Table.of(
                "accounts",
                "email TEXT, secret TEXT, isencrypted INTEGER",
                List.of("ann", "GEZDGNBV", 0),
                List.of("bob", "GEZDGNBV", 1)));
        var found = Exports.read(file);
        assertThat(found.entries()).hasSize(1);
        assertThat(found.rejected()).singleElement().extracting("label").isEqualTo("bob");
    }

    @Test
    void aMissingLogIsTold() throws ImportException {
        var found = Exports.read(Databases.withLog(accounts()));
        assertThat(found.entries()).isEmpty();
        assertThat(found.notes()).singleElement().asString().contains("-wal");
    }
}
