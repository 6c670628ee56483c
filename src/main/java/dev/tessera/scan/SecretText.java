package dev.tessera.scan;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.FlavorMap;
import java.awt.datatransfer.SystemFlavorMap;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// A text with the mark that tells clipboard histories of Linux desktops not to keep it: the type
/// `x-kde-passwordManagerHint` with the value `secret`.
final class SecretText implements Transferable {
    private static final String HINT = "x-kde-passwordManagerHint";
    private static final DataFlavor HINT_FLAVOR = hintFlavor();

    private final String text;

    SecretText(String text) {
        this.text = text;
    }

    @Override
    public DataFlavor[] getTransferDataFlavors() {
        return new DataFlavor[] {DataFlavor.stringFlavor, HINT_FLAVOR};
    }

    @Override
    public boolean isDataFlavorSupported(DataFlavor flavor) {
        return DataFlavor.stringFlavor.equals(flavor) || HINT_FLAVOR.equals(flavor);
    }

    @Override
    public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
        if (DataFlavor.stringFlavor.equals(flavor)) {
            return text;
        }
        if (HINT_FLAVOR.equals(flavor)) {
            return new ByteArrayInputStream("secret".getBytes(StandardCharsets.US_ASCII));
        }
        throw new UnsupportedFlavorException(flavor);
    }

    /// AWT offers a type of its own under its Java name only, unless it is told the desktop's name for it.
    private static DataFlavor hintFlavor() {
        DataFlavor flavor =
                new DataFlavor("application/x-kde-password-hint;class=" + InputStream.class.getName(), HINT);
        FlavorMap map = SystemFlavorMap.getDefaultFlavorMap();
        if (map instanceof SystemFlavorMap names) {
            names.setNativesForFlavor(flavor, new String[] {HINT});
            names.addFlavorForUnencodedNative(HINT, flavor);
        }
        return flavor;
    }
}
