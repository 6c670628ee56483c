package dev.tessera.desktop;

import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.scan.camera.Films;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

/// What may be open when the window is locked, and how it comes to be.
enum LockState {
    LIST("Pexip", _ -> {}),
    SEARCH("quay", hand -> hand.write("quay")),
    NOTHING_FOUND("quayquay", hand -> hand.write("quayquay")),
    COPIED("Copied", hand -> {
        hand.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        hand.pass(Duration.ofSeconds(1));
    }),
    MENU("Copy next code", hand -> {
        hand.menu("Pexip");
        hand.awaitWindow(ContextMenu.class);
    }),
    NOTICE("Pexip was moved to the bin", hand -> {
        hand.choose("Pexip", "bin");
        hand.awaitSight("#toast");
    }),
    EDIT("the blue binder", hand -> {
        hand.choose("Harbour", "edit");
        hand.awaitSight("#edit-note");
    }),
    PASSPHRASE_FOR_A_QR_CODE("QR code of Pexip", hand -> {
        hand.choose("Pexip", "show-code");
        hand.awaitSight("#prove");
    }),
    QR_CODE("QR code of Pexip", hand -> {
        hand.choose("Pexip", "show-code");
        hand.prove();
        hand.awaitSight("#qr-code");
    }),
    WHY_REFUSED("The other device’s clock is about", hand -> {
        hand.choose("Pexip", "explain");
        hand.awaitSight("#explain-typed");
        hand.type("#explain-typed", hand.nextCode("Pexip"));
        hand.press("#explain-compare");
        hand.awaitSight("#explain-verdict");
    }),
    BIN("Cellar", hand -> {
        hand.press("#bin");
        hand.awaitSight("#put-back");
    }),
    TOOLTIP("Cellar", hand -> {
        hand.press("#bin");
        hand.awaitSight("#remove-for-good");
        hand.hover("#remove-for-good");
        hand.awaitWindow(Tooltip.class);
    }),
    WAYS_TO_ADD("Add an account", hand -> {
        hand.push(KeyCode.CONTROL, KeyCode.N);
        hand.awaitSight("#cancel");
    }),
    PREVIEW("Lighthouse", hand -> {
        hand.offer("otpauth://totp/Lighthouse:keeper?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");
        hand.awaitSight("#add-account");
    }),
    PREVIEW_OF_WHAT_IS_THERE("Harbour (quayside)", hand -> {
        hand.offer(OtpauthUri.format(Accounts.varied("Harbour", "quayside", 8)));
        hand.awaitSight("#choice");
    }),
    TYPED_IN("JBSW Y3DP EHPK 3PXP", hand -> {
        hand.offer("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");
        hand.awaitSight("#secret");
        hand.type("#issuer", "Lighthouse");
    }),
    CAMERA("a camera", hand -> {
        hand.window().cameras.plugIn("a camera", Films.wall());
        hand.window()
                .onFx(() -> hand.window().window().open().orElseThrow().adding().useCamera());
        hand.awaitSight("#cancel");
    }),
    IMPORT("Lantern (wick)", hand -> {
        hand.importing();
        hand.awaitSight("#import-add");
    }),
    EXPORT("without its note", hand -> {
        hand.press("#vault");
        hand.press("#export");
        hand.awaitSight("#export-target");
        hand.target("uri_list");
        hand.awaitSight("#export-losses");
    }),
    VAULT("Recovery key", hand -> {
        hand.press("#vault");
        hand.awaitSight("#recovery-key");
    }),
    DIFFERENCES("Cellar (keeper of wine)", hand -> {
        hand.press("#vault");
        hand.awaitSight("#compare-1");
        hand.press("#compare-1");
        hand.awaitSight("#restore");
    }),
    RECOVERY_KEY("Write these fourteen groups", hand -> {
        hand.press("#vault");
        hand.awaitSight("#recovery-key");
        hand.press("#recovery-key");
        hand.prove();
        hand.awaitSight("#recovery-groups");
    });

    private final String shown;

    @SuppressWarnings("ImmutableEnumChecker") // the steps hold nothing
    private final Consumer<WindowHand> steps;

    /// @param shown a text that is read then and not otherwise, or that is in the list
    LockState(String shown, Consumer<WindowHand> steps) {
        this.shown = shown;
        this.steps = steps;
    }

    String shown() {
        return shown;
    }

    void bring(WindowHand hand) {
        steps.accept(hand);
    }
}
