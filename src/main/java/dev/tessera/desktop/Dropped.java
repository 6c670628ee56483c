package dev.tessera.desktop;

import dev.tessera.desktop.control.Offer;
import dev.tessera.scan.DataUrls;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.input.Dragboard;

/// What is dragged over the window. A browser gives a picture of a page as a file, as a picture, or as a piece of the
/// page in
/// which it stands.
record Dropped(Dragboard board) implements Offer {

    boolean isSomething() {
        return board.hasFiles() || board.hasImage() || board.hasHtml() || board.hasString();
    }

    @Override
    public List<Path> files() {
        return board.hasFiles() ? board.getFiles().stream().map(File::toPath).toList() : List.of();
    }

    @Override
    public Optional<BufferedImage> picture() {
        return Optional.ofNullable(board.getImage()).map(image -> SwingFXUtils.fromFXImage(image, null));
    }

    @Override
    public Optional<String> text() {
        return Optional.ofNullable(board.getHtml())
                .filter(html -> !DataUrls.in(html).isEmpty())
                .or(() -> Optional.ofNullable(board.getString()));
    }
}
