package dev.tessera.desktop;

import dev.tessera.scan.DataUrls;
import java.io.File;
import javafx.css.PseudoClass;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Files, pictures and text dropped anywhere on the window while a vault is open; a browser gives a picture of a page
/// in
/// any of these ways.
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
            var board = event.getDragboard();
            if (board.hasFiles()) {
                vault.adding()
                        .readFiles(board.getFiles().stream().map(File::toPath).toList());
            } else if (board.hasImage()) {
                vault.adding().readPicture(SwingFXUtils.fromFXImage(board.getImage(), null));
            } else if (board.hasHtml() && !DataUrls.in(board.getHtml()).isEmpty()) {
                vault.adding().readText(board.getHtml());
            } else if (board.hasString()) {
                vault.adding().readText(board.getString());
            }
            event.setDropCompleted(isWelcome(board));
            event.consume();
        });
    }

    private boolean isWelcome(Dragboard board) {
        boolean takesMore =
                window.open().map(vault -> vault.adding().takesMore()).orElse(false);
        return takesMore && (board.hasFiles() || board.hasImage() || board.hasHtml() || board.hasString());
    }
}
