package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphicsCardTest {
    @TempDir
    private Path devices;

    @ParameterizedTest
    @ValueSource(strings = {"dri", "dxg", "nvidia0"})
    void isThereWhereADriverHasMadeItsDevice(String name) throws IOException {
        Files.createDirectory(devices.resolve(name));
        assertThat(GraphicsCard.isIn(devices)).isTrue();
    }

    @Test
    void isMissingWhereNoDriverHas() throws IOException {
        Files.createFile(devices.resolve("null"));
        assertThat(GraphicsCard.isIn(devices)).isFalse();
    }
}
