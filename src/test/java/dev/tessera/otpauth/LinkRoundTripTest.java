package dev.tessera.otpauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Account;
import dev.tessera.otp.AnyParameters;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LinkRoundTripTest {

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("accounts") Account account) throws OtpauthException {
        var uri = OtpauthUri.parse(OtpauthUri.format(account));
        assertThat(uri.account())
                .isEqualTo(new Account(issuerOf(account), account.accountName(), account.credential()));
    }

    @Property
    void whatIsWrittenNeedsNoRepair(@ForAll("accounts") Account account) throws OtpauthException {
        var uri = OtpauthUri.parse(OtpauthUri.format(account));
        var isRenamed = account.issuer().contains(":")
                || !account.issuer().equals(account.issuer().strip());
        if (!isRenamed && account.issuer().equals(issuerOf(account))) {
            assertThat(uri.repairs()).isEmpty();
        }
        assertThat(OtpauthUri.format(account)).matches("[A-Za-z0-9._~%:/?&=-]+");
    }

    @Property
    void whatAMigrationCanHoldIsReadAgain(@ForAll("accounts") Account account) throws OtpauthException {
        if (MigrationPayload.canHold(account)) {
            var payload = MigrationPayload.parse(
                    MigrationPayload.format(List.of(account), 5).getFirst());
            assertThat(payload.rejected()).isEmpty();
            var read = payload.accounts().getFirst().account();
            assertThat(read.credential()).isEqualTo(account.credential());
        }
    }

    @Example
    void aColonInTheIssuerStaysInTheParameter() throws OtpauthException {
        var account = account("A:B", "c:d", OtpParameters.Totp.standard());
        var text = OtpauthUri.format(account);
        assertThat(text).contains("/A%20B:c%3Ad?").contains("&issuer=A%3AB&");
        assertThat(OtpauthUri.parse(text).account()).isEqualTo(account);
    }

    @Example
    void eachKindIsWrittenInTheFormThatMostAppsRead() {
        var pin = Secret.copyOf("5239".getBytes(StandardCharsets.US_ASCII));
        assertThat(OtpauthUri.format(account("Acme", "ann", new OtpParameters.Hotp(HmacAlgorithm.SHA256, 8, 7))))
                .isEqualTo("otpauth://hotp/Acme:ann?secret=AAAAAAAAAAAAAAAAAAAAAAAAAA&issuer=Acme"
                        + "&algorithm=SHA256&digits=8&counter=7");
        assertThat(OtpauthUri.format(account("Steam", "ann", new OtpParameters.Steam())))
                .isEqualTo("otpauth://steam/Steam:ann?secret=AAAAAAAAAAAAAAAAAAAAAAAAAA&issuer=Steam"
                        + "&algorithm=SHA1&digits=5&period=30");
        assertThat(OtpauthUri.format(account("Yandex", "ann", new OtpParameters.Yandex(pin))))
                .isEqualTo("otpauth://yaotp/Yandex:ann?secret=AAAAAAAAAAAAAAAAAAAAAAAAAA&issuer=Yandex&pin=GUZDGOI");
        assertThat(OtpauthUri.format(account("", "ann", new OtpParameters.Motp(pin))))
                .isEqualTo("motp://ann?secret=00000000000000000000000000000000&pin=5239");
    }

    @Provide
    Arbitrary<Account> accounts() {
        return Combinators.combine(names(), names(), AnyParameters.arbitrary())
                .as(LinkRoundTripTest::account)
                .filter(account -> !account.accountName().startsWith(account.issuer() + ":"));
    }

    /// Names as the parser leaves them: trimmed, without control signs; those that look percent-encoded would
    /// be decoded once more, and the text `null` is what some writers put for nothing.
    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("äßçЖ名前€\u0660+&=#%?:/")
                .ofMaxLength(20)
                .map(String::strip)
                .filter(name -> !PercentText.isStillEncoded(name))
                .filter(name -> !name.equalsIgnoreCase("null") && !name.equalsIgnoreCase("undefined"));
    }

    /// Steam's and Yandex's links name their issuer by their kind.
    private static String issuerOf(Account account) {
        var owner = switch (account.credential().parameters()) {
            case OtpParameters.Steam _ -> "Steam";
            case OtpParameters.Yandex _ -> "Yandex";
            case OtpParameters.Totp _, OtpParameters.Hotp _, OtpParameters.Motp _ -> "";
        };
        return account.issuer().isEmpty() ? owner : account.issuer();
    }

    private static Account account(String issuer, String accountName, OtpParameters parameters) {
        return new Account(issuer, accountName, new Credential(Secret.copyOf(new byte[16]), parameters));
    }
}
