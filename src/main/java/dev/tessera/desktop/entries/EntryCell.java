package dev.tessera.desktop.entries;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.vault.Entry;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// The row of one entry: the ticker turns it while it has one.
final class EntryCell extends ListCell<Entry> {
    private final EntriesViewModel model;
    private final EntryCard card = new EntryCard(this::nextCode);
    private @Nullable TimedCodes codes;

    EntryCell(EntriesViewModel model) {
        this.model = model;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinWidth(0);
        setPrefWidth(0);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        model.ticker().nowProperty().addListener(_ -> turn());
        model.copiedProperty().addListener(_ -> turn());
        model.counterCodesProperty().addListener(_ -> turn());
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        codes = null;
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText("");
            card.wipe();
            return;
        }
        card.show(entry);
        setGraphic(card);
        turn();
    }

    /// Screen readers ask for the time left; they are not told each second.
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        var entry = getItem();
        if (attribute == AccessibleAttribute.HELP && entry != null) {
            return state(entry, model.ticker().now())
                    .countdown()
                    .map(countdown -> text("card.spoken-left", countdown.secondsLeft()))
                    .orElse("");
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    private void turn() {
        var entry = getItem();
        if (entry == null || isEmpty()) {
            return;
        }
        var state = state(entry, model.ticker().now());
        card.show(state);
        var spoken = state.spoken(entry);
        if (!spoken.equals(getAccessibleText())) {
            setAccessibleText(spoken);
        }
    }

    private CardState state(Entry entry, Instant now) {
        var copied = mine(entry);
        var credential = entry.account().credential();
        if (credential.parameters() instanceof Hotp hotp) {
            return CardState.of(hotp, model.counterCode(entry.id()), now, copied);
        }
        var held = codes;
        if (held == null || !held.holdAt(now)) {
            held = TimedCodes.at(credential, now);
            codes = held;
        }
        return CardState.of(held, now, copied);
    }

    private Optional<Copied> mine(Entry entry) {
        return model.copiedProperty().get().filter(copied -> copied.entryId().equals(entry.id()));
    }

    private void clicked(MouseEvent event) {
        var entry = getItem();
        if (entry != null
                && event.getButton() == MouseButton.PRIMARY
                && event.isStillSincePress()
                && !card.isOnButton(event.getSceneX(), event.getSceneY())) {
            model.copy(entry);
        }
    }

    private void nextCode() {
        var entry = getItem();
        if (entry != null) {
            model.nextCode(entry);
        }
    }
}
