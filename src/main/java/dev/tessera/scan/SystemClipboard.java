package dev.tessera.scan;

import java.awt.Image;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// The desktop's clipboard without a window: read for pictures, files and text, written for codes.
///
/// It goes through AWT. Under X11, and so through XWayland, what a program copied lives only as long as that program,
/// which suits a code: it is held for its time, and gone with the process at the latest.
public final class SystemClipboard {
    private static final String BUSY = "the clipboard is in use by another program: try again";

    private SystemClipboard() {}

    /// What the clipboard holds: a picture before files, files before text.
    ///
    /// @throws ClipboardException if there is no clipboard, or another program keeps it busy
    public static ClipboardContent read() throws IOException {
        return read(clipboard(System.getenv()));
    }

    /// Copies a text that clipboard histories shall not keep, where the desktop has a mark for that.
    ///
    /// @throws ClipboardException if there is no clipboard, or another program keeps it busy
    public static CopiedText copySecret(String text) throws IOException {
        return copySecret(clipboard(System.getenv()), text);
    }

    static CopiedText copySecret(Clipboard clipboard, String text) throws ClipboardException {
        CountDownLatch replaced = new CountDownLatch(1);
        SecretText secret = new SecretText(text);
        try {
            clipboard.setContents(secret, (_, _) -> replaced.countDown());
        } catch (IllegalStateException _) {
            throw new ClipboardException(BUSY);
        }
        return new CopiedText(clipboard, replaced);
    }

    static Clipboard clipboard(Map<String, String> environment) throws ClipboardException {
        Optional<String> whyNone = Display.whyNone(environment);
        if (whyNone.isPresent()) {
            throw new ClipboardException("no clipboard: " + whyNone.get());
        }
        return Toolkit.getDefaultToolkit().getSystemClipboard();
    }

    static ClipboardContent read(Clipboard clipboard) throws ClipboardException {
        try {
            return read(clipboard.getContents(null));
        } catch (IllegalStateException _) {
            throw new ClipboardException(BUSY);
        } catch (IOException _) {
            throw new ClipboardException(
                    "the program that owns the clipboard did not hand over its content: copy again");
        }
    }

    private static ClipboardContent read(@Nullable Transferable content) throws IOException {
        if (content == null) {
            return new ClipboardContent.Nothing();
        }
        if (get(content, DataFlavor.imageFlavor) instanceof Image image) {
            return new ClipboardContent.Picture(Drawn.buffered(image));
        }
        if (get(content, DataFlavor.javaFileListFlavor) instanceof List<?> files && !files.isEmpty()) {
            return new ClipboardContent.Files(paths(files));
        }
        if (get(content, DataFlavor.stringFlavor) instanceof String text && !text.isEmpty()) {
            return new ClipboardContent.Text(text);
        }
        return new ClipboardContent.Nothing();
    }

    private static @Nullable Object get(Transferable content, DataFlavor flavor) throws IOException {
        try {
            return content.isDataFlavorSupported(flavor) ? content.getTransferData(flavor) : null;
        } catch (UnsupportedFlavorException _) {
            return null; // The owner changed between the two calls.
        }
    }

    private static List<Path> paths(List<?> files) {
        List<Path> paths = new ArrayList<>();
        for (Object file : files) {
            if (file instanceof File known) {
                paths.add(known.toPath());
            }
        }
        return paths;
    }
}
