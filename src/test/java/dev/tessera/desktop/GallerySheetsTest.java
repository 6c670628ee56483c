package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.control.Language;
import dev.tessera.desktop.control.PassphraseField;
import dev.tessera.keyring.MemoryKeyring;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Entry;
import dev.tessera.vault.SetAside;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Unknown;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Pictures of what lies over the list: every sheet and banner. What is asserted is that it is the one meant.
@WindowTest
@ParameterizedClass
@MethodSource("dev.tessera.desktop.Gallery#languages")
class GallerySheetsTest {
    private final WindowFixture window;
    private final MemoryKeyring keyring = new MemoryKeyring();

    GallerySheetsTest(Language language) {
        this.window = new WindowFixture(language);
    }

    @Start
    void start(Stage stage) throws IOException {
        window.createVault(Accounts.all(), GallerySheetsTest::tagged);
        change(session -> session.letIn(keyring));
        window.keyring = Optional.of(keyring);
        window.open(stage);
    }

    /// Some with a tag, one of them on top, and one that is old enough to ask whether one would still get in.
    private static Vault tagged(Vault vault) {
        var work = Tag.create("Nordwind AG", WindowFixture.NOW);
        var entries = vault.entries();
        return vault.with(work)
                .change(entries.get(1).id(), e -> e.withDetails(e.details().tagged(work.id()), WindowFixture.NOW))
                .change(
                        entries.get(2).id(),
                        e -> e.withDetails(
                                e.details().tagged(work.id()).withPinned(true).withNote("4711"), WindowFixture.NOW))
                .with(Entry.create(Accounts.varied("Harbour", "me", 20), WindowFixture.NOW.minus(Duration.ofDays(31))));
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void theWaysIn(FxRobot robot) {
        window.await(() -> !window.window().isLocked());
        robot.push(KeyCode.CONTROL, KeyCode.L);
        window.await(() -> window.node("#unlock-by-keyring").isVisible());
        window.picture("sheet-locked");
        window.press("#unlock-by-keyring");
        window.await(() -> !window.window().isLocked());
        window.press("#vault");
        window.await(() -> window.isThere("#change-passphrase"));
        window.picture("sheet-vault");
        window.press("#change-passphrase");
        window.picture("sheet-prove");
        prove();
        window.await(() -> window.isThere("#next-passphrase"));
        window.onFx(() -> ((PassphraseField) window.node("#next-passphrase")).type("something new".toCharArray()));
        window.picture("sheet-next-passphrase");
        robot.type(KeyCode.ESCAPE);
        window.await(() -> window.isThere("#recovery-key"));
        window.press("#recovery-key");
        prove();
        window.await(() -> window.isThere("#recovery-groups"));
        window.picture("sheet-recovery-key");
        assertThat(window.isThere("#recovery-groups")).isTrue();
    }

    @Test
    void anAccount(FxRobot robot) {
        window.await(() -> !window.window().isLocked());
        robot.type(KeyCode.DOWN, KeyCode.F2);
        window.await(() -> window.isThere("#edit-save"));
        window.picture("sheet-edit");
        window.press("#more");
        window.picture("sheet-edit-more");
        robot.type(KeyCode.ESCAPE);
        window.settle();
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        window.settle();
        window.onFx(() -> Stage.getWindows().stream()
                .filter(each -> each instanceof javafx.stage.PopupWindow)
                .findFirst()
                .ifPresent(menu -> Gallery.picture(
                        menu.getScene(), "sheet-menu-" + window.language().tag())));
        robot.type(KeyCode.ESCAPE);
        window.onFx(() -> {
            var vault = window.window().open().orElseThrow();
            vault.showCode(vault.entries().shown().getFirst());
        });
        prove();
        window.await(() -> window.isThere("#qr-code"));
        window.picture("sheet-qr-code");
        assertThat(window.isThere("#qr-code")).isTrue();
    }

    @Test
    void whyACodeIsRefused(FxRobot robot) {
        window.await(() -> !window.window().isLocked());
        var hand = new WindowHand(window, robot);
        hand.choose("Pexip", "explain");
        window.await(() -> window.isThere("#explain-typed"));
        window.picture("sheet-explain");
        hand.type("#explain-typed", hand.nextCode("Pexip"));
        window.press("#explain-compare");
        window.await(() -> window.isThere("#explain-verdict"));
        window.picture("sheet-explain-found");
        robot.type(KeyCode.ESCAPE);
        hand.choose("Vault HQ", "explain");
        window.await(() -> window.isThere("#explain-typed"));
        window.picture("sheet-explain-counter");
        assertThat(window.isThere("#explain-codes")).isTrue();
        assertThat(window.node("#explain-clock").getParent().isVisible())
                .as("no clock makes them")
                .isFalse();
    }

    @Test
    void theBinAndTheToast(FxRobot robot) {
        window.await(() -> !window.window().isLocked());
        robot.type(KeyCode.DOWN, KeyCode.DELETE);
        window.await(() -> window.isThere("#bin"));
        window.press("#bin");
        window.await(() -> window.isThere("#bin-close"));
        window.picture("sheet-bin");
        assertThat(window.isThere("#put-back")).isTrue();
    }

    @Test
    void theImport(FxRobot robot) {
        window.await(() -> !window.window().isLocked());
        new WindowHand(window, robot).importing();
        window.await(() -> window.isThere("#import-add"));
        window.picture("sheet-import");
        assertThat(window.isThere("#import-list")).isTrue();
    }

    @Test
    void theExport(FxRobot robot) {
        window.await(() -> !window.window().isLocked());
        window.press("#vault");
        window.press("#export");
        window.await(() -> window.isThere("#export-target"));
        window.picture("sheet-export");
        new WindowHand(window, robot).target("google_qr");
        window.await(() -> window.isThere("#export-losses"));
        window.picture("sheet-export-losses");
        assertThat(window.isThere("#export-plain")).isTrue();
    }

    @Test
    void settingsKeysAndTheWideWindow(FxRobot robot) {
        window.await(() -> !window.window().isLocked());
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        window.await(() -> window.isThere("#settings-close"));
        window.picture("sheet-settings");
        robot.type(KeyCode.ESCAPE, KeyCode.F1);
        window.await(() -> window.isThere("#keys-close"));
        window.picture("sheet-keys");
        robot.type(KeyCode.ESCAPE);
        window.onFx(() -> window.window().scene().getWindow().setWidth(1000));
        assertThat(window.node("#side").isVisible()).isTrue();
        window.picture("sheet-side-bar");
    }

    @Test
    void earlierStates(FxRobot robot) throws IOException {
        window.await(() -> !window.window().isLocked());
        window.press("#rehearsal-begin");
        window.picture("sheet-rehearsal");
        robot.type(KeyCode.ESCAPE);
        window.settle();
        window.press("#vault");
        window.await(() -> window.isThere("#compare-1"));
        window.press("#compare-1");
        window.await(() -> window.isThere("#restore"));
        window.picture("sheet-compare");
        assertThat(window.isThere("#restore")).isTrue();
    }

    @Test
    void aCopyBesideTheVault() throws IOException {
        var elsewhere = Files.copy(window.vaultFile, window.folder.resolve("elsewhere"));
        change(
                elsewhere,
                vault -> vault.with(Entry.create(Accounts.varied("Ferry", "me", 21), WindowFixture.NOW))
                        .moveToBin(vault.entries().getFirst().id(), WindowFixture.NOW));
        window.await(() -> !window.window().isLocked());
        change(
                window.vaultFile,
                vault -> vault.with(Entry.create(Accounts.varied("Library", "me", 22), WindowFixture.NOW)));
        Files.move(elsewhere, window.folder.resolve("personal.sync-conflict-20261126-101112-ABCDEFG.tessera"));
        window.await(() -> window.node("#copies-banner").isVisible());
        window.picture("sheet-banners");
        window.press("#look-at-copies");
        window.await(() -> window.isThere("#merge"));
        window.picture("sheet-copy");
        window.press("#merge");
        window.await(() -> !window.isThere("#merge") && window.isThere("#vault-close"));
        window.picture("sheet-merged");
        assertThat(window.isThere("#vault-close")).isTrue();
    }

    @Test
    void entriesThatCannotBeUsed() throws IOException {
        var odd = "{\"account\":{\"issuer\":\"Pier\",\"name\":\"cleo\"}}".getBytes(StandardCharsets.UTF_8);
        change(window.vaultFile, vault -> vault.withUnknown(new Unknown(List.of(SetAside.copyOf(odd, "")), Map.of())));
        window.await(() -> window.isThere("#odd-banner"));
        window.picture("sheet-odd-banner");
        window.press("#look-at-odd");
        window.await(() -> window.isThere("#vault-close"));
        window.picture("sheet-odd");
        assertThat(window.isThere("#vault-close")).isTrue();
    }

    private void prove() {
        window.await(() -> window.isThere("#prove"));
        window.onFx(() -> ((PassphraseField) window.node("#prove")).type(WindowFixture.PASSPHRASE.toCharArray()));
        window.press("#prove-go");
    }

    private void change(Path file, UnaryOperator<Vault> change) throws IOException {
        try (var passphrase = Passphrase.copyOf(WindowFixture.PASSPHRASE.toCharArray());
                var session = VaultSession.unlock(file, passphrase, window.time)) {
            session.edit(change);
        }
    }

    private void change(Step step) throws IOException {
        try (var passphrase = Passphrase.copyOf(WindowFixture.PASSPHRASE.toCharArray());
                var session = VaultSession.unlock(window.vaultFile, passphrase, window.time)) {
            step.on(session);
        }
    }

    private interface Step {
        void on(VaultSession session) throws IOException;
    }
}
