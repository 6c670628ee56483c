package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.WrongImportPassphraseException;
import dev.tessera.transfer.zip.Zips;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthenticatorPlusTest {
    private static final String LIST = """
            otpauth://totp/Acme:ann?secret=GEZDGNBV&issuer=Acme&algorithm=SHA256&digits=7&period=20
            otpauth://hotp/Air%20X:bob?secret=GEZDGNBV&issuer=Air+X&counter=50
            otpauth://totp/Battle.net:US-1?secret=3132333435363738393031323334353637383930&digits=8
            otpauth://totp/Half:a?secret=313
            otpauth://totp/Bad:b?secret=
            nothing
            """;

    @Test
    void theSealedZipAndTheOpenOneHoldTheSame() throws ImportException {
        for (var found : new Import[] {
            Exports.read(Zips.zipCrypto(Exports.PASSPHRASE, "Accounts.txt", LIST), Exports.PASSPHRASE),
            Exports.read(Zips.plain(Map.of("AuthPlus/Accounts.txt", LIST, "AuthPlus/Accounts.html", "<html>")))
        }) {
            assertThat(found.format()).isEqualTo("authenticator_plus");
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of("Acme / ann", "3132333435", "totp SHA256 7 20"),
                            Expected.of("Air X / bob", "3132333435", "hotp SHA1 6 50"),
                            Expected.of(
                                    "Battle.net / US-1", "3132333435363738393031323334353637383930", "totp SHA1 8 30"));
            assertThat(found.rejected()).extracting("label").containsExactly("Half:a", "Bad:b", "line 6");
        }
    }

    @Test
    void theListByItselfIsOneLikeAnyOther() throws ImportException {
        assertThat(Exports.read("otpauth://totp/Acme:ann?secret=GEZDGNBV").format())
                .isEqualTo("uri_list");
    }

    @Test
    void aWrongPassphraseAndNoneAreToldApart() {
        byte[] file = Zips.zipCrypto(Exports.PASSPHRASE, "Accounts.txt", LIST);
        assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> Exports.read(file, "wrong"));
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
    }

    @Test
    void anEmptyListIsEmptyAndWhatIsNoTextIsDamaged() throws ImportException {
        assertThat(Exports.read(Zips.plain("Accounts.txt", "")).entries()).isEmpty();
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(Zips.plain("Accounts.txt", "\0\1")));
    }
}
