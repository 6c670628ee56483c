package dev.tessera.desktop.control;

import org.kordamp.ikonli.IkonHandler;
import org.kordamp.ikonli.IkonResolver;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;
import org.kordamp.ikonli.simpleicons.SimpleIconsIkonHandler;

/// The fonts that icons are drawn with. By itself Ikonli would load those of all packs at the first icon, and that of
/// the brands, the largest by far, would make the start longer.
final class IconFonts {
    private static final String ANY_BRAND = "si-simpleicons";

    private IconFonts() {}

    /// To be called before the first icon is made: whoever asks first says how fonts are loaded.
    static void prepare() {
        var _ = resolver();
    }

    /// To be called before the first brand is shown. The toolkit keeps the font; more calls do nothing.
    static void loadBrands() {
        if (!haveBrands()) {
            JavaFXFontLoader.getInstance().loadFont(resolver().resolve(ANY_BRAND));
        }
    }

    /// Whether the font of the brands is there.
    static boolean haveBrands() {
        return resolver().resolve(ANY_BRAND).getFont() != null;
    }

    private static IkonResolver resolver() {
        return IkonResolverProvider.getInstance(IconFonts::load);
    }

    private static void load(IkonHandler pack) {
        if (!(pack instanceof SimpleIconsIkonHandler)) {
            JavaFXFontLoader.getInstance().loadFont(pack);
        }
    }
}
