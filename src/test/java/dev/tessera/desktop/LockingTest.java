package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Passphrase;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Tag;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What is left in the window after locking.
@WindowTest
class LockingTest {
    /// Of accounts, tags and notes in the vault, in its bin, in links and forms; long enough not to be met by chance.
    private static final List<String> NAMES = List.of(
            "Pexip",
            "larsen",
            "GitHub",
            "Nordbank",
            "Cloudbase",
            "Vault HQ",
            "Mailwerk",
            "garage",
            "Harbour",
            "quay",
            "Cellar",
            "keeper",
            "Winter tyres",
            "blue binder",
            "Lighthouse",
            "Lantern",
            "JBSW");

    private final WindowFixture window = new WindowFixture();

    @Start
    void start(Stage stage) throws IOException {
        window.createVault(Accounts.all());
        var tag = Tag.create("Winter tyres", WindowFixture.NOW);
        var harbour = Entry.create(Accounts.varied("Harbour", "quayside", 8), WindowFixture.NOW);
        var details = harbour.details().tagged(tag.id()).withNote("It is in the blue binder.");
        var cellar = Entry.create(Accounts.varied("Cellar", "keeper of wine", 7), WindowFixture.NOW);
        try (var passphrase = Passphrase.copyOf(WindowFixture.PASSPHRASE.toCharArray());
                var session = VaultSession.unlock(window.vaultFile, passphrase, window.time)) {
            session.edit(vault -> vault.with(tag)
                    .with(harbour.withDetails(details, WindowFixture.NOW))
                    .with(cellar));
            session.edit(vault -> vault.moveToBin(cellar.id(), WindowFixture.NOW));
        }
        window.open(stage);
    }

    @BeforeEach
    void unlock() {
        window.unlock();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfTheVaultIsLeftWhateverWasOpen(LockState state, FxRobot robot) {
        state.bring(new WindowHand(window, robot));
        var ofVault = new ArrayList<>(NAMES);
        ofVault.addAll(recoveryGroups());
        assertThat(found(List.of(state.shown()))).isNotEmpty();
        assertThat(found(ofVault)).isNotEmpty();

        lock(robot);
        assertThat(robot.lookup(".issuer-mark").queryAll()).isEmpty();
        assertThat(found(List.of("personal.tessera"))).isNotEmpty();
        assertThat(found(ofVault)).isEmpty();
        assertThat(Window.getWindows()).hasSize(1);
        assertThat(window.pasteboard.text).isEmpty();
    }

    /// JavaFX keeps pictures of what has an effect, is half transparent or cached, until memory is short.
    @ParameterizedTest
    @EnumSource
    void noPictureIsMadeOfWhatIsOfTheVault(LockState state, FxRobot robot) {
        state.bring(new WindowHand(window, robot));
        var pictured = new TreeSet<String>();
        window.onFx(() -> WindowStrings.each((node, text) -> {
            if (isOf(text, NAMES) || isOf(text, recoveryGroups())) {
                node.flatMap(LockingTest::picturedIn).ifPresent(by -> pictured.add(text + " in " + by));
            }
        }));
        assertThat(pictured).isEmpty();
    }

    /// The node, or one around it, of which a picture is made.
    private static Optional<Node> picturedIn(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent)
                .filter(one ->
                        one.getEffect() != null || one.getOpacity() < 1 || one.isCache() || one.getBlendMode() != null)
                .findFirst();
    }

    private List<String> found(Collection<String> wanted) {
        return strings().stream().filter(text -> isOf(text, wanted)).toList();
    }

    private static boolean isOf(String text, Collection<String> wanted) {
        return wanted.stream().anyMatch(text::contains);
    }

    @Test
    void theClipboardIsClearedAndNoTimerRuns(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        window.settle();
        assertThat(window.pasteboard.text).isPresent();
        lock(robot);
        assertThat(window.pasteboard.text).isEmpty();
        assertThat(window.time.waiting()).isZero();
    }

    @Test
    void unlockingComesBackToTheViewThatWasLeft(FxRobot robot) {
        robot.write("mail");
        window.settle();
        lock(robot);
        window.unlock();
        assertThat(((TextField) window.node("#search")).getText()).isEqualTo("mail");
        assertThat(strings()).anyMatch(text -> text.contains("Mailwerk")).noneMatch(text -> text.contains("Pexip"));
    }

    @Test
    void lockedTheKeysOfTheListDoNothing(FxRobot robot) {
        lock(robot);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        robot.push(KeyCode.CONTROL, KeyCode.N);
        window.pass(Duration.ofSeconds(1));
        assertThat(window.pasteboard.text).isEmpty();
        assertThat(window.window().isLocked()).isTrue();
    }

    @Test
    void linksOfferedWhileLockedWaitForTheVault(FxRobot robot) {
        lock(robot);
        window.onFx(() -> window.window()
                .offer(List.of("otpauth://totp/Later:me?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Later")));
        assertThat(strings()).noneMatch(text -> text.contains("Later"));
        window.unlock();
        assertThat(strings()).anyMatch(text -> text.contains("Later"));
    }

    @Test
    void linksOfferedWhileSomethingIsTypedInWaitForItsEnd(FxRobot robot) {
        window.onFx(() -> window.window().open().orElseThrow().adding().typeIn());
        robot.write("half a secret");
        window.onFx(() -> window.window()
                .offer(List.of("otpauth://totp/Later:me?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Later")));
        assertThat(strings()).noneMatch(text -> text.contains("Later"));
        robot.push(KeyCode.ESCAPE);
        window.settle();
        assertThat(strings()).anyMatch(text -> text.contains("Later"));
    }

    private void lock(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.L);
        window.settle();
        assertThat(window.window().isLocked()).isTrue();
    }

    /// The groups of the recovery key that is shown; without one, nothing.
    private List<String> recoveryGroups() {
        return window.window().scene().getRoot().lookupAll(".recovery-group").stream()
                .map(group -> ((Labeled) group).getText())
                .toList();
    }

    private List<String> strings() {
        var found = new ArrayList<String>();
        window.onFx(() -> found.addAll(WindowStrings.all()));
        return found;
    }
}
