package dev.tessera.cli;

import dev.tessera.cli.ReadFiles.Outcome;
import dev.tessera.cli.ReadFiles.ReadFile;
import dev.tessera.otp.Base32;
import dev.tessera.transfer.format.Formats;
import java.util.Arrays;

/// What was in a file, in words: a line for each entry.
final class ImportText {
    private final Output output;
    private final boolean reveal;

    /// @param reveal whether the secrets are told, too
    ImportText(Output output, boolean reveal) {
        this.output = output;
        this.reveal = reveal;
    }

    void tell(ReadFile file) {
        var content = file.content();
        var format = Formats.all().find(content.format()).orElseThrow().name();
        output.line(Shown.text(file.path().toString()) + ": " + format);
        file.outcomes().forEach(this::tell);
        content.rejected()
                .forEach(rejected -> output.line(
                        "rejected: " + Shown.text(rejected.label()) + ": " + Shown.text(rejected.reason())));
        content.notes().forEach(note -> output.note(Failure.asClause(Shown.text(note))));
    }

    private void tell(Outcome outcome) {
        var entry = outcome.entry();
        var line = new StringBuilder(outcome.fate().words()).append(": ").append(Shown.name(entry.account()));
        var special = Shown.peculiarities(entry.account().credential().parameters());
        if (!special.isEmpty()) {
            line.append("  ").append(special);
        }
        entry.extras().tags().forEach(tag -> line.append("  #").append(Shown.text(tag)));
        if (entry.extras().binned()) {
            line.append("  (in the bin)");
        }
        if (reveal) {
            line.append("  ").append(secret(outcome));
        }
        output.line(line.toString());
        entry.repairs().forEach(repair -> output.note(Failure.asClause(Shown.text(repair))));
    }

    private static String secret(Outcome outcome) {
        byte[] secret = outcome.entry().account().credential().secret().toByteArray();
        try {
            return Base32.encode(secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
