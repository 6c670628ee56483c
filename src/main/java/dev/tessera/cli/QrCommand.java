package dev.tessera.cli;

import dev.tessera.agent.Offer;
import dev.tessera.otpauth.OtpauthUri;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tessera qr`
@Command(
        name = "qr",
        description = "Show the QR code of an account, to add it to another device.",
        footer = {
            "",
            "It contains the secret: whoever sees it can make the codes for ever. The passphrase is always asked for."
        })
final class QrCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Mixin
    private final QueryParameter query = new QueryParameter();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write a PNG that only you can read, instead of showing it.")
    private @Nullable Path file;

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    QrCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure {
        var words = query.query();
        try (var session = vault.unlock(surroundings)) {
            var content = session.vault();
            var entry = Choice.only(words.in(content), content, surroundings.terminal());
            give(Offer.of(entry, content), OtpauthUri.format(entry.account()));
        }
        return ExitCode.DONE.number();
    }

    private void give(Offer offer, String link) throws Failure {
        var code = QrText.of(link);
        if (file != null) {
            code.writePng(file);
            output.note("this picture contains the secret; delete it after use");
        }
        if (json.isGiven()) {
            var fields = Shown.fields(offer);
            fields.put(file == null ? "link" : "file", file == null ? link : file.toString());
            output.object(fields);
        } else if (file != null) {
            output.line("written: " + Shown.text(file.toString()));
        } else {
            code.lines(surroundings.terminal()).forEach(output::line);
            output.note(Shown.name(offer));
        }
    }
}
