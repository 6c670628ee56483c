package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.Expected;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.WrongImportPassphraseException;
import org.junit.jupiter.api.Test;

class ProtonAuthenticatorTest {
    private static final String CONTENT = """
            {"version": 1, "entries": [
             {"id": "1", "note": "a note", "content": {"entry_type": "Totp", "name": "ann",
              "uri": "otpauth://totp/ann?secret=GEZDGNBV&issuer=Acme&algorithm=SHA512&digits=8&period=60"}},
             {"id": "2", "note": null, "content": {"entry_type": "Steam", "name": "gamer", "uri": "steam://STEAMKEY"}},
             {"id": "3", "note": null, "content": {"entry_type": "Totp", "name": "bad", "uri": "otpauth://totp/bad"}},
             {"id": "4", "content": {"name": "empty"}}]}""";

    @Test
    void aPlainAndASealedFileHoldTheSame() throws ImportException {
        for (var found :
                new Import[] {Exports.read(CONTENT), Exports.read(Exports.proton(CONTENT), Exports.PASSPHRASE)}) {
            assertThat(found.format()).isEqualTo("proton_authenticator");
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of("Acme / ann", "3132333435", "totp SHA512 8 60"),
                            Expected.of("Steam / gamer", "94c8062898", "steam SHA1 5 30"));
            assertThat(found.entries().getFirst().extras().note()).isEqualTo("a note");
            assertThat(found.rejected()).extracting("label").containsExactly("bad", "empty");
            assertThat(found.rejected().getFirst().reason()).isEqualTo("secret is missing");
        }
    }

    @Test
    void aWrongPassphraseAndNoneAreToldApart() {
        var file = Exports.proton(CONTENT);
        assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> Exports.read(file, "wrong"));
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
    }

    @Test
    void anEmptyListIsAnEmptyImport() throws ImportException {
        assertThat(Exports.read("{\"version\": 1, \"entries\": []}").entries()).isEmpty();
    }
}
