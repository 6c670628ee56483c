package dev.tessera.cli;

import dev.tessera.cli.AccountScan.Find;
import dev.tessera.cli.AccountScan.Scanned;
import dev.tessera.otpauth.ScannedText;
import java.util.ArrayList;
import java.util.List;

/// `tessera scan --add`: all accounts of all pictures in one save.
final class ScanAdding {
    private final Surroundings surroundings;
    private final VaultOptions vault;

    ScanAdding(Surroundings surroundings, VaultOptions vault) {
        this.surroundings = surroundings;
        this.vault = vault;
    }

    /// The same finds, with what became of their accounts. Nobody is asked for the passphrase if there are none.
    AccountScan add(AccountScan found) throws Failure {
        var complete = withPins(found);
        if (!complete.hasAccounts()) {
            return complete;
        }
        try (var session = vault.unlock(surroundings)) {
            var additions = new Additions(session.vault(), surroundings.clock().instant());
            var added = new AccountScan(
                    complete.pictures().stream()
                            .map(picture -> picture.withFinds(picture.finds().stream()
                                    .map(find -> added(find, additions))
                                    .toList()))
                            .toList(),
                    complete.output());
            additions.save(session, found.output());
            return added;
        }
    }

    private static Find added(Find find, Additions additions) {
        return new Find(
                find.text(),
                find.accounts().stream()
                        .map(outcome -> additions.add(outcome.uri()))
                        .toList());
    }

    private AccountScan withPins(AccountScan found) throws Failure {
        var pictures = new ArrayList<Scanned>();
        for (var picture : found.pictures()) {
            pictures.add(picture.withFinds(withPins(picture.finds(), found.output())));
        }
        return new AccountScan(pictures, found.output());
    }

    private List<Find> withPins(List<Find> finds, Output output) throws Failure {
        var complete = new ArrayList<Find>();
        for (var find : finds) {
            boolean asks = find.text() instanceof ScannedText.NeedsPin
                    && surroundings.terminal().canAsk();
            complete.add(asks ? withPin(find, output) : find);
        }
        return complete;
    }

    private Find withPin(Find find, Output output) throws Failure {
        return find.text() instanceof ScannedText.NeedsPin(var uri)
                ? Find.of(new ScannedText.One(new Links(surroundings.terminal(), output).withPin(uri)))
                : find;
    }
}
