package dev.tessera.cli;

import dev.tessera.vault.Details;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a person adds to an account.
final class DetailOptions {
    private static final int LONGEST_NOTE = 64 * 1024;

    @Option(names = "--note", paramLabel = "TEXT", description = "The note; - reads it from standard input.")
    private @Nullable String note;

    @Option(names = "--tag", paramLabel = "NAME", description = "Add this tag; can be given several times.")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--untag", paramLabel = "NAME", description = "Remove this tag; can be given several times.")
    private List<String> untags = new ArrayList<>();

    @Option(names = "--pin", description = "Pin it to the top of the list.")
    private boolean pin;

    @Option(names = "--unpin", description = "No longer pin it to the top of the list.")
    private boolean unpin;

    boolean isGiven() {
        return note != null || !tags.isEmpty() || !untags.isEmpty() || pin || unpin;
    }

    /// Before the vault is opened.
    ///
    /// @throws Failure if they contradict one another
    void check(Terminal terminal) throws Failure {
        if (pin && unpin) {
            throw new Failure(ExitCode.USAGE, "--pin and --unpin cannot be used together", "leave one of them out");
        }
        for (var name : tags) {
            TagNames.usable(name);
        }
        if ("-".equals(note)) {
            note = read(terminal);
        }
    }

    private static String read(Terminal terminal) throws Failure {
        try {
            byte[] bytes = terminal.in().readNBytes(LONGEST_NOTE + 1);
            if (bytes.length > LONGEST_NOTE) {
                throw new Failure(ExitCode.INPUT_REFUSED, "the note is too long", "it can have at most 64 KiB");
            }
            return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException _) {
            throw new Failure(ExitCode.INPUT_REFUSED, "standard input cannot be read", "");
        }
    }

    /// The vault with the tags that are new in it.
    Vault withTags(Vault vault, Instant now) {
        var all = vault;
        for (var name : tags) {
            if (TagNames.find(all, name).isEmpty()) {
                all = all.with(Tag.create(name.strip(), now));
            }
        }
        return all;
    }

    /// @param vault has the tags already
    Details applied(Details details, Vault vault) {
        var changed = details;
        for (var name : tags) {
            changed =
                    TagNames.find(vault, name).map(Tag::id).map(changed::tagged).orElse(changed);
        }
        for (var name : untags) {
            changed = TagNames.find(vault, name)
                    .map(Tag::id)
                    .map(changed::untagged)
                    .orElse(changed);
        }
        if (note != null) {
            changed = changed.withNote(note);
        }
        return pin || unpin ? changed.withPinned(pin) : changed;
    }

    /// @throws Failure if a tag that is to be taken away is not there
    void requireTags(Vault vault) throws Failure {
        for (var name : untags) {
            TagNames.require(vault, name);
        }
    }
}
