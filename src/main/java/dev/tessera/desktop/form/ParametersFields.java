package dev.tessera.desktop.form;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.form.ParametersForm.Kind;
import dev.tessera.otp.HmacAlgorithm;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The numbers that few need to see, folded away at first.
public final class ParametersFields extends VBox {
    private final ParametersForm form;
    private final Runnable submit;

    /// @param submit what Enter does
    public ParametersFields(ParametersForm form, Runnable submit) {
        this.form = form;
        this.submit = submit;
        setSpacing(12);
        Nodes.present(this, false);
        var period = number(text("type-in.period"), "period", "30", form.periodProperty());
        var counter = number(text("type-in.counter"), "counter", "0", form.counterProperty());
        var digits = number(text("type-in.digits"), "digits", "6", form.digitsProperty());
        var algorithm = Fields.field(text("type-in.algorithm"), algorithms());
        form.kindProperty().subscribe(kind -> {
            Nodes.present(period, kind == Kind.TIME);
            Nodes.present(counter, kind == Kind.COUNTER);
            Nodes.present(digits, kind != Kind.STEAM);
            Nodes.present(algorithm, kind != Kind.STEAM);
        });
        getChildren()
                .addAll(
                        new HBox(12, Fields.field(text("type-in.kind"), kinds()), algorithm),
                        new HBox(12, digits, period, counter),
                        problem());
    }

    /// Unfolds and folds them.
    public Button button() {
        var button = Nodes.button("more", text("type-in.more"), Feather.CHEVRON_DOWN, () -> {});
        button.getStyleClass().add("quiet");
        button.setOnAction(_ -> {
            Nodes.present(this, !isVisible());
            button.setText(isVisible() ? text("type-in.less") : text("type-in.more"));
            button.setGraphic(new FontIcon(isVisible() ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
        });
        return button;
    }

    private Node number(String name, String id, String prompt, StringProperty value) {
        return Fields.field(name, Fields.input(id, prompt, value, submit));
    }

    private Node problem() {
        var words = Nodes.label("", "problem", "small");
        words.setId("number-problem");
        Runnable look = () -> {
            words.setText(form.problem());
            Nodes.present(words, !form.problem().isEmpty());
        };
        form.onChange(look);
        look.run();
        return words;
    }

    private ComboBox<Kind> kinds() {
        var box = new ComboBox<Kind>();
        box.setId("kind");
        box.getItems().setAll(Kind.values());
        box.setConverter(words(box));
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().bindBidirectional(form.kindProperty());
        return box;
    }

    private static StringConverter<Kind> words(ComboBox<Kind> box) {
        return new StringConverter<>() {
            @Override
            public String toString(Kind kind) {
                return switch (kind) {
                    case TIME -> text("type-in.kind-time");
                    case COUNTER -> text("type-in.kind-counter");
                    case STEAM -> text("type-in.kind-steam");
                };
            }

            @Override
            public Kind fromString(String words) {
                return box.getValue();
            }
        };
    }

    private ComboBox<HmacAlgorithm> algorithms() {
        var box = new ComboBox<HmacAlgorithm>();
        box.setId("algorithm");
        box.getItems().setAll(HmacAlgorithm.values());
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().bindBidirectional(form.algorithmProperty());
        return box;
    }
}
