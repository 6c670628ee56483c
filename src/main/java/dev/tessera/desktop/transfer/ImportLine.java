package dev.tessera.desktop.transfer;

import dev.tessera.transfer.ImportEntry;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// What became of one thing in a file.
final class ImportLine {
    private final Verdict verdict;
    private final String name;
    private final List<String> details;
    private final Optional<ImportEntry> entry;
    private final BooleanProperty chosen;

    /// @param details what else is to be known, as sentences
    /// @param entry if it can be added
    ImportLine(Verdict verdict, String name, List<String> details, Optional<ImportEntry> entry) {
        this.verdict = verdict;
        this.name = name;
        this.details = List.copyOf(details);
        this.entry = entry;
        this.chosen = new SimpleBooleanProperty(entry.isPresent());
    }

    /// In the order of how much a person must look at it.
    enum Verdict {
        REJECTED,
        REPAIRED,
        NEW,
        PRESENT
    }

    Verdict verdict() {
        return verdict;
    }

    String name() {
        return name;
    }

    List<String> details() {
        return details;
    }

    /// What is added if it is chosen; nothing for what is there already or cannot be used.
    Optional<ImportEntry> entry() {
        return entry;
    }

    /// Whether it shall be added.
    BooleanProperty chosenProperty() {
        return chosen;
    }

    /// Hides what it is made of.
    @Override
    public String toString() {
        return "ImportLine[" + verdict + ", hidden]";
    }
}
