package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphicsLibrariesTest {
    private static final String PACKAGES = "libgtk-3-0 libxtst6 libgl1 libxxf86vm1";

    private final Path folder;
    private final GraphicsLibraries libraries;

    GraphicsLibrariesTest(@TempDir Path folder) {
        this.folder = folder;
        libraries = new GraphicsLibraries(List.of(folder.resolve("nowhere"), folder));
    }

    @Test
    void withoutADisplayItSaysSoAndWhatWorksHere() {
        assertThat(libraries.explain("Unable to open DISPLAY"))
                .startsWith("There is no display")
                .contains("tessera --help");
    }

    @Test
    void eachMissingLibraryIsNamedWithThePackagesToInstall() throws IOException {
        put("libXtst.so.6");
        assertThat(libraries.explain("Unable to load glass GTK library."))
                .contains("(libgtk-3.so.0)")
                .contains(PACKAGES)
                .doesNotContain("\n");
    }

    @Test
    void whenNoneIsMissingThePackagesAreNamedAllTheSame() throws IOException {
        put("libXtst.so.6");
        put("libgtk-3.so.0");
        assertThat(libraries.explain("something else")).contains(PACKAGES);
    }

    @Test
    void openGlNeedsBothOfItsLibraries() throws IOException {
        put("libGL.so.1");
        assertThat(libraries.haveOpenGl()).isFalse();
        put("libXxf86vm.so.1");
        assertThat(libraries.haveOpenGl()).isTrue();
    }

    private void put(String name) throws IOException {
        Files.write(folder.resolve(name), new byte[] {0x7f, 'E', 'L', 'F'});
    }
}
