package dev.tessera.desktop.camera;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/// The camera panel: which camera, what it sees, and what to do.
public final class CameraView extends VBox {
    private final CameraViewModel panel;

    public CameraView(CameraViewModel panel) {
        this.panel = panel;
        setSpacing(12);
        var choice = choice();
        var choiceLabel = fieldLabel(text("camera.choose"), choice);
        getChildren().addAll(new VBox(5, choiceLabel, choice), address(), new PreviewPane(panel), words(), again());
    }

    private static Label fieldLabel(String name, Node field) {
        var label = new Label(name);
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        return label;
    }

    private ComboBox<CameraChoice> choice() {
        var box = new ComboBox<>(panel.choices());
        box.setId("camera-choice");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setPromptText(text("camera.no-choice"));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(CameraChoice choice) {
                return choice == null ? "" : choice.name();
            }

            @Override
            public CameraChoice fromString(String name) {
                throw new UnsupportedOperationException("the list is not typed in");
            }
        });
        box.valueProperty().bindBidirectional(panel.chosenProperty());
        return box;
    }

    private VBox address() {
        var field = new TextField();
        field.setId("camera-address");
        field.setPromptText(text("camera.address-example"));
        field.textProperty().bindBidirectional(panel.addressProperty());
        field.setOnAction(_ -> panel.connect());
        HBox.setHgrow(field, Priority.ALWAYS);
        var connect = Nodes.button("camera-connect", text("camera.connect"), panel::connect);
        connect.disableProperty().bind(panel.addressProperty().map(String::isBlank));
        var row = new HBox(8, field, connect);
        row.setAlignment(Pos.CENTER_LEFT);
        var box = new VBox(
                5,
                fieldLabel(text("camera.address"), field),
                row,
                Nodes.label(text("camera.address-hint"), "muted", "small"));
        panel.chosenProperty().subscribe(choice -> {
            boolean wanted = choice != null && choice.isOfNetwork();
            Nodes.present(box, wanted);
            if (wanted) {
                field.requestFocus();
            }
        });
        return box;
    }

    private Label words() {
        var words = Nodes.label("", "body");
        words.setId("camera-words");
        Runnable say = () -> {
            boolean failed = panel.lensProperty().get() instanceof Lens.Failed;
            words.setText(
                    switch (panel.lensProperty().get()) {
                        case Lens.Off _ -> "";
                        case Lens.Starting _ -> text("camera.starting");
                        case Lens.Seeing _ -> {
                            var said = panel.saidProperty().get();
                            yield said.isEmpty() ? text("camera.looking") : said;
                        }
                        case Lens.Failed why -> why.message();
                    });
            words.getStyleClass().setAll("label", failed ? "problem" : "body");
            Nodes.present(words, !words.getText().isEmpty());
        };
        panel.lensProperty().subscribe(say);
        panel.saidProperty().subscribe(say);
        say.run();
        return words;
    }

    private Node again() {
        var again = Nodes.button("camera-again", text("camera.again"), Feather.ROTATE_CW, panel::again);
        panel.lensProperty()
                .subscribe(lens -> Nodes.present(
                        again,
                        lens instanceof Lens.Failed
                                && panel.chosenProperty().get() != null
                                && !panel.chosenProperty().get().isOfNetwork()));
        return again;
    }
}
