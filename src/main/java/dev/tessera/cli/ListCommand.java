package dev.tessera.cli;

import dev.tessera.agent.Offer;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tessera list`
@Command(name = "list", description = "List the accounts of the vault, without their secrets.")
final class ListCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Only those that contain all these words.")
    private List<String> query = new ArrayList<>();

    @Option(names = "--bin", description = "List the accounts in the bin instead.")
    private boolean bin;

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure {
        var words = QueryParameter.query(query);
        TimeNote.tell(surroundings);
        try (var session = vault.unlock(surroundings)) {
            var content = session.vault();
            var entries = bin ? words.inBin(content) : words.in(content);
            if (entries.isEmpty() && !query.isEmpty()) {
                throw Choice.nothingFits();
            }
            entries.forEach(entry -> tell(entry, content));
            tellRest(content);
        }
        return ExitCode.DONE.number();
    }

    private void tell(Entry entry, Vault content) {
        if (json.isGiven()) {
            output.object(fields(entry, content));
        } else {
            output.line(Shown.line(Offer.of(entry, content)));
        }
    }

    private void tellRest(Vault content) {
        if (bin) {
            return;
        }
        if (content.listed().isEmpty()) {
            output.note("the vault is empty; tessera scan --screen --add reads a QR code from the screen");
        }
        int aside = content.setAside().size();
        if (aside > 0) {
            output.note("entries that this version cannot use, kept as they are: " + aside);
        }
    }

    private static Map<String, Object> fields(Entry entry, Vault content) {
        var offer = Offer.of(entry, content);
        var fields = Shown.fields(offer);
        fields.put("tags", offer.tags());
        fields.put("pinned", entry.details().pinned());
        fields.put("created", entry.stamps().created().toString());
        fields.put("modified", entry.stamps().modified().toString());
        return fields;
    }
}
