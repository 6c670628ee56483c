package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What JavaFX says of our style sheets while a window is used: a colour or a size that it could not resolve.
final class StyleComplaints extends Handler {
    private static final Logger STYLES = Logger.getLogger("javafx.css");

    private final List<String> messages = new CopyOnWriteArrayList<>();

    StyleComplaints() {
        STYLES.addHandler(this);
    }

    /// Stops listening, and fails if there was a complaint.
    void assertNone() {
        STYLES.removeHandler(this);
        assertThat(messages).as("complaints of JavaFX about our style sheets").isEmpty();
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            messages.add(entry.getMessage());
        }
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        STYLES.removeHandler(this);
    }
}
