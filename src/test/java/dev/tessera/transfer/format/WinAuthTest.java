package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import dev.tessera.transfer.zip.Zips;
import java.net.URLEncoder;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WinAuthTest {
    private static final String STEAM_DATA = URLEncoder.encode(
            "{\"steamid\": 1, \"shared_secret\": \"MTIzNDU+\", \"revocation_code\": \"R123\"}", UTF_8);

    private static final String LIST = """
            # a comment

            otpauth://totp/Acme:ann?secret=GEZDGNBV&digits=6&icon=WinAuth
            otpauth://hotp/bob?secret=GEZDGNBV&digits=7&counter=5&algorithm=SHA256
            otpauth://totp/BattleNet:Game?secret=GEZDGNBV&serial=US123&issuer=BattleNet
            otpauth://totp/Steam:gamer?secret=AAAA&digits=5&deviceid=android%3Ax&data=""" + STEAM_DATA + """

            otpauth://totp/Steam:other?data=%7Bbroken&secret=GEZDGNBV&digits=5&deviceid=x
            otpauth://totp/Bad:b?secret=1
            nothing
            """;

    @Test
    void theListAndEachZipOfItHoldTheSame() throws ImportException {
        for (var found : new Import[] {
            Exports.read(LIST),
            Exports.read(Zips.zipCrypto(Exports.PASSPHRASE, "any name", LIST), Exports.PASSPHRASE),
            Exports.read(Zips.plain("winauth.txt", LIST))
        }) {
            assertThat(found.format()).isEqualTo("winauth");
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of("Acme / ann", "3132333435", "totp SHA1 6 30"),
                            Expected.of(" / bob", "3132333435", "hotp SHA256 7 5"),
                            Expected.of("BattleNet / Game", "3132333435", "totp SHA1 8 30"),
                            Expected.of("Steam / gamer", "31323334353e", "steam SHA1 5 30"),
                            Expected.of("Steam / other", "3132333435", "steam SHA1 5 30"));
            assertThat(found.entries())
                    .extracting(entry -> entry.extras().note())
                    .containsExactly("", "", "Serial number: US123", "Revocation code: R123", "");
            assertThat(found.entries().getLast().repairs())
                    .contains("What WinAuth added to the link is damaged; the secret next to it was used.");
            assertThat(found.rejected()).extracting("label").containsExactly("Bad:b", "line 9");
        }
    }

    @Test
    void dataOfSteamAloneTellWhoseListItIs() throws ImportException {
        var found = Exports.read("otpauth://totp/Steam:gamer?secret=AAAA&digits=5&data=" + STEAM_DATA);
        assertThat(found.format()).isEqualTo("winauth");
        assertThat(Expected.allOf(found))
                .containsExactly(Expected.of("Steam / gamer", "31323334353e", "steam SHA1 5 30"));
    }

    @Test
    void aWrongPassphraseAndNoneAreToldApart() {
        byte[] file = Zips.zipCrypto(Exports.PASSPHRASE, "a.txt", LIST);
        assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> Exports.read(file, "wrong"));
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
    }

    @Test
    void aZipThatHoldsNoListIsTold() {
        byte[] json = Zips.zipCrypto("p", "a.json", "{\"services\": []}");
        byte[] zip = Zips.zipCrypto("p", "a.zip", "PK\3\4");
        byte[] pgp = Zips.zipCrypto("p", "a.txt", "-----BEGIN PGP MESSAGE-----");
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(json, "p"))
                .withMessageContaining("not a list of links");
        assertThatExceptionOfType(UnsupportedImportException.class).isThrownBy(() -> Exports.read(pgp, "p"));
        assertThatExceptionOfType(CostlyImportException.class).isThrownBy(() -> Exports.read(zip, "p"));
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(Zips.plain(Map.of("a.txt", LIST, "b.txt", LIST))))
                .withMessageContaining("no export that Tessera recognises");
    }

    private static String xml(String... authenticators) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<WinAuth version=\"3.5\">"
                + String.join("", authenticators) + "<alwaysontop>true</alwaysontop></WinAuth>";
    }

    private static String authenticator(String type, String name, String data) {
        return "<WinAuthAuthenticator id=\"1\" type=\"WinAuth." + type + "Authenticator\"><name>" + name
                + "</name><created>1</created>" + data + "</WinAuthAuthenticator>";
    }

    private static String plain(String secretData) {
        return "<authenticatordata><servertimediff>0</servertimediff><secretdata>" + secretData
                + "</secretdata></authenticatordata>";
    }

    private static String sealed(String letters, String hex) {
        return "<authenticatordata encrypted=\"" + letters + "\">" + hex + "</authenticatordata>";
    }

    @Test
    void itsOwnFileIsReadByTheKindsOfItsEntries() throws ImportException {
        var steam = HexFormat.of().formatHex("{\"revocation_code\":\"R9\"}".getBytes(UTF_8));
        var found = Exports.read(xml(
                authenticator("Google", "Acme:ann &amp; co", plain("3132333435\t8\tHMACSHA512\t60")),
                authenticator("HOTP", "bob", plain("3132333435\t6\tHMACSHA1\t30|7")),
                authenticator("BattleNet", "Game", plain("3132333435\t8\tHMACSHA1\t30|5553|52")),
                authenticator("BattleNet", "Battle.net", plain("3132333435")),
                authenticator("Steam", "gamer", plain("3132333435\t5\tHMACSHA1\t30|s|d|" + steam + "|x")),
                authenticator("Trion", "", plain("3132333435|53|44")),
                authenticator("Microsoft", "me", plain("3132333435\t6")),
                authenticator("OktaVerify", "Okta:me", plain("3132333435\t6\tSHA1\t30")),
                authenticator("Google", "a", plain("")),
                authenticator("Google", "b", plain("313")),
                authenticator("Google", "c", plain("3132333435\tx")),
                authenticator("Google", "d", plain("3132333435\t6\tMD5\t30")),
                authenticator("Google", "e", plain("3132333435\t6\tSHA1\t0")),
                authenticator("Google", "f", ""),
                authenticator("Google", "g", sealed("u", "00")),
                authenticator("Google", "h", sealed("ya", "00"))));
        assertThat(found.format()).isEqualTo("winauth");
        assertThat(Expected.allOf(found))
                .containsExactly(
                        Expected.of("Acme / ann & co", "3132333435", "totp SHA512 8 60"),
                        Expected.of(" / bob", "3132333435", "hotp SHA1 6 7"),
                        Expected.of("Battle.net / Game", "3132333435", "totp SHA1 8 30"),
                        Expected.of("Battle.net / ", "3132333435", "totp SHA1 8 30"),
                        Expected.of("Steam / gamer", "3132333435", "steam SHA1 5 30"),
                        Expected.of("Trion / ", "3132333435", "totp SHA1 8 30"),
                        Expected.of("Microsoft / me", "3132333435", "totp SHA1 6 30"),
                        Expected.of("Okta / me", "3132333435", "totp SHA1 6 30"));
        assertThat(found.entries().get(4).extras().note()).isEqualTo("Revocation code: R9");
        assertThat(found.rejected()).extracting("label").containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
        assertThat(found.rejected().getLast().reason())
                .isEqualTo("it is encrypted so that only Windows or a YubiKey can open it");
    }

    /// Sealed by OpenSSL's Blowfish and Python's PBKDF2, under [Exports#PASSPHRASE].
    private static final String ENTRY =
            "57494E41555448330B0C0D0E0F1011126D6D627573DC8CE61794908225E980436301F229066F30A9"
                    + "A9FDD061857D50040102030405060708EC17724165F2DF97A82F2AE92748C7F0F6736ED00947E027ABE3BB0BAB19B3D757FB15ABC174"
                    + "8B5B8F539263A00909D29370B1F34F12D598D522D346AF489C5B84CA4CC16A8DCE9E5AFDA6CA5EFE7936FC72323DEEEF6F251B279A12"
                    + "C809670E";

    /// As old versions sealed, without a check.
    private static final String OLD_ENTRY =
            "0102030405060708ec17724165f2df97a82f2ae92748c7f0f6736ed00947e027abe3bb0bab19b3d757fb15abc1748b5bb4df06a965af"
                    + "51234f6d1119e5f14f84f9b106233c5a167e1027c509b9a64e1f57e5fb7b7b992c65f5399def93b34e65f14b3f85431c0bb5";

    private static final String OTHERS_ENTRY =
            "57494E41555448330B0C0D0E0F1011121E4ECC9493489396F36FC12A2A6DE860966F0A824B11266F6C80CAD198777A4C010203040506"
                    + "07087F9968E295185726894AAEB32B22363D9BE21CBE4E11F28A8B8901F823F749D1F70F879C0668A05D28E64B064E975E50"
                    + "4252A8771B611F048B063984133FF0523AB99ED6BC1755CCC8FC543323269D19B88C83A1D7F999918D20893F0B094FB4";

    private static final String WHOLE =
            "57494E41555448330B0C0D0E0F101112E848B91D267720CC9011873001F60B8493E4ADE88183BEDD9AA5CE867E27CB96010203040506"
                    + "0708395F3DD34DEC66314D0A2D2456F1EA4F87948E5C790E5629D2B36B29CC53F0BB607BCA2ED6B89A60EFB7A16DEB421722"
                    + "C784269A2E8BF4A974A0D7C6AEF39FB0C0D9500E21C5D4C44B8826C7523211793D0EC1B6529EABE2BCD809CF69144BBF3B60"
                    + "35A94F99F3019AA1CB95CCE97A726B9376EB8B5C5C81AAD12663CC7FCB5CFF76CEF32D38B1F25AFDA6CA5EFE7936FC72323D"
                    + "EEEF6F25ED8F42EF2F6AE3186E46CBD1ACC89257A9DA108BC000737062BDC12363AF971FBA4BA1BD7DB7FEB8DFAB1500E55C"
                    + "0E28D8B9D959EA748D07AD62BCCCEC4D256863C8635DF5C773600A065D37959AE7BA66CF3877A6ACA252E58DA486DB20A1F7"
                    + "DAA58935BC64BC1E";

    @Test
    void entriesThatAreSealedOneByOneOpenOneByOne() throws ImportException {
        var file = xml(
                authenticator("Google", "Acme:ann", sealed("y", ENTRY)),
                authenticator("Google", "Old:bob", sealed("y", OLD_ENTRY)),
                authenticator("Google", "Open:eve", plain("3132333435\t6\tSHA1\t30")),
                authenticator("Google", "Other:x", sealed("y", OTHERS_ENTRY)),
                authenticator("Google", "Damaged:x", sealed("y", "zz")),
                authenticator("Google", "Windows:x", sealed("um", ENTRY)));
        var found = Exports.read(file, Exports.PASSPHRASE);
        assertThat(Expected.allOf(found))
                .containsExactly(
                        Expected.of("Acme / ann", "3132333435", "totp SHA256 7 60"),
                        Expected.of("Old / bob", "3132333435", "totp SHA1 6 30"),
                        Expected.of("Open / eve", "3132333435", "totp SHA1 6 30"));
        assertThat(found.rejected()).extracting("label").containsExactly("Other (x)", "Damaged (x)", "Windows (x)");
        assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> Exports.read(file, "wrong"));
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
    }

    @Test
    void theWholeOfItMayBeSealed() throws ImportException {
        for (var file : new String[] {
            xml("<data encrypted=\"y\" sha1=\"00\">" + WHOLE + "</data>"),
            "<WinAuth encrypted=\"y\">" + WHOLE + "</WinAuth>"
        }) {
            assertThat(Expected.allOf(Exports.read(file, Exports.PASSPHRASE)))
                    .containsExactly(Expected.of("Züge / ann", "3132333435", "totp SHA1 6 30"));
            assertThatExceptionOfType(WrongImportPassphraseException.class)
                    .isThrownBy(() -> Exports.read(file, "wrong"));
            assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
        }
    }

    @Test
    void whatOnlyWindowsOpensNamesTheExportThatWorks() {
        for (var file : new String[] {
            xml("<data encrypted=\"u\">00</data>"),
            xml("<data encrypted=\"yb\">00</data>"),
            xml(authenticator("Google", "a", sealed("m", "00")))
        }) {
            assertThatExceptionOfType(UnsupportedImportException.class)
                    .isThrownBy(() -> Exports.read(file))
                    .withMessageContaining("export the authenticators as text");
        }
    }

    @Test
    void entitiesAndDamagedXmlAreRefused() throws ImportException {
        for (var file : new String[] {
            "<WinAuth><a></WinAuth>", "<WinAuth >&e;</WinAuth>", "<?xml version=\"1.0\"?><WinAuth>" + "<a>".repeat(500)
        }) {
            assertThatExceptionOfType(DamagedImportException.class)
                    .isThrownBy(() -> Exports.read(file))
                    .withMessageContaining("not valid XML");
        }
        var bomb = "<!DOCTYPE WinAuth [<!ENTITY a \"aaaa\">]><WinAuth>&a;</WinAuth>";
        assertThatExceptionOfType(ImportException.class).isThrownBy(() -> Exports.read(bomb));
        assertThat(Exports.read("<WinAuth version=\"3\"/>").entries()).isEmpty();
    }
}
