package dev.tessera.desktop.add;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Takes for an export whatever ends in `.json`.
final class TakenExports implements AddViewModel.Exports {
    final List<Path> taken = new ArrayList<>();
    int asked;

    @Override
    public void choose() {
        asked++;
    }

    @Override
    public boolean areAmong(List<Path> files) {
        return files.stream().anyMatch(file -> file.toString().endsWith(".json"));
    }

    @Override
    public void take(List<Path> files) {
        taken.addAll(files);
    }
}
