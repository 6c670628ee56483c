package dev.tessera.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Screens of our own, side by side as one desktop: Xvfb, and for more than one Xephyr in it, for Xvfb puts all of its
/// screens at the same place.
final class XScreens implements AutoCloseable {
    private final List<Process> servers = new ArrayList<>();
    private final Map<String, String> environment;

    /// @param dpi 96, or 192 where everything is drawn twice as large
    /// @param sizes of the screens, from left to right: `1600x1000`
    XScreens(int dpi, List<String> sizes) throws Exception {
        String display = start(List.of("Xvfb", "-screen", "0", sizes.getFirst() + "x24"), "", dpi);
        if (sizes.size() > 1) {
            var command = new ArrayList<>(List.of("Xephyr", "+xinerama"));
            int left = 0;
            for (var size : sizes) {
                command.addAll(List.of("-origin", left + ",0", "-screen", size));
                left += Integer.parseInt(size.substring(0, size.indexOf('x')));
            }
            display = start(command, display, dpi);
        }
        environment = Map.of("DISPLAY", display, "GDK_SCALE", String.valueOf(dpi / 96));
    }

    private String start(List<String> server, String outer, int dpi) throws IOException {
        var command = new ArrayList<>(server);
        command.addAll(List.of("-displayfd", "1", "-nolisten", "tcp", "-dpi", String.valueOf(dpi)));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", outer);
        var process = builder.start();
        servers.addFirst(process);
        // Written when it is ready.
        var number = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        return ":" + number.readLine();
    }

    /// For programs that shall appear on them.
    Map<String, String> environment() {
        return environment;
    }

    /// Leaves a picture of the desktop in `target/screens`, to be looked at.
    void picture(String name) throws Exception {
        var folder = Files.createDirectories(Path.of(System.getProperty("tessera.target", "target"), "screens"));
        var builder = new ProcessBuilder(
                "import", "-window", "root", folder.resolve(name + ".png").toString());
        builder.environment().putAll(environment);
        builder.start().waitFor();
    }

    @Override
    public void close() {
        for (var server : servers) {
            server.destroy();
            server.onExit().join();
        }
    }
}
