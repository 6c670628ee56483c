package dev.tessera.desktop.control;

import dev.tessera.crypto.Passphrase;
import java.util.Arrays;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.input.Clipboard;

/// A field for a passphrase that is kept in an array of ours, which is wiped, and never in a `String`.
///
/// JavaFX hands over each key as a `String` of one sign and a paste as a whole one; those are out of our reach.
/// The field shows dots, takes pastes, input methods and dead keys, and gives nothing to the clipboard.
public final class PassphraseField extends Control {
    private static final String DOT = "•";

    private final SecretText text = new SecretText();
    private final StringProperty promptText = new SimpleStringProperty(this, "promptText", "");
    private final ReadOnlyIntegerWrapper edits = new ReadOnlyIntegerWrapper(this, "edits", 0);
    private EventHandler<ActionEvent> onAction = _ -> {};

    public PassphraseField() {
        getStyleClass().setAll("passphrase-field");
        setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
        setFocusTraversable(true);
        new PassphraseKeys(this).install();
    }

    /// The name of the field, for the eye while it is empty and for a screen reader.
    public StringProperty promptTextProperty() {
        return promptText;
    }

    /// Sets the prompt and, with it, the accessible name.
    public void setPromptText(String prompt) {
        promptText.set(prompt);
        setAccessibleText(prompt);
    }

    /// Counts the changes of text, caret and selection: whoever depends on them listens to this.
    public ReadOnlyIntegerProperty editsProperty() {
        return edits.getReadOnlyProperty();
    }

    /// Called on Enter.
    public void setOnAction(EventHandler<ActionEvent> handler) {
        onAction = handler;
    }

    /// Whether nothing is typed.
    public boolean isEmpty() {
        return text.length() == 0;
    }

    /// Whether both hold the same.
    public boolean isSameAs(PassphraseField other) {
        return text.isSameAs(other.text);
    }

    /// What is typed, to be closed by the caller.
    ///
    /// @throws IllegalArgumentException if there is half a surrogate pair in it
    public Passphrase toPassphrase() {
        char[] copy = text.copy();
        try {
            return Passphrase.copyOf(copy);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }

    /// What is typed, character for character, for a file that another program has sealed; to be closed by the caller.
    ///
    /// @throws IllegalArgumentException if there is half a surrogate pair in it
    public Passphrase toForeignPassphrase() {
        char[] copy = text.copy();
        try {
            return Passphrase.ofForeignFile(copy);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }

    /// A copy of what is typed, which the caller wipes.
    public char[] toCharArray() {
        return text.copy();
    }

    /// Types `characters` at the caret, as a person would; the caller wipes its own array.
    public void type(char[] characters) {
        if (text.insert(characters)) {
            changed();
        }
    }

    /// Selects all, so that the next key replaces it.
    public void selectAll() {
        text.selectAll();
        changed();
    }

    /// Wipes what is typed.
    public void clear() {
        text.wipe();
        changed();
    }

    /// Takes the clipboard's text, without the line break that copying often brings.
    void paste() {
        var pasted = Clipboard.getSystemClipboard().getString();
        if (pasted != null) {
            char[] characters = pasted.stripTrailing().equals(pasted) ? pasted.toCharArray() : withoutLineEnd(pasted);
            type(characters);
            Arrays.fill(characters, '\0');
        }
    }

    SecretText secretText() {
        return text;
    }

    /// To be called after each change of the text, caret or selection.
    void changed() {
        edits.set(edits.get() + 1);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
    }

    void fire() {
        onAction.handle(new ActionEvent(this, this));
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new PassphraseFieldSkin(this);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> DOT.repeat(text.signs());
            case CARET_OFFSET -> text.signsBefore(text.caret());
            case SELECTION_START -> text.signsBefore(text.selectionStart());
            case SELECTION_END -> text.signsBefore(text.selectionEnd());
            case EDITABLE -> true;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.SET_TEXT && parameters.length > 0 && parameters[0] instanceof String spoken) {
            text.wipe();
            type(spoken.toCharArray());
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    private static char[] withoutLineEnd(String pasted) {
        int end = pasted.length();
        while (end > 0 && (pasted.charAt(end - 1) == '\n' || pasted.charAt(end - 1) == '\r')) {
            end--;
        }
        return pasted.substring(0, end).toCharArray();
    }
}
