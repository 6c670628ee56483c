package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Pictures of the list.
@ExtendWith(ApplicationExtension.class)
class GalleryTest {
    private final WindowFixture window = new WindowFixture();

    @Start
    void start(Stage stage) {
        window.createVault(Accounts.all());
        window.open(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void theListIsPictured() {
        window.picture("unlock");
        window.unlock();
        window.picture("list");
        window.pass(Duration.ofSeconds(18));
        window.picture("list-last-seconds");
        assertThat(window.window().isLocked()).isFalse();
    }
}
