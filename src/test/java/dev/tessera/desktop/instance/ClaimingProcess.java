package dev.tessera.desktop.instance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A start without a window: says `first` or `second`, then what it is called, until its input ends.
final class ClaimingProcess {
    private ClaimingProcess() {}

    /// @param arguments the folder, the vault, a link
    public static void main(String[] arguments) throws IOException {
        var claim = WindowClaim.claim(
                Optional.of(Path.of(arguments[0])),
                Path.of(arguments[1]),
                new Call(List.of(arguments[2]), true),
                call -> {
                    say("called " + call.links());
                    return true;
                });
        say(claim.map(ours -> ours.isListening() ? "first" : "alone").orElse("second"));
        if (claim.isPresent() && System.in.read() < 0) {
            claim.get().close();
        }
    }

    /// In one piece, for calls come on threads of their own.
    private static void say(String line) {
        synchronized (ClaimingProcess.class) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
