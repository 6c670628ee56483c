package dev.tessera.cli;

import dev.tessera.otpauth.MigrationBatch;
import dev.tessera.otpauth.MigrationTray;
import java.util.stream.Collectors;

/// Tells which parts of an export of several QR codes are still missing.
final class Exports {
    private Exports() {}

    static void tellMissing(MigrationTray tray, Output output) {
        tray.batches().stream().filter(batch -> !batch.isComplete()).forEach(batch -> tell(batch, output));
    }

    private static void tell(MigrationBatch batch, Output output) {
        var missing = batch.missing().stream().map(String::valueOf).collect(Collectors.joining(", "));
        output.warning(
                batch.progress() + " parts of the export were read",
                "scan the missing ones, too: " + missing + "; accounts already in the vault are not added again");
    }
}
