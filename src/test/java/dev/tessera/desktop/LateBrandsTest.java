package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.vault.file.OtherJvm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.IkonResolverProvider;

/// The icons of brands cost nothing until a list is shown. In a process of its own: in this one, other tests have
/// long shown lists.
@ExtendWith(WindowTest.NeedsText.class)
class LateBrandsTest {
    private static final String TABLE = " org.kordamp.ikonli.simpleicons.SimpleIcons source:";

    @Test
    void theirTableAndTheirFontAreLoadedWithTheFirstList() throws Exception {
        var said = run();
        assertThat(said).contains("locked, the font is there: false", "unlocked, the font is there: true");
        int locked = said.indexOf("locked, the font is there: false");
        var tables = said.stream().filter(line -> line.contains(TABLE)).toList();
        assertThat(tables).hasSize(1);
        assertThat(said.indexOf(tables.getFirst())).isGreaterThan(locked);
    }

    private static List<String> run() throws Exception {
        var process = OtherJvm.prepared(List.of("-Xlog:class+load:stdout"), Program.class)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = process.getInputStream()) {
            var said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isZero();
            return said.lines().toList();
        }
    }

    /// Opens the window over a vault with a GitHub account, looks, unlocks, and looks again.
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws NoDesktopException {
            FxToolkit.startHeadless();
            Platform.setImplicitExit(false); // the fixture still talks to the toolkit when its window is gone
            try (var window = new WindowFixture()) {
                window.createVault(Accounts.all());
                Platform.runLater(() -> window.open(new Stage()));
                window.settle();
                tell("locked");
                window.unlock();
                tell("unlocked");
            }
            Platform.exit();
        }

        private static void tell(String state) {
            var pack = IkonResolverProvider.getInstance(_ -> {}).resolve("si-github");
            System.out.println(state + ", the font is there: " + (pack.getFont() != null));
        }
    }
}
