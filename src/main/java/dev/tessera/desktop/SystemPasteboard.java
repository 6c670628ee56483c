package dev.tessera.desktop;

import dev.tessera.desktop.control.Pasteboard;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;

/// The clipboard of this computer.
public final class SystemPasteboard implements Pasteboard {
    /// KDE's history leaves out what bears this mark.
    private static final String KDE_HINT = "x-kde-passwordManagerHint";

    @Override
    public void putSecret(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        var known = DataFormat.lookupMimeType(KDE_HINT);
        content.put(
                known == null ? new DataFormat(KDE_HINT) : known,
                ByteBuffer.wrap("secret".getBytes(StandardCharsets.US_ASCII)));
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void clear() {
        // Some systems keep the old content when they are given none.
        var nothing = new ClipboardContent();
        nothing.putString("");
        Clipboard.getSystemClipboard().setContent(nothing);
    }

    @Override
    public Optional<String> text() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString());
    }

    @Override
    public Optional<BufferedImage> picture() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getImage())
                .map(image -> SwingFXUtils.fromFXImage(image, null));
    }

    @Override
    public List<Path> files() {
        List<File> files =
                Objects.requireNonNullElse(Clipboard.getSystemClipboard().getFiles(), List.of());
        return files.stream().map(File::toPath).toList();
    }
}
