package dev.tessera.desktop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.control.PassphraseField;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.scan.QrDecoder;
import dev.tessera.scan.QrSymbol;
import dev.tessera.vault.Entry;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// One account, edited and shown as a QR code.
@WindowTest
class DetailJourneyTest {
    private final WindowFixture window = new WindowFixture();

    @Start
    void start(Stage stage) {
        window.createVault(List.of(Accounts.pexip(), Accounts.varied("Harbour", "ann", 3), Accounts.token()));
        window.open(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void namesTagsAndNoteAreEditedByKeyboardAloneAndTakenBack(FxRobot robot) {
        window.unlock();
        choosePexip(robot);
        robot.type(KeyCode.F2);
        window.await(() -> window.isThere("#edit-issuer"));
        type("#edit-issuer", "Pexip Control Center");
        type("#edit-tags", "Work, Meetings, work");
        type("#edit-note", "ask Ola for another");
        window.picture("edit");
        robot.type(KeyCode.ENTER); // from the field that has the focus, which is the first
        window.await(() -> titles().contains("Pexip Control Center"));

        type("#search", "meetings");
        assertThat(titles()).as("found by its tag").containsExactly("Pexip Control Center");
        type("#search", "ola");
        assertThat(titles()).as("and by its note").containsExactly("Pexip Control Center");
        type("#search", "");

        window.press("#undo");
        window.await(() -> titles().contains("Pexip"));
        type("#search", "meetings");
        assertThat(titles()).isEmpty();
    }

    @Test
    void whatTheNumbersWouldMakeIsSeenBeforeItIsSaved(FxRobot robot) {
        window.unlock();
        choosePexip(robot);
        robot.push(KeyCode.CONTROL, KeyCode.E);
        window.await(() -> window.isThere("#edit-issuer"));
        window.press("#more");
        assertThat(previewed()).hasSize(6);
        type("#digits", "8");
        assertThat(previewed()).hasSize(8);
        window.picture("edit-numbers");
        type("#digits", "11");
        assertThat(window.node("#edit-save").isDisabled()).isTrue();
        assertThat(((Labeled) window.node("#number-problem")).getText()).isEqualTo("Digits must be 1 to 10.");
        type("#digits", "8");
        window.press("#edit-save");
        window.await(() -> window.find("#edit-save").isEmpty());
        assertThat(digits()).contains(8);
    }

    @Test
    void anotherPinMakesOtherCodesAndAWrongOneIsRefused(FxRobot robot) {
        window.unlock();
        type("#search", "token");
        robot.type(KeyCode.DOWN, KeyCode.F2);
        window.await(() -> window.isThere("#edit-pin"));
        var before = previewed();
        type("#edit-pin", "123456789012345678901234567890".repeat(10));
        assertThat(window.node("#edit-save").isDisabled()).isTrue();
        window.picture("edit-pin-wrong");
        type("#edit-pin", "");
        assertThat(previewed()).isEqualTo(before);
        type("#edit-pin", "4321");
        assertThat(previewed()).isNotEqualTo(before);
        window.press("#edit-save");
        window.await(() -> window.find("#edit-save").isEmpty());

        var kept = window.window().open().orElseThrow().entries().shown().stream()
                .filter(entry -> entry.account().issuer().equals("Token"))
                .map(entry -> entry.account().credential().parameters())
                .toList();
        assertThat(kept).containsExactly(new OtpParameters.Motp(Secret.copyOf("4321".getBytes(US_ASCII))));
    }

    @Test
    void leavingChangesNothing(FxRobot robot) {
        window.unlock();
        choosePexip(robot);
        robot.type(KeyCode.F2);
        window.await(() -> window.isThere("#edit-issuer"));
        type("#edit-issuer", "Another");
        robot.type(KeyCode.ESCAPE);
        window.await(() -> window.find("#edit-issuer").isEmpty());
        type("#search", "");
        assertThat(titles()).containsExactlyInAnyOrder("Pexip", "Harbour", "Token");
    }

    @Test
    void theQrCodeIsShownToWhoKnowsThePassphraseAndReadByAnyReader(FxRobot robot) {
        window.unlock();
        choosePexip(robot);
        robot.type(KeyCode.CONTEXT_MENU);
        window.onFx(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> "show-code".equals(item.getId()))
                .forEach(MenuItem::fire));
        window.await(() -> window.isThere("#prove"));
        prove("not this");
        window.await(() -> window.isThere("#prove-problem"));
        assertThat(window.find("#qr-code")).isEmpty();
        prove(WindowFixture.PASSPHRASE);
        window.await(() -> window.isThere("#qr-code"));
        window.picture("qr-code");

        var read = new QrDecoder().decode(snapshot("#qr-code")).symbols();
        assertThat(read).extracting(QrSymbol::text).containsExactly(OtpauthUri.format(Accounts.pexip()));

        robot.push(KeyCode.CONTROL, KeyCode.L);
        window.await(() -> window.window().isLocked());
        assertThat(window.find("#qr-code")).isEmpty();
    }

    @Test
    void whatIsInTheBinIsPutBackOrRemovedForGoodWithAnUndoEach(FxRobot robot) {
        window.unlock();
        assertThat(window.isThere("#bin")).isFalse();
        choosePexip(robot);
        window.onFx(() -> window.node("#entries").requestFocus());
        robot.type(KeyCode.DELETE);
        type("#search", "");
        window.await(() -> window.isThere("#bin") && !titles().contains("Pexip"));

        window.press("#bin");
        window.await(() -> window.isThere("#put-back"));
        window.picture("bin");
        window.press("#put-back");
        window.await(() -> titles().contains("Pexip"));
        window.press("#undo");
        window.await(() -> window.isThere("#remove-for-good"));

        window.press("#remove-for-good");
        window.await(() -> window.find("#remove-for-good").isEmpty());
        window.press("#undo");
        window.await(() -> window.isThere("#put-back"));
        window.press("#put-back");
        window.await(() -> titles().contains("Pexip"));
        robot.type(KeyCode.ESCAPE);
        window.await(() -> window.find("#bin-close").isEmpty());
        assertThat(window.isThere("#bin")).isFalse();
    }

    private BufferedImage snapshot(String selector) {
        var taken = new AtomicReference<BufferedImage>();
        window.onFx(
                () -> taken.set(SwingFXUtils.fromFXImage(window.node(selector).snapshot(null, null), null)));
        return taken.get();
    }

    private void choosePexip(FxRobot robot) {
        type("#search", "pexip");
        window.onFx(() -> window.node("#search").requestFocus());
        robot.type(KeyCode.DOWN);
        window.settle();
    }

    private void prove(String passphrase) {
        window.onFx(() -> {
            var field = (PassphraseField) window.node("#prove");
            field.clear();
            field.type(passphrase.toCharArray());
            ((Button) window.node("#prove-go")).fire();
        });
    }

    private void type(String field, String text) {
        window.onFx(() -> ((TextInputControl) window.node(field)).setText(text));
    }

    /// The digits of the code in the preview.
    private String previewed() {
        return window.node("#edit-preview").lookup(".code-figures").lookupAll(".figure").stream()
                .filter(Node::isVisible)
                .map(figure -> ((Text) figure).getText())
                .filter(sign -> Character.isDigit(sign.charAt(0)))
                .reduce("", String::concat);
    }

    private List<Integer> digits() {
        return shown().stream()
                .map(entry -> entry.account().credential().parameters())
                .map(parameters -> ((OtpParameters.Totp) parameters).digits())
                .toList();
    }

    private List<String> titles() {
        return shown().stream().map(entry -> entry.account().issuer()).toList();
    }

    private List<Entry> shown() {
        return window.window().open().orElseThrow().entries().shown();
    }
}
