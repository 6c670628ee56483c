package dev.tessera.cli;

import dev.tessera.vault.Entry;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Vault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `tessera list`
@Command(name = "list", description = "List the accounts of the vault, without their secrets.")
final class ListCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Only those that hold all these words.")
    private List<String> query = new ArrayList<>();

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
        try (var session = vault.unlock(surroundings)) {
            var content = session.vault();
            var entries = new EntryQuery(query).in(content);
            if (entries.isEmpty() && !query.isEmpty()) {
                throw EntryQuery.nothingFits();
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
            output.line(line(entry, content));
        }
    }

    private void tellRest(Vault content) {
        if (content.listed().isEmpty()) {
            output.note("the vault is empty; tessera scan --screen --add reads a QR code off the screen");
        }
        int aside = content.setAside().size();
        if (aside > 0) {
            output.note(aside + " entries cannot be used by this release; they are kept as they are");
        }
    }

    /// Issuer and account name, what is special, and the tags.
    static String line(Entry entry, Vault content) {
        var line = new StringBuilder(Shown.name(entry.account()));
        var special = Shown.peculiarities(entry.account().credential().parameters());
        if (!special.isEmpty()) {
            line.append("  ").append(special);
        }
        tagNames(entry, content).forEach(tag -> line.append("  #").append(Shown.text(tag)));
        return line.toString();
    }

    private static Map<String, Object> fields(Entry entry, Vault content) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", entry.id().toString());
        fields.putAll(Shown.fields(entry.account()));
        fields.put("tags", tagNames(entry, content));
        fields.put("pinned", entry.details().pinned());
        fields.put("created", entry.stamps().created().toString());
        fields.put("modified", entry.stamps().modified().toString());
        return fields;
    }

    private static List<String> tagNames(Entry entry, Vault content) {
        return content.tags().stream()
                .filter(tag -> entry.details().tags().contains(tag.id()))
                .map(Tag::name)
                .sorted()
                .toList();
    }
}
