package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.control.PassphraseField;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Entry;
import dev.tessera.vault.SetAside;
import dev.tessera.vault.Unknown;
import dev.tessera.vault.Vault;
import dev.tessera.vault.file.LaterRelease;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The vault itself, as a person looks after it.
@WindowTest
class VaultJourneyTest {
    private final WindowFixture window = new WindowFixture();

    @Start
    void start(Stage stage) {
        window.createVault(List.of(Accounts.pexip(), Accounts.varied("Harbour", "ann", 3)));
        window.open(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aSecondCopyChangedElsewhereIsNoticedBroughtTogetherAndTakenBack(FxRobot robot) throws IOException {
        var elsewhere = Files.copy(window.vaultFile, window.folder.resolve("elsewhere"));
        edit(elsewhere, vault -> vault.with(entry("Ferry", 11)).moveToBin(id(vault, "Harbour"), WindowFixture.NOW));
        window.unlock();
        edit(window.vaultFile, vault -> vault.with(entry("Library", 12)));
        window.await(() -> titles().contains("Library"));

        Files.move(elsewhere, window.folder.resolve("personal.sync-conflict-20261126-101112-ABCDEFG.tessera"));
        window.await(() -> window.node("#copies-banner").isVisible());
        window.picture("vault-banner");
        window.press("#look-at-copies");
        window.await(() -> window.find("#merge").isPresent());
        window.picture("vault-copy");
        window.press("#merge");
        window.await(() -> texts().contains("Merged"));
        window.picture("vault-merged");

        assertThat(texts()).contains("Ferry (me)", "is new", "Harbour (ann)", "in the bin", "Library (me)");
        window.press("#vault-close");
        assertThat(titles()).containsExactlyInAnyOrder("Pexip", "Library", "Ferry");
        window.await(() -> !window.node("#copies-banner").isVisible());

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        window.await(() -> titles().contains("Harbour"));
        assertThat(titles()).containsExactlyInAnyOrder("Pexip", "Harbour", "Library");
    }

    @Test
    void anEarlierStateIsComparedAndBroughtBack(FxRobot robot) throws IOException {
        edit(window.vaultFile, vault -> vault.moveToBin(id(vault, "Harbour"), WindowFixture.NOW));
        edit(window.vaultFile, vault -> vault.with(entry("Library", 12)));
        window.unlock();
        window.press("#vault");
        window.await(() -> window.find("#compare-2").isPresent());
        window.picture("vault");
        window.press("#compare-2");
        window.picture("vault-compare");
        assertThat(texts()).contains("Harbour (ann)", "out of the bin", "Library (me)", "would go");

        window.press("#restore");
        window.await(() -> titles().contains("Harbour"));
        assertThat(titles()).containsExactlyInAnyOrder("Pexip", "Harbour");
        window.press("#undo");
        window.await(() -> titles().contains("Library"));
        assertThat(titles()).containsExactlyInAnyOrder("Pexip", "Library");
        window.press("#vault");
        window.await(() -> window.find("#compare-5").isPresent());
        robot.type(KeyCode.ESCAPE);
        assertThat(window.node("#entries").isDisabled()).isFalse();
    }

    @Test
    void aRecoveryKeyIsMadeByWhoKnowsThePassphraseAndOpensTheVault() {
        window.unlock();
        window.press("#vault");
        window.await(() -> window.find("#recovery-key").isPresent());
        window.press("#recovery-key");
        prove("something else");
        window.await(() -> window.node("#prove-problem").isVisible());
        window.picture("vault-prove");
        prove(WindowFixture.PASSPHRASE);
        window.await(() -> window.find("#recovery-groups").isPresent());
        var key = String.join(
                " ",
                window.node("#recovery-groups").lookupAll(".recovery-group").stream()
                        .map(node -> ((Labeled) node).getText())
                        .toList());
        window.picture("vault-recovery");
        window.press("#vault-close");
        assertThat(window.window().scene().lookup("#recovery-groups")).isNull();

        window.onFx(() -> window.window().lock());
        window.onFx(() -> {
            ((PassphraseField) window.node("#passphrase")).type(key.toCharArray());
            ((Button) window.node("#unlock")).fire();
        });
        window.await(() -> !window.window().isLocked());
        assertThat(titles()).contains("Pexip");
    }

    @Test
    void anOlderFileInThePlaceOfTheVaultIsToldUntilItIsSaved() throws IOException {
        var older = Files.readAllBytes(window.vaultFile);
        edit(window.vaultFile, vault -> vault.with(entry("Library", 12)));
        Files.write(window.vaultFile, older);
        window.unlock();
        window.await(() -> window.node("#older-banner").isVisible());
        window.picture("vault-older");

        window.onFx(() -> window.window().open().orElseThrow().entries().togglePin(shown("Pexip")));

        window.await(() -> !window.node("#older-banner").isVisible());
    }

    @Test
    void anEntryThatCannotBeUsedIsShownWithItsReason() throws IOException {
        edit(window.vaultFile, vault -> vault.withUnknown(new Unknown(List.of(odd(), nameless()), Map.of())));
        window.unlock();
        window.await(() -> window.node("#odd-banner").isVisible());
        window.picture("vault-odd-banner");
        window.press("#look-at-odd");
        window.await(() -> texts().contains("Pier (cleo)"));
        window.picture("vault-odd");
        assertThat(texts())
                .contains(
                        "2 entries of this vault cannot be used by this version of Tessera.",
                        "Its fields are not the ones that this version of Tessera expects.",
                        "An entry without a name");

        window.press("#vault-close");
        window.press("#keep-odd");
        window.onFx(() -> window.window().open().orElseThrow().entries().togglePin(shown("Pexip")));
        window.await(() -> !window.node("#odd-banner").isVisible());
        edit(
                window.vaultFile,
                vault -> vault.withUnknown(new Unknown(
                        Stream.concat(vault.setAside().stream(), Stream.of(another()))
                                .toList(),
                        vault.unknown().fields())));
        window.await(() -> window.node("#odd-banner").isVisible());
    }

    @Test
    void aVaultOfALaterReleaseIsToldToBeShownOnly() throws IOException {
        LaterRelease.write(window.vaultFile, Vault.empty().with(entry("Library", 12)), WindowFixture.PASSPHRASE);
        window.unlock();
        window.await(() -> window.node("#read-only-banner").isVisible());
        window.picture("vault-read-only");
        window.onFx(() -> window.window().open().orElseThrow().entries().togglePin(shown("Library")));
        window.await(() -> texts().stream().anyMatch(text -> text.startsWith("A later version of Tessera wrote")));

        window.press("#keep-read-only");
        assertThat(window.node("#read-only-banner").isVisible()).isFalse();
    }

    private static SetAside odd() {
        return setAside("{\"id\":\"0b7e1d3c-6c8f-4f3a-9a56-0c1d2e3f4a5b\",\"account\":{\"issuer\":\"Pier\","
                + "\"name\":\"cleo\",\"otp\":{\"kind\":\"later\",\"secret\":\"JBSWY3DPEHPK3PXP\"}}}");
    }

    private static SetAside nameless() {
        return setAside("{\"id\":\"1b7e1d3c-6c8f-4f3a-9a56-0c1d2e3f4a5b\"}");
    }

    private static SetAside another() {
        return setAside("{\"id\":\"2b7e1d3c-6c8f-4f3a-9a56-0c1d2e3f4a5b\"}");
    }

    private static SetAside setAside(String json) {
        return SetAside.copyOf(json.getBytes(StandardCharsets.UTF_8), "");
    }

    @Test
    void onceAMonthItAsksWhetherOneWouldStillGetIn() throws IOException {
        edit(
                window.vaultFile,
                vault -> vault.with(
                        Entry.create(Accounts.varied("Old", "me", 20), WindowFixture.NOW.minus(Duration.ofDays(31)))));
        var stick = Files.copy(window.vaultFile, window.folder.resolve("on the stick"));
        window.unlock();
        window.await(() -> window.node("#rehearsal-banner").isVisible());
        window.picture("rehearsal-banner");
        window.press("#rehearsal-begin");
        window.picture("rehearsal");
        window.otherVault = Optional.of(stick);
        window.onFx(() ->
                ((PassphraseField) window.node("#rehearsal-passphrase")).type(WindowFixture.PASSPHRASE.toCharArray()));
        window.press("#rehearsal-copy");
        window.await(() -> window.find("#rehearsal-told").isPresent());
        window.picture("rehearsal-told");

        assertThat(texts()).contains("You could open it", "The passphrase is right.");
        window.press("#rehearsal-done");
        window.await(() -> !window.node("#rehearsal-banner").isVisible());
    }

    @Test
    void aPassphraseMayBePastedAndWhatIsHandedOverIsStillSeen(FxRobot robot) {
        window.pasteboard.text = Optional.of("otpauth://totp/Acme:jo?secret=JBSWY3DPEHPK3PXP");
        window.unlock();
        window.press("#vault");
        window.await(() -> window.find("#recovery-key").isPresent());
        window.press("#recovery-key");
        window.await(() -> window.node("#prove").isFocused());

        robot.push(KeyCode.CONTROL, KeyCode.V);
        window.settle();
        assertThat(window.find("#add-account")).as("a preview of an account").isEmpty();

        window.onFx(() -> window.window().offer(List.of("otpauth://totp/Acme:jo?secret=JBSWY3DPEHPK3PXP")));
        window.await(() -> window.find("#add-account").isPresent());
        window.await(() -> window.node("#add-account").isFocused());
        robot.type(KeyCode.ESCAPE);
        window.await(() -> window.find("#add-account").isEmpty());
        assertThat(window.find("#prove")).isPresent();
    }

    @Test
    void lockingClosesTheSheets() {
        window.unlock();
        window.press("#vault");
        window.await(() -> window.find("#recovery-key").isPresent());
        window.onFx(() -> window.window().lock());

        assertThat(window.find("#recovery-key")).isEmpty();
        assertThat(texts()).noneMatch(text -> text.contains("Harbour"));
    }

    private void prove(String passphrase) {
        window.await(() -> window.find("#prove").isPresent());
        window.onFx(() -> ((PassphraseField) window.node("#prove")).type(passphrase.toCharArray()));
        window.press("#prove-go");
    }

    private List<String> texts() {
        return window.window().scene().getRoot().lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private Entry shown(String issuer) {
        return window.window().open().orElseThrow().entries().shown().stream()
                .filter(entry -> entry.account().issuer().equals(issuer))
                .findFirst()
                .orElseThrow();
    }

    private List<String> titles() {
        return window.window().open().orElseThrow().entries().shown().stream()
                .map(entry -> entry.account().issuer())
                .toList();
    }

    private static Entry entry(String issuer, int seed) {
        return Entry.create(Accounts.varied(issuer, "me", seed), WindowFixture.NOW);
    }

    private static UUID id(Vault vault, String issuer) {
        return vault.entries().stream()
                .filter(entry -> entry.account().issuer().equals(issuer))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /// As another computer or program does.
    private void edit(Path file, UnaryOperator<Vault> edit) throws IOException {
        try (var passphrase = Passphrase.copyOf(WindowFixture.PASSPHRASE.toCharArray());
                var session = VaultSession.unlock(file, passphrase, window.time)) {
            session.edit(edit);
        }
    }
}
