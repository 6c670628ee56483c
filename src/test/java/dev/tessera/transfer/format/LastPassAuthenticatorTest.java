package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import org.junit.jupiter.api.Test;

class LastPassAuthenticatorTest {
    private static final String ANN = """
            {"accountID": "1", "issuerName": "Acme", "originalIssuerName": "acme.com", "userName": "ann",
             "originalUserName": "ann@acme.com", "secret": "gezd gnbv", "timeStep": 60, "digits": 8,
             "algorithm": "SHA256", "isFavorite": true, "folderData": {"folderId": 1, "position": 0}}""";

    private static String file(String accounts) {
        return """
                {"deviceId": "", "localDeviceId": "x", "deviceName": "y", "version": 3, "accounts": [%s], "folders":
                 [{"id": 1, "name": "Favorites"}, {"id": 0, "name": "Other"}, {"id": 2, "name": "Work"}]}""".formatted(accounts);
    }

    @Test
    void accountsComeWithTheNamesThatTheyWereGiven() throws ImportException {
        var found = Exports.read(file(ANN + """
                ,{"issuerName": "", "originalIssuerName": "Old", "userName": "bob", "secret": "GEZDGNBV",
                  "folderData": {"folderId": 2}},
                 {"issuerName": null, "originalIssuerName": "Old", "originalUserName": "eve", "secret": "GEZDGNBV",
                  "folderData": {"folderId": 0}},
                 {"userName": "only", "secret": "GEZDGNBV", "folderData": {"folderId": 9}}"""));
        assertThat(found.format()).isEqualTo("lastpass_authenticator");
        assertThat(Expected.allOf(found))
                .containsExactly(
                        Expected.of("Acme / ann", "3132333435", "totp SHA256 8 60"),
                        Expected.of(" / bob", "3132333435", "totp SHA1 6 30").tagged("Work"),
                        Expected.of("Old / eve", "3132333435", "totp SHA1 6 30"),
                        Expected.of(" / only", "3132333435", "totp SHA1 6 30"));
        assertThat(found.entries())
                .extracting(entry -> entry.extras().pinned())
                .containsExactly(true, false, false, false);
    }

    @Test
    void aBadAccountCostsNoOther() throws ImportException {
        var found = Exports.read(file("""
                {"issuerName": "A", "userName": "a", "secret": "Secret1One"},
                {"issuerName": "B", "userName": "b", "secret": ""},
                {"issuerName": "C", "userName": "c", "secret": "GEZDGNBV", "timeStep": 0},
                {"issuerName": "D", "userName": "d", "secret": "GEZDGNBV", "digits": -1},
                {"issuerName": "E", "userName": "e", "secret": "GEZDGNBV", "algorithm": "SHA3"},
                {"issuerName": "F", "userName": "f", "secret": "GEZDGNBV", "timeStep": 1.5},
                [],""" + ANN));
        assertThat(found.entries()).hasSize(1);
        assertThat(found.rejected())
                .extracting("label")
                .containsExactly("A (a)", "B (b)", "C (c)", "D (d)", "E (e)", "F (f)", "entry 7");
        assertThat(found.rejected().getFirst().reason()).isEqualTo("secret is not Base32: '1' at position 7");
    }

    @Test
    void anEmptyListIsEmptyAndOneThatIsNoneIsDamaged() throws ImportException {
        assertThat(Exports.read(file("")).entries()).isEmpty();
        assertThatExceptionOfType(ImportException.class)
                .isThrownBy(() -> Exports.read("{\"localDeviceId\": \"x\", \"accounts\": {}}"));
        assertThatExceptionOfType(DamagedImportException.class).isThrownBy(() -> Exports.read(file("{")));
    }
}
