package dev.tessera.transfer.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.transfer.WrongImportPassphraseException;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripTest {

    @Provide
    Arbitrary<Vault> vaults() {
        return Samples.vaults();
    }

    @Property(tries = 100)
    void whatIsWrittenIsReadAgainBarTheLossesThatWereTold(@ForAll("vaults") Vault vault) throws IOException {
        for (var exporter : ReadBack.texts()) {
            var plan = ReadBack.plan(exporter, vault);
            if (!plan.written().isEmpty()) {
                ReadBack.assertLosesWhatItSays(plan, ReadBack.read(exporter, ReadBack.written(plan)));
            }
        }
    }

    @Property(tries = 6)
    void whatIsSealedIsReadAgainBarTheLossesThatWereTold(@ForAll("vaults") Vault vault) throws IOException {
        for (var exporter : ReadBack.sealable()) {
            var plan = ReadBack.plan(exporter, vault);
            if (!plan.written().isEmpty()) {
                byte[] file = ReadBack.sealed(plan, ReadBack.PASSPHRASE);
                ReadBack.assertLosesWhatItSays(plan, ReadBack.opened(file, ReadBack.PASSPHRASE));
            }
        }
    }

    @Property(tries = 4)
    void picturesOfATransferAreReadAgain(@ForAll("vaults") Vault vault) throws IOException {
        var exporter = new GooglePicturesWriter();
        var plan = ReadBack.plan(exporter, vault);
        if (!plan.written().isEmpty()) {
            ReadBack.assertLosesWhatItSays(plan, ReadBack.read(exporter, ReadBack.written(plan)));
        }
    }

    @Example
    void anotherPassphraseOpensNone() {
        var vault = Samples.vault(Samples.ofEachKind());
        for (var exporter : ReadBack.sealable()) {
            byte[] file = ReadBack.sealed(ReadBack.plan(exporter, vault), ReadBack.PASSPHRASE);
            assertThatThrownBy(() -> ReadBack.opened(file, "another"))
                    .as(exporter.id())
                    .isInstanceOf(WrongImportPassphraseException.class);
        }
    }

    @Example
    void nothingOfAnAccountIsReadableInASealedFile() {
        var vault = Samples.vault(Samples.ofEachKind());
        for (var exporter : ReadBack.sealable()) {
            var text = new String(ReadBack.sealed(ReadBack.plan(exporter, vault), ReadBack.PASSPHRASE), UTF_8);
            assertThat(text).as(exporter.id()).doesNotContain("GEZDGNBV", "Pexip", "ann@", "line", "otpauth");
        }
    }

    @Example
    void eachTargetLeavesOutTheKindsThatItDoesNotMake() {
        var all = Set.of("Pexip", "Bank Ü", "Odd", "Bank", "Steam", "Corp", "Yandex");
        assertHolds(new AegisWriter(), all);
        assertHolds(new UriListWriter(), all);
        assertHolds(new SheetWriter(SheetWords.english()), all);
        assertHolds(ReadBack.tessera(), all);
        assertHolds(new TwoFasWriter(), Set.of("Pexip", "Bank Ü", "Odd", "Bank", "Steam"));
        assertHolds(new EnteWriter(), Set.of("Pexip", "Bank Ü", "Odd", "Bank", "Steam"));
        assertHolds(new BitwardenWriter(), Set.of("Pexip", "Bank Ü", "Odd", "Steam"));
        assertHolds(new ProtonWriter(), Set.of("Pexip", "Bank Ü", "Odd", "Steam"));
        assertHolds(new KeePassXcWriter(), Set.of("Pexip", "Bank Ü", "Odd", "Steam"));
        assertHolds(new AppleWriter(), Set.of("Pexip", "Bank Ü", "Odd"));
        assertHolds(new GoogleLinksWriter(), Set.of("Pexip", "Bank"));
        assertHolds(new GooglePicturesWriter(), Set.of("Pexip", "Bank"));
    }

    private static void assertHolds(Exporter exporter, Set<String> issuers) {
        var plan = ReadBack.plan(exporter, Samples.vault(Samples.ofEachKind()));
        assertThat(plan.written().stream().map(entry -> entry.account().issuer()))
                .as(exporter.id())
                .containsExactlyInAnyOrderElementsOf(issuers);
        assertThat(plan.entries()).hasSize(7);
    }

    @Example
    void idsAreThereOnceAndStay() {
        assertThat(Exports.all().stream().map(Exporter::id))
                .containsExactly(
                        "tessera",
                        "aegis",
                        "2fas",
                        "bitwarden",
                        "ente",
                        "proton_authenticator",
                        "aegis_plain",
                        "2fas_plain",
                        "bitwarden_plain",
                        "ente_plain",
                        "proton_authenticator_plain",
                        "paper",
                        "uri_list",
                        "google_qr",
                        "google_migration",
                        "keepassxc_csv",
                        "apple_csv");
        assertThat(Exports.all().stream().filter(Exporter::isSealed).map(Exporter::id))
                .isEqualTo(List.of("tessera", "aegis", "2fas", "bitwarden", "ente", "proton_authenticator"));
    }
}
