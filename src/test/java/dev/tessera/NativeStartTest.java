package dev.tessera;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NativeStartTest {
    private static final Map<String, String> BY_MENU =
            Map.of("jpackage.app-path", "Tessera.exe", "user.home", "/home/ann", "os.name", "Windows 11");

    @Test
    void aScriptHasToldIt() {
        assertThat(NativeStart.missing(Map.of("user.home", "/home/ann", "os.name", "Linux"), Map.of()))
                .isEmpty();
        assertThat(NativeStart.missing(
                        Map.of("jpackage.app-path", "a", "tessera.state", "/state", "user.home", "/"), Map.of()))
                .isEmpty();
    }

    @Test
    void onWindowsItIsWhereTheScriptHasIt() {
        assertThat(NativeStart.missing(BY_MENU, Map.of("LOCALAPPDATA", "/local", "APPDATA", "/roaming")))
                .isEqualTo(folders("/local/Tessera", "/roaming/Tessera"));
        assertThat(NativeStart.missing(BY_MENU, Map.of("APPDATA", "")))
                .isEqualTo(folders("/home/ann/AppData/Local/Tessera", "/home/ann/AppData/Roaming/Tessera"));
    }

    @Test
    void onOthersItIsWhereTheScriptHasIt() {
        var started = Map.of("jpackage.app-path", "Tessera", "user.home", "/home/ann", "os.name", "Mac OS X");
        assertThat(NativeStart.missing(started, Map.of()))
                .isEqualTo(folders("/home/ann/.local/state/tessera", "/home/ann/.config/tessera"));
        assertThat(NativeStart.missing(started, Map.of("XDG_STATE_HOME", "/s", "XDG_CONFIG_HOME", "/c")))
                .isEqualTo(folders("/s/tessera", "/c/tessera"));
    }

    private static Map<String, String> folders(String state, String config) {
        return Map.of(
                "tessera.state", Path.of(state).toString(),
                "tessera.config", Path.of(config).toString());
    }
}
