package dev.tessera.desktop;

import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Files, pictures and text dropped anywhere on the window while a vault is open; a browser gives a picture of a
/// page in any of these ways.
final class WindowDrops {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private final TesseraWindow window;

    WindowDrops(TesseraWindow window) {
        this.window = window;
    }

    void install(Scene scene) {
        scene.setOnDragEntered(event -> mark(scene, isWelcome(event.getDragboard())));
        scene.setOnDragExited(_ -> mark(scene, false));
        scene.setOnDragOver(event -> {
            if (isWelcome(event.getDragboard())) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.setOnDragDropped(this::dropped);
    }

    private static void mark(Scene scene, boolean welcome) {
        scene.getRoot().pseudoClassStateChanged(DROPPING, welcome);
    }

    private void dropped(DragEvent event) {
        window.open().ifPresent(vault -> {
            var dropped = new Dropped(event.getDragboard());
            if (dropped.isSomething()) {
                vault.adding().take(dropped);
            }
            event.setDropCompleted(dropped.isSomething());
            event.consume();
        });
    }

    private boolean isWelcome(Dragboard board) {
        boolean takesMore =
                window.open().map(vault -> vault.adding().takesMore()).orElse(false);
        return takesMore && new Dropped(board).isSomething();
    }
}
