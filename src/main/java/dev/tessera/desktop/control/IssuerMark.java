package dev.tessera.desktop.control;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Who asks for the codes, at a glance: the icon of the brand that the issuer's name stands for, or else a monogram.
///
/// An adornment: the names stand beside it, and screen readers are told those.
public final class IssuerMark extends StackPane {
    private static final PseudoClass BRANDED = PseudoClass.getPseudoClass("branded");

    private final Monogram monogram = new Monogram();
    private Optional<FontIcon> brand = Optional.empty();

    public IssuerMark() {
        getStyleClass().add("issuer-mark");
        setMinSize(Monogram.SIZE, Monogram.SIZE);
        setPrefSize(Monogram.SIZE, Monogram.SIZE);
        setMaxSize(Monogram.SIZE, Monogram.SIZE);
        wipe();
    }

    /// Shows that of `issuer`; without one, the monogram of `accountName`.
    public void show(String issuer, String accountName) {
        Brands.of(issuer).ifPresentOrElse(this::showBrand, () -> showMonogram(issuer.isEmpty() ? accountName : issuer));
    }

    /// Forgets whose it was.
    public void wipe() {
        monogram.wipe();
        putMonogram();
    }

    private void showBrand(Ikon icon) {
        monogram.wipe();
        if (brand.isPresent()) {
            brand.get().setIconCode(icon);
            return;
        }
        IconFonts.loadBrands();
        var shown = new FontIcon(icon);
        shown.getStyleClass().add("brand");
        // Its text is a place in the font, which says nothing.
        shown.setAccessibleRole(AccessibleRole.NODE);
        brand = Optional.of(shown);
        getChildren().setAll(shown);
        pseudoClassStateChanged(BRANDED, true);
    }

    private void showMonogram(String name) {
        monogram.show(name);
        putMonogram();
    }

    private void putMonogram() {
        brand = Optional.empty();
        if (!getChildren().contains(monogram)) {
            getChildren().setAll(monogram);
            pseudoClassStateChanged(BRANDED, false);
        }
    }
}
