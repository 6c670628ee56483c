package dev.tessera.desktop;

import java.io.File;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Files and text dropped anywhere on the window while a vault is open.
final class WindowDrops {
    private final TesseraWindow window;

    WindowDrops(TesseraWindow window) {
        this.window = window;
    }

    void install(Scene scene) {
        scene.setOnDragOver(event -> {
            if (!window.isLocked() && isOfUse(event.getDragboard())) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.setOnDragDropped(this::dropped);
    }

    private void dropped(DragEvent event) {
        window.open().ifPresent(vault -> {
            var board = event.getDragboard();
            if (board.hasFiles()) {
                vault.adding()
                        .readFiles(board.getFiles().stream().map(File::toPath).toList());
            } else if (board.hasString()) {
                vault.adding().readText(board.getString());
            }
            event.setDropCompleted(isOfUse(board));
            event.consume();
        });
    }

    private static boolean isOfUse(Dragboard board) {
        return board.hasFiles() || board.hasString();
    }
}
