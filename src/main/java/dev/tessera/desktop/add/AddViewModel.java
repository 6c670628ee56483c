package dev.tessera.desktop.add;

import static dev.tessera.desktop.control.Messages.counted;
import static dev.tessera.desktop.control.Messages.sentence;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.add.AddState.Again;
import dev.tessera.desktop.camera.CameraViewModel;
import dev.tessera.desktop.control.Offer;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.control.Ticker;
import dev.tessera.desktop.region.Part;
import dev.tessera.desktop.region.RegionViewModel;
import dev.tessera.scan.DataUrls;
import dev.tessera.scan.ScreenPicture;
import dev.tessera.session.VaultSession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Everything between "here is something" and "it is in the vault".
public final class AddViewModel {
    /// How long the window stays away when the person wants to put the code in sight first.
    static final Duration SLOWLY = Duration.ofSeconds(3);

    private final VaultSession session;
    private final Ticker ticker;
    private final Threads threads;
    private final Sources sources;
    private final Exports exports;
    private final Saver saver;
    private final ReadOnlyObjectWrapper<AddState> state = new ReadOnlyObjectWrapper<>(new AddState.Idle());
    private final ReadOnlyIntegerWrapper gatheredCount = new ReadOnlyIntegerWrapper();
    private Gathered gathered = Gathered.nothing();
    private boolean closed;

    /// @param clock for the stamps of renamed entries
    public AddViewModel(VaultSession session, Ticker ticker, InstantSource clock, Environment environment) {
        this.session = session;
        this.ticker = ticker;
        this.threads = environment.threads();
        this.sources = environment.sources();
        this.exports = environment.exports();
        this.saver = new Saver(session, clock, threads, environment.added());
    }

    /// What the adding side works with.
    ///
    /// @param exports takes what is more than pictures and links
    /// @param added is told the ids of what was added, on the ui thread
    public record Environment(Threads threads, Sources sources, Exports exports, Consumer<List<UUID>> added) {}

    /// Who reads the exports of other programs.
    public interface Exports {
        /// Asks the person for them.
        void choose();

        /// Whether there is one among the files; asked on the work thread.
        boolean areAmong(List<Path> files);

        void take(List<Path> files);
    }

    /// What to show.
    public ReadOnlyObjectProperty<AddState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether more may be read into what is shown: not while something is being typed or read.
    public boolean takesMore() {
        return switch (state.get()) {
            case AddState.Idle _, AddState.Choosing _, AddState.Filming _, AddState.Preview _, AddState.Nothing _ ->
                true;
            case AddState.Working _, AddState.Picking _, AddState.Typing _ -> false;
        };
    }

    Ticker ticker() {
        return ticker;
    }

    /// Offers the ways to add.
    public void choose() {
        become(new AddState.Choosing());
    }

    /// Reads every QR code of every screen.
    public void scanScreen() {
        scanScreen(Duration.ZERO);
    }

    /// The same after three seconds, in which the person can bring the code to the front.
    public void scanScreenSlowly() {
        scanScreen(SLOWLY);
    }

    /// Lets the person draw a box around a part of the screen, and reads that.
    public void scanRegion() {
        working(text("add.working-region"));
        threads.work().execute(() -> {
            try {
                var screens = sources.screens().capture(Duration.ZERO);
                onUi(() -> become(
                        new AddState.Picking(new RegionViewModel(screens, part -> read(screens, part), this::cancel))));
            } catch (IOException failure) {
                failed(failure, Again.NONE);
            }
        });
    }

    /// Looks through a camera until it sees an account, or all parts of an export.
    public void useCamera() {
        var panel = new CameraViewModel(sources.cameras(), threads, this::cameraSaw);
        become(new AddState.Filming(panel));
        panel.open();
    }

    /// Previews what the camera has gathered, although parts are missing.
    public void showGathered() {
        show(text("add.found-camera"), Reading.ofCodes(List.of()), Again.NONE);
    }

    /// How many accounts were gathered and are not shown yet.
    public ReadOnlyIntegerProperty gatheredCountProperty() {
        return gatheredCount.getReadOnlyProperty();
    }

    /// Whether anybody can see the window: a camera is on only then.
    public void seen(boolean visible) {
        if (state.get() instanceof AddState.Filming(var panel)) {
            if (visible) {
                panel.open();
            } else {
                panel.close();
            }
        }
    }

    /// Asks for pictures and reads them.
    public void openPictures() {
        var files = sources.files().pickPictures();
        if (!files.isEmpty()) {
            readFiles(files);
        }
    }

    /// Reads pictures, and text files among them; exports of other programs are read by who can.
    public void readFiles(List<Path> files) {
        working(text("add.working-pictures"));
        threads.work().execute(() -> {
            if (exports.areAmong(files)) {
                onUi(() -> {
                    cancel();
                    exports.take(files);
                });
            } else {
                var reading = PictureReader.files(files);
                onUi(() -> show(text("add.found-picture"), reading, Again.NONE));
            }
        });
    }

    /// Asks for exports of other programs.
    public void importExports() {
        cancel();
        exports.choose();
    }

    /// Takes what the clipboard holds.
    public void paste() {
        take(sources.pasteboard());
    }

    /// Takes what another program offers: files, a picture or text.
    public void take(Offer offer) {
        var files = offer.files();
        var pictures = offer.picture().stream().toList();
        if (!files.isEmpty()) {
            readFiles(files);
        } else if (!pictures.isEmpty()) {
            read(
                    text("add.working-pictures"),
                    text("add.found-paste"),
                    Again.NONE,
                    () -> PictureReader.pictures(pictures));
        } else {
            offer.text()
                    .filter(text -> !text.isBlank())
                    .ifPresentOrElse(
                            this::readText,
                            () -> nothing(
                                    text("add.nothing-pasted"), List.of(text("add.nothing-pasted-next")), Again.NONE));
        }
    }

    /// Reads text: one or many links, or a secret, or pictures that stand in the text themselves.
    public void readText(String text) {
        var contents = DataUrls.in(text);
        if (!contents.isEmpty()) {
            read(
                    text("add.working-pictures"),
                    text("add.found-picture"),
                    Again.NONE,
                    () -> PictureReader.contents(contents));
            return;
        }
        show(text("add.found-paste"), Reading.ofText(text), Again.NONE);
    }

    /// Opens the form.
    public void typeIn() {
        become(new AddState.Typing(new TypeInViewModel(session::duplicateOf)));
    }

    /// Adds what is chosen in the preview.
    public void addChosen() {
        if (state.get() instanceof AddState.Preview preview) {
            save(preview.candidates());
        }
    }

    /// Adds what the form makes, duplicate or not: the form has said which it is.
    public void addTyped() {
        if (state.get() instanceof AddState.Typing(var form)) {
            form.accountProperty().get().ifPresent(account -> {
                working(text("add.working-save"));
                saver.add(account, this::saved);
            });
        }
    }

    /// Closes whatever is shown and forgets what was found.
    public void cancel() {
        gather(Gathered.nothing());
        become(new AddState.Idle());
    }

    /// Forgets everything for good.
    public void close() {
        closed = true;
        cancel();
    }

    private void scanScreen(Duration wait) {
        read(
                text("add.working-screen"),
                text("add.found-screen"),
                Again.SLOWLY,
                () -> PictureReader.screens(sources.screens().capture(wait)));
    }

    private void read(List<ScreenPicture> screens, Part part) {
        read(
                text("add.working-screen"),
                text("add.found-screen"),
                Again.REGION,
                () -> PictureReader.part(screens.get(part.screen()), part));
    }

    private void read(String working, String heading, Again again, Look look) {
        working(working);
        threads.work().execute(() -> {
            try {
                var reading = look.read();
                onUi(() -> show(heading, reading, again));
            } catch (IOException failure) {
                failed(failure, again);
            }
        });
    }

    private void failed(IOException failure, Again again) {
        var why = sentence(failure.getMessage());
        onUi(() -> nothing(text("add.failed"), List.of(why), again));
    }

    /// Goes on looking until there is an account, or an export is whole; says what it has seen by then.
    private String cameraSaw(List<String> texts) {
        var now = gathered.withAll(texts);
        boolean single = now.singleCount() > gathered.singleCount();
        if (now.hasAccounts()
                ? single || now.incomplete().isEmpty()
                : !now.secrets().isEmpty()) {
            show(text("add.found-camera"), Reading.ofCodes(texts), Again.NONE);
            return "";
        }
        gather(now);
        return now.incomplete().stream()
                .findFirst()
                .map(batch -> text("camera.parts", batch.parts().size(), batch.size(), numbers(batch.missing())))
                .or(() -> now.leftAlone().stream().findFirst())
                .orElse("");
    }

    private void gather(Gathered now) {
        gathered = now;
        gatheredCount.set(now.accounts().size());
    }

    private void show(String heading, Reading reading, Again again) {
        var now = gathered.withAll(reading.texts());
        gather(now);
        if (now.hasAccounts()) {
            become(preview(heading, reading));
        } else if (!now.secrets().isEmpty()) {
            become(new AddState.Typing(
                    new TypeInViewModel(session::duplicateOf, now.secrets().getFirst())));
        } else {
            nothing(
                    reading.codes() > 0 ? text("add.no-account") : text("add.nothing"),
                    reading.seen(gathered.leftAlone()),
                    again);
        }
    }

    private AddState.Preview preview(String heading, Reading reading) {
        var candidates = new ArrayList<Candidate>();
        gathered.accounts().forEach(uri -> candidates.add(new Candidate(uri, session::duplicateOf)));
        gathered.pinless().forEach(uri -> candidates.add(new Candidate(uri, session::duplicateOf)));
        var leftAlone = Stream.concat(gathered.unusable().stream(), reading.problems().stream())
                .toList();
        var missing = gathered.incomplete().stream()
                .findFirst()
                .map(batch -> text("add.parts", batch.parts().size(), batch.size(), numbers(batch.missing())));
        return new AddState.Preview(
                heading,
                counted("add.summary", candidates.size()) + " " + counted("add.summary-rest", leftAlone.size()),
                candidates,
                leftAlone,
                missing);
    }

    private static String numbers(List<Integer> numbers) {
        return String.join(", ", numbers.stream().map(String::valueOf).toList());
    }

    private void save(List<Candidate> candidates) {
        working(text("add.working-save"));
        saver.save(candidates, this::saved);
    }

    private void saved(Optional<String> problem) {
        if (closed) {
            return;
        }
        problem.ifPresentOrElse(why -> nothing(text("add.not-saved"), List.of(why), Again.NONE), this::cancel);
    }

    private void nothing(String heading, List<String> seen, Again again) {
        become(new AddState.Nothing(heading, seen, again));
    }

    /// Whatever comes after the camera switches it off.
    private void become(AddState next) {
        if (state.get() instanceof AddState.Filming(var panel)) {
            panel.close();
        }
        state.set(next);
    }

    private void working(String what) {
        become(new AddState.Working(what));
    }

    private void onUi(Runnable task) {
        threads.ui().execute(() -> {
            if (!closed) {
                task.run();
            }
        });
    }

    private interface Look {
        Reading read() throws IOException;
    }
}
