package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MicrosoftAuthenticatorTest {
    private static final String COLUMNS =
            "`_id` INTEGER PRIMARY KEY AUTOINCREMENT, `name` TEXT NOT NULL, `username` TEXT NOT"
                    + " NULL, `oath_secret_key` TEXT NOT NULL, `account_type` INTEGER NOT NULL, `encrypted_oath_secret_key` TEXT";

    @Test
    void eachKindOfAccountIsReadOrToldWithItsReason() throws ImportException {
        var file = Databases.of(Databases.Table.of(
                "accounts",
                COLUMNS,
                List.of("", "Acme", "ann", "GEZDGNBVGY3TQOJQ", 0, ""),
                List.of("", "Personal", "ann@example.org", "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=", 1, ""),
                List.of("", "Work", "filled@example.org", "GEZDGNBV", 2, ""),
                List.of("", "Work", "empty@example.org", "", 2, ""),
                List.of("", "Sealed", "ann", "", 0, "AAAA"),
                List.of("", "Type", "ann", "GEZDGNBV", 7, ""),
                List.of("", "Bad", "ann", "0189", 0, ""),
                List.of("", "Bad 64", "ann", "*", 1, "")));
        try (var found = Exports.read(file)) {
            assertThat(found.format()).isEqualTo("microsoft_authenticator");
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of("Acme / ann", "31323334353637383930", "totp SHA1 6 30"),
                            Expected.of(
                                    "Personal / ann@example.org",
                                    "3132333435363738393031323334353637383930",
                                    "totp SHA1 8 30"),
                            Expected.of("Work / filled@example.org", "3132333435", "totp SHA1 6 30"));
            assertThat(found.rejected())
                    .extracting("label")
                    .containsExactly(
                            "Work (empty@example.org)", "Sealed (ann)", "Type (ann)", "Bad (ann)", "Bad 64 (ann)");
            assertThat(found.rejected().getFirst().reason()).contains("confirming on the phone");
            assertThat(found.rejected().get(1).reason()).contains("never leaves the phone");
        }
    }

    @Test
    void aMissingLogIsTold() throws ImportException {
        var file = Databases.withLog(Databases.Table.of("accounts", COLUMNS));
        assertThat(Exports.read(file).notes()).singleElement().asString().contains("Copy both into one folder");
    }
}
