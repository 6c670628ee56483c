package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import dev.tessera.otpauth.MigrationPayload;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.Rejected;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UriListTest {
    private static final String ACME = "otpauth://totp/Acme:ann?secret=GEZDGNBV&issuer=Acme";
    private static final Expected ACME_ENTRY = Expected.of("Acme / ann", "3132333435", "totp SHA1 6 30");

    @Test
    void linksOfEachKindStandOneALine() throws ImportException {
        var list = "# a comment\r\n\r\n  " + ACME + "  \r\n"
                + "OTPAUTH://HOTP/Bank%3Aann?SECRET=gezd%20gnbv%3D%3D%3D&counter=7\r\n"
                + "steam://STEAMKEY\n"
                + "motp://Corp:ann?secret=0a0b0c0d0e0f&pin=1234\n"
                + "otpauth://totp/Microsoft:Company:ann#EXT#@x (y)|z?secret=GEZDGNBV&issuer=Microsoft";
        try (var found = Exports.read(list)) {
            assertThat(found.format()).isEqualTo("uri_list");
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            ACME_ENTRY,
                            Expected.of("Bank / ann", "3132333435", "hotp SHA1 6 7"),
                            Expected.of("Steam / ", "94c8062898", "steam SHA1 5 30"),
                            new Expected("Corp / ann", "0a0b0c0d0e0f", "motp MD5 6 10", "1234", List.of()),
                            Expected.of("Microsoft / Company:ann#EXT#@x (y)|z", "3132333435", "totp SHA1 6 30"));
            assertThat(found.rejected()).isEmpty();
        }
    }

    @Test
    void aForeignLineIsToldByItsNumberAndABadLinkByItsLabel() throws ImportException {
        var list = ACME + "\nGEZDGNBVGY3TQOJQ\n\notpauth://totp/Bad:bob?secret=GEZD1&issuer=Bad\nsteam://GEZD1\n"
                + "otpauth://totp/GEZDGNBVGY3TQOJQ\notpauth://yaotp/ann?secret=6SB2IKNM6OBZPAVBVTOHDKS4FA";
        try (var found = Exports.read(list)) {
            assertThat(Expected.allOf(found)).containsExactly(ACME_ENTRY);
            assertThat(found.rejected())
                    .extracting(Rejected::label)
                    .containsExactly("line 2", "Bad:bob", "line 5", "line 6", "ann");
            assertThat(found.rejected())
                    .extracting(Rejected::reason)
                    .noneMatch(reason -> reason.contains("GEZD") || reason.contains("6SB2"))
                    .last()
                    .asString()
                    .contains("PIN");
        }
    }

    @Test
    void anArrayOfTextsIsAListToo() throws ImportException {
        try (var found = Exports.read("[\"" + ACME + "\", 7,\n \"steam://STEAMKEY\", \"note\"]")) {
            assertThat(found.format()).isEqualTo("uri_list");
            assertThat(Expected.allOf(found))
                    .containsExactly(ACME_ENTRY, Expected.of("Steam / ", "94c8062898", "steam SHA1 5 30"));
            assertThat(found.rejected()).extracting(Rejected::label).containsExactly("item 2", "item 4");
        }
    }

    @Test
    void commentsAloneAreAnEmptyList() throws ImportException {
        try (var found = Exports.read("# one\n\n  # two\n")) {
            assertThat(found.entries()).isEmpty();
            assertThat(found.rejected()).isEmpty();
        }
    }

    @Test
    void aTransferIsReadAndItsMissingPartsAreNamed() throws ImportException {
        var accounts = IntStream.range(0, 25)
                .mapToObj(i -> new Account(
                        "Acme",
                        "ann" + i,
                        new Credential(Secret.copyOf(new byte[] {1, 2, (byte) i}), OtpParameters.Totp.standard())))
                .toList();
        var links = MigrationPayload.format(accounts, -7);
        assertThat(links).hasSize(3);
        try (var whole = Exports.read(links.get(2) + "\n" + links.get(0) + "\n" + links.get(1))) {
            assertThat(whole.format()).isEqualTo("google_migration");
            assertThat(whole.entries()).hasSize(25);
            assertThat(whole.notes()).isEmpty();
        }
        try (var part = Exports.read(links.get(1))) {
            assertThat(part.entries()).hasSize(10);
            assertThat(part.notes()).singleElement().asString().contains("missing: 1, 3");
        }
    }

    @Test
    void aTransferAmongLinksIsAListAndADamagedOneCostsNoOther() throws ImportException {
        try (var found = Exports.read(ACME + "\notpauth-migration://offline?data=XXXX")) {
            assertThat(found.format()).isEqualTo("uri_list");
            assertThat(Expected.allOf(found)).containsExactly(ACME_ENTRY);
            assertThat(found.rejected()).singleElement().satisfies(rejected -> {
                assertThat(rejected.label()).isEqualTo("line 2");
                assertThat(rejected.reason()).startsWith("this export cannot be used: ");
            });
        }
    }

    @Test
    void oddTransferEntriesAreRejectedWithTheirNames() throws ImportException {
        // One account of algorithm 4, MD5: secret 01, name "a", issuer "Odd".
        try (var found = Exports.read("otpauth-migration://offline?data=Cg0KAQESAWEaA09kZCAE")) {
            assertThat(found.entries()).isEmpty();
            assertThat(found.rejected()).singleElement().satisfies(rejected -> {
                assertThat(rejected.label()).isEqualTo("Odd (a)");
                assertThat(rejected.reason()).startsWith("algorithm is MD5");
            });
        }
    }
}
