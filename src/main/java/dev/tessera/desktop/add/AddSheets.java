package dev.tessera.desktop.add;

import static dev.tessera.desktop.control.Messages.counted;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.add.AddState.Again;
import dev.tessera.desktop.camera.CameraView;
import dev.tessera.desktop.camera.CameraViewModel;
import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.Sheet;
import dev.tessera.desktop.control.Sheets;
import dev.tessera.desktop.region.RegionOverlay;
import dev.tessera.desktop.region.RegionViewModel;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The sheets of adding, one for each state, over the list. Escape closes any of them.
public final class AddSheets extends Sheets {
    private final AddViewModel model;
    private Optional<RegionOverlay> overlay = Optional.empty();

    public AddSheets(AddViewModel model) {
        super(model::cancel);
        this.model = model;
        model.stateProperty().subscribe(this::show);
    }

    private void show(AddState state) {
        begin(!(state instanceof AddState.Idle));
        overlay.ifPresent(RegionOverlay::close);
        overlay = Optional.empty();
        switch (state) {
            case AddState.Idle _ -> {}
            case AddState.Choosing _ -> choosing();
            case AddState.Working(var what) -> putWorking(text("add.working"), what, cancel());
            case AddState.Filming(var panel) -> filming(panel);
            case AddState.Picking(var region) -> picking(region);
            case AddState.Typing(var form) -> typing(form);
            case AddState.Preview preview -> preview(preview);
            case AddState.Nothing nothing -> nothing(nothing);
        }
    }

    private void choosing() {
        var ways = new WaysToAdd(model);
        var box = new HBox(ways);
        box.setAlignment(Pos.CENTER);
        put(new Sheet(text("add.heading")).body(box).buttons(cancel()), ways);
    }

    private void filming(CameraViewModel panel) {
        var view = new CameraView(panel);
        var show = Nodes.button("show-gathered", "", model::showGathered);
        var count = model.gatheredCountProperty();
        show.textProperty().bind(count.map(number -> counted("camera.show", number.intValue())));
        show.visibleProperty().bind(count.greaterThan(0));
        show.managedProperty().bind(show.visibleProperty());
        var cancel = cancel();
        put(new Sheet(text("camera.heading")).body(view).buttons(cancel, show), cancel);
    }

    private void picking(RegionViewModel region) {
        var cancel = cancel();
        put(
                new Sheet(text("region.title"))
                        .body(Nodes.label(text("region.hint"), "body"))
                        .buttons(cancel),
                cancel);
        overlay = Optional.of(RegionOverlay.open(region));
    }

    private void typing(TypeInViewModel form) {
        var view = new TypeInView(form, model.ticker(), model::addTyped);
        var add = Nodes.primary(Nodes.button("add-account", "", model::addTyped));
        add.disableProperty().bind(form.accountProperty().map(account -> account.isEmpty()));
        add.textProperty()
                .bind(form.checkProperty()
                        .map(check -> check.warning().isEmpty() ? text("add.add-one") : text("add.add-anyway")));
        put(new Sheet(text("type-in.heading")).body(view).buttons(cancel(), add), view);
    }

    private void preview(AddState.Preview preview) {
        var list = new VBox(16);
        boolean alone = preview.candidates().size() == 1;
        preview.candidates()
                .forEach(candidate -> list.getChildren().add(new CandidateView(candidate, model.ticker(), alone)));
        var sheet = new Sheet(preview.heading()).body(Nodes.label(preview.summary(), "muted"));
        preview.missing().ifPresent(parts -> sheet.body(missing(parts)));
        sheet.body(list);
        if (!preview.leftAlone().isEmpty()) {
            sheet.body(leftAlone(preview));
        }
        var add = addChosen(preview);
        put(sheet.buttons(cancel(), add), add);
    }

    private Button addChosen(AddState.Preview preview) {
        var add = Nodes.primary(Nodes.button("add-account", "", model::addChosen));
        var choices =
                preview.candidates().stream().map(Candidate::choiceProperty).toArray(Observable[]::new);
        var count = Bindings.createIntegerBinding(() -> chosen(preview), choices);
        add.textProperty().bind(Bindings.createStringBinding(() -> counted("add.add", count.get()), count));
        add.disableProperty().bind(count.isEqualTo(0));
        return add;
    }

    private static int chosen(AddState.Preview preview) {
        return (int) preview.candidates().stream()
                .filter(candidate -> candidate.choiceProperty().get() != Candidate.Choice.LEAVE)
                .count();
    }

    private Node missing(String parts) {
        var scan = Nodes.button("scan-more", text("add.scan-more"), Feather.MAXIMIZE, model::scanScreen);
        var camera = Nodes.button("film-more", text("add.camera-short"), Feather.CAMERA, model::useCamera);
        var open = Nodes.button("open-more", text("add.open-more"), Feather.IMAGE, model::openPictures);
        var buttons = new FlowPane(8, 8, scan, camera, open);
        var note = new VBox(10, Nodes.label(parts, "body"), buttons);
        note.setId("missing-parts");
        note.getStyleClass().addAll("note", "caution-note");
        return note;
    }

    private static Node leftAlone(AddState.Preview preview) {
        var box = new VBox(4, Nodes.label(text("add.left-alone"), "strong", "small"));
        box.getStyleClass().add("left-alone");
        preview.leftAlone().forEach(sentence -> box.getChildren().add(Nodes.label(sentence, "muted", "small")));
        return box;
    }

    private void nothing(AddState.Nothing nothing) {
        var words = new VBox(8);
        words.setId("seen");
        nothing.seen().forEach(sentence -> words.getChildren().add(Nodes.label(sentence, "body")));
        var icon = new FontIcon(nothing.again() == Again.NONE ? Feather.IMAGE : Feather.MONITOR);
        icon.getStyleClass().add("seen-icon");
        var row = new HBox(16, icon, words);
        row.setAlignment(Pos.TOP_LEFT);
        var sheet = new Sheet(nothing.heading()).body(row);
        var others = new FlowPane(
                8,
                8,
                Nodes.button("open-picture", text("add.open-short"), Feather.IMAGE, model::openPictures),
                Nodes.button("use-camera", text("add.camera-short"), Feather.CAMERA, model::useCamera),
                Nodes.button("type-in", text("add.type-in"), Feather.EDIT_3, model::typeIn));
        var again = again(nothing.again());
        if (nothing.again() == Again.SLOWLY) {
            sheet.body(Nodes.label(text("add.retry-hint"), "muted"));
            others.getChildren().addFirst(region());
        }
        again.ifPresent(sheet::body);
        put(
                sheet.body(others).buttons(cancel()),
                again.orElse(others.getChildren().getFirst()));
    }

    private Optional<Node> again(Again again) {
        var button = switch (again) {
            case NONE -> null;
            case SLOWLY -> Nodes.button("scan-slowly", text("add.scan-slowly"), Feather.CLOCK, model::scanScreenSlowly);
            case REGION -> region();
        };
        if (button == null) {
            return Optional.empty();
        }
        button.setMaxWidth(Double.MAX_VALUE);
        return Optional.of(Nodes.primary(button));
    }

    private Button region() {
        return Nodes.button("scan-region", text("add.region"), Feather.CROP, model::scanRegion);
    }

    private Button cancel() {
        return Nodes.button("cancel", text("add.cancel"), model::cancel);
    }
}
