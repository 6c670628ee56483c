package dev.tessera.desktop.camera;

import static dev.tessera.desktop.control.Messages.said;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Later;
import dev.tessera.desktop.control.Threads;
import dev.tessera.scan.camera.Camera;
import dev.tessera.scan.camera.CameraException;
import dev.tessera.scan.camera.CameraException.Fault;
import dev.tessera.scan.camera.Cameras;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The camera panel, without its nodes. It asks every two seconds which cameras are plugged in, and only while it is
/// open and seen.
public final class CameraViewModel {
    static final Duration BETWEEN_LISTS = Duration.ofSeconds(2);

    private static final Later.Handle NOTHING = () -> {};
    private static final Lens SEEING = new Lens.Seeing();

    private final Cameras cameras;
    private final Threads threads;
    private final Function<List<String>, String> sighted;
    private final ObservableList<CameraChoice> choices = FXCollections.observableArrayList();
    private final ObjectProperty<CameraChoice> chosen = new SimpleObjectProperty<>();
    private final StringProperty address = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Lens> lens = new ReadOnlyObjectWrapper<>(new Lens.Off());
    private final ReadOnlyObjectWrapper<Optional<Frame>> frame = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Sight>> sights = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<String> said = new ReadOnlyObjectWrapper<>("");
    private final Set<String> told = new HashSet<>();
    private Optional<Looking> looking = Optional.empty();
    private Later.Handle nextList = NOTHING;
    private boolean open;

    /// @param sighted is given the texts of codes not seen before; answers what to say to the person
    public CameraViewModel(Cameras cameras, Threads threads, Function<List<String>, String> sighted) {
        this.cameras = cameras;
        this.threads = threads;
        this.sighted = sighted;
        chosen.subscribe(this::changed);
    }

    /// The cameras there are, and one line for those of the network.
    public ObservableList<CameraChoice> choices() {
        return choices;
    }

    /// Setting it switches that camera on.
    public ObjectProperty<CameraChoice> chosenProperty() {
        return chosen;
    }

    /// Of a network camera.
    public StringProperty addressProperty() {
        return address;
    }

    /// How it is with the camera.
    public ReadOnlyObjectProperty<Lens> lensProperty() {
        return lens.getReadOnlyProperty();
    }

    /// What it sees; empty while it is off.
    public ReadOnlyObjectProperty<Optional<Frame>> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /// The codes in it.
    public ReadOnlyObjectProperty<List<Sight>> sightsProperty() {
        return sights.getReadOnlyProperty();
    }

    /// What the last code said that is not enough, or empty.
    public ReadOnlyObjectProperty<String> saidProperty() {
        return said.getReadOnlyProperty();
    }

    /// Looks which cameras there are and switches one on: the one that was on before, else the first.
    public void open() {
        if (!open) {
            open = true;
            lens.set(new Lens.Starting());
            list();
        }
    }

    /// Switches the camera off. The panel may be opened again.
    public void close() {
        open = false;
        nextList.cancel();
        nextList = NOTHING;
        switchOff(new Lens.Off());
    }

    /// Switches the chosen camera on again.
    public void again() {
        choices.stream()
                .filter(choice -> choice.equals(chosen.get()))
                .findFirst()
                .ifPresent(this::changed);
    }

    /// Looks through the camera at the address.
    public void connect() {
        try {
            switchOn(cameras.find(Cameras.isAddress(address.get()) ? address.get() : "http://" + address.get()), false);
        } catch (CameraException refused) {
            switchOff(failed(refused));
        }
    }

    private void changed(CameraChoice choice) {
        if (open && choice != null) {
            choice.camera().ifPresentOrElse(camera -> switchOn(camera, true), () -> switchOff(new Lens.Off()));
        }
    }

    private void list() {
        threads.work().execute(() -> {
            try {
                var all = cameras.list();
                threads.ui().execute(() -> listed(all, Optional.empty()));
            } catch (CameraException noDriver) {
                threads.ui().execute(() -> listed(List.of(), Optional.of(failed(noDriver))));
            }
        });
    }

    private void listed(List<Camera> all, Optional<Lens.Failed> noDriver) {
        if (!open) {
            return;
        }
        var now = CameraChoice.of(all, text("camera.network"));
        // What is off is opened by its newest line: the one before may be of a camera that was pulled out and put back.
        if (!now.equals(choices) || (looking.isEmpty() && now.size() > 1)) {
            choices.setAll(now);
        }
        chooseAgain(noDriver);
        // Closed and opened again while a list was under way, there are two: only the last goes on.
        nextList.cancel();
        nextList = threads.later()
                .after(
                        BETWEEN_LISTS,
                        () -> threads.ui().execute(() -> {
                            if (open) {
                                list();
                            }
                        }));
    }

    /// After the list came: the chosen camera is on, or comes back, or there is a first one, or there is none.
    private void chooseAgain(Optional<Lens.Failed> noDriver) {
        var was = chosen.get();
        boolean isOff = looking.isEmpty();
        if (was != null && was.isOfNetwork()) {
            if (lens.get() instanceof Lens.Starting && isOff) {
                lens.set(new Lens.Off());
            }
            return;
        }
        var same = choices.stream().filter(choice -> choice.equals(was)).findFirst();
        var first = Optional.of(choices.getFirst()).filter(choice -> !choice.isOfNetwork());
        if (isOff && !(lens.get() instanceof Lens.Failed why && mustBePutRight(why) && same.isPresent())) {
            same.or(() -> first).ifPresentOrElse(this::choose, () -> lens.set(noDriver.orElse(none())));
        }
    }

    /// Whether it is there and would fail again.
    private static boolean mustBePutRight(Lens.Failed why) {
        return why.fault() != Fault.UNPLUGGED && why.fault() != Fault.NONE;
    }

    private void choose(CameraChoice choice) {
        if (choice.equals(chosen.get())) {
            changed(choice);
        } else {
            chosen.set(choice);
        }
    }

    private static Lens.Failed none() {
        return new Lens.Failed(Fault.NONE, text("camera.none"));
    }

    private static Lens.Failed failed(CameraException why) {
        return new Lens.Failed(why.fault(), said(why.getMessage()));
    }

    private void switchOn(Camera camera, boolean mirrored) {
        switchOff(new Lens.Starting());
        looking = Optional.of(Looking.start(camera, mirrored, threads.ui(), new Shown()));
    }

    private void switchOff(Lens now) {
        looking.ifPresent(Looking::end);
        looking = Optional.empty();
        frame.set(Optional.empty());
        sights.set(List.of());
        said.set("");
        told.clear();
        lens.set(now);
    }

    private final class Shown implements Looking.Eye {
        @Override
        public void frame(Frame now) {
            frame.set(Optional.of(now));
            lens.set(SEEING);
        }

        @Override
        public void codes(List<Sight> now, List<String> texts) {
            sights.set(now);
            var fresh = texts.stream().filter(told::add).toList();
            if (!fresh.isEmpty()) {
                said.set(sighted.apply(fresh));
            }
        }

        @Override
        public void failed(CameraException why) {
            switchOff(CameraViewModel.failed(why));
        }
    }
}
