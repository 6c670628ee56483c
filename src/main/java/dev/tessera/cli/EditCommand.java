package dev.tessera.cli;

import dev.tessera.agent.Offer;
import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `tessera edit`
@Command(
        name = "edit",
        description = "Change the names, tags or note of an account, or how its codes are made.",
        footer = {"", "Its secret stays as it is. Example: tessera edit pexip --account ann@example.org --tag Work"})
final class EditCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Mixin
    private final QueryParameter query = new QueryParameter();

    @Mixin
    private final NameOptions names = new NameOptions();

    @Mixin
    private final DetailOptions details = new DetailOptions();

    @Mixin
    private final KindOptions kind = new KindOptions();

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    EditCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure {
        if (!names.isGiven() && !details.isGiven() && !kind.isGiven()) {
            throw new Failure(
                    ExitCode.USAGE, "there is nothing to change", "tessera edit --help shows what can be changed");
        }
        var words = query.query();
        details.check(surroundings.terminal());
        try (var session = vault.unlock(surroundings)) {
            var content = session.vault();
            var entry = Choice.only(words.in(content), content, surroundings.terminal());
            details.requireTags(content);
            boolean changed = edit(session, entry);
            var edited = session.vault().entry(entry.id()).orElse(entry);
            Told.result(output, json, changed ? "changed" : "unchanged", Offer.of(edited, session.vault()));
        }
        return ExitCode.DONE.number();
    }

    /// Saves only if something is new, so that the file stays byte for byte.
    private boolean edit(VaultSession session, Entry entry) throws Failure {
        var now = surroundings.clock().instant();
        if (names.applied(entry.account()).title().isBlank()) {
            throw new Failure(ExitCode.USAGE, "the account would have no name", "give --issuer or --account a name");
        }
        try {
            if (changed(session.vault(), entry, now).equals(session.vault())) {
                return false;
            }
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    ExitCode.USAGE, String.valueOf(e.getMessage()), "tessera edit --help shows what can be given");
        }
        Saving.edit(
                session,
                present -> present.entry(entry.id())
                        .map(found -> changed(present, found, now))
                        .orElse(present),
                output);
        return true;
    }

    private Vault changed(Vault present, Entry entry, Instant now) {
        var account = names.applied(entry.account());
        var credential = account.credential();
        var remade = new Account(
                account.issuer(),
                account.accountName(),
                new Credential(credential.secret(), kind.applied(credential.parameters())));
        var tagged = details.withTags(present, now);
        var added = details.applied(entry.details(), tagged);
        var changed = entry;
        if (!remade.equals(entry.account())) {
            changed = changed.withAccount(remade, now);
        }
        if (!added.equals(entry.details())) {
            changed = changed.withDetails(added, now);
        }
        return tagged.with(changed);
    }
}
