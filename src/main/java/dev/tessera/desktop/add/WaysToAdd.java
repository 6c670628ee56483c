package dev.tessera.desktop.add;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The ways to add, the quickest one first and large.
public final class WaysToAdd extends VBox {

    public WaysToAdd(AddViewModel model) {
        setSpacing(10);
        setAlignment(Pos.CENTER);
        setMaxWidth(320);
        setPrefWidth(320);
        var scan = Nodes.primary(Nodes.button("scan-screen", text("add.scan"), Feather.MAXIMIZE, model::scanScreen));
        scan.getStyleClass().add("big");
        scan.setMaxWidth(Double.MAX_VALUE);
        getChildren()
                .addAll(
                        scan,
                        way("scan-region", text("add.region"), Feather.CROP, model::scanRegion),
                        way("use-camera", text("add.camera"), Feather.CAMERA, model::useCamera),
                        way("open-picture", text("add.open"), Feather.IMAGE, model::openPictures),
                        way("paste", text("add.paste"), Feather.CLIPBOARD, model::paste),
                        way("type-in", text("add.type-in"), Feather.EDIT_3, model::typeIn),
                        way("import", text("add.import"), Feather.DOWNLOAD, model::importExports));
    }

    /// Puts the focus on the first way.
    @Override
    public void requestFocus() {
        getChildren().getFirst().requestFocus();
    }

    private static Button way(String id, String text, Feather icon, Runnable action) {
        var button = Nodes.button(id, text, icon, action);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }
}
