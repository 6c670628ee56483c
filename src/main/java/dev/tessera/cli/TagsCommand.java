package dev.tessera.cli;

import dev.tessera.session.VaultSession;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Vault;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tessera tags`
@Command(
        name = "tags",
        description = "List the tags, or rename or remove one.",
        footer = {"", "To tag an account, use tessera edit QUERY --tag NAME."})
final class TagsCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Option(
            names = "--rename",
            arity = "2",
            paramLabel = "TAG",
            description = "Rename the tag from the first name to the second.")
    private String @Nullable [] rename;

    @Option(
            names = "--remove",
            paramLabel = "TAG",
            description = "Remove this tag from all accounts; the accounts stay.")
    private @Nullable String remove;

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    TagsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure {
        if (rename != null && remove != null) {
            throw new Failure(
                    ExitCode.USAGE, "--rename and --remove cannot be used together", "give one after the other");
        }
        if (rename != null && rename.length > 2) {
            throw new Failure(ExitCode.USAGE, "--rename is given twice", "give one after the other");
        }
        try (var session = vault.unlock(surroundings)) {
            if (rename != null) {
                rename(session, rename[0], TagNames.usable(rename[1]));
            }
            if (remove != null) {
                remove(session, remove);
            }
            tellAll(session.vault());
        }
        return ExitCode.DONE.number();
    }

    private void rename(VaultSession session, String name, String newName) throws Failure {
        var tag = TagNames.require(session.vault(), name);
        var other = TagNames.find(session.vault(), newName);
        if (other.isPresent() && !other.get().id().equals(tag.id())) {
            throw new Failure(ExitCode.FAILED, "there is already a tag with that name", "remove one of the two");
        }
        var now = surroundings.clock().instant();
        Saving.edit(
                session,
                present -> present.tag(tag.id())
                        .map(found -> present.with(found.withName(newName, now)))
                        .orElse(present),
                output);
    }

    private void remove(VaultSession session, String name) throws Failure {
        var tag = TagNames.require(session.vault(), name);
        var now = surroundings.clock().instant();
        Saving.edit(session, present -> present.withoutTag(tag.id(), now), output);
    }

    private void tellAll(Vault content) {
        content.tags().stream().sorted(Comparator.comparing(Tag::name)).forEach(tag -> tell(tag, content));
        if (content.tags().isEmpty()) {
            output.note("there are no tags; tessera edit QUERY --tag NAME creates one");
        }
    }

    private void tell(Tag tag, Vault content) {
        int accounts = (int) content.listed().stream()
                .filter(entry -> entry.details().tags().contains(tag.id()))
                .count();
        if (json.isGiven()) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("id", tag.id().toString());
            fields.put("name", tag.name());
            fields.put("accounts", accounts);
            output.object(fields);
        } else {
            output.line(Shown.text(tag.name()) + "  " + Shown.accounts(accounts));
        }
    }
}
