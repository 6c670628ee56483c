package dev.tessera.otpauth;

import java.util.ArrayList;
import java.util.List;

/// Where the parts of exports gather, from any mix of camera, screen and files, until each export is whole.
///
/// @param batches one for each export, in the order in which they began
public record MigrationTray(List<MigrationBatch> batches) {
    public MigrationTray {
        batches = List.copyOf(batches);
    }

    /// A tray with nothing in it.
    public static MigrationTray empty() {
        return new MigrationTray(List.of());
    }

    /// With one more part, in the set that it belongs to, or in a new one.
    public MigrationTray with(MigrationPayload part) {
        var sets = new ArrayList<>(batches);
        for (int i = 0; i < sets.size(); i++) {
            if (sets.get(i).accepts(part)) {
                sets.set(i, sets.get(i).with(part));
                return new MigrationTray(sets);
            }
        }
        sets.add(MigrationBatch.of(part));
        return new MigrationTray(sets);
    }

    /// Whether no part of any export is missing.
    public boolean isComplete() {
        return batches.stream().allMatch(MigrationBatch::isComplete);
    }
}
