package dev.tessera.cli;

import picocli.CommandLine.Option;

/// Output for scripts.
final class JsonOption {
    @Option(names = "--json", description = "Print JSON, one object per line.")
    private boolean json;

    boolean isGiven() {
        return json;
    }
}
